package huibao.workbook.form;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.Allocation;
import huibao.model.Item;
import huibao.model.ItemRole;
import huibao.model.Measure;
import huibao.model.MeasureWords;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.model.UnitKind;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What stands under 年度目标(分解) of an item and what the remark says of it.
 *
 * @param value in the target's unit; empty for a unit without a share
 * @param remark what a reader must know to read the value, possibly empty
 */
public record AssignedTarget(Optional<BigDecimal> value, String remark) {

    /** The unit's share; the city's own value for the city, and for a rate, which is never split. */
    public static AssignedTarget of(Catalogue catalogue, Messages messages, Item item, Unit unit) {
        if (item.role() == ItemRole.DENOMINATOR) {
            return new AssignedTarget(Optional.empty(), "");
        }
        return catalogue.targetsOf(item.code()).stream()
                .findFirst()
                .map(target -> of(catalogue, messages, target, unit))
                .orElseGet(() -> new AssignedTarget(Optional.empty(), ""));
    }

    private static AssignedTarget of(Catalogue catalogue, Messages messages, Target target, Unit unit) {
        StringJoiner remark = new StringJoiner("；");
        Optional<Allocation> allocation = catalogue.findAllocation(target.code(), unit.code());
        Optional<BigDecimal> value = allocation.map(Allocation::value);
        if (target.measure() == Measure.GROWTH) {
            remark.add(messages.text("form.growth_target"));
        } else if (target.measure().isRate()) {
            remark.add(messages.text(
                    "form.ratio_target",
                    Map.of(
                            "target", target.nameIn(messages.language()),
                            "unit", MeasureWords.in(messages.language(), target.unitMeasure()))));
        }
        if (allocation.map(Allocation::illustrative).orElse(false)) {
            remark.add(messages.text("form.illustrative"));
        }
        if (value.isEmpty() && unit.kind() == UnitKind.CITY) {
            value = Optional.of(target.value());
        } else if (value.isEmpty() && target.measure().isRate()) {
            value = Optional.of(target.value());
            remark.add(messages.text("form.city_value"));
        }
        return new AssignedTarget(value, remark.toString());
    }
}
