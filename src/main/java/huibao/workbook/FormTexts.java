package huibao.workbook;

import huibao.message.Messages;
import huibao.model.MilestoneState;
import huibao.model.Period;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Forms' wording for dates, periods and number formats. */
public final class FormTexts {

    /** The labels of the foot, in print order. */
    public static final List<String> FOOT = List.of(
            "form.foot.head", "form.foot.statistician", "form.foot.filler", "form.foot.phone", "form.foot.date");

    /** What a workbook's signatures are known by, in the same order, whatever language the labels are in. */
    public static final List<String> SIGNATURES = List.of("单位负责人", "统计负责人", "填表人", "联系电话", "报出日期");

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
                key,
                Map.of(
                        "year", Integer.toString(period.year()),
                        "month", Integer.toString(period.lastMonth()),
                        "month_name", Month.of(period.lastMonth()).getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
    }

    public static String date(Messages messages, LocalDate date) {
        return messages.text(
                "form.date",
                Map.of(
                        "iso", date.toString(),
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

    /** A milestone's state as the form's list offers it: capital letter where the language has one. */
    public static String state(Messages messages, MilestoneState state) {
        boolean isEnglish = messages.language().getLanguage().equals(Locale.ENGLISH.getLanguage());
        String word = isEnglish ? messages.word(state) : state.formText();
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
