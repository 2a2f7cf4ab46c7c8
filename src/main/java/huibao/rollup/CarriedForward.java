package huibao.rollup;

import huibao.catalogue.Catalogue;
import huibao.model.Accumulation;
import huibao.model.Fraction;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.ItemValue;
import huibao.model.ObsStatus;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.model.UnitReport;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A unit's report with its gaps closed by the most likely figure, to ask what hangs on some other figure:
 * never published and never judged on. A missing figure is the last accepted one of the year, a flow's
 * continued at its own monthly rate. Of what nothing stands, nothing is added, neither to the value nor to
 * what it is compared with.
 */
public final class CarriedForward {

    private static final ItemValue NOTHING =
            new ItemValue(Optional.of(BigDecimal.ZERO), Optional.of(BigDecimal.ZERO), Optional.empty(), ObsStatus.I);

    private final Catalogue catalogue;
    private final Period period;

    public CarriedForward(Catalogue catalogue, Period period) {
        this.catalogue = catalogue;
        this.period = period;
    }

    /**
     * Closes the gaps.
     *
     * @param unit the unit
     * @param reported its report of the period, if there is one
     * @param earlier its accepted reports of earlier periods of the year, the newest first; gone through only as far
     *     as there are gaps
     */
    public UnitReport of(Unit unit, Optional<UnitReport> reported, Iterable<UnitReport> earlier) {
        Map<ItemCode, ItemValue> values = new LinkedHashMap<>();
        for (Item item : catalogue.itemsFor(unit)) {
            values.put(
                    item.code(),
                    reported.map(report -> report.valueOf(item.code()))
                            .filter(value -> value.value().isPresent())
                            .map(value -> comparable(item, value, earlier))
                            .or(() -> continued(item, earlier))
                            .orElse(NOTHING));
        }
        return new UnitReport(unit.code(), period, values);
    }

    /** The value as reported; what it is compared with from an earlier report, if this one does not say. */
    private ItemValue comparable(Item item, ItemValue value, Iterable<UnitReport> earlier) {
        return new ItemValue(
                value.value(),
                value.priorYear().or(() -> continuedPriorYear(item, earlier)),
                value.forecast(),
                value.status());
    }

    private Optional<ItemValue> continued(Item item, Iterable<UnitReport> earlier) {
        return ReportSeries.lastWith(earlier, item.code(), ItemValue::value)
                .map(last -> new ItemValue(
                        last.valueOf(item.code()).value().map(figure -> continued(item, last.period(), figure)),
                        continuedPriorYear(item, earlier),
                        Optional.empty(),
                        ObsStatus.I));
    }

    private Optional<BigDecimal> continuedPriorYear(Item item, Iterable<UnitReport> earlier) {
        if (!item.asksPriorYear()) {
            return Optional.empty();
        }
        return ReportSeries.lastWith(earlier, item.code(), ItemValue::priorYear)
                .flatMap(last ->
                        last.valueOf(item.code()).priorYear().map(figure -> continued(item, last.period(), figure)));
    }

    private BigDecimal continued(Item item, Period last, BigDecimal figure) {
        return item.accumulation() == Accumulation.POINT
                ? figure
                : new Fraction(
                                figure.multiply(BigDecimal.valueOf(period.lastMonth())),
                                BigDecimal.valueOf(last.lastMonth()))
                        .shortest(catalogue.settings().rounding());
    }
}
