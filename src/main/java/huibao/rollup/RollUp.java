package huibao.rollup;

import huibao.catalogue.Catalogue;
import huibao.model.Accumulation;
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
import java.util.LinkedHashMap;
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

    private final Catalogue catalogue;

    public RollUp(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Folds a period's reports; their order is irrelevant.
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
        Past past = new Past(new Bounds(catalogue, period, history), history);
        List<ItemFigure> figures = new ArrayList<>();
        for (Unit unit : catalogue.units()) {
            // The city's own figures are those of its contributors, below.
            if (unit.kind() != UnitKind.CITY) {
                for (Item item : catalogue.itemsFor(unit)) {
                    figures.add(sum(item, unit.code(), List.of(unit), byUnit, past));
                }
            }
        }
        UnitCode city = catalogue.city().code();
        for (Item item : catalogue.items()) {
            figures.add(sum(item, city, catalogue.contributorsOf(item), byUnit, past));
        }
        return List.copyOf(figures);
    }

    /** What is known of earlier periods, and what is taken of it for a missing figure. */
    private record Past(Bounds bounds, History history) {}

    private Map<UnitCode, UnitReport> byUnit(Period period, List<UnitReport> reports) {
        Map<UnitCode, UnitReport> byUnit = new LinkedHashMap<>();
        for (UnitReport report : reports) {
            catalogue.requireUnit(report.unit());
            if (!report.period().equals(period)) {
                throw new IllegalArgumentException(
                        report.unit() + ": expected a report of " + period + ", found " + report.period());
            }
            if (byUnit.put(report.unit(), report) != null) {
                throw new IllegalArgumentException(report.unit() + ": two reports of " + period);
            }
        }
        return byUnit;
    }

    private static ItemFigure sum(
            Item item, UnitCode area, List<Unit> parts, Map<UnitCode, UnitReport> reports, Past past) {
        Optional<BigDecimal> value = Optional.empty();
        Optional<BigDecimal> priorYear = Optional.of(BigDecimal.ZERO);
        Optional<BigDecimal> forecast = Optional.of(BigDecimal.ZERO);
        Interval valueBounds = Interval.exactly(BigDecimal.ZERO);
        Interval priorYearBounds = Interval.exactly(BigDecimal.ZERO);
        ObsStatus status = ObsStatus.A;
        List<UnitCode> missing = new ArrayList<>();
        List<Assumption> assumptions = new ArrayList<>();
        for (Unit unit : parts) {
            UnitCode code = unit.code();
            ItemValue part = Optional.ofNullable(reports.get(code))
                    .map(report -> report.valueOf(item.code()))
                    .orElse(ItemValue.MISSING);
            forecast = plus(forecast, part.forecast());
            priorYearBounds = priorYearBounds.plus(part.priorYear()
                    .map(Interval::exactly)
                    .orElseGet(() -> past.bounds().ofPriorYear(code, item)));
            if (part.value().isPresent()) {
                valueBounds = valueBounds.plus(Interval.exactly(part.value().get()));
                value = plus(value.or(() -> Optional.of(BigDecimal.ZERO)), part.value());
                priorYear = plus(priorYear, part.priorYear());
                status = status.worse(part.status());
            } else {
                missing.add(code);
                Assumption assumption = past.bounds().ofValue(code, item);
                assumptions.add(assumption);
                valueBounds = valueBounds.plus(assumption.range());
            }
        }
        boolean asksPriorYear = item.asksPriorYear();
        return new ItemFigure(
                item.code(),
                area,
                value,
                asksPriorYear && value.isPresent() ? priorYear : Optional.empty(),
                parts.isEmpty() ? Optional.empty() : forecast,
                valueBounds,
                asksPriorYear ? priorYearBounds : Interval.unbounded(),
                missing,
                parts.size(),
                value.isPresent() ? status : ObsStatus.O,
                assumptions,
                course(item, parts, past.history()));
    }

    /** Last year's figures of the same period and of the full year, over the units that have both. */
    private static Optional<PriorYearCourse> course(Item item, List<Unit> parts, History history) {
        if (item.accumulation() != Accumulation.YTD) {
            return Optional.empty();
        }
        BigDecimal samePeriod = BigDecimal.ZERO;
        BigDecimal fullYear = BigDecimal.ZERO;
        int units = 0;
        for (Unit unit : parts) {
            Optional<BigDecimal> then = value(history.priorYear(), unit, item);
            Optional<BigDecimal> whole = value(history.priorYearEnd(), unit, item);
            if (then.isPresent() && whole.isPresent()) {
                samePeriod = samePeriod.add(then.get());
                fullYear = fullYear.add(whole.get());
                units++;
            }
        }
        return units == 0 ? Optional.empty() : Optional.of(new PriorYearCourse(samePeriod, fullYear, units));
    }

    private static Optional<BigDecimal> value(Map<UnitCode, UnitReport> reports, Unit unit, Item item) {
        return Optional.ofNullable(reports.get(unit.code()))
                .flatMap(report -> report.valueOf(item.code()).value());
    }

    private static Optional<BigDecimal> plus(Optional<BigDecimal> sum, Optional<BigDecimal> part) {
        return sum.flatMap(a -> part.map(a::add));
    }
}
