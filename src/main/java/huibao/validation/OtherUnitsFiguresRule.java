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
import java.util.stream.Stream;

/**
 * Another unit's figures under this name, though not to the last digit: they do not go on from what the unit
 * reported before, and go on from what the other did. What equals the other's form exactly is FORM_COPIED.
 */
final class OtherUnitsFiguresRule implements FormRule {

    /** So many figures that are another unit's are no chance. */
    private static final int FEWEST = 8;
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
        List<Item> strange =
                compared.stream().filter(item -> isStrange(form, item)).toList();
        List<Item> growing = compared.stream()
                .filter(item -> GrowthTurn.of(form, item).isPresent())
                .toList();
        List<Item> turned = growing.stream()
                .filter(item ->
                        GrowthTurn.of(form, item).filter(GrowthTurn::isMuch).isPresent())
                .toList();
        boolean turns = turned.size() >= FEWEST && 3 * turned.size() >= growing.size();
        return List.of(
                !turns && strange.size() < FEWEST
                        ? RuleResult.PASSED
                        : form.context().others().latest().stream()
                                .flatMap(other -> Stream.of(
                                                Origin.bySize(form, other, strange, compared.size()),
                                                Origin.byGrowth(form, other, turns ? turned : List.of()))
                                        .filter(Origin::explains))
                                .max(Comparator.comparingInt(
                                        origin -> origin.items().size()))
                                .map(origin -> origin.result(form, compared.size()))
                                .orElse(RuleResult.PASSED));
    }

    private static boolean isStrange(JudgedForm form, Item item) {
        return !Expected.isNear(
                item, form.value(item).orElseThrow(), Expected.value(form, item).orElseThrow());
    }

    /**
     * Where figures may have come from.
     *
     * @param other the other unit's form
     * @param items the items whose figures go on from it
     * @param of how many were looked at
     * @param ofAll whether the whole form is the other's, not some rows of it
     */
    private record Origin(Submission other, List<Item> items, int of, boolean ofAll) {

        /** Figures of another size than the unit's own. */
        static Origin bySize(JudgedForm form, Submission other, List<Item> strange, int compared) {
            Map<ItemCode, Observation> rows = JudgedForm.rowsOf(other);
            return new Origin(
                    other,
                    strange.stream()
                            .filter(item -> isFrom(form, other, rows, item))
                            .toList(),
                    strange.size(),
                    2 * strange.size() >= compared);
        }

        /** Figures of the size of the unit's own, but with another growth. */
        static Origin byGrowth(JudgedForm form, Submission other, List<Item> turned) {
            Map<ItemCode, Observation> rows = JudgedForm.rowsOf(other);
            return new Origin(
                    other,
                    turned.stream()
                            .filter(item -> isFrom(form, other, rows, item)
                                    && GrowthTurn.of(form, item)
                                            .flatMap(turn -> Optional.ofNullable(rows.get(item.code()))
                                                    .filter(turn::isTo))
                                            .isPresent())
                            .toList(),
                    turned.size(),
                    true);
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

        boolean explains() {
            return items.size() >= FEWEST && 4 * items.size() >= 3 * of;
        }

        /** Said of all rows where the form is the other's, since then the unit's own are the accident. */
        RuleResult result(JudgedForm form, int compared) {
            Map<String, String> parameters = new TreeMap<>();
            parameters.put("found", Integer.toString(items.size()));
            parameters.put("whole", Integer.toString(compared));
            parameters.put(
                    "other",
                    form.catalogue()
                            .findUnit(other.unit())
                            .map(Unit::nameZh)
                            .orElse(other.unit().value()));
            parameters.put("previous", other.period().toString());
            return RuleResult.failed(form.cellsOfBoth(ofAll ? form.items() : items), parameters);
        }
    }
}
