package huibao.attainment;

import huibao.catalogue.Catalogue;
import huibao.catalogue.JobSettings;
import huibao.model.AreaFigures;
import huibao.model.Attainment;
import huibao.model.AttainmentStatus;
import huibao.model.Certainty;
import huibao.model.Fraction;
import huibao.model.ItemFigure;
import huibao.model.MilestoneReport;
import huibao.model.MilestoneStatus;
import huibao.model.Pace;
import huibao.model.Period;
import huibao.model.PriorYearCourse;
import huibao.model.Reporter;
import huibao.model.SeasonalPace;
import huibao.model.Target;
import huibao.model.TargetBasis;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.YearEnd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Assesses every target for the city and for each unit that answers for it, and every milestone.
 *
 * <p>The city is judged against the target itself. A unit is judged against its allocation; without one,
 * a rate against the city's value ({@link TargetBasis#CITY_VALUE}) and a level not at all ({@link
 * AttainmentStatus#NO_TARGET}). Zones are judged like districts and never ranked.
 */
public final class AttainmentAssessor {

    private final Catalogue catalogue;
    private final JobSettings settings;
    private final List<Target> districtTargets;

    private record Basis(TargetBasis kind, Optional<BigDecimal> value) {}

    public AttainmentAssessor(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.settings = catalogue.settings();
        this.districtTargets = catalogue.targets().stream()
                .filter(target -> target.level() == Reporter.DISTRICT)
                .toList();
    }

    /**
     * Assesses a whole period; the order of its figures is irrelevant.
     *
     * @param period the period
     * @param figures every figure roll-up makes: each unit's items, and the city's
     * @return the city's rows, targets in catalogue order; then the districts' and zones' in print
     *     order, for the targets they answer for
     * @throws IllegalArgumentException if a figure is not there
     */
    public List<Attainment> assess(Period period, List<ItemFigure> figures) {
        Map<UnitCode, List<ItemFigure>> byArea = figures.stream().collect(Collectors.groupingBy(ItemFigure::refArea));
        CityTargets targets = new CityTargets(catalogue);
        for (Unit unit : catalogue.units()) {
            targets.add(own(unit, byArea));
        }
        UnitCode city = catalogue.city().code();
        List<Attainment> rows = new ArrayList<>(
                assessCity(period, AreaFigures.of(city, byArea.getOrDefault(city, List.of())), targets));
        for (Unit unit : catalogue.units()) {
            rows.addAll(assessUnit(period, own(unit, byArea), targets));
        }
        return List.copyOf(rows);
    }

    /** What the unit itself reports; of the city's figures those that it alone is asked for. */
    private AreaFigures own(Unit unit, Map<UnitCode, List<ItemFigure>> byArea) {
        AreaFigures all = AreaFigures.of(unit.code(), byArea.getOrDefault(unit.code(), List.of()));
        return AreaFigures.of(
                unit.code(),
                catalogue.itemsFor(unit).stream()
                        .map(item -> all.require(item.code()))
                        .toList());
    }

    /**
     * Assesses the city.
     *
     * @param period the period
     * @param city its figures, one per item
     * @param units every unit of the job, added
     * @return a row per target, in catalogue order
     */
    public List<Attainment> assessCity(Period period, AreaFigures city, CityTargets units) {
        return catalogue.targets().stream()
                .map(target -> row(
                        period,
                        target,
                        city.area(),
                        new Basis(TargetBasis.CITY, Optional.of(target.value())),
                        Parts.of(target, city, units.coverage(target)),
                        OptionalInt.empty()))
                .toList();
    }

    /**
     * Assesses one unit by its own figures.
     *
     * @param period the period
     * @param unit its figures, one per item its form asks for
     * @param others every unit of the job, added: districts are ranked among each other
     * @return a row per target it answers for, in catalogue order; none for the city
     */
    public List<Attainment> assessUnit(Period period, AreaFigures unit, CityTargets others) {
        if (unit.area().equals(catalogue.city().code())) {
            return List.of();
        }
        int place = catalogue.placeOf(unit.area());
        return districtTargets.stream()
                .map(target -> row(
                        period,
                        target,
                        unit.area(),
                        basis(target, unit.area()),
                        Parts.of(target, unit, Coverage.of(target, place, unit)),
                        others.rank(target, unit.area())))
                .toList();
    }

