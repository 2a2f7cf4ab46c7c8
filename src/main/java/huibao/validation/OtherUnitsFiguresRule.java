package huibao.validation;

import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Observation;
import huibao.model.Submission;
import huibao.model.Unit;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Another unit's figures under this name, though not to the last digit: they do not go on from what the unit
 * reported before, and go on from what the other did. What equals the other's form exactly is FORM_COPIED.
 */
final class OtherUnitsFiguresRule implements FormRule {

    /** So many figures that are another unit's are no chance. */
    private static final int FEWEST = 8;
    /** Of those that do not go on from the unit's own, so many percent are the other's. */
    private static final int PERCENT = 80;
    /** Figures go on within this from one period to the next: the other's are told by it, not by their size alone. */
    private static final BigDecimal CLOSE = new BigDecimal("1.12");

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form) {
        List<Item> compared = form.items().stream()
                .filter(item ->
                        form.value(item).filter(value -> value.signum() > 0).isPresent()
                                && Expected.value(form, item)
                                        .filter(expected -> expected.signum() > 0)
                                        .isPresent())
                .toList();
        if (compared.size() < FEWEST) {
            return List.of(RuleResult.notJudged(Unjudged.NO_PREVIOUS));
        }
        List<Item> strange = compared.stream()
                .filter(item -> !Expected.isNear(
                        item,
                        form.value(item).orElseThrow(),
                        Expected.value(form, item).orElseThrow()))
                .toList();
        return List.of(
                strange.size() < FEWEST
                        ? RuleResult.PASSED
                        : form.context().others().latest().stream()
                                .map(other -> Origin.of(form, other, strange))
                                .filter(origin -> origin.explains(strange))
                                .max(Comparator.comparingInt(
                                        origin -> origin.items().size()))
                                .map(origin -> origin.result(form, compared))
                                .orElse(RuleResult.PASSED));
    }

    /**
     * Where figures may have come from.
     *
     * @param other the other unit's form
     * @param items the items whose figures go on from it
     */
    private record Origin(Submission other, List<Item> items) {

        static Origin of(JudgedForm form, Submission other, List<Item> strange) {
            Map<ItemCode, Observation> rows = JudgedForm.rowsOf(other);
            return new Origin(
                    other,
                    strange.stream()
                            .filter(item -> isFrom(form, other, rows, item))
                            .toList());
        }

        private static boolean isFrom(JudgedForm form, Submission other, Map<ItemCode, Observation> rows, Item item) {
            Optional<BigDecimal> expected = JudgedForm.valueOf(rows, item)
                    .map(figure ->
                            Expected.continued(item, figure, other.period().number(), form.periodNumber()));
            BigDecimal value = form.value(item).orElseThrow();
            return expected.filter(figure ->
                            Expected.isWithin(value, figure, CLOSE) || Expected.isOneApart(item, value, figure))
                    .isPresent();
        }

        boolean explains(List<Item> strange) {
            return items.size() >= FEWEST && 100 * items.size() >= PERCENT * strange.size();
        }

        /** Said of all rows where most are the other's, since then the unit's own are the accident. */
        RuleResult result(JudgedForm form, List<Item> compared) {
            List<Item> concerned = 2 * items.size() >= compared.size() ? form.items() : items;
            Map<String, String> parameters = new TreeMap<>();
            parameters.put("found", Integer.toString(items.size()));
            parameters.put("whole", Integer.toString(compared.size()));
            parameters.put(
                    "other",
                    form.catalogue()
                            .findUnit(other.unit())
                            .map(Unit::nameZh)
                            .orElse(other.unit().value()));
            parameters.put("previous", other.period().toString());
            return RuleResult.failed(form.cellsOfBoth(concerned), parameters);
        }
    }
}
