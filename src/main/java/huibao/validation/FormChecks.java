package huibao.validation;

import huibao.catalogue.Catalogue;
import huibao.model.Milestone;
import huibao.model.MilestoneReport;
import huibao.model.MilestoneState;
import huibao.model.Rule;
import huibao.model.Unjudged;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks of what stands around the figures. */
final class FormChecks {

    private FormChecks() {}

    /** Who signs, fills in and dates the form; 统计法 art. 21 makes them answer for it. */
    static List<Verdict> headerIncomplete(Rule rule, JudgedForm form) {
        Map<String, String> filled = form.submission().header().signatures();
        List<String> empty = new Limits(rule)
                .labels("fields").stream()
                        .filter(label -> filled.getOrDefault(label, "").isBlank())
                        .toList();
        return List.of(
                empty.isEmpty() ? Verdict.PASSED : Verdict.failed(List.of(), Map.of("name", String.join("、", empty))));
    }

    /** A milestone said to be completed shows by what. */
    static List<Verdict> milestoneWithoutEvidence(Rule rule, JudgedForm form) {
        return form.submission().milestones().stream()
                .map(report -> evidence(form.catalogue(), report))
                .toList();
    }

    private static Verdict evidence(Catalogue catalogue, MilestoneReport report) {
        if (report.state().isEmpty()) {
            return Verdict.notJudged(Unjudged.NO_FIGURE);
        }
        boolean completed = report.state().equals(Optional.of(MilestoneState.COMPLETED));
        if (!completed || !Explanations.essence(report.evidence()).isEmpty()) {
            return Verdict.PASSED;
        }
        Optional<Milestone> milestone = catalogue.findMilestone(report.milestone());
        return Verdict.failed(
                List.of(report.at()),
                Map.of(
                        "found", report.rawState(),
                        "code", report.milestone().value(),
                        "name", milestone.map(Milestone::nameZh).orElse(""),
                        "expected", milestone.map(Milestone::evidence).orElse("")));
    }
}
