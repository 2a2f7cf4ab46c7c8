package huibao.validation;

import huibao.model.CellRef;
import huibao.model.Item;
import huibao.model.Observation;
import huibao.model.Period;
import huibao.model.Rule;
import huibao.model.Submission;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A form whose figures are all those of an earlier one: its heading was changed, its figures were not. */
final class RepeatedForm {

    private RepeatedForm() {}

    /** Against the previous form and last year's; with few figures that are not zero, equality says nothing. */
    static List<Verdict> judge(Rule rule, JudgedForm form) {
        BigDecimal least = new Limits(rule).requireNotNegative("figures");
        List<Submission> earlier =
                Stream.of(form.context().previous(), form.context().lastYear()).flatMap(Optional::stream).toList();
        if (earlier.isEmpty()) {
            return List.of(Verdict.NOT_JUDGED);
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (Submission other : earlier) {
            verdicts.add(against(rule, form, other.period(), JudgedForm.rowsOf(other), least));
        }
        return verdicts;
    }

    private static Verdict against(
            Rule rule,
            JudgedForm form,
            Period period,
            Map<huibao.model.ItemCode, Observation> earlier,
            BigDecimal least) {
        List<CellRef> same = new ArrayList<>();
        for (Item item : form.items(rule)) {
            Optional<BigDecimal> now = form.value(item);
            Optional<BigDecimal> then = JudgedForm.valueOf(earlier, item);
            if (now.isEmpty() || then.isEmpty()) {
                continue;
            }
            if (now.get().compareTo(then.get()) != 0) {
                return Verdict.PASSED;
            }
            if (now.get().signum() != 0) {
                same.addAll(JudgedForm.cells(form.valueFigure(item)));
            }
        }
        return BigDecimal.valueOf(same.size()).compareTo(least) < 0
                ? Verdict.NOT_JUDGED
                : Verdict.failed(
                        same, Map.of("found", Integer.toString(same.size()), "previous", period.toString()));
    }
}
