package huibao.bulletin;

import huibao.attainment.AttainmentAssessor;
import huibao.attainment.CityTargets;
import huibao.catalogue.Catalogue;
import huibao.model.AreaFigures;
import huibao.model.Attainment;
import huibao.model.Bulletin;
import huibao.model.Finding;
import huibao.model.Impact;
import huibao.model.ItemCode;
import huibao.model.MilestoneStatus;
import huibao.model.Period;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.model.UnitReport;
import huibao.model.UnitReporting;
import huibao.rollup.CityFigures;
import huibao.store.Edition;
import huibao.store.PublishedPeriod.Reviewed;
import huibao.store.Registry;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a period's bulletin says of some items: their figures and the verdicts on the targets made of them, computed from
 * what stands; what somebody should look at as it was published. Of thousands of forms nothing else is read.
 */
public final class ItemBulletin {

    private final Catalogue catalogue;
    private final Catalogue part;
    private final Registry registry;
    private final Period period;
    private final List<SubmissionRecord> submissions;
    private final StandingUnits standing;
    private final Map<UnitCode, AreaFigures> figures = new HashMap<>();
    private final CityFigures city;
    private final CityTargets targets;
    private final boolean isPublished;
    private Optional<Bulletin> computed = Optional.empty();

    /**
     * @param catalogue the job
     * @param registry what was sent and what stands
     * @param period the period
     * @param items the items
     */
    public ItemBulletin(Catalogue catalogue, Registry registry, Period period, Collection<ItemCode> items) {
        this.catalogue = catalogue;
        this.part = catalogue.only(items);
        this.registry = registry;
        this.period = period;
        this.submissions = Bulletins.asPublished(catalogue, registry).submissions(period);
        Instant at = Bulletins.publishedAt(registry.runLog().runs(), period);
        Map<String, UnitReport> reports = registry.rowsOf(List.copyOf(items))
                .reports(submissions.stream()
                        .filter(record -> record.state() == SubmissionState.ACCEPTED)
                        .toList());
        this.standing = new StandingUnits(
                part,
                registry,
                period,
                at,
                submissions,
                record -> Objects.requireNonNull(reports.get(record.submissionId())));
        this.city = new CityFigures(part);
        this.targets = new CityTargets(part);
        for (Unit unit : part.units()) {
            AreaFigures own = standing.figures(unit);
            city.add(own);
            targets.add(own);
            if (unit.kind() != UnitKind.CITY) {
                figures.put(unit.code(), own);
            }
        }
        figures.put(catalogue.city().code(), city.figures());
        this.isPublished = registry.editions()
                .latest(period)
                .map(Edition::catalogueHash)
                .filter(catalogue.hash()::equals)
                .isPresent();
    }

    public Period period() {
        return period;
    }

    /** Whether any accepted submission of the period says its figures are synthetic. */
    public boolean synthetic() {
        return submissions.stream()
                .anyMatch(record -> record.state() == SubmissionState.ACCEPTED && record.synthetic());
    }

    /** The items' figures for the city or a unit. */
    public AreaFigures figures(UnitCode area) {
        return Objects.requireNonNull(figures.get(area));
    }

    /** The verdicts on the city or a unit, of the targets made of the items. */
    public List<Attainment> attainments(UnitCode area) {
        AttainmentAssessor assessor = new AttainmentAssessor(part);
        return area.equals(catalogue.city().code())
                ? assessor.assessCity(period, city.figures(), targets)
                : assessor.assessUnit(period, figures(area), targets);
    }

    /** Who has sent what, units in print order; of reminders and of what is in the forms nothing is told. */
    public List<UnitReporting> reporting() {
        return PeriodStatus.lines(catalogue, period, submissions);
    }

    /** Every submission of the period, and those rejected while it was due, in receipt order. */
    public List<SubmissionRecord> submissions() {
        return submissions;
    }

    /** The submission of a unit that stands; empty if none does. */
    public Optional<SubmissionRecord> standing(UnitCode unit) {
        return standing.record(unit);
    }

    /** Where milestones stand: city rows first, then reporters. */
    public List<MilestoneStatus> milestones() {
        return new AttainmentAssessor(catalogue)
                .assessMilestones(period, registry.standings().milestones(period));
    }

    /** What the audit of the city's sums says. */
    public List<Finding> cityFindings() {
        return isPublished
                ? registry.published(period).cityFindings()
                : computed().cityFindings();
    }

    /** What somebody should look at, by submission. */
    public Map<String, List<Reviewed>> review() {
        List<Reviewed> all = isPublished
                ? registry.published(period).review()
                : computed().review().stream()
                        .map(open -> new Reviewed(
                                open.sourced().submission().submissionId(),
                                open.findingNo(),
                                open.rank(),
                                new Impact(
                                        open.impact().decides(), open.impact().points())))
                        .toList();
        return all.stream().collect(Collectors.groupingBy(Reviewed::submissionId));
    }

    /** What was never published under this state of the job folder has to be computed. */
    private Bulletin computed() {
        Bulletin whole = computed.orElseGet(
                () -> Bulletins.asPublished(catalogue, registry).of(period));
        computed = Optional.of(whole);
        return whole;
    }
}
