package huibao.rollup;

import huibao.catalogue.Catalogue;
import huibao.model.Interval;
import huibao.model.Item;
import huibao.model.ItemFigure;
import huibao.model.ItemValue;
import huibao.model.ObsStatus;
import huibao.model.Period;
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
        Bounds bounds = new Bounds(catalogue, period, history);
        List<ItemFigure> figures = new ArrayList<>();
        for (Unit unit : catalogue.units()) {
            // The city's own figures are those of its contributors, below.
            if (unit.kind() != UnitKind.CITY) {
                for (Item item : catalogue.itemsFor(unit)) {
                    figures.add(sum(item, unit.code(), List.of(unit), byUnit, bounds));
                }
            }
        }
        UnitCode city = catalogue.city().code();
        for (Item item : catalogue.items()) {
            figures.add(sum(item, city, catalogue.contributorsOf(item), byUnit, bounds));
        }
        return List.copyOf(figures);
    }

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
            Item item, UnitCode area, List<Unit> parts, Map<UnitCode, UnitReport> reports, Bounds bounds) {
        Optional<BigDecimal> value = Optional.empty();
        Optional<BigDecimal> priorYear = Optional.of(BigDecimal.ZERO);
        Optional<BigDecimal> forecast = Optional.of(BigDecimal.ZERO);
        Interval valueBounds = Interval.exactly(BigDecimal.ZERO);
        Interval priorYearBounds = Interval.exactly(BigDecimal.ZERO);
        ObsStatus status = ObsStatus.A;
        List<UnitCode> missing = new ArrayList<>();
        for (Unit unit : parts) {
            UnitCode code = unit.code();
            ItemValue part = Optional.ofNullable(reports.get(code))
                    .map(report -> report.valueOf(item.code()))
                    .orElse(ItemValue.MISSING);
            forecast = plus(forecast, part.forecast());
            priorYearBounds = priorYearBounds.plus(
                    part.priorYear().map(Interval::exactly).orElseGet(() -> bounds.ofPriorYear(code, item)));
            valueBounds =
                    valueBounds.plus(part.value().map(Interval::exactly).orElseGet(() -> bounds.ofValue(code, item)));
            if (part.value().isPresent()) {
                value = plus(value.or(() -> Optional.of(BigDecimal.ZERO)), part.value());
                priorYear = plus(priorYear, part.priorYear());
                status = status.worse(part.status());
            } else {
                missing.add(code);
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
                value.isPresent() ? status : ObsStatus.O);
    }

    private static Optional<BigDecimal> plus(Optional<BigDecimal> sum, Optional<BigDecimal> part) {
        return sum.flatMap(a -> part.map(a::add));
    }
}
