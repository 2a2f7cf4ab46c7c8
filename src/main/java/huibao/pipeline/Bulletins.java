package huibao.pipeline;

import huibao.attainment.Judge;
import huibao.catalogue.Catalogue;
import huibao.model.Attainment;
import huibao.model.Bulletin;
import huibao.model.Finding;
import huibao.model.ItemCode;
import huibao.model.ItemFigure;
import huibao.model.ItemValue;
import huibao.model.ObsStatus;
import huibao.model.Observation;
import huibao.model.Period;
import huibao.model.Revision;
import huibao.model.SourcedFinding;
import huibao.model.SourcedObservation;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitReport;
import huibao.rollup.History;
import huibao.rollup.RollUp;
import huibao.store.Registry;
import huibao.validation.CityChecks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everything published for a period, computed from what stands in the registry. */
public final class Bulletins {

    private final Catalogue catalogue;
    private final Registry registry;
    private final Instant at;
    private final Map<Period, Bulletin> made = new TreeMap<>();

    /**
     * @param catalogue the job
     * @param registry what stands
     * @param at stated time, printed on what is published
     */
    public Bulletins(Catalogue catalogue, Registry registry, Instant at) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.at = at;
    }

    /** The period's bulletin; the registry must not change between calls. */
    public Bulletin of(Period period) {
        return made.computeIfAbsent(period, this::make);
    }

    private Bulletin make(Period period) {
        List<SourcedObservation> observations = observations(period);
        List<ItemFigure> figures = figures(period, observations);
        List<Attainment> attainments = new Judge(catalogue).judge(period, figures);
        List<SubmissionRecord> submissions = submissions(period);
        List<ItemFigure> before = period.previousInYear()
                .map(previous -> figures(previous, observations(previous)))
                .orElse(List.of());
        List<Finding> cityFindings = new CityChecks(catalogue).check(figures, before);
        List<String> ids =
                submissions.stream().map(SubmissionRecord::submissionId).toList();
        List<SourcedFinding> findings = new ArrayList<>(registry.findings(period));
        registry.rejectedFindings().stream()
                .filter(finding -> ids.contains(finding.submission().submissionId()))
                .forEach(findings::add);
        findings.sort(Comparator.comparingLong(finding -> finding.submission().receipt()));
        return new Bulletin(
                period,
                at,
                catalogue.hash(),
                observations.stream()
                        .anyMatch(observation -> observation.submission().synthetic()),
                figures,
                attainments,
                new Judge(catalogue).judgeMilestones(period, registry.standingMilestones(period)),
                new ReportingLines(catalogue).of(period, submissions),
                submissions,
                observations,
                findings,
                cityFindings,
                revisions(period));
    }

    private List<SourcedObservation> observations(Period period) {
        Map<ItemCode, Integer> itemOrder = new LinkedHashMap<>();
        catalogue.items().forEach(item -> itemOrder.put(item.code(), itemOrder.size()));
        return registry.standingObservations(period).stream()
                .sorted(Comparator.<SourcedObservation>comparingInt(row -> catalogue
                                .requireUnit(row.submission().unit().orElseThrow())
                                .order())
                        .thenComparingInt(
                                row -> itemOrder.getOrDefault(row.observation().item(), Integer.MAX_VALUE)))
                .toList();
    }

    private List<ItemFigure> figures(Period period, List<SourcedObservation> observations) {
        Map<UnitCode, Map<ItemCode, ItemValue>> values = new LinkedHashMap<>();
        for (SourcedObservation row : observations) {
            Observation observation = row.observation();
            values.computeIfAbsent(row.submission().unit().orElseThrow(), unit -> new LinkedHashMap<>())
                    .put(observation.item(), value(observation, row.status()));
        }
        List<UnitReport> reports = values.entrySet().stream()
                .map(entry -> new UnitReport(entry.getKey(), period, entry.getValue()))
                .toList();
        return new RollUp(catalogue).fold(period, reports, history(period));
    }

    private History history(Period period) {
        Map<UnitCode, UnitReport> lastAccepted = new LinkedHashMap<>();
        Map<UnitCode, UnitReport> priorYear = new LinkedHashMap<>();
        for (Unit unit : catalogue.units()) {
            registry.latestStandingBefore(unit.code(), period)
                    .ifPresent(found -> lastAccepted.put(unit.code(), report(found)));
            registry.standing(unit.code(), period.yearBefore())
                    .ifPresent(found -> priorYear.put(unit.code(), report(found)));
        }
        return new History(lastAccepted, priorYear);
    }

    private static UnitReport report(Submission submission) {
        Map<ItemCode, ItemValue> values = new LinkedHashMap<>();
        submission
                .observations()
                .forEach(observation -> values.put(observation.item(), value(observation, ObsStatus.A)));
        return new UnitReport(submission.unit(), submission.period(), values);
    }

    private static ItemValue value(Observation observation, ObsStatus status) {
        return new ItemValue(
                observation.value().amount().known(),
                observation.priorYear().amount().known(),
                observation.forecast().amount().known(),
                status);
    }

    /** The period's submissions, and the files rejected while it was due: they name no period. */
    private List<SubmissionRecord> submissions(Period period) {
        List<SubmissionRecord> submissions = new ArrayList<>(registry.submissions(period));
        registry.rejected().stream().filter(record -> isDue(period, record)).forEach(submissions::add);
        submissions.sort(Comparator.comparingLong(SubmissionRecord::receipt));
        return submissions;
    }

    /** After the period is over and before the next one is; everything earlier belongs to the first. */
    private boolean isDue(Period period, SubmissionRecord record) {
        LocalDate day = record.receivedAt().atZone(catalogue.settings().zone()).toLocalDate();
        List<Period> periods = catalogue.periods();
        Period due = periods.stream()
                .filter(candidate -> candidate.lastDay().isBefore(day))
                .reduce((first, second) -> second)
                .orElse(periods.get(0));
        return due.equals(period);
    }

    private List<Revision> revisions(Period period) {
        Optional<Instant> since = period.previousInYear().flatMap(catalogue::due);
        return registry.revisions(period.year()).stream()
                .filter(revision -> revision.period().compareTo(period) <= 0)
                .filter(revision -> since.isEmpty() || revision.at().isAfter(since.get()))
                .toList();
    }
}
