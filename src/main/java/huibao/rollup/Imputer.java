package huibao.rollup;

import huibao.catalogue.Catalogue;
import huibao.model.Accumulation;
import huibao.model.Imputation;
import huibao.model.ImputedFigure;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.ItemValue;
import huibao.model.ObsStatus;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reckons what missing figures may come to (插补), by the job's method. A stock stands where it last
 * stood. A flow stands there too ({@link Imputation#LAST_VALUE}: a floor), or has gone on from there as
 * the same unit's own went on last year ({@link Imputation#SEASONAL_SHARE}: last accepted × last year's
 * cumulated figure now ÷ last year's then). The prior-year value beside it goes the same way, so that a
 * growth compares like with like: it is that of the report the figure is from. Where there is nothing to
 * reckon from, nothing is reckoned.
 */
public final class Imputer {

    private final Catalogue catalogue;

    public Imputer(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Reckons every figure the city's sums miss.
     *
     * @param period the period
     * @param reports what stands for it
     * @param history the units' accepted reports of earlier periods, and the year before
     * @param yearBefore each unit's reports of those earlier periods a year before, as far as known
     * @return units in print order, items in catalogue order; none if the job asks for none
     */
    public List<ImputedFigure> impute(
            Period period, List<UnitReport> reports, History history, Map<UnitCode, ReportSeries> yearBefore) {
        Imputation method = catalogue.settings().imputation();
        if (method == Imputation.NONE) {
            return List.of();
        }
        Map<UnitCode, UnitReport> standing = new HashMap<>();
        reports.forEach(report -> standing.put(report.unit(), report));
        List<ImputedFigure> figures = new ArrayList<>();
        for (Unit unit : catalogue.units()) {
            for (Item item : catalogue.items()) {
                if (Catalogue.contributes(unit, item)
                        && find(standing, unit, item).value().isEmpty()) {
                    history.earlierOf(unit.code())
                            .lastWithValue(item.code())
                            .flatMap(last ->
                                    method == Imputation.LAST_VALUE || item.accumulation() == Accumulation.POINT
                                            ? lastValue(last, item)
                                            : seasonal(
                                                    last,
                                                    item,
                                                    period,
                                                    find(history.priorYear(), unit, item)
                                                            .value(),
                                                    then(yearBefore, last, item)))
                            .ifPresent(figures::add);
                }
            }
        }
        return List.copyOf(figures);
    }

    /** The reports as they would be with the figures in; what is reported stays as it is. */
    public static List<UnitReport> complete(Period period, List<UnitReport> reports, List<ImputedFigure> figures) {
        Map<UnitCode, Map<ItemCode, ItemValue>> values = new LinkedHashMap<>();
        reports.forEach(report -> values.put(report.unit(), new LinkedHashMap<>(report.values())));
        for (ImputedFigure figure : figures) {
            values.computeIfAbsent(figure.unit(), unit -> new LinkedHashMap<>())
                    .put(
                            figure.item(),
                            new ItemValue(
                                    Optional.of(figure.value()), figure.priorYear(), Optional.empty(), ObsStatus.I));
        }
        return values.entrySet().stream()
                .map(entry -> new UnitReport(entry.getKey(), period, entry.getValue()))
                .toList();
    }

    private static Optional<ImputedFigure> lastValue(UnitReport last, Item item) {
        ItemValue known = last.valueOf(item.code());
        return known.value()
                .map(value -> new ImputedFigure(
                        last.unit(),
                        item.code(),
                        value,
                        known.priorYear(),
                        Imputation.LAST_VALUE,
                        List.of(last.period())));
    }

    private Optional<ImputedFigure> seasonal(
            UnitReport last, Item item, Period period, Optional<BigDecimal> now, Optional<BigDecimal> then) {
        ItemValue known = last.valueOf(item.code());
        if (known.value().isEmpty()
                || now.isEmpty()
                || then.filter(base -> base.signum() > 0).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ImputedFigure(
                last.unit(),
                item.code(),
                continued(item, known.value().get(), now.get(), then.get()),
                known.priorYear().map(value -> continued(item, value, now.get(), then.get())),
                Imputation.SEASONAL_SHARE,
                List.of(last.period(), last.period().yearBefore(), period.yearBefore())));
    }

    private BigDecimal continued(Item item, BigDecimal last, BigDecimal now, BigDecimal then) {
        return last.multiply(now)
                .divide(then, item.decimals(), catalogue.settings().rounding());
    }

    private static Optional<BigDecimal> then(Map<UnitCode, ReportSeries> yearBefore, UnitReport last, Item item) {
        return yearBefore
                .getOrDefault(last.unit(), ReportSeries.NONE)
                .of(last.period().yearBefore())
                .flatMap(report -> report.valueOf(item.code()).value());
    }

    private static ItemValue find(Map<UnitCode, UnitReport> reports, Unit unit, Item item) {
        return Optional.ofNullable(reports.get(unit.code()))
                .map(report -> report.valueOf(item.code()))
                .orElse(ItemValue.MISSING);
    }
}
