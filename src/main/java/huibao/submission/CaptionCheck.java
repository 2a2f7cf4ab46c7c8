package huibao.submission;

import huibao.model.CaptionGroup;
import huibao.model.CellRef;
import huibao.model.FindingKind;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.model.UnitKind;
import huibao.spreadsheet.Grid;
import huibao.spreadsheet.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds the captions of figure columns against the period in the form's heading, and against what is asked for: a
 * column of another period is not the one asked for, and a caption that leaves something out is asked about.
 */
final class CaptionCheck {

    private static final Pattern UNTIL_NOW = Pattern.compile("[1一]月?份?[-‐‑–—―−－~～至到]+[本当]月");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2}月)\\d{1,2}日");
    private static final Pattern AT_ITS_END = Pattern.compile("[末底止截至]|(?i:end)");

    private final Unit unit;
    private final Period period;
    private final Captions words;
    private final Findings findings;

    CaptionCheck(Unit unit, Period period, Captions words, Findings findings) {
        this.unit = unit;
        this.period = period;
        this.words = words;
        this.findings = findings;
    }

    void check(FormTable table) {
        check(table, Column.VALUE, Set.of(period.year()));
        // 2022年同期 names the year the figures are of, 2023年上年同期 the one before which it is.
        check(table, Column.PRIOR, Set.of(period.year() - 1, period.year()));
        check(table, Column.FORECAST, Set.of(period.year()));
        check(table, Column.ASSIGNED, Set.of(period.year()));
    }

    private void check(FormTable table, Column column, Set<Integer> years) {
        table.column(column).ifPresent(at -> {
            String caption = caption(table, at);
            boolean isCumulated = column == Column.VALUE || column == Column.PRIOR;
            if (isOfAnotherYear(caption, years)
                    || (isCumulated ? isOfAnotherPeriod(caption) : isOfNoWholeYear(column, caption))) {
                tell(FindingKind.CAPTION_OF_ANOTHER_PERIOD, table, column, at, caption);
            } else if (isCumulated && (words.narrows(caption) || isOfWholeCity(caption))) {
                tell(FindingKind.CAPTION_SCOPE, table, column, at, caption);
            }
        });
    }

    private void tell(FindingKind kind, FormTable table, Column column, int at, String caption) {
        CellRef cell = table.sheet().ref(table.top(), at);
        findings.add(
                kind,
                List.of(cell),
                Map.of("found", Text.shown(caption), "column", column.caption(), "expected", period.toString()));
    }

    private boolean isOfWholeCity(String caption) {
        return unit.kind() != UnitKind.CITY && words.has(CaptionGroup.CITY, caption);
    }

    private static boolean isOfAnotherYear(String caption, Set<Integer> years) {
        return !years.containsAll(PeriodText.yearsWithin(caption))
                || PeriodText.within(caption).stream()
                        .anyMatch(one -> one.year().isPresent()
                                && !years.contains(one.year().getAsInt()));
    }

    private boolean isOfAnotherPeriod(String caption) {
        if (words.has(CaptionGroup.FULL_YEAR, caption) && !period.isLastOfYear()) {
            return true;
        }
        String dated = DAY.matcher(UNTIL_NOW.matcher(caption).replaceAll("")).replaceAll("$1末");
        return PeriodText.within(dated).stream()
                .filter(one -> one.length() != PeriodText.Length.YEAR)
                .anyMatch(one -> one.last() != period.lastMonth() || (one.first() != 1 && isStretch(one, caption)));
    }

    /** 预计1—10月 and 上年全年预计 are not what the whole of this year is expected to give. */
    private boolean isOfNoWholeYear(Column column, String caption) {
        if (words.has(CaptionGroup.PRIOR, caption)) {
            return true;
        }
        return column == Column.FORECAST
                && !words.has(CaptionGroup.FULL_YEAR, caption)
                && PeriodText.within(caption).stream()
                        .filter(one -> one.length() != PeriodText.Length.YEAR)
                        .anyMatch(one -> one.last() != 12
                                || (one.first() != 1
                                        && !AT_ITS_END.matcher(caption).find()));
    }

    /** 4—6月累计 and 二季度累计 leave out what was before; 6月末 and 二季度末 do not. */
    private static boolean isStretch(PeriodText period, String caption) {
        return switch (period.length()) {
            case MONTHS -> true;
            case QUARTER -> !AT_ITS_END.matcher(caption).find();
            case MONTH, YEAR -> false;
        };
    }

    /** All that stands above a column, from the top. */
    private static String caption(FormTable table, int column) {
        Grid sheet = table.sheet();
        StringBuilder caption = new StringBuilder();
        String last = "";
        for (int row = table.top(); row < table.firstRow(); row++) {
            String text = Text.key(sheet.textAcross(row, column));
            if (!text.equals(last) && text.length() > 1) {
                caption.append(text);
                last = text;
            }
        }
        return CaptionPeriods.spelled(caption.toString());
    }
}
