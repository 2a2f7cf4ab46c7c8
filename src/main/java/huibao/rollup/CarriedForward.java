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
     * @param last its last accepted report of an earlier period of the year, if there is one
     */
    public UnitReport of(Unit unit, Optional<UnitReport> reported, Optional<UnitReport> last) {
        Map<ItemCode, ItemValue> values = new LinkedHashMap<>();
        for (Item item : catalogue.itemsFor(unit)) {
            values.put(
                    item.code(),
                    reported.map(report -> report.valueOf(item.code()))
                            .filter(value -> value.value().isPresent())
                            .map(value -> comparable(item, value, last))
                            .or(() -> last.flatMap(report -> continued(item, report)))
                            .orElse(NOTHING));
        }
        return new UnitReport(unit.code(), period, values);
    }

    /** The value as reported; what it is compared with from the last report, if this one does not say. */
    private ItemValue comparable(Item item, ItemValue value, Optional<UnitReport> last) {
        return new ItemValue(
                value.value(),
                value.priorYear()
                        .or(() ->
                                last.flatMap(report -> continued(item, report)).flatMap(ItemValue::priorYear)),
                value.forecast(),
                value.status());
    }

    private Optional<ItemValue> continued(Item item, UnitReport last) {
        ItemValue value = last.valueOf(item.code());
        return value.value().isEmpty()
                ? Optional.empty()
                : Optional.of(new ItemValue(
                        value.value().map(figure -> continued(item, last.period(), figure)),
                        value.priorYear().map(figure -> continued(item, last.period(), figure)),
                        Optional.empty(),
                        ObsStatus.I));
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
