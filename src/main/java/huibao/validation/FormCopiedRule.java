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
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Another unit's form, or the unit's own of another period, sent under this name: most of its figures
 * equal that form's to the last digit. Zero is equal everywhere and counts neither way; hosts and zones are
 * compared like others, since a zone that is all of its host in every item does not exist.
 */
final class FormCopiedRule implements FormRule {

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form) {
        BigDecimal fewest = limits.requireNotNegative("min_items");
        BigDecimal percent = limits.requireNotNegative("percent");
        if (percent.signum() == 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("percent must be above 0 and at most 100: " + Texts.plain(percent));
        }
        List<Item> compared = form.items(limits.rule()).stream()
                .filter(item ->
                        form.value(item).filter(value -> value.signum() != 0).isPresent())
                .toList();
        if (BigDecimal.valueOf(compared.size()).compareTo(fewest) < 0) {
            return List.of(RuleResult.notJudged(Unjudged.NO_FIGURE));
        }
        return Stream.concat(form.context().alike().stream(), form.context().lastYear().stream())
                .map(other -> Likeness.of(form, other, compared))
                .filter(likeness -> likeness.reaches(fewest, percent))
                .max(Comparator.comparingInt(Likeness::size))
                .map(likeness -> List.of(likeness.result(form)))
                .orElse(List.of(RuleResult.PASSED));
    }

    /**
     * How alike two forms are.
     *
     * @param other the other form
     * @param equal items with equal figures
     * @param compared how many items of this form have a figure that the other asks for too
     */
    private record Likeness(Submission other, List<Item> equal, int compared) {

        static Likeness of(JudgedForm form, Submission other, List<Item> items) {
            Map<ItemCode, Observation> rows = JudgedForm.rowsOf(other);
            List<Item> shared =
                    items.stream().filter(item -> rows.containsKey(item.code())).toList();
            List<Item> equal = shared.stream()
                    .filter(item -> JudgedForm.valueOf(rows, item)
                            .filter(value -> value.compareTo(form.value(item).orElseThrow()) == 0)
                            .isPresent())
                    .toList();
            return new Likeness(other, equal, shared.size());
        }

        int size() {
            return equal.size();
        }

        boolean reaches(BigDecimal fewest, BigDecimal percent) {
            return BigDecimal.valueOf(size()).compareTo(fewest) >= 0
                    && BigDecimal.valueOf(size())
                                    .movePointRight(2)
                                    .compareTo(percent.multiply(BigDecimal.valueOf(compared)))
                            >= 0;
        }

        /** Those compared, then every other row whose figure is the same, counts and zeros too. */
        private List<Item> concerned(JudgedForm form) {
            Map<ItemCode, Observation> rows = JudgedForm.rowsOf(other);
            Stream<Item> alike = form.items().stream()
                    .filter(item -> form.value(item)
                            .filter(value -> JudgedForm.valueOf(rows, item)
                                    .filter(same -> same.compareTo(value) == 0)
                                    .isPresent())
                            .isPresent());
            return Stream.concat(equal.stream(), alike).distinct().toList();
        }

        RuleResult result(JudgedForm form) {
            Map<String, String> parameters = new TreeMap<>();
            parameters.put("found", Integer.toString(size()));
            parameters.put("whole", Integer.toString(compared));
            parameters.put(
                    "other",
                    form.catalogue()
                            .findUnit(other.unit())
                            .map(Unit::nameZh)
                            .orElse(other.unit().value()));
            parameters.put("previous", other.period().toString());
            if (other.unit().equals(form.unit().code())) {
                parameters.put("own", other.period().toString());
            } else {
                parameters.put("units", parameters.get("other"));
            }
            return RuleResult.failed(form.cellsOfBoth(concerned(form)), parameters);
        }
    }
}
