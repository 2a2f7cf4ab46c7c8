package huibao.bulletin;

import huibao.attainment.AttainmentAssessor;
import huibao.catalogue.Catalogue;
import huibao.model.Attainment;
import huibao.model.Bulletin;
import huibao.model.BulletinUnits;
import huibao.model.Certainty;
import huibao.model.Finding;
import huibao.model.Imputation;
import huibao.model.Imputations;
import huibao.model.ImputedFigure;
import huibao.model.ItemCode;
import huibao.model.ItemFigure;
import huibao.model.ItemValue;
import huibao.model.ListedUnits;
import huibao.model.Observation;
import huibao.model.Period;
import huibao.model.Reminder;
import huibao.model.Revision;
import huibao.model.SourcedFinding;
import huibao.model.SourcedObservation;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.TargetBasis;
import huibao.model.TargetCode;
import huibao.model.Unit;
import huibao.model.UnitBulletin;
import huibao.model.UnitCode;
import huibao.model.UnitReport;
import huibao.rollup.History;
import huibao.rollup.Imputer;
import huibao.rollup.ReportSeries;
import huibao.rollup.RollUp;
import huibao.store.Edition;
import huibao.store.LoggedRun;
import huibao.store.Registry;
import huibao.validation.CityChecks;
import huibao.validation.CityContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything published for a period, computed from what stands in the registry. */
public final class Bulletins {

    private final Catalogue catalogue;
    private final Registry registry;
    private final Function<Period, Instant> at;
    private final long lastReminder;
    private final Map<Period, Bulletin> made = new TreeMap<>();
    private final Map<Period, Bulletin> published = new TreeMap<>();

    /**
     * @param catalogue the job
     * @param registry what stands
     * @param at stated time, printed on what is published; of last year's figures those count that stood then
     */
    public Bulletins(Catalogue catalogue, Registry registry, Instant at) {
        this(catalogue, registry, at, Long.MAX_VALUE);
    }

    /** The same as a run sees it that knows of no later reminder. */
    public Bulletins(Catalogue catalogue, Registry registry, Instant at, long lastReminder) {
        this(catalogue, registry, period -> at, lastReminder);
    }

