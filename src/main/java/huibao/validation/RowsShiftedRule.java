package huibao.validation;

import huibao.model.Item;
import huibao.model.Unjudged;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Figures of a block stand a row too low or too high, as they do when a block is pasted beside where it belongs.
 * What was accepted before tells whose figure stands where.
 */
final class RowsShiftedRule implements FormRule {

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form) {
        if (form.items().stream().allMatch(item -> Expected.value(form, item).isEmpty())) {
            return List.of(RuleResult.notJudged(Unjudged.NO_PREVIOUS));
        }
        return List.of(widest(form).map(moved -> moved.result(form)).orElse(RuleResult.PASSED));
    }

    /** The items whose rows are concerned; none if nothing is shifted. */
    static List<Item> shifted(JudgedForm form) {
        return widest(form).map(Moved::items).orElse(List.of());
    }

    private static Optional<Moved> widest(JudgedForm form) {
        return Stream.of(1, -1)
                .flatMap(by -> Stream.of(new RowShift.OfItems(by), RowShift.OfRows.of(form, by)))
                .map(shift -> Moved.of(form, shift))
                .filter(moved -> !moved.items().isEmpty())
                .max(Comparator.comparingInt(moved -> moved.items().size()));
    }

    /**
     * What a shift would have moved.
     *
     * @param shift the shift
     * @param items the items of the rows concerned, in print order
     */
    private record Moved(RowShift shift, List<Item> items) {

        static Moved of(JudgedForm form, RowShift shift) {
            List<Item> asking =
                    form.items().stream().filter(Item::asksPriorYear).toList();
            List<Item> values = ShiftedColumn.values(form).moved(form.items(), shift);
            List<Item> priors = ShiftedColumn.priorYears(form).moved(asking, shift);
            return new Moved(
                    shift,
                    form.items().stream()
                            .filter(item -> values.contains(item) || priors.contains(item))
                            .toList());
        }

        RuleResult result(JudgedForm form) {
            Map<String, String> parameters = new TreeMap<>();
            parameters.put("found", Integer.toString(items.size()));
            parameters.put("name", items.get(0).nameZh());
            parameters.put("other", items.get(items.size() - 1).nameZh());
            parameters.put(shift.isDown() ? "down" : "up", "1");
            return RuleResult.failed(form.cellsOfBoth(items), parameters);
        }
    }
}
