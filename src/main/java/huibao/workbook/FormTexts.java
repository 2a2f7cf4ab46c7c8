package huibao.workbook;

import huibao.message.Messages;
import huibao.model.Period;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Forms' wording for dates, periods and number formats. */
public final class FormTexts {

    /** The labels of the foot, in print order. */
    public static final List<String> FOOT = List.of(
            "form.foot.head", "form.foot.statistician", "form.foot.filler", "form.foot.phone", "form.foot.date");

    private static final int MOST_LINES = 7;
    /** As low as spreadsheets make rows themselves: as many rows as can be are on a screen at once. */
    private static final int ONE_LINE_POINTS = 15;

    private FormTexts() {}

    /** 2023年1—6月 for whatever ends in June. */
    public static String period(Messages messages, Period period) {
        String key = period.lastMonth() == 12
                        && period.isLastOfYear()
                        && period.frequency().periodsPerYear() == 1
                ? "form.period.year"
                : period.lastMonth() == 1 ? "form.period.first" : "form.period.months";
        return messages.text(
                key, Map.of("year", Integer.toString(period.year()), "month", Integer.toString(period.lastMonth())));
    }

    public static String date(Messages messages, LocalDate date) {
        return messages.text(
                "form.date",
                Map.of(
                        "year", Integer.toString(date.getYear()),
                        "month", Integer.toString(date.getMonthValue()),
                        "day", Integer.toString(date.getDayOfMonth())));
    }

    /** Thousands grouped; as many decimals as the item asks for. */
    public static String numberFormat(int decimals) {
        return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }

    /** Points a row needs for the most lines any of its cells has. */
    public static float height(int... lines) {
        int most = Math.min(MOST_LINES, Arrays.stream(lines).max().orElse(1));
        return most <= 1 ? ONE_LINE_POINTS : 5 + 13 * most;
    }
}
