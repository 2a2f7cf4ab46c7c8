package huibao.validation;

import huibao.model.CellRef;
import huibao.model.Item;
import huibao.model.Outcome;
import huibao.model.Severity;
import huibao.model.Unjudged;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one rule says of one figure or relation.
 *
 * @param outcome what came of it
 * @param items the items it is about, the one to mend first
 * @param cells the cells it is about, the one to mend first
 * @param parameters values for the message
 * @param unjudged why it could not be judged; empty if it was
 * @param severity how grave it is, where that does not depend on the rule's line alone
 */
record RuleResult(
        Outcome outcome,
        List<Item> items,
        List<CellRef> cells,
        Map<String, String> parameters,
        Optional<Unjudged> unjudged,
        Optional<Severity> severity) {

    static final RuleResult PASSED = judged(Outcome.PASSED, List.of(), List.of(), Map.of());

    static RuleResult notJudged(Unjudged why) {
        return new RuleResult(Outcome.NOT_JUDGED, List.of(), List.of(), Map.of(), Optional.of(why), Optional.empty());
    }

    private static RuleResult judged(
            Outcome outcome, List<Item> items, List<CellRef> cells, Map<String, String> parameters) {
        return new RuleResult(outcome, items, cells, parameters, Optional.empty(), Optional.empty());
    }

    /** A failure of one item; its name, code and unit of measure join the parameters. */
    static RuleResult failed(Item item, List<CellRef> cells, Map<String, String> parameters) {
        return failed(List.of(item), cells, parameters);
    }

    /** A failure of a relation between items. */
    static RuleResult failed(List<Item> items, List<CellRef> cells, Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>(parameters);
        Item first = items.get(0);
        all.putIfAbsent("name", first.nameZh());
        all.putIfAbsent("code", first.code().value());
        all.putIfAbsent("unit", first.unitMeasure());
        return judged(Outcome.FAILED, items, cells, all);
    }

    /** A failure of the form as a whole. */
    static RuleResult failed(List<CellRef> cells, Map<String, String> parameters) {
        return judged(Outcome.FAILED, List.of(), cells, parameters);
    }

    /** The same, graver than the rule's line says. */
    RuleResult as(Severity other) {
        return new RuleResult(outcome, items, cells, parameters, unjudged, Optional.of(other));
    }

    static RuleResult broken(RuntimeException cause) {
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return judged(Outcome.BROKEN, List.of(), List.of(), Map.of("found", why));
    }
}
