package huibao.store;

import com.sun.management.OperatingSystemMXBean;
import huibao.message.Messages;
import huibao.model.Accumulation;
import huibao.model.Amount;
import huibao.model.Attainment;
import huibao.model.AttainmentStatus;
import huibao.model.Bulletin;
import huibao.model.BulletinUnits;
import huibao.model.CellRef;
import huibao.model.Certainty;
import huibao.model.Completeness;
import huibao.model.Decision;
import huibao.model.Figure;
import huibao.model.FormHeader;
import huibao.model.Imputations;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.ItemRole;
import huibao.model.Lateness;
import huibao.model.Measure;
import huibao.model.ObsStatus;
import huibao.model.Observation;
import huibao.model.Obstacle;
import huibao.model.Outcome;
import huibao.model.Pace;
import huibao.model.Period;
import huibao.model.Reading;
import huibao.model.Reporter;
import huibao.model.SeasonalPace;
import huibao.model.SourceFile;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Target;
import huibao.model.TargetBasis;
import huibao.model.TargetCode;
import huibao.model.TargetComparator;
import huibao.model.Timeliness;
import huibao.model.Unit;
import huibao.model.UnitBulletin;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.model.UnitReporting;
import huibao.model.YearEnd;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What it costs to record and publish the forms of so many units: a program to run by hand, {@code StoreLoad 300 1000 3000}.
 * Prints CPU time of the whole process and what comes of it per unit.
 */
final class StoreLoad {

    private static final int ITEMS = 67;
    private static final int CHUNK = 100;
    private static final Period JUNE = Period.month(2023, 6);
    private static final Instant START = Instant.parse("2023-07-07T18:00:00Z");
    private static final UnitCode CITY = new UnitCode("330200");

    private final Random random = new Random(7);
    private final int size;
    private final PublishedNames names;
    private final List<SubmissionRecord> records = new ArrayList<>();

    private StoreLoad(int size) {
        this.size = size;
        this.names = names(size);
    }

    public static void main(String[] sizes) throws Exception {
        for (String size : sizes) {
            new StoreLoad(Integer.parseInt(size)).run();
        }
    }

    private void run() throws Exception {
        Path folder = Files.createTempDirectory("store-load");
        Messages chinese = Messages.in(Locale.CHINESE);
        Messages english = Messages.in(Locale.ENGLISH);
        try (Registry registry = Registry.open(folder.resolve("huibao.db"), names, chinese, english)) {
            timed("record", () -> recordAll(registry));
            timed(
                    "read what stands",
                    () -> registry.submissions(JUNE).forEach(record -> registry.observations(record)));
            Bulletin first = bulletin(registry, START, 0);
            timed("publish", () -> registry.publish(first));
            Bulletin same = bulletin(registry, START.plus(Duration.ofDays(1)), 0);
            timed("publish the same", () -> registry.publish(same));
            timed("record one", () -> record(registry, List.of(form(0, 2)), START.plus(Duration.ofDays(2))));
            Bulletin corrected = bulletin(registry, START.plus(Duration.ofDays(2)), 1);
            timed("publish one corrected", () -> registry.publish(corrected));
        }
        System.out.printf(Locale.ROOT, "%6d  database %d MB%n", size, Files.size(folder.resolve("huibao.db")) >> 20);
    }

