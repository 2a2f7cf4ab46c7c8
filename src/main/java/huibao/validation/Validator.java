package huibao.validation;

import huibao.catalogue.Catalogue;
import huibao.model.Decision;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.ItemCode;
import huibao.model.Observation;
import huibao.model.Reading;
import huibao.model.Submission;
import huibao.model.SubmissionState;
import huibao.model.Unit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides on one workbook: runs the job's rules over it and accepts, returns or rejects it (审核). A pure
 * function of its arguments and the job; it can run anywhere and in any order.
 */
public final class Validator {

    private final Catalogue catalogue;
    private final UsableExplanations explanations;
    private final RuleRun rules;

    /** Judges by this job's rules. */
    public Validator(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.explanations = new UsableExplanations(catalogue.settings().explanations());
        this.rules = new RuleRun(catalogue, explanations);
    }

    /** Judges a workbook of which nobody knows what hangs on its figures. */
    public Decision validate(Reading reading, Context context) {
        return validate(reading, context, ImpactSource.unknown());
    }

    /**
     * Judges a workbook as read. Never throws on data.
     *
     * @param reading the workbook and what reading said of it
     * @param context what the registry knows; rules that need more than that are not judged
     * @param stakes what hangs on a finding: it decides on the order, never on the outcome
     */
    public Decision validate(Reading reading, Context context, ImpactSource stakes) {
        RuleTally tally = new RuleTally();
        List<Finding> findings = new ArrayList<>(new ReadingRules(catalogue).apply(reading.findings()));
        Optional<Unit> unit = reading.submission().flatMap(submission -> catalogue.findUnit(submission.unit()));
        reading.submission()
                .filter(submission -> unit.isEmpty())
                .ifPresent(submission -> findings.add(unitUnknown(submission)));
        findings.forEach(finding -> tally.add(finding.rule(), finding.outcome()));
        Optional<JudgedForm> form = unit.map(
                known -> JudgedForm.of(catalogue, reading.submission().orElseThrow(), known, context, findings));
        List<Finding> all = form.map(known -> judged(known, tally)).orElse(findings);
        List<Finding> reported = ReportOrder.of(all, stakes);
        Optional<Finding> first = reported.stream().filter(Finding::blocks).findFirst();
        SubmissionState state = unit.isEmpty()
                ? SubmissionState.REJECTED
                : first.isPresent() ? SubmissionState.RETURNED : SubmissionState.ACCEPTED;
        return new Decision(
                state,
                first.map(Finding::rule).orElse(Decision.CLEAN),
                reported,
                tally.counts(),
                tally.unjudged(),
                form.map(explanations::usable).orElse(Set.of()));
    }

    /**
     * The explanations that go from a unit's last accepted form into its next one: those that say something,
     * as long as the figures they were given for have not changed.
     *
     * @param latest the last accepted form
     * @param before accepted forms of the year before it, the newest first
     * @return texts by item
     */
    public Map<ItemCode, String> carriedOver(Submission latest, Iterator<Submission> before) {
        Map<ItemCode, Observation> rows = JudgedForm.rowsOf(latest);
        Map<ItemCode, String> texts = new TreeMap<>();
        GivenExplanation.of(latest, before)
                .forEach((item, given) -> Optional.ofNullable(rows.get(item))
                        .filter(row -> explanations.usable(given.text()) && given.holdsFor(row))
                        .ifPresent(row -> texts.put(item, given.text().strip())));
        return texts;
    }

    private List<Finding> judged(JudgedForm form, RuleTally tally) {
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : form.readingFindings()) {
            List<ItemCode> items = finding.item().stream().toList();
            findings.add(explanations.explain(form, finding, items));
        }
        findings.addAll(rules.findings(form, tally));
        List<Finding> kept = new ArrayList<>(Suppression.apply(findings));
        kept.addAll(rules.findings(form, kept, tally));
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
