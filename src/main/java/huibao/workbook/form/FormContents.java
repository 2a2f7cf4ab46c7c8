package huibao.workbook.form;

import huibao.model.CarriedExplanation;
import huibao.model.ItemCode;
import huibao.model.MilestoneCode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a form is filled with; a blank form carries only what is known already.
 *
 * @param rows by item; an item that is absent is left blank
 * @param milestones by milestone; one that is absent is left blank
 * @param signatures by label (单位负责人, …); a label that is absent is left blank
 * @param generalExplanation what stands beside 其他说明, possibly empty
 * @param nature whether the figures are synthetic
 */
public record FormContents(
        Map<ItemCode, FormRow> rows,
        Map<MilestoneCode, MilestoneEntry> milestones,
        Map<String, String> signatures,
        String generalExplanation,
        DataNature nature) {

    public FormContents {
        rows = Map.copyOf(rows);
        milestones = Map.copyOf(milestones);
        signatures = Map.copyOf(signatures);
    }

    /**
     * Nothing filled in but what is known already, by item: prior-year values, and the 核实说明 of the previous
     * period, marked as such.
     */
    public static FormContents known(Map<ItemCode, BigDecimal> priorYear, Map<ItemCode, String> explanations) {
        Map<ItemCode, FormRow> rows = Stream.concat(priorYear.keySet().stream(), explanations.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(
                        item -> item,
                        item -> new FormRow(
                                Optional.empty(),
                                Optional.ofNullable(priorYear.get(item)),
                                Optional.empty(),
                                Optional.ofNullable(explanations.get(item))
                                        .map(CarriedExplanation::marked)
                                        .orElse(""),
                                "")));
        return new FormContents(rows, Map.of(), Map.of(), "", DataNature.REAL);
    }

    /** Nothing filled in. */
    public static FormContents blank() {
        return new FormContents(Map.of(), Map.of(), Map.of(), "", DataNature.REAL);
    }
}