    private void timed(String what, Runnable work) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        System.out.printf(
                Locale.ROOT,
                "%6d  %-24s %8.2f CPU s  %8.3f CPU ms per unit  %8.2f s%n",
                size,
                what,
                (system.getProcessCpuTime() - before) / 1e9,
                (system.getProcessCpuTime() - before) / 1e6 / size,
                (System.nanoTime() - start) / 1e9);
    }

    private void recordAll(Registry registry) {
        for (int from = 0; from < size; from += CHUNK) {
            List<DecidedSubmission> chunk = new ArrayList<>();
            for (int unit = from; unit < Math.min(size, from + CHUNK); unit++) {
                chunk.add(form(unit, 1));
            }
            record(registry, chunk, START);
        }
    }

    private static void record(Registry registry, List<DecidedSubmission> chunk, Instant at) {
        registry.inOneTransaction(() -> chunk.forEach(one -> registry.record(one, at)));
    }

    private DecidedSubmission form(int number, int version) {
        UnitCode unit = names.units().get(number).code();
        SourceFile file = new SourceFile(
                unit + "-v" + version + ".xlsx", String.format(Locale.ROOT, "%064x", random.nextLong()), 20_000);
        SubmissionRecord record = new SubmissionRecord(
                unit + "-" + JUNE + "-v" + version,
                number + 1L + (version - 1L) * size,
                Optional.of(unit),
                Optional.of(JUNE),
                Optional.of("甬报2023-1表"),
                version,
                SubmissionState.ACCEPTED,
                Decision.CLEAN,
                file,
                START,
                START,
                START,
                "c".repeat(64),
                true);
        List<Observation> observations = new ArrayList<>();
        for (Item item : names.items()) {
            int row = observations.size() + 9;
            observations.add(new Observation(
                    item.code(),
                    figure("E" + row),
                    figure("F" + row),
                    figure("G" + row),
                    figure("H" + row),
                    Figure.notAsked(),
                    "",
                    "",
                    Optional.empty()));
        }
        FormHeader header = new FormHeader(
                "甬报2023-1表", "2024年1月", Optional.empty(), Map.of("填表人", "丙", "联系电话", "0574"), Map.of(), "", true);
        TreeMap<String, java.util.SortedMap<Outcome, Integer>> tally = new TreeMap<>();
        for (int rule = 0; rule < 25; rule++) {
            tally.put("RULE_" + rule, new TreeMap<>(Map.of(Outcome.PASSED, ITEMS)));
        }
        return new DecidedSubmission(
                record,
                new Reading(
                        file,
                        Optional.of(new Submission(file, "甬报2023-1表", unit, JUNE, header, observations, List.of())),
                        List.of()),
                new Decision(SubmissionState.ACCEPTED, Decision.CLEAN, List.of(), tally));
    }

    private Figure figure(String cell) {
        BigDecimal value = BigDecimal.valueOf(random.nextInt(10_000_000), 2);
        return new Figure(
                Optional.of(new CellRef("填报表", cell)), value.toPlainString(), new Amount.Known(value), List.of());
    }

    private Bulletin bulletin(Registry registry, Instant at, int corrected) {
        return new Bulletin(
                JUNE,
                at,
                "c".repeat(64),
                true,
                List.of(),
                attainments(-1, corrected),
                new BulletinUnits() {
                    @Override
                    public void forEach(Consumer<UnitBulletin> taker) {
                        for (int unit = 0; unit < size; unit++) {
                            taker.accept(part(unit, unit < corrected ? 1 : 0));
                        }
                    }

                    @Override
                    public Optional<UnitBulletin> find(UnitCode unit) {
                        throw new UnsupportedOperationException();
                    }
                },
                List.of(),
                names.units().stream().map(StoreLoad::reporting).toList(),
                registry.submissions(JUNE),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Imputations.none(),
                0);
    }

    private UnitBulletin part(int unit, int change) {
        return new UnitBulletin(
                names.units().get(unit).code(), List.of(), attainments(unit, change), List.of(), List.of());
    }

    private List<Attainment> attainments(int unit, int change) {
        return names.targets().stream()
                .map(target -> attainment(unit, target, change))
                .toList();
    }

    private Attainment attainment(int unit, Target target, int change) {
        BigDecimal value = BigDecimal.valueOf(unit * 31L + target.reportLine() + change, 2);
        return new Attainment(
                JUNE,
                target.code(),
                unit < 0 ? CITY : names.units().get(unit).code(),
                Optional.of(new BigDecimal("600.00")),
                TargetBasis.CITY,
                Optional.of(value),
                Optional.of(value),
                Optional.of(value),
                Optional.empty(),
                Optional.of(new BigDecimal("4.123456789012")),
                Optional.of(new BigDecimal("0.731666666667")),
                new BigDecimal("50.000000000000"),
                Optional.of(new BigDecimal("-49.268333333333")),
                Optional.of(value),
                Optional.of(value),
                Optional.of(value),
                Optional.of(value),
                Certainty.COMPLETE,
                List.of(),
                AttainmentStatus.FAR_BEHIND,
                Obstacle.NONE,
                false,
                OptionalInt.of(unit + 2),
                new BigDecimal("100"),
                ObsStatus.A,
                SeasonalPace.NONE,
                YearEnd.NOT_APPLICABLE,
                List.of());
    }

    private static UnitReporting reporting(Unit unit) {
        return new UnitReporting(
                unit.code(),
                Optional.of(SubmissionState.ACCEPTED),
                OptionalInt.of(1),
                Optional.of(START),
                Optional.of(START),
                Optional.of(START),
                true,
                1,
                0,
                true,
                new Timeliness(Optional.of(START), Optional.empty(), Optional.empty(), 0, Lateness.ON_TIME),
                new Completeness(ITEMS, Optional.of(ITEMS)));
    }

    private static PublishedNames names(int size) {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            units.add(new Unit(
                    new UnitCode(String.format(Locale.ROOT, "U%06d", i)),
                    "单位" + i,
                    "单位" + i,
                    "Unit " + i,
                    UnitKind.DISTRICT,
                    Optional.empty(),
                    i + 1,
                    List.of()));
        }
        units.add(new Unit(CITY, "宁波市", "宁波", "Ningbo", UnitKind.CITY, Optional.empty(), size + 1, List.of()));
        List<Item> items = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            ItemCode item = new ItemCode(String.format(Locale.ROOT, "T%04d", i));
            items.add(new Item(
                    item,
                    "指标" + i,
                    "",
                    "亿元",
                    2,
                    Accumulation.YTD,
                    true,
                    Reporter.DISTRICT,
                    ItemRole.LEVEL,
                    Optional.empty()));
            targets.add(new Target(
                    new TargetCode(item.value()),
                    "二(二)",
                    "标题",
                    "指标" + i,
                    "Item " + i,
                    Measure.LEVEL,
                    List.of(item),
                    BigDecimal.ONE,
                    TargetComparator.MORE_THAN,
                    new BigDecimal("600"),
                    "亿元",
                    ">",
                    "突破",
                    Pace.LINEAR,
                    Reporter.DISTRICT,
                    i + 1,
                    ""));
        }
        return new PublishedNames(units, items, targets, List.of());
    }
}
