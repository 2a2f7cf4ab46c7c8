package huibao.submission;

import huibao.spreadsheet.Cell;
import huibao.spreadsheet.Epoch;
import huibao.spreadsheet.Numbers;
import huibao.spreadsheet.Text;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people and workbooks write them. */
final class DateText {

    private static final Pattern DAY =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:T?\\d{1,2}:\\d{2}(?::\\d{2})?.*)?");
    private static final Pattern DIGITS = Pattern.compile("(20\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern WITHOUT_YEAR = Pattern.compile("\\d{1,2}月");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})月?底?");

    /** Days of 2000 to 2049, counted from 1900. */
    private static final BigDecimal FIRST_SERIAL = new BigDecimal("36526");

    private static final BigDecimal LAST_SERIAL = new BigDecimal("54788");

    private DateText() {}

    /** The day a cell holds: a date of Excel, or a day written out. */
    static Optional<LocalDate> day(Cell cell, Epoch epoch) {
        if (cell.kind() == Cell.Kind.NUMBER) {
            Optional<BigDecimal> number = Numbers.decimal(cell.text());
            return cell.isDate() ? number.flatMap(epoch::day) : Optional.empty();
        }
        return cell.kind() == Cell.Kind.TEXT ? day(cell.text()) : Optional.empty();
    }

    /** The same where only a date is expected: a bare number of this century's days is one that lost its format. */
    static Optional<LocalDate> dayOrSerial(Cell cell, Epoch epoch) {
        if (cell.kind() != Cell.Kind.NUMBER || cell.isDate()) {
            return day(cell, epoch);
        }
        return Numbers.decimal(cell.text())
                .filter(n -> n.scale() <= 0 && n.compareTo(FIRST_SERIAL) >= 0 && n.compareTo(LAST_SERIAL) <= 0)
                .flatMap(epoch::day);
    }

    /** The same where people also write a month, or leave out the year they report on: 3月15日, 2023年3月, 20230315. */
    static Optional<LocalDate> milestoneDay(Cell cell, int year, Epoch epoch) {
        Optional<LocalDate> day = dayOrSerial(cell, epoch);
        if (day.isPresent()) {
            return day;
        }
        String text = Text.key(cell.display());
        Matcher digits = DIGITS.matcher(text);
        if (digits.matches()) {
            return of(digits.group(1), digits.group(2), digits.group(3));
        }
        return cell.kind() == Cell.Kind.TEXT
                ? lastDay(text).or(() -> WITHOUT_YEAR.matcher(text).lookingAt() ? lastDay(year + "年" + text) : day)
                : day;
    }

    static Optional<LocalDate> day(String text) {
        Matcher day = DAY.matcher(Text.key(text));
        return day.matches() ? of(day.group(1), day.group(2), day.group(3)) : Optional.empty();
    }

    /** The last day of what is written: a day, or a month. */
    static Optional<LocalDate> lastDay(String text) {
        Optional<LocalDate> day = day(text);
        if (day.isPresent()) {
            return day;
        }
        Matcher month = MONTH.matcher(Text.key(text));
        if (!month.matches()) {
            return Optional.empty();
        }
        return of(month.group(1), month.group(2), "1")
                .map(first -> YearMonth.from(first).atEndOfMonth());
    }

    private static Optional<LocalDate> of(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