    private Bulletins(Catalogue catalogue, Registry registry, Function<Period, Instant> at, long lastReminder) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.at = at;
        this.lastReminder = lastReminder;
    }

    /** Reminders a period's bulletin knows of: none that was issued, or says it was, after it. */
    public List<Reminder> reminders(Period period) {
        Instant now = at.apply(period);
        return registry.reminderLog().reminders().stream()
                .filter(reminder ->
                        reminder.number() <= lastReminder && !reminder.at().isAfter(now))
                .toList();
    }

    /**
     * Bulletins of what stands, each stated when its period was published last: last year's figures are those of
     * then, whatever became of them since.
     */
    public static Bulletins asPublished(Catalogue catalogue, Registry registry) {
        List<LoggedRun> runs = registry.runLog().runs();
        return new Bulletins(
                catalogue,
                registry,
                period -> runs.stream()
                        .filter(logged -> logged.published().contains(period))
                        .map(logged -> logged.run().startedAt())
                        .reduce((earlier, later) -> later)
                        .orElse(Instant.EPOCH),
                Long.MAX_VALUE);
    }

    /** The period's bulletin; the registry must not change between calls. */
    public Bulletin of(Period period) {
        return made.computeIfAbsent(period, this::make);
    }

    /**
     * The period's bulletin as it is in the registry, edition and revisions included: only to be asked for when
     * all periods of the run are there.
     */
    public Bulletin published(Period period) {
        return published.computeIfAbsent(period, asked -> of(asked).inEdition(edition(asked), revisions(asked)));
    }

    private Bulletin make(Period period) {
        List<SourcedObservation> observations = observations(period);
        List<UnitReport> reports = reports(period, observations);
        Instant now = at.apply(period);
        History history = history(period, now);
        List<ItemFigure> figures = new RollUp(catalogue).fold(period, reports, history);
        List<Attainment> attainments = new AttainmentAssessor(catalogue).assess(period, figures);
        List<SubmissionRecord> submissions = submissions(period);
        List<Revision> revisions = revisions(period);
        List<Finding> cityFindings = new CityChecks(catalogue)
                .check(CityContext.of(
                        catalogue,
                        new CityContext.Standing(figures, observations),
                        period.previousInYear().map(previous -> standing(previous, now)),
                        revisionsOnceDue(period, revisions)));
        List<String> ids =
                submissions.stream().map(SubmissionRecord::submissionId).toList();
        List<SourcedFinding> findings = new ArrayList<>(registry.findings(period));
        registry.rejectedFindings().stream()
                .filter(finding -> ids.contains(finding.submission().submissionId()))
                .forEach(findings::add);
        findings.sort(Comparator.comparingLong(finding -> finding.submission().receipt()));
        UnitCode city = catalogue.city().code();
        return new Bulletin(
                period,
                now,
                catalogue.hash(),
                observations.stream()
                        .anyMatch(observation -> observation.submission().synthetic()),
                figures.stream().filter(row -> row.refArea().equals(city)).toList(),
                attainments.stream().filter(row -> row.refArea().equals(city)).toList(),
                units(figures, attainments, observations, findings),
                new AttainmentAssessor(catalogue).assessMilestones(period, registry.standingMilestones(period)),
                new ReportingLines(catalogue, reminders(period), now, registry::asRead).of(period, submissions),
                submissions,
                findings.stream()
                        .filter(row -> row.submission()
                                .unit()
                                .flatMap(catalogue::findUnit)
                                .isEmpty())
                        .toList(),
                cityFindings,
                revisions,
                new Review(catalogue, registry).of(period, reports, history, submissions, findings),
                imputations(period, reports, history, now),
                edition(period));
    }

    private BulletinUnits units(
            List<ItemFigure> figures,
            List<Attainment> attainments,
            List<SourcedObservation> observations,
            List<SourcedFinding> findings) {
        UnitCode city = catalogue.city().code();
        Map<UnitCode, List<ItemFigure>> ofFigures =
                figures.stream().collect(Collectors.groupingBy(ItemFigure::refArea));
        Map<UnitCode, List<Attainment>> ofAttainments =
                attainments.stream().collect(Collectors.groupingBy(Attainment::refArea));
        Map<Optional<UnitCode>, List<SourcedObservation>> ofObservations = observations.stream()
                .collect(Collectors.groupingBy(row -> row.submission().unit()));
        Map<Optional<UnitCode>, List<SourcedFinding>> ofFindings = findings.stream()
                .collect(Collectors.groupingBy(row -> row.submission().unit()));
        return new ListedUnits(catalogue.units().stream()
                .map(Unit::code)
                .map(unit -> new UnitBulletin(
                        unit,
                        unit.equals(city) ? List.of() : ofFigures.getOrDefault(unit, List.of()),
                        unit.equals(city) ? List.of() : ofAttainments.getOrDefault(unit, List.of()),
                        ofObservations.getOrDefault(Optional.of(unit), List.of()),
                        ofFindings.getOrDefault(Optional.of(unit), List.of())))
                .toList());
    }

    /** What the city would come to with what is reckoned for missing units; judged by nobody. */
    private Imputations imputations(Period period, List<UnitReport> reports, History history, Instant now) {
        Imputation method = catalogue.settings().imputation();
        if (method == Imputation.NONE) {
            return Imputations.none();
        }
        Map<UnitCode, ReportSeries> yearBefore = new LinkedHashMap<>();
        history.earlier().forEach((unit, series) -> yearBefore.put(unit, yearBefore(unit, series, now)));
        List<ImputedFigure> imputed = new Imputer(catalogue).impute(period, reports, history, yearBefore);
        List<UnitReport> complete = Imputer.complete(period, reports, imputed);
        Map<TargetCode, BigDecimal> cityValues = new LinkedHashMap<>();
        new AttainmentAssessor(catalogue)
                .assess(period, new RollUp(catalogue).fold(period, complete, history)).stream()
                        .filter(row -> row.basis() == TargetBasis.CITY && row.certainty() == Certainty.COMPLETE)
                        .forEach(row -> row.obsValue().ifPresent(value -> cityValues.put(row.target(), value)));
        return new Imputations(method, imputed, cityValues);
    }

    /** A unit's reports of a year before, of the periods some item was last accepted for. */
    private ReportSeries yearBefore(UnitCode unit, ReportSeries earlier, Instant now) {
        return new ReportSeries(catalogue.items().stream()
                .flatMap(item -> earlier.lastWithValue(item.code()).stream())
                .map(UnitReport::period)
                .distinct()
                .flatMap(last -> lastYear(unit, last.yearBefore(), now).stream())
                .map(UnitReports::of)
                .toList());
    }

    /** What changed of the previous period after its deadline: until then its bulletin is still being made. */
    private List<Revision> revisionsOnceDue(Period period, List<Revision> revisions) {
        return revisions.stream()
                .filter(revision -> period.previousInYear().equals(Optional.of(revision.period())))
                .filter(revision -> catalogue
                        .due(revision.period())
                        .map(due -> revision.at().isAfter(due))
                        .orElse(true))
                .toList();
    }

    private CityContext.Standing standing(Period period, Instant now) {
        List<SourcedObservation> observations = observations(period);
        return new CityContext.Standing(
                new RollUp(catalogue).fold(period, reports(period, observations), history(period, now)), observations);
    }

    private int edition(Period period) {
        return registry.editions().latest(period).map(Edition::number).orElse(0);
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

    private static List<UnitReport> reports(Period period, List<SourcedObservation> observations) {
        Map<UnitCode, Map<ItemCode, ItemValue>> values = new LinkedHashMap<>();
        for (SourcedObservation row : observations) {
            Observation observation = row.observation();
            values.computeIfAbsent(row.submission().unit().orElseThrow(), unit -> new LinkedHashMap<>())
                    .put(observation.item(), UnitReports.value(observation, row.status()));
        }
        return values.entrySet().stream()
                .map(entry -> new UnitReport(entry.getKey(), period, entry.getValue()))
                .toList();
    }

    private History history(Period period, Instant now) {
        Map<UnitCode, ReportSeries> earlier = new LinkedHashMap<>();
        Map<UnitCode, UnitReport> priorYear = new LinkedHashMap<>();
        Map<UnitCode, UnitReport> priorYearEnd = new LinkedHashMap<>();
        for (Unit unit : catalogue.units()) {
            List<UnitReport> reports = registry.reportsBefore(unit.code(), period);
            if (!reports.isEmpty()) {
                earlier.put(unit.code(), new ReportSeries(reports));
            }
            lastYear(unit.code(), period.yearBefore(), now)
                    .ifPresent(found -> priorYear.put(unit.code(), UnitReports.of(found)));
            lastYear(unit.code(), period.yearBefore().lastOfYear(), now)
                    .ifPresent(found -> priorYearEnd.put(unit.code(), UnitReports.of(found)));
        }
        return new History(earlier, priorYear, priorYearEnd);
    }

    /** What stood of last year at the stated time. */
    private Optional<Submission> lastYear(UnitCode unit, Period period, Instant now) {
        return registry.lastYear().flatMap(archive -> archive.standing(unit, period, now));
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

    /** What the reader of the previous period's bulletin cannot know yet. */
    private List<Revision> revisions(Period period) {
        Optional<Instant> since = period.previousInYear()
                .flatMap(previous -> registry.editions().first(previous))
                .map(Edition::publishedAt);
        return registry.editions().revisions(period.year()).stream()
                .filter(revision -> revision.period().compareTo(period) <= 0)
                .filter(revision -> since.isEmpty() || revision.at().isAfter(since.get()))
                .toList();
    }
}
