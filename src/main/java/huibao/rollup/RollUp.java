package huibao.rollup;

import huibao.catalogue.Catalogue;
import huibao.model.Accumulation;
import huibao.model.AreaFigures;
import huibao.model.Assumption;
import huibao.model.Interval;
import huibao.model.Item;
import huibao.model.ItemFigure;
import huibao.model.ItemValue;
import huibao.model.ObsStatus;
import huibao.model.Period;
import huibao.model.PriorYearCourse;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.model.UnitReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds units' accepted figures up to the city's (汇总).
 *
 * <p>The city's figure of an item is the sum over the districts, each in full scope (全域); a zone is
 * part of its host and never added. An item that only the city level reports is taken from it. A unit
 * whose cell holds no figure is missing for that item, and so is a unit that did not report; both make
 * the complete sum an interval. The prior-year sum is over the same units as the sum itself, since a
 * growth compares one set of units with itself (可比口径).
 */
public final class RollUp {

    /** Where every sum begins, so that 1E+3 is 1000. */
    private static final Interval ZERO = Interval.exactly(BigDecimal.ZERO);

    private final Catalogue catalogue;

    public RollUp(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * One unit's own figures.
     *
     * @param period the period
     * @param unit the unit
     * @param report what stands of it, if anything does
     * @param history what its missing figures are bounded by
     * @return a figure for each item its form asks for, reported or not, in print order
     * @throws IllegalArgumentException if the report is of another period or unit
     */
    public AreaFigures figuresOf(Period period, Unit unit, Optional<UnitReport> report, UnitHistory history) {
        report.ifPresent(given -> require(period, unit, given));
        Bounds bounds = new Bounds(catalogue, period, history);
        return AreaFigures.of(
                unit.code(),
                catalogue.itemsFor(unit).stream()
                        .map(item -> figure(
                                unit.code(),
                                item,
                                report.map(given -> given.valueOf(item.code())).orElse(ItemValue.MISSING),
                                bounds,
                                history))
                        .toList());
    }

    /** One unit's own figure of one item, were this reported. */
    public ItemFigure figureOf(Period period, UnitCode unit, Item item, ItemValue reported, UnitHistory history) {
        return figure(unit, item, reported, new Bounds(catalogue, period, history), history);
    }

    /**
     * Adds a whole period up; the order of its reports is irrelevant.
     *
     * @param period the period
     * @param reports what stands, at most one report per unit, all of the period
     * @param history what missing figures are bounded by
     * @return one figure for each district and zone and each item its form asks for, reported or not, in
     *     print order; then one for each item for the city
     * @throws IllegalArgumentException if a report is of another period, of no unit of the job, or the
     *     second of its unit
     */
    public List<ItemFigure> fold(Period period, List<UnitReport> reports, History history) {
        Map<UnitCode, UnitReport> byUnit = byUnit(period, reports);
        CityFigures city = new CityFigures(catalogue);
        List<ItemFigure> figures = new ArrayList<>();
        for (Unit unit : catalogue.units()) {
            AreaFigures own =
                    figuresOf(period, unit, Optional.ofNullable(byUnit.get(unit.code())), history.of(unit.code()));
            city.add(own);
            // The city's own figures are among those of its contributors, below.
            if (unit.kind() != UnitKind.CITY) {
                figures.addAll(own.figures());
            }
        }
        figures.addAll(city.figures().figures());
        return List.copyOf(figures);
    }

    private Map<UnitCode, UnitReport> byUnit(Period period, List<UnitReport> reports) {
        Map<UnitCode, UnitReport> byUnit = new HashMap<>();
        for (UnitReport report : reports) {
            catalogue.requireUnit(report.unit());
            if (byUnit.put(report.unit(), report) != null) {
                throw new IllegalArgumentException(report.unit() + ": two reports of " + period);
            }
        }
        return byUnit;
    }

    private static void require(Period period, Unit unit, UnitReport report) {
        if (!report.unit().equals(unit.code())) {
            throw new IllegalArgumentException(unit.code() + ": found a report of " + report.unit());
        }
        if (!report.period().equals(period)) {
            throw new IllegalArgumentException(
                    report.unit() + ": expected a report of " + period + ", found " + report.period());
        }
    }

    private static ItemFigure figure(UnitCode unit, Item item, ItemValue reported, Bounds bounds, UnitHistory history) {
        Optional<BigDecimal> value = plain(reported.value());
        Optional<Assumption> assumption =
                value.isPresent() ? Optional.empty() : Optional.of(bounds.ofValue(unit, item));
        return new ItemFigure(
                item.code(),
                unit,
                value,
                item.asksPriorYear() && value.isPresent() ? plain(reported.priorYear()) : Optional.empty(),
                plain(reported.forecast()),
                assumption
                        .map(assumed -> ZERO.plus(assumed.range()))
                        .orElseGet(() -> Interval.exactly(value.orElseThrow())),
                item.asksPriorYear()
                        ? plain(reported.priorYear())
                                .map(Interval::exactly)
                                .orElseGet(() -> ZERO.plus(bounds.ofPriorYear(item)))
                        : Interval.unbounded(),
                assumption.isPresent() ? List.of(unit) : List.of(),
                1,
                value.isPresent() ? reported.status() : ObsStatus.O,
                assumption.stream().toList(),
                course(item, history));
    }

    /** Last year's figures of the same period and of the full year, if both are known. */
    private static Optional<PriorYearCourse> course(Item item, UnitHistory history) {
        if (item.accumulation() != Accumulation.YTD) {
            return Optional.empty();
        }
        return value(history.priorYear(), item)
                .flatMap(then -> value(history.priorYearEnd(), item)
                        .map(whole -> PriorYearCourse.NONE.plus(new PriorYearCourse(then, whole, 1))));
    }

    /** As a sum of it alone. */
    private static Optional<BigDecimal> plain(Optional<BigDecimal> figure) {
        return figure.map(BigDecimal.ZERO::add);
    }

    private static Optional<BigDecimal> value(Optional<UnitReport> report, Item item) {
        return report.flatMap(given -> given.valueOf(item.code()).value());
    }
}
