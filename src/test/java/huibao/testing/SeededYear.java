package huibao.testing;

import huibao.catalogue.Catalogue;
import huibao.model.Accumulation;
import huibao.model.Item;
import huibao.model.Measure;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.pipeline.JobFolders;
import huibao.spec.FormEditor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A year as it goes: every unit's form for every period, some of them late, some never sent, some returned
 * and mended or not, some corrected after they had been accepted, some with a figure that is not there, though an
 * older form had it; and of the year before the little an archive may hold. The seed decides which.
 */
public final class SeededYear {

    private static final String EXPLAINED = "核实说明 := 经与主管部门逐项核对，口径调整所致";

    private final Bureau before;
    private final Bureau bureau;
    private final Random dice;
    private final List<Period> periods;
    private final List<Item> items;
    private final Map<Integer, List<Arrival>> nights = new TreeMap<>();

    private record Arrival(Unit unit, Period period, String suffix, Map<String, String> changes, List<String> steps) {}

    private record Sent(String name, byte[] form) {}

    /**
     * Nothing has been sent yet.
     *
     * @param folder empty; both years' jobs, inboxes and outputs go there
     */
    public SeededYear(Path folder, long seed) throws IOException {
        Path output = folder.resolve("output");
        this.before = new Bureau(jobOfTheYearBefore(folder.resolve("job-2022")), folder.resolve("2022"), output);
        Path job = JobFolder.copy(JobFolder.NINGBO, folder.resolve("job-2023"));
        JobFolder.edit(job, "job.yaml", "# previous_job", "previous_job");
        this.bureau = new Bureau(job, folder.resolve("2023"), output);
        this.dice = new Random(seed);
        this.periods = bureau.catalogue().periods();
        this.items = bureau.catalogue().items();
    }

    private static Path jobOfTheYearBefore(Path to) throws IOException {
        Path job = JobFolder.copy(JobFolder.NINGBO, to);
        JobFolder.edit(job, "job.yaml", "name: ningbo-2023", "name: ningbo-2022");
        JobFolder.edit(job, "job.yaml", "year: 2023", "year: 2022");
        JobFolder.edit(job, "job.yaml", "2024-01-31", "2023-01-31");
        JobFolder.edit(job, "deadlines.csv", "2023-", "2022-");
        JobFolder.edit(job, "deadlines.csv", "2024-", "2023-");
        return job;
    }

    /** Where the year's job and files are. */
    public JobFolders folders() {
        return bureau.folders();
    }

    /** The same of the year before. */
    public JobFolders foldersBefore() {
        return before.folders();
    }

    /** Sends everything and runs a night after each period, and one more for what is still to come. */
    public void pass() throws IOException {
        yearBefore();
        for (Unit unit : bureau.catalogue().units()) {
            for (Period period : periods) {
                plan(unit, period);
            }
        }
        for (int night = 1; night <= periods.size() + 1; night++) {
            Period period = periods.get(Math.min(night, periods.size()) - 1);
            List<Arrival> arrivals = new ArrayList<>(nights.getOrDefault(night, List.of()));
            Collections.shuffle(arrivals, dice);
            for (Sent sent : arrivals.parallelStream().map(this::written).toList()) {
                bureau.drop(sent.name(), sent.form(), period);
            }
            bureau.run(period.toString(), period.lastDay().plusDays(5L + night) + "T00:00:00Z");
        }
    }

    /**
     * Of the year before the archive has one period and the last one, of four units. Where this year's form
     * has a prior-year figure, that is what it was.
     */
    private void yearBefore() throws IOException {
        Catalogue catalogue = before.catalogue();
        for (int month : List.of(3, 12)) {
            Period then = catalogue.periods().get(month - 1);
            for (int place : List.of(1, 2, 9, 10)) {
                Unit unit = catalogue.units().get(place - 1);
                Map<String, String> figures = new LinkedHashMap<>();
                bureau.sample(unit, periods.get(month - 1))
                        .rows()
                        .forEach((item, row) ->
                                row.priorYear().ifPresent(figure -> figures.put(item.value(), figure.toPlainString())));
                before.drop(unit.code().value(), then.toString(), "", figures);
            }
            before.run(then.toString(), then.lastDay().plusDays(6) + "T00:00:00Z");
        }
    }

