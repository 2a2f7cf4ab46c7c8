package huibao.pipeline;

import huibao.model.Accumulation;
import huibao.model.Item;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.spec.FormEditor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A year as it goes: every unit's form for every period, some of them late, some never sent, some returned
 * and mended or not, some corrected after they had been accepted, some with a figure that is not there.
 * The seed decides which.
 */
final class SeededYear {

    private static final String EXPLAINED = "核实说明 := 经与主管部门逐项核对，口径调整所致";

    private final Bureau bureau;
    private final Random dice;
    private final List<Period> periods;
    private final List<Item> items;
    private final Map<Integer, List<Arrival>> nights = new TreeMap<>();

    private record Arrival(Unit unit, Period period, String suffix, Map<String, String> changes, List<String> steps) {}

    SeededYear(Bureau bureau, long seed) {
        this.bureau = bureau;
        this.dice = new Random(seed);
        this.periods = bureau.catalogue().periods();
        this.items = bureau.catalogue().items();
    }

    /** Sends everything and runs a night after each period, and one more for what is still to come. */
    void pass() throws IOException {
        for (Unit unit : bureau.catalogue().units()) {
            for (Period period : periods) {
                plan(unit, period);
            }
        }
        for (int night = 1; night <= periods.size() + 1; night++) {
            Period period = periods.get(Math.min(night, periods.size()) - 1);
            List<Arrival> arrivals = new ArrayList<>(nights.getOrDefault(night, List.of()));
            Collections.shuffle(arrivals, dice);
            for (Arrival arrival : arrivals) {
                send(arrival, period);
            }
            bureau.run(
                    period.toString(),
                    period.lastDay().plusDays(5L + night) + "T00:00:00Z");
        }
    }

    private void plan(Unit unit, Period period) {
        int night = period.number();
        int fate = dice.nextInt(100);
        Item item = anItem(unit);
        String code = item.code().value();
        if (unit.order() == 10 && night <= 4) {
            return;
        }
        if (fate < 62) {
            arrives(night, unit, period, "", Map.of(), List.of());
        } else if (fate < 68) {
            arrives(night + 1, unit, period, "", Map.of(), List.of());
        } else if (fate < 73) {
            arrives(night, unit, period, "", Map.of(code, ""), List.of());
            arrives(night + 1, unit, period, "-补正", Map.of(), List.of());
        } else if (fate < 77) {
            arrives(night, unit, period, "", Map.of(code, "-1"), List.of());
        } else if (fate < 83) {
            arrives(night, unit, period, "", Map.of(), List.of());
            arrives(night + 1, unit, period, "-更正", Map.of(code, "*1.01"), List.of());
        } else if (fate < 89) {
            arrives(night, unit, period, "", Map.of(), List.of(code + " 本年累计 := —", code + " " + EXPLAINED));
        } else if (fate < 92 && item.asksPriorYear()) {
            arrives(night, unit, period, "", Map.of(), List.of(code + " 上年同期 := —", code + " " + EXPLAINED));
        } else if (fate < 95 && item.asksPriorYear()) {
            arrives(night, unit, period, "", Map.of(), List.of(code + " 上年同期 := 0", code + " " + EXPLAINED));
        }
    }

    /** Rates as often as levels: they are few, and everything may happen to them. */
    private Item anItem(Unit unit) {
        List<Item> asked = items.stream()
                .filter(item -> item.reporter().asks(unit.kind()))
                .toList();
        List<Item> special = asked.stream()
                .filter(item -> item.accumulation() == Accumulation.POINT
                        || bureau.catalogue().targetsOf(item.code()).stream()
                                .anyMatch(target -> target.measure().isRate()))
                .toList();
        List<Item> from = dice.nextBoolean() ? special : asked;
        return from.get(dice.nextInt(from.size()));
    }

    private void arrives(
            int night, Unit unit, Period period, String suffix, Map<String, String> changes, List<String> steps) {
        nights.computeIfAbsent(night, n -> new ArrayList<>())
                .add(new Arrival(unit, period, suffix, new LinkedHashMap<>(changes), steps));
    }

    private void send(Arrival arrival, Period with) throws IOException {
        String unit = arrival.unit().code().value();
        String period = arrival.period().toString();
        byte[] form = bureau.form(unit, period, arrival.changes());
        if (!arrival.steps().isEmpty()) {
            form = FormEditor.apply(form, arrival.steps());
        }
        bureau.drop(unit + "-" + period + arrival.suffix() + ".xlsx", form, with);
    }
}
