package huibao.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reporting period (报告期), a month, a quarter or a year; orders by its last day.
 *
 * @param frequency its length
 * @param year calendar year, 1900 to 2999
 * @param number 1-based number within the year
 * @see <a href="https://sdmx.org">SDMX time formats: 2023-06, 2023-Q2, 2023</a>
 */
public record Period(Frequency frequency, int year, int number) implements Comparable<Period> {

    private static final Pattern SDMX = Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?");

    public Period {
        if (year < 1900 || year > 2999) {
            throw new IllegalArgumentException("year must be 1900 to 2999: " + year);
        }
        if (number < 1 || number > frequency.periodsPerYear()) {
            throw new IllegalArgumentException(frequency + " has no period " + number);
        }
    }

    public static Period month(int year, int month) {
        return new Period(Frequency.MONTHLY, year, month);
    }

    public static Period quarter(int year, int quarter) {
        return new Period(Frequency.QUARTERLY, year, quarter);
    }

    public static Period year(int year) {
        return new Period(Frequency.ANNUAL, year, 1);
    }

    /** Reads the SDMX form; empty if the text is not one. */
    public static Optional<Period> find(String text) {
        Matcher matcher = SDMX.matcher(text);
        if (!matcher.matches() || text.compareTo("1900") < 0 || text.compareTo("3") >= 0) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) != null) {
            return Optional.of(quarter(year, Integer.parseInt(matcher.group(2))));
        }
        return Optional.of(matcher.group(3) == null ? year(year) : month(year, Integer.parseInt(matcher.group(3))));
    }

    /**
     * Reads the SDMX form.
     *
     * @throws IllegalArgumentException if the text is not one
     */
    public static Period parse(String text) {
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "not a period (expected 2023-06, 2023-Q2 or 2023): \"" + text + "\""));
    }

    /** The period before this one in the same year; empty for the first of a year. */
    public Optional<Period> previousInYear() {
        return number == 1 ? Optional.empty() : Optional.of(new Period(frequency, year, number - 1));
    }

    /** The same period a year before. */
    public Period yearBefore() {
        return new Period(frequency, year - 1, number);
    }

    /** The last period of the same year. */
    public Period lastOfYear() {
        return new Period(frequency, year, frequency.periodsPerYear());
    }

    /** Whether the year is over with this period. */
    public boolean isLastOfYear() {
        return number == frequency.periodsPerYear();
    }

    /** Elapsed share of the year as a percentage, kept to 12 decimals: 50 for June. */
    public BigDecimal pacePercent(RoundingMode rounding) {
        return BigDecimal.valueOf(100L * number).divide(BigDecimal.valueOf(frequency.periodsPerYear()), 12, rounding);
    }

    /** The last month of the period, 1 to 12. */
    public int lastMonth() {
        return number * (12 / frequency.periodsPerYear());
    }

    /** The last day of the period. */
    public LocalDate lastDay() {
        return YearMonth.of(year, lastMonth()).atEndOfMonth();
    }

    @Override
    public int compareTo(Period other) {
        int byDay = lastDay().compareTo(other.lastDay());
        return byDay != 0 ? byDay : frequency.compareTo(other.frequency);
    }

    /** The SDMX form. */
    @Override
    public String toString() {
        return switch (frequency) {
            case MONTHLY -> year + (number < 10 ? "-0" : "-") + number;
            case QUARTERLY -> year + "-Q" + number;
            case ANNUAL -> Integer.toString(year);
        };
    }
}
