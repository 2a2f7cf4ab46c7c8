package huibao.validation;

import huibao.model.Item;
import huibao.model.Unjudged;
import huibao.validation.ExchangedRow.Reads;
import huibao.validation.ExchangedRow.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * 本年累计 and 上年同期 stand in each other's column, in all rows, in some that follow each other, or in one. The
 * growth against the previous form tells, last year's form, or the growth as typed. One row can turn by chance; it
 * is only called exchanged if it cannot well be right as it stands.
 */
final class ColumnsExchangedRule implements FormRule {

    /** So many rows that turned do not do so by chance. */
    private static final int FEWEST = 3;
    /** A column is exchanged if so many times more rows say so than speak against it. */
    private static final int MORE = 4;

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form) {
        List<Item> shifted = RowsShiftedRule.shifted(form);
        List<ExchangedRow> rows = form.items().stream()
                .filter(item -> item.asksPriorYear() && !shifted.contains(item))
                .map(item -> ExchangedRow.of(form, item))
                .toList();
        if (rows.stream().allMatch(row -> row.reads() == Reads.EITHER)) {
            return List.of(RuleResult.notJudged(Unjudged.NO_PREVIOUS));
        }
        long exchanged = count(rows, Reads.EXCHANGED);
        List<Item> found = exchanged >= FEWEST && exchanged >= MORE * count(rows, Reads.STRAIGHT)
                ? rows.stream()
                        .filter(row -> row.reads() != Reads.STRAIGHT)
                        .map(ExchangedRow::item)
                        .filter(item -> ExchangedRow.hasBoth(form, item))
                        .toList()
                : some(form, rows);
        return List.of(
                found.isEmpty()
                        ? RuleResult.PASSED
                        : RuleResult.failed(
                                form.cellsOfBoth(found),
                                Map.of(
                                        "found", Integer.toString(found.size()),
                                        "name", found.get(0).nameZh())));
    }

    private static boolean isEnough(ExchangedRow row) {
        return row.weight() == Weight.ENOUGH;
    }

    private static long count(List<ExchangedRow> rows, Reads reads) {
        return rows.stream().filter(row -> row.reads() == reads).count();
    }

    /** Rows that follow each other and say so together, and single ones that are enough by themselves. */
    private static List<Item> some(JudgedForm form, List<ExchangedRow> rows) {
        List<Item> found = new ArrayList<>();
        List<ExchangedRow> run = new ArrayList<>();
        for (ExchangedRow row : rows) {
            if (row.reads() == Reads.STRAIGHT) {
                found.addAll(of(form, run));
                run.clear();
            } else {
                run.add(row);
            }
        }
        found.addAll(of(form, run));
        return found;
    }

    private static List<Item> of(JudgedForm form, List<ExchangedRow> run) {
        List<ExchangedRow> sure =
                run.stream().filter(row -> row.reads() == Reads.EXCHANGED).toList();
        boolean together = sure.size() >= FEWEST
                && (sure.stream().anyMatch(ColumnsExchangedRule::isEnough)
                        || sure.stream()
                                        .filter(row -> row.weight() != Weight.LITTLE)
                                        .count()
                                >= FEWEST);
        if (!together) {
            return sure.stream()
                    .filter(ColumnsExchangedRule::isEnough)
                    .map(ExchangedRow::item)
                    .toList();
        }
        return run.subList(run.indexOf(sure.get(0)), run.indexOf(sure.get(sure.size() - 1)) + 1).stream()
                .map(ExchangedRow::item)
                .filter(item -> ExchangedRow.hasBoth(form, item))
                .toList();
    }
}
