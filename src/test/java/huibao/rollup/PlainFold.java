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

/** What {@link RollUp} must come to, told plainly: each figure folded from all reports at once. */
final class PlainFold {

    private final Catalogue catalogue;

    PlainFold(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<ItemFigure> fold(Period period, List<UnitReport> reports, History history) {
        Map<UnitCode, UnitReport> byUnit = new LinkedHashMap<>();
        reports.forEach(report -> byUnit.put(report.unit(), report));
        List<ItemFigure> figures = new ArrayList<>();
        for (Unit unit : catalogue.units()) {
            for (Item item : unit.kind() == UnitKind.CITY ? List.<Item>of() : catalogue.itemsFor(unit)) {
                figures.add(sum(period, item, unit.code(), List.of(unit), byUnit, history));
            }
        }
        for (Item item : catalogue.items()) {
            List<Unit> parts = catalogue.units().stream()
                    .filter(unit ->
                            unit.kind() != UnitKind.ZONE && item.reporter().asks(unit.kind()))
                    .toList();
            figures.add(sum(period, item, catalogue.city().code(), parts, byUnit, history));
        }
        return figures;
    }

    private ItemFigure sum(
            Period period,
            Item item,
            UnitCode area,
            List<Unit> parts,
            Map<UnitCode, UnitReport> reports,
            History history) {
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
            Bounds bounds = new Bounds(catalogue, period, history.of(code));
            ItemValue part = Optional.ofNullable(reports.get(code))
                    .map(report -> report.valueOf(item.code()))
                    .orElse(ItemValue.MISSING);
            forecast = plus(forecast, part.forecast());
            priorYearBounds = priorYearBounds.plus(
                    part.priorYear().map(Interval::exactly).orElseGet(() -> bounds.ofPriorYear(item)));
            if (part.value().isPresent()) {
                valueBounds = valueBounds.plus(Interval.exactly(part.value().get()));
                value = plus(value.or(() -> Optional.of(BigDecimal.ZERO)), part.value());
                priorYear = plus(priorYear, part.priorYear());
                status = status.worse(part.status());
            } else {
                missing.add(code);
                Assumption assumption = bounds.ofValue(code, item);
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
                course(item, parts, history));
    }

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
