package huibao.validation;

import huibao.catalogue.Catalogue;
import huibao.model.Decision;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.ItemCode;
import huibao.model.Reading;
import huibao.model.Submission;
import huibao.model.SubmissionState;
import huibao.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides on one workbook: runs the job's rules over it and accepts, returns or rejects it (审核). A pure
 * function of its arguments and the job; it can run anywhere and in any order.
 */
public final class Validator {

    private final Catalogue catalogue;
    private final Explanations explanations;

    /** Judges by this job's rules. */
    public Validator(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.explanations = new Explanations(catalogue.settings().explanations());
    }

    /** Judges a workbook of which nobody knows what hangs on its figures. */
    public Decision validate(Reading reading, Context context) {
        return validate(reading, context, Stakes.unknown());
    }

    /**
     * Judges a workbook as read. Never throws on data.
     *
     * @param reading the workbook and what reading said of it
     * @param context what the registry knows; rules that need more than that are not judged
     * @param stakes what hangs on a finding: it decides on the order, never on the outcome
     */
    public Decision validate(Reading reading, Context context, Stakes stakes) {
        Tally tally = new Tally();
        List<Finding> findings = new ArrayList<>(new ReadingRules(catalogue).apply(reading.findings()));
        Optional<Unit> unit = reading.submission().flatMap(submission -> catalogue.findUnit(submission.unit()));
        reading.submission()
                .filter(submission -> unit.isEmpty())
                .ifPresent(submission -> findings.add(unitUnknown(submission)));
        findings.forEach(finding -> tally.add(finding.rule(), finding.outcome()));
        List<Finding> all = unit.isEmpty()
                ? findings
                : judged(
                        JudgedForm.of(catalogue, reading.submission().orElseThrow(), unit.get(), context, findings),
                        tally);
        List<Finding> reported = ReportOrder.of(all, stakes);
        Optional<Finding> first = reported.stream().filter(Finding::blocks).findFirst();
        SubmissionState state = unit.isEmpty()
                ? SubmissionState.REJECTED
                : first.isPresent() ? SubmissionState.RETURNED : SubmissionState.ACCEPTED;
        return new Decision(state, first.map(Finding::rule).orElse(Decision.CLEAN), reported, tally.counts());
    }

    private List<Finding> judged(JudgedForm form, Tally tally) {
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : form.readingFindings()) {
            List<ItemCode> items = finding.item().stream().toList();
            findings.add(explanations.explain(form, finding, items));
        }
        RuleRun run = new RuleRun(catalogue, explanations, tally);
        findings.addAll(run.findings(form));
        List<Finding> kept = new ArrayList<>(Suppression.apply(findings));
        kept.addAll(run.unusableExplanations(form, kept));
        return kept;
    }

    private static Finding unitUnknown(Submission submission) {
        return Finding.ofReading(
                FindingKind.UNIT_UNKNOWN,
                Optional.empty(),
                List.of(),
                Map.of("found", submission.unit().value()));
    }
}
