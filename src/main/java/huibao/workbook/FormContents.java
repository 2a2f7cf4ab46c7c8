package huibao.workbook;

import huibao.model.ItemCode;
import huibao.model.MilestoneCode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** Nothing filled in but 核实说明 that are known already, by item. */
    public static FormContents explained(Map<ItemCode, String> explanations) {
        Map<ItemCode, FormRow> rows = explanations.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        text -> new FormRow(
                                Optional.empty(), Optional.empty(), Optional.empty(), text.getValue(), "")));
        return new FormContents(rows, Map.of(), Map.of(), "", DataNature.REAL);
    }

    /** Nothing filled in. */
    public static FormContents blank() {
        return new FormContents(Map.of(), Map.of(), Map.of(), "", DataNature.REAL);
    }
}
