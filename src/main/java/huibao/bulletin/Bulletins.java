package huibao.bulletin;

import huibao.attainment.AttainmentAssessor;
import huibao.attainment.CityTargets;
import huibao.catalogue.Catalogue;
import huibao.model.AreaFigures;
import huibao.model.Bulletin;
import huibao.model.Certainty;
import huibao.model.Imputation;
import huibao.model.Imputations;
import huibao.model.ImputedFigure;
import huibao.model.ItemCode;
import huibao.model.Period;
import huibao.model.Reminder;
import huibao.model.Revision;
import huibao.model.SourcedFinding;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.TargetBasis;
import huibao.model.TargetCode;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitReport;
import huibao.rollup.CityFigures;
import huibao.rollup.History;
import huibao.rollup.Imputer;
import huibao.rollup.ReportSeries;
import huibao.rollup.RollUp;
import huibao.rollup.UnitHistory;
import huibao.store.Edition;
import huibao.store.LoggedRun;
import huibao.store.Registry;
import huibao.validation.CityChecks;
import huibao.validation.CityContext;
import huibao.validation.StandingFigure;
import huibao.validation.UnitFigures;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

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
        return new Bulletins(catalogue, registry, period -> publishedAt(runs, period), Long.MAX_VALUE);
    }

    /** When a period was published last; if it never was, before everything. */
    static Instant publishedAt(List<LoggedRun> runs, Period period) {
        return runs.stream()
                .filter(logged -> logged.published().contains(period))
                .map(logged -> logged.run().startedAt())
                .reduce((earlier, later) -> later)
                .orElse(Instant.EPOCH);
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
        Instant now = at.apply(period);
        List<SubmissionRecord> submissions = submissions(period);
        StandingUnits standing = new StandingUnits(catalogue, registry, period, now, submissions);
        CityFigures city = new CityFigures(catalogue);
        CityTargets targets = new CityTargets(catalogue);
        for (Unit unit : catalogue.units()) {
            AreaFigures own = standing.figures(unit);
            city.add(own);
            targets.add(own);
        }
        AttainmentAssessor assessor = new AttainmentAssessor(catalogue);
        AssessedUnits units = new AssessedUnits(catalogue, registry, standing, targets, submissions);
        List<Revision> revisions = revisions(period);
        List<SourcedFinding> rejected = rejectedFindings(submissions);
        return new Bulletin(
                period,
                now,
                catalogue.hash(),
                submissions.stream()
                        .anyMatch(record -> record.state() == SubmissionState.ACCEPTED && record.synthetic()),
                List.copyOf(city.figures().figures()),
                assessor.assessCity(period, city.figures(), targets),
                units,
                assessor.assessMilestones(period, registry.standings().milestones(period)),
                new ReportingLines(
                                catalogue,
                                reminders(period),
                                now,
                                record -> Optional.of(registry.missingReasons(record)))
                        .of(period, submissions),
                submissions,
                rejected,
                new CityChecks(catalogue).check(cityContext(standing, now, revisions)),
                revisions,
                new Review(catalogue, registry, standing, submissions).of(units, rejected),
                imputations(standing),
                edition(period));
    }

    /** The findings of files that are no submission of a unit of the job. */
    public List<SourcedFinding> rejectedFindings(List<SubmissionRecord> submissions) {
        return submissions.stream()
                .filter(record -> record.unit().flatMap(catalogue::findUnit).isEmpty())
                .flatMap(record ->
                        registry.findings(record).stream().map(finding -> new SourcedFinding(record, finding)))
                .toList();
    }

    /** What the rules over the city compare: each unit beside the period before. */
    private CityContext cityContext(StandingUnits standing, Instant now, List<Revision> revisions) {
        Optional<StandingUnits> before = standing.period()
                .previousInYear()
                .map(previous -> new StandingUnits(catalogue, registry, previous, now, registry.submissions(previous)));
        Iterable<UnitFigures> units = () -> catalogue.units().stream()
                .map(unit -> figures(unit, standing, before))
                .iterator();
        return new CityContext(units, revisionsOnceDue(standing.period(), revisions));
    }

    private static UnitFigures figures(Unit unit, StandingUnits standing, Optional<StandingUnits> before) {
        Map<ItemCode, StandingFigure> earlier =
                before.map(then -> then.comparedFigures(unit)).orElse(Map.of());
        boolean isCorrected = before.flatMap(then -> then.record(unit.code()))
                .flatMap(then -> standing.record(unit.code())
                        .filter(now -> then.decidedAt().isAfter(now.decidedAt())))
                .isPresent();
        return new UnitFigures(unit, standing.comparedFigures(unit), earlier, isCorrected ? earlier : Map.of());
    }

    /** What the city would come to with what is reckoned for missing units; judged by nobody. */
    private Imputations imputations(StandingUnits standing) {
        Imputation method = catalogue.settings().imputation();
        if (method == Imputation.NONE) {
            return Imputations.none();
        }
        Period period = standing.period();
        List<UnitReport> reports = catalogue.units().stream()
                .flatMap(unit -> standing.report(unit.code()).stream())
                .toList();
        History history = history(standing);
        Map<UnitCode, ReportSeries> yearBefore = new LinkedHashMap<>();
        history.earlier().forEach((unit, series) -> yearBefore.put(unit, yearBefore(unit, series, standing)));
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
    private ReportSeries yearBefore(UnitCode unit, ReportSeries earlier, StandingUnits standing) {
        return new ReportSeries(catalogue.items().stream()
                .flatMap(item -> earlier.lastWithValue(item.code()).stream())
                .map(UnitReport::period)
                .distinct()
                .flatMap(last -> standing.lastYear(unit, last.yearBefore()).stream())
                .toList());
    }

    private History history(StandingUnits standing) {
        Map<UnitCode, ReportSeries> earlier = new LinkedHashMap<>();
        Map<UnitCode, UnitReport> priorYear = new LinkedHashMap<>();
        Map<UnitCode, UnitReport> priorYearEnd = new LinkedHashMap<>();
        for (Unit unit : catalogue.units()) {
            UnitHistory own = standing.history(unit.code());
            if (!own.earlier().reports().isEmpty()) {
                earlier.put(unit.code(), own.earlier());
            }
            own.priorYear().ifPresent(report -> priorYear.put(unit.code(), report));
            own.priorYearEnd().ifPresent(report -> priorYearEnd.put(unit.code(), report));
        }
        return new History(earlier, priorYear, priorYearEnd);
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

    private int edition(Period period) {
        return registry.editions().latest(period).map(Edition::number).orElse(0);
    }

    /** The period's submissions, and the files rejected while it was due: they name no period. */
    public List<SubmissionRecord> submissions(Period period) {
        List<SubmissionRecord> submissions = new ArrayList<>(registry.submissions(period));
        submissions.addAll(registry.rejected(begin(period), end(period)));
        submissions.sort(Comparator.comparingLong(SubmissionRecord::receipt));
        return submissions;
    }

    /** A period is due when it is over; everything earlier belongs to the first. */
    private Instant begin(Period period) {
        return period.equals(catalogue.periods().get(0)) ? Instant.EPOCH : dayAfter(period);
    }

    /** Until the next one is over. */
    private Instant end(Period period) {
        List<Period> periods = catalogue.periods();
        int next = periods.indexOf(period) + 1;
        return next < periods.size() ? dayAfter(periods.get(next)) : Instant.MAX;
    }

    private Instant dayAfter(Period period) {
        return period.lastDay()
                .plusDays(1)
                .atStartOfDay(catalogue.settings().zone())
                .toInstant();
    }

    /** What the reader of the previous period's bulletin cannot know yet. */
    private List<Revision> revisions(Period period) {
        Instant since = period.previousInYear()
                .flatMap(previous -> registry.editions().first(previous))
                .map(Edition::publishedAt)
                .orElse(Instant.EPOCH);
        return registry.editions().revisions(period, since);
    }
}
