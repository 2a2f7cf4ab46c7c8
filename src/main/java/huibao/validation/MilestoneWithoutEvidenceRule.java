package huibao.validation;

import huibao.catalogue.Catalogue;
import huibao.model.Milestone;
import huibao.model.MilestoneReport;
import huibao.model.MilestoneState;
import huibao.model.Unjudged;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A milestone said to be completed shows by what. */
final class MilestoneWithoutEvidenceRule implements FormRule {

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form) {
        return form.submission().milestones().stream()
                .map(report -> evidence(form.catalogue(), report))
                .toList();
    }

    private static RuleResult evidence(Catalogue catalogue, MilestoneReport report) {
        if (report.state().isEmpty()) {
            return RuleResult.notJudged(Unjudged.NO_FIGURE);
        }
        boolean completed = report.state().equals(Optional.of(MilestoneState.COMPLETED));
        if (!completed || !UsableExplanations.essence(report.evidence()).isEmpty()) {
            return RuleResult.PASSED;
        }
        Optional<Milestone> milestone = catalogue.findMilestone(report.milestone());
        return RuleResult.failed(
                List.of(report.at()),
                Map.of(
                        "found", report.rawState(),
                        "code", report.milestone().value(),
                        "name", milestone.map(Milestone::nameZh).orElse(""),
                        "expected", milestone.map(Milestone::evidence).orElse("")));
    }
}
