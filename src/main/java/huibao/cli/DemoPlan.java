package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.files.Sha256;
import huibao.message.Messages;
import huibao.model.Accumulation;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.model.UnitKind;
import huibao.workbook.form.FormRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Three periods of synthetic submissions with planted problems: a workbook with mistakes and its
 * correction, a unit that never reports, a swing with an explanation, a revision of accepted figures, a
 * figure in the wrong unit, a file that is no workbook. Units and items are picked by their place in the
 * job's lists.
 */
final class DemoPlan {

    private final Catalogue catalogue;
    private final Messages messages;
    private final SyntheticForms forms;
    private final List<Period> periods;
    private final List<Unit> districts;
    private final List<Item> flows;
    private final Set<String> received;

    /** @param received hashes of the files that came before: a demonstration that is given again sends nothing twice */
    DemoPlan(Catalogue catalogue, Messages messages, long seed, Set<String> received) {
        this.received = Set.copyOf(received);
        this.catalogue = catalogue;
        this.messages = messages;
        this.forms = new SyntheticForms(catalogue, messages, seed);
        List<Period> all = catalogue.periods();
        int first = Math.max(0, all.size() / 2 - 3);
        this.periods = all.subList(first, Math.min(all.size(), first + 3));
        this.districts = catalogue.ofKind(UnitKind.DISTRICT);
        this.flows = catalogue.items().stream()
                .filter(item -> item.reporter().asks(UnitKind.DISTRICT)
                        && item.accumulation() == Accumulation.YTD
                        && item.decimals() > 0
                        && item.asksPriorYear())
                .toList();
    }

    /** The periods, one nightly run each. */
    List<Period> periods() {
        return periods;
    }

    /** Drops what arrives before the run of a period. */
    void drop(Path inbox, Period period) throws IOException {
        Unit careless = pick(districts, 5);
        Unit silent = pick(districts, 9);
        int index = periods.indexOf(period);
        for (Unit unit : catalogue.units()) {
            if (unit.equals(silent) && !unit.equals(careless)) {
                continue;
            }
            drop(
                    inbox.resolve(TemplateCommand.fileName(unit, period)),
                    forms.write(unit, period, planted(unit, index)),
                    period);
        }
        if (index == 1) {
            Period before = periods.get(0);
            again(inbox, careless, before, period, DemoPlan::asIs, "demo.corrected");
        }
        if (index == 2) {
            Period before = periods.get(1);
            Unit revising = pick(districts, 7);
            again(inbox, revising, before, period, onItem(pick(flows, 1), times("1.04")), "demo.revised");
            drop(
                    inbox.resolve(messages.text("demo.stray_name")),
                    messages.text("demo.stray").getBytes(StandardCharsets.UTF_8),
                    period);
        }
    }

    private void drop(Path file, byte[] content, Period period) throws IOException {
        if (!received.contains(Sha256.of(content))) {
            SyntheticForms.drop(file, content, period);
        }
    }

    private void again(
            Path inbox,
            Unit unit,
            Period of,
            Period arrivesWith,
            BiFunction<ItemCode, FormRow, FormRow> change,
            String suffix)
            throws IOException {
        String name = TemplateCommand.fileName(unit, of).replace(".xlsx", messages.text(suffix) + ".xlsx");
        drop(inbox.resolve(name), forms.write(unit, of, change), arrivesWith);
    }

    private BiFunction<ItemCode, FormRow, FormRow> planted(Unit unit, int index) {
        if (index == 0 && unit.equals(pick(districts, 5))) {
            Map<ItemCode, UnaryOperator<FormRow>> changes = new LinkedHashMap<>();
            changes.put(pick(flows, 0).code(), row -> withValue(row, Optional.empty()));
            changes.put(pick(flows, 1).code(), row -> withValue(row, row.value().map(BigDecimal::negate)));
            changes.put(pick(flows, 2).code(), times("10000"));
            return on(changes);
        }
        if (index >= 1 && unit.equals(pick(districts, 6))) {
            return onItem(pick(flows, 3), row -> explained(times("1.6").apply(row), "demo.explanation." + index));
        }
        if (index == 2 && unit.equals(pick(districts, 1))) {
            return onItem(pick(flows, 4), times("10000"));
        }
        return DemoPlan::asIs;
    }

    private static FormRow asIs(ItemCode item, FormRow row) {
        return row;
    }

    private static BiFunction<ItemCode, FormRow, FormRow> onItem(Item item, UnaryOperator<FormRow> change) {
        return on(Map.of(item.code(), change));
    }

    private static BiFunction<ItemCode, FormRow, FormRow> on(Map<ItemCode, UnaryOperator<FormRow>> changes) {
        return (item, row) ->
                changes.getOrDefault(item, UnaryOperator.identity()).apply(row);
    }

    private static UnaryOperator<FormRow> times(String factor) {
        return row -> withValue(
                row,
                row.value()
                        .map(value -> value.multiply(new BigDecimal(factor))
                                .setScale(value.scale(), RoundingMode.HALF_EVEN)));
    }

    private static FormRow withValue(FormRow row, Optional<BigDecimal> value) {
        return new FormRow(value, row.priorYear(), row.forecast(), row.explanation(), row.remark());
    }

    private FormRow explained(FormRow row, String text) {
        return new FormRow(row.value(), row.priorYear(), row.forecast(), messages.text(text), row.remark());
    }

    private static <T> T pick(List<T> list, int index) {
        return new ArrayList<>(list).get(index % list.size());
    }
}