    /**
     * Assesses a period's milestones.
     *
     * <p>By one reporter: nothing readable said is NO_DATA; 不再推进 is MISSED. 已完成 is ACHIEVED, but
     * ADVANCE and STRIVE stay IN_PROGRESS until the last period of the year. Before that period, what is
     * not completed is FAR_BEHIND if it is not started by the end of the year's third month or is three
     * whole months past its deadline, BELOW if it is past its deadline, IN_PROGRESS otherwise. In the
     * last period what is not completed is MISSED, except an ADVANCE under way: it advanced, and is
     * ACHIEVED. Months late are whole months from the day after the deadline to the end of the period,
     * or to the date given of what was completed.
     *
     * <p>The city stands where the least advanced of those who reported stands; what all of them achieved
     * while others are silent is IN_PROGRESS, and NO_DATA in the last period.
     *
     * @param period the period
     * @param reports the milestone rows of the units that reported
     * @return the city's row of each milestone, in catalogue order; then each reporter's own in print
     *     order. The city has no second row where it reports itself
     */
    public List<MilestoneStatus> assessMilestones(Period period, Map<UnitCode, List<MilestoneReport>> reports) {
        CityMilestones city = new CityMilestones(catalogue, period);
        List<MilestoneStatus> rows = new ArrayList<>();
        for (Unit unit : catalogue.units()) {
            List<MilestoneStatus> own = assessMilestones(period, unit, reports.getOrDefault(unit.code(), List.of()));
            city.add(own);
            if (!unit.equals(catalogue.city())) {
                rows.addAll(own);
            }
        }
        rows.addAll(0, city.rows());
        return List.copyOf(rows);
    }

    /**
     * Assesses the milestones one unit reports on, by its own rows.
     *
     * @param period the period
     * @param unit the reporter
     * @param rows what it reported; nothing if it did not report
     * @return a row per milestone it reports on, in catalogue order; also the city's own, to be added to {@link
     *     CityMilestones}
     */
    public List<MilestoneStatus> assessMilestones(Period period, Unit unit, List<MilestoneReport> rows) {
        return new Milestones(catalogue, period).of(unit, rows);
    }

    private Attainment row(Period period, Target target, UnitCode area, Basis basis, Parts parts, OptionalInt rank) {
        RoundingMode rounding = settings.rounding();
        Sums sums = parts.sums();
        Formula formula = Formula.of(target, sums);
        Optional<Fraction> actual = formula.value();
        Optional<Yardstick> yardstick =
                basis.value().map(value -> new Yardstick(target, value, period, settings.thresholds()));
        AttainmentStatus status = status(formula, sums, yardstick);
        List<UnitCode> missing = parts.coverage().missingUnits();
        Range range = missing.isEmpty() ? Range.unbounded() : Formula.bounds(target, parts);
        Optional<BigDecimal> obsValue = actual.map(value -> PublishedValue.of(target, value, rounding));
        Certainty certainty = missing.isEmpty()
                ? Certainty.COMPLETE
                : yardstick.map(y -> Outlook.of(y, range, status)).orElse(Certainty.DEPENDS);
        return new Attainment(
                period,
                target.code(),
                area,
                basis.value(),
                basis.kind(),
                obsValue,
                sums.level(),
                sums.prior(),
                sums.denominator(),
                growthPercent(sums).map(growth -> growth.divided(rounding)),
                actual.flatMap(value -> yardstick.flatMap(y -> y.completionPercent(value)))
                        .map(completion -> completion.divided(rounding)),
                period.pacePercent(rounding),
                actual.flatMap(value -> yardstick.flatMap(y -> y.gapPoints(value)))
                        .map(gap -> gap.divided(rounding)),
                actual.filter(value -> target.pace() == Pace.LINEAR)
                        .map(value -> projected(period, value).divided(rounding)),
                Formula.forecast(target, parts).map(value -> PublishedValue.of(target, value, rounding)),
                // With everyone in the ends are the value itself, rounded as it is.
                missing.isEmpty() ? obsValue : end(target, range.low(), RoundingMode.FLOOR),
                missing.isEmpty() ? obsValue : end(target, range.high(), RoundingMode.CEILING),
                certainty,
                certainty == Certainty.DEPENDS ? missing : List.of(),
                status,
                formula.obstacle(),
                actual.isPresent()
                        && yardstick.map(y -> y.isAboveBand(actual.get())).orElse(false),
                rank,
                parts.coverage().reportingRate(rounding),
                parts.status(),
                seasonal(target, parts, actual, yardstick),
                yearEnd(target, parts, yardstick, missing.isEmpty() ? Range.exactly(actual) : range),
                parts.figures().stream()
                        .flatMap(figure -> figure.assumptions().stream())
                        .toList());
    }

