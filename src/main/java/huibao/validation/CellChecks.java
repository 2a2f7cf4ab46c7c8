package huibao.validation;

import huibao.model.Amount;
import huibao.model.Figure;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Item;
import huibao.model.MissingReason;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Checks of one cell: is it there, is it a count, is it within limits. */
final class CellChecks {

    private CellChecks() {}

    static List<Verdict> required(Limits limits, JudgedForm form, Item item) {
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(required(form, item, Texts.VALUE, form.valueFigure(item)));
        // A row that is not there is said to be missing once.
        boolean row = form.rows().containsKey(item.code());
        if (row && item.asksPriorYear() && limits.text("prior_year").equals(Optional.of("yes"))) {
            verdicts.add(required(form, item, Texts.PRIOR_YEAR, form.priorYearFigure(item)));
        }
        return verdicts;
    }

    private static Verdict required(JudgedForm form, Item item, String column, Figure figure) {
        if (!(figure.amount() instanceof Amount.Missing missing)) {
            return Verdict.PASSED;
        }
        boolean empty = missing.reason() == MissingReason.BLANK || missing.reason() == MissingReason.NOT_ASKED;
        if (!empty || alreadySaid(form, item, figure, missing.reason())) {
            return Verdict.notJudged(Unjudged.NO_FIGURE);
        }
        return Verdict.failed(item, JudgedForm.cells(figure), Map.of("found", figure.rawText(), "column", column));
    }

    /** Whether reading returns the form for this very cell, row or column, so that nothing is gained by repeating it. */
    private static boolean alreadySaid(JudgedForm form, Item item, Figure figure, MissingReason reason) {
        boolean row = form.rows().containsKey(item.code());
        return form.readingFindings().stream().filter(Finding::blocks).anyMatch(finding -> {
            boolean sameCell = figure.at().filter(finding.cells()::contains).isPresent();
            boolean sameRow = !row && finding.item().equals(Optional.of(item.code()));
            boolean noColumn = row
                    && reason == MissingReason.NOT_ASKED
                    && (finding.kind() == FindingKind.COLUMN_MISSING || finding.kind() == FindingKind.COLUMN_AMBIGUOUS);
            return sameCell || sameRow || noColumn;
        });
    }

    static List<Verdict> integer(Limits limits, JudgedForm form, Item item) {
        return both(form, item, Map.of(), value -> value.stripTrailingZeros().scale() <= 0);
    }

    static List<Verdict> notNegative(Limits limits, JudgedForm form, Item item) {
        return both(form, item, Map.of(), value -> value.signum() >= 0);
    }

    static List<Verdict> range(Limits limits, JudgedForm form, Item item) {
        Optional<BigDecimal> min = limits.find("min");
        Optional<BigDecimal> max = limits.find("max");
        if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
            throw new IllegalArgumentException("min is above max");
        }
        Map<String, String> bounds = Map.of(
                "min", min.map(Texts::plain).orElse(""),
                "max", max.map(Texts::plain).orElse(""));
        return both(
                form,
                item,
                bounds,
                value -> min.filter(low -> value.compareTo(low) < 0).isEmpty()
                        && max.filter(high -> value.compareTo(high) > 0).isEmpty());
    }

    /** Judges the value and, where the form asks it, the prior-year value. */
    private static List<Verdict> both(
            JudgedForm form, Item item, Map<String, String> parameters, Predicate<BigDecimal> condition) {
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(one(item, Texts.VALUE, form.valueFigure(item), parameters, condition));
        if (item.asksPriorYear()) {
            verdicts.add(one(item, Texts.PRIOR_YEAR, form.priorYearFigure(item), parameters, condition));
        }
        return verdicts;
    }

    private static Verdict one(
            Item item, String column, Figure figure, Map<String, String> parameters, Predicate<BigDecimal> condition) {
        Optional<BigDecimal> known = figure.amount().known();
        if (known.isEmpty()) {
            return Verdict.notJudged(Unjudged.NO_FIGURE);
        }
        if (condition.test(known.get())) {
            return Verdict.PASSED;
        }
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("found", Texts.plain(known.get()));
        all.put("column", column);
        return Verdict.failed(item, JudgedForm.cells(figure), all);
    }
}
