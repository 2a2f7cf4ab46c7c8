package huibao.workbook.form;

import huibao.model.CarriedExplanation;
import huibao.model.ItemCode;
import huibao.model.MilestoneCode;
import huibao.model.Submission;
import java.math.BigDecimal;
import java.util.HashMap;
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
 * @param former what the unit reported last, to be seen beside the cells; empty for a form without such columns
 */
public record FormContents(
        Map<ItemCode, FormRow> rows,
        Map<MilestoneCode, MilestoneEntry> milestones,
        Map<String, String> signatures,
        String generalExplanation,
        DataNature nature,
        Optional<FormerFigures> former) {

    public FormContents {
        rows = Map.copyOf(rows);
        milestones = Map.copyOf(milestones);
        signatures = Map.copyOf(signatures);
    }

    /** A form without what was reported last. */
    public FormContents(
            Map<ItemCode, FormRow> rows,
            Map<MilestoneCode, MilestoneEntry> milestones,
            Map<String, String> signatures,
            String generalExplanation,
            DataNature nature) {
        this(rows, milestones, signatures, generalExplanation, nature, Optional.empty());
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

    /** The same, going on from a form that stands: its figures beside the cells, and the milestones as they were. */
    public FormContents continuing(Submission standing) {
        Map<MilestoneCode, MilestoneEntry> reached = new HashMap<>(milestones);
        standing.milestones()
                .forEach(report -> reached.putIfAbsent(
                        report.milestone(), new MilestoneEntry(report.state(), report.date(), report.evidence())));
        return new FormContents(
                rows, reached, signatures, generalExplanation, nature, Optional.of(FormerFigures.of(standing)));
    }

    /** Nothing filled in. */
    public static FormContents blank() {
        return new FormContents(Map.of(), Map.of(), Map.of(), "", DataNature.REAL);
    }
}
