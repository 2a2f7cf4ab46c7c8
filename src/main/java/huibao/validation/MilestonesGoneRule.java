package huibao.validation;

import huibao.model.CellRef;
import huibao.model.Milestone;
import huibao.model.MilestoneCode;
import huibao.model.MilestoneReport;
import huibao.model.Submission;
import huibao.model.Unjudged;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Milestones whose status stood on the form accepted before, for this period or the one before it, and is blank or
 * gone now: what was reported would be wiped out by a sheet that was left out or not filled in.
 */
final class MilestonesGoneRule implements FormRule {

    /** As many as a line can name. */
    private static final int NAMED = 3;

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form) {
        Map<MilestoneCode, Milestone> stood = new LinkedHashMap<>();
        Stream.of(
                        form.context().standing().map(AcceptedVersion::form),
                        form.context().previous())
                .flatMap(Optional::stream)
                .flatMap(MilestonesGoneRule::filled)
                .forEach(code ->
                        form.catalogue().findMilestone(code).ifPresent(milestone -> stood.put(code, milestone)));
        if (stood.isEmpty()) {
            return List.of(RuleResult.notJudged(Unjudged.NO_PREVIOUS));
        }
        Map<MilestoneCode, MilestoneReport> now = form.submission().milestones().stream()
                .collect(Collectors.toMap(MilestoneReport::milestone, Function.identity()));
        List<Milestone> gone = form.catalogue().milestonesFor(form.unit()).stream()
                .filter(milestone -> stood.containsKey(milestone.code()))
                .filter(milestone -> Optional.ofNullable(now.get(milestone.code()))
                        .filter(report -> !report.rawState().isBlank())
                        .isEmpty())
                .toList();
        return List.of(gone.isEmpty() ? RuleResult.PASSED : failed(gone, now, stood.size()));
    }

    private static Stream<MilestoneCode> filled(Submission form) {
        return form.milestones().stream()
                .filter(report -> report.state().isPresent())
                .map(MilestoneReport::milestone);
    }

    private static RuleResult failed(List<Milestone> gone, Map<MilestoneCode, MilestoneReport> now, int stood) {
        List<CellRef> cells = gone.stream()
                .map(milestone -> now.get(milestone.code()))
                .filter(Objects::nonNull)
                .map(MilestoneReport::at)
                .toList();
        String names = gone.stream().limit(NAMED).map(Milestone::nameZh).collect(Collectors.joining("、"));
        return RuleResult.failed(
                cells,
                Map.of(
                        "found",
                        Integer.toString(gone.size()),
                        "whole",
                        Integer.toString(stood),
                        "items",
                        gone.size() > NAMED ? names + "、…" : names));
    }
}