    private void plan(Unit unit, Period period) {
        int night = period.number();
        if (unit.order() == 10 && night <= 4) {
            return;
        }
        if (unit.order() == 9 && (night == 3 || night == 11)) {
            return;
        }
        if (unit.order() == 9 && night == 10) {
            arrives(periods.size() + 1, unit, period, "", Map.of(), gaps(unit));
        } else if (night % 2 == 0) {
            planWithAfterwards(unit, period, dice.nextInt(100));
        } else {
            planAtOnce(unit, period, dice.nextInt(100));
        }
    }

    /** A flow and a stock left out, and the prior year of a flow: older forms have them, the next month has no form. */
    private List<String> gaps(Unit unit) {
        List<Item> compared = items.stream()
                .filter(item -> item.reporter().asks(unit.kind()) && item.asksPriorYear())
                .filter(item -> item.accumulation() == Accumulation.YTD)
                .filter(item -> bureau.catalogue().targetsOf(item.code()).stream()
                        .anyMatch(target -> target.measure() == Measure.GROWTH))
                .toList();
        Item stock = items.stream()
                .filter(item -> item.reporter().asks(unit.kind()))
                .filter(item -> item.accumulation() == Accumulation.POINT)
                .filter(item -> !bureau.catalogue().targetsOf(item.code()).isEmpty())
                .findFirst()
                .orElseThrow();
        return List.of(
                compared.get(0).code() + " 本年累计 := —",
                compared.get(0).code() + " " + EXPLAINED,
                compared.get(1).code() + " 上年同期 := —",
                compared.get(1).code() + " " + EXPLAINED,
                stock.code() + " 本年累计 := —",
                stock.code() + " " + EXPLAINED);
    }

    /** What arrives afterwards has its period published again, and those that follow; hence every other one. */
    private void planWithAfterwards(Unit unit, Period period, int fate) {
        int night = period.number();
        String code = anItem(unit).code().value();
        if (fate < 12) {
            arrives(night + 1, unit, period, "", Map.of(), List.of());
        } else if (fate < 22) {
            arrives(night, unit, period, "", Map.of(code, ""), List.of());
            arrives(night + 1, unit, period, "-补正", Map.of(), List.of());
        } else if (fate < 34) {
            arrives(night, unit, period, "", Map.of(), List.of());
            arrives(night + 1, unit, period, "-更正", Map.of(code, "*1.01"), List.of());
        } else {
            planAtOnce(unit, period, fate);
        }
    }

    private void planAtOnce(Unit unit, Period period, int fate) {
        int night = period.number();
        Item item = anItem(unit);
        String code = item.code().value();
        if (fate < 72) {
            arrives(night, unit, period, "", Map.of(), List.of());
        } else if (fate < 78) {
            arrives(night, unit, period, "", Map.of(code, "-1"), List.of());
        } else if (fate < 86) {
            arrives(night, unit, period, "", Map.of(), List.of(code + " 本年累计 := —", code + " " + EXPLAINED));
        } else if (fate < 90 && item.asksPriorYear()) {
            arrives(night, unit, period, "", Map.of(), List.of(code + " 上年同期 := —", code + " " + EXPLAINED));
        } else if (fate < 94 && item.asksPriorYear()) {
            arrives(night, unit, period, "", Map.of(), List.of(code + " 上年同期 := 0", code + " " + EXPLAINED));
        }
    }

    /** Rates as often as levels: they are few, and everything may happen to them. */
    private Item anItem(Unit unit) {
        List<Item> asked =
                items.stream().filter(item -> item.reporter().asks(unit.kind())).toList();
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

    private Sent written(Arrival arrival) {
        String unit = arrival.unit().code().value();
        String period = arrival.period().toString();
        byte[] form = bureau.form(unit, period, arrival.changes());
        try {
            return new Sent(
                    unit + "-" + period + arrival.suffix() + ".xlsx",
                    arrival.steps().isEmpty() ? form : FormEditor.apply(form, arrival.steps()));
        } catch (IOException e) {
            throw new UncheckedIOException(unit + " " + period, e);
        }
    }
}
