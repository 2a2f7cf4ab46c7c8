package huibao.bench;

import java.nio.file.attribute.FileTime;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * A reporting month.
 *
 * @param month year and month
 */
record Month(YearMonth month) {

    /** The year the shipped job is of. */
    static final int SHIPPED_YEAR = 2023;

    static Month of(String text) {
        return new Month(YearMonth.parse(text));
    }

    int number() {
        return month.getMonthValue();
    }

    /** How many years after (or, below zero, before) the shipped job's. */
    int years() {
        return month.getYear() - SHIPPED_YEAR;
    }

    /** The same month of the shipped job's year. */
    Month shipped() {
        return new Month(month.withYear(SHIPPED_YEAR));
    }

    /** When forms of the month come in, in the time of a file. */
    FileTime filed() {
        return FileTime.from(month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /**
     * The night after the month's forms were due. On one before it the next month's night would publish this month
     * once more, and the first month alone would have nothing to publish beside its own.
     */
    String night() {
        return month.plusMonths(1).atDay(9) + "T02:00";
    }

    @Override
    public String toString() {
        return month.toString();
    }
}
