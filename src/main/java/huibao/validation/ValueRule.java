package huibao.validation;

import huibao.model.Figure;
import huibao.model.Item;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A rule that looks at one figure by itself: the value and, where the form asks it, the prior-year value. */
interface ValueRule extends ItemRule {

    /** Whether a figure is as the rule wants it. */
    boolean passes(Limits limits, BigDecimal figure);

    /** What the message says of the limits. */
    default Map<String, String> bounds(Limits limits) {
        return Map.of();
    }

    @Override
    default List<RuleResult> judge(Limits limits, JudgedForm form, Item item) {
        List<RuleResult> results = new ArrayList<>();
        results.add(result(limits, item, Texts.VALUE, form.valueFigure(item)));
        if (item.asksPriorYear()) {
            results.add(result(limits, item, Texts.PRIOR_YEAR, form.priorYearFigure(item)));
        }
        return results;
    }

    private RuleResult result(Limits limits, Item item, String column, Figure figure) {
        Optional<BigDecimal> known = figure.amount().known();
        if (known.isEmpty()) {
            return RuleResult.notJudged(Unjudged.NO_FIGURE);
        }
        if (passes(limits, known.get())) {
            return RuleResult.PASSED;
        }
        Map<String, String> all = new TreeMap<>(bounds(limits));
        all.put("found", Texts.plain(known.get()));
        all.put("column", column);
        return RuleResult.failed(item, JudgedForm.cells(figure), all);
    }
}