    /** The same flow held against how far along last year's was. */
    private SeasonalPace seasonal(
            Target target, Parts parts, Optional<Fraction> actual, Optional<Yardstick> yardstick) {
        Optional<Fraction> share =
                Yardstick.isPaced(target) ? parts.first().course().flatMap(PriorYearCourse::share) : Optional.empty();
        if (share.isEmpty()) {
            return SeasonalPace.NONE;
        }
        RoundingMode rounding = settings.rounding();
        return new SeasonalPace(
                share.map(part -> part.times(BigDecimal.valueOf(100)).divided(rounding)),
                actual.flatMap(value -> yardstick.flatMap(y -> y.gapPoints(value, share.get())))
                        .map(gap -> gap.divided(rounding)),
                actual.flatMap(value -> yardstick.map(y -> y.statusAtPace(value, share.get()))),
                actual.map(value -> value.over(share.get()).divided(rounding)));
    }

    private YearEnd yearEnd(Target target, Parts parts, Optional<Yardstick> yardstick, Range range) {
        if (!RemainingYear.appliesTo(target, catalogue.requireItem(parts.first().item()))) {
            return YearEnd.NOT_APPLICABLE;
        }
        return yardstick
                .map(y -> new RemainingYear(y, parts, range, settings.rounding()).view())
                .orElse(YearEnd.NOT_COMPUTABLE);
    }

    private static AttainmentStatus status(Formula formula, Sums sums, Optional<Yardstick> yardstick) {
        if (sums.level().isEmpty()) {
            return AttainmentStatus.NO_DATA;
        }
        if (formula.value().isEmpty()) {
            return AttainmentStatus.CANNOT_ASSESS;
        }
        return yardstick.map(y -> y.statusOf(formula.value().get())).orElse(AttainmentStatus.NO_TARGET);
    }

    private static Optional<BigDecimal> end(Target target, Optional<Fraction> end, RoundingMode outward) {
        return end.map(value -> PublishedValue.of(target, value, outward));
    }

    private static Optional<Fraction> growthPercent(Sums sums) {
        return sums.prior()
                .filter(prior -> prior.signum() > 0)
                .flatMap(prior -> sums.level().map(level -> new Fraction(level, prior)))
                .map(ratio -> ratio.lessOne().times(BigDecimal.valueOf(100)));
    }

    private static Fraction projected(Period period, Fraction value) {
        return value.times(BigDecimal.valueOf(period.frequency().periodsPerYear()))
                .over(Fraction.of(BigDecimal.valueOf(period.number())));
    }

    private Basis basis(Target target, UnitCode unit) {
        return catalogue
                .findAllocation(target.code(), unit)
                .map(allocation -> new Basis(
                        allocation.illustrative() ? TargetBasis.ILLUSTRATIVE : TargetBasis.ALLOCATION,
                        Optional.of(allocation.value())))
                .orElseGet(() -> target.measure().isRate()
                        ? new Basis(TargetBasis.CITY_VALUE, Optional.of(target.value()))
                        : new Basis(TargetBasis.NONE, Optional.empty()));
    }
}
