package huibao.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shipped job with more districts: the shipped units stay, towns are added behind them, and targets
 * and allocations grow with them.
 */
final class JobCopy {

    /** The district whose form the added ones copy. */
    static final String COPIED = "330282";

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)20\\d\\d(?!\\d)");
    private static final int LAST_ORDER = 9999;
    private static final int TOWN_CODES = 330_270_000;
    private static final BigDecimal SMALLEST_PERFORMANCE = new BigDecimal("0.85");

    private final ShippedJob job;
    private final List<BenchUnit> units;

    /**
     * @param size how many units the copy has: those of the shipped job, or more
     */
    JobCopy(ShippedJob job, int size) {
        this.job = job;
        this.units = units(job, size);
    }

    List<BenchUnit> units() {
        return units;
    }

    /** Every year a text names, moved by so many years. */
    static String moved(String text, int years) {
        return YEAR.matcher(text)
                .replaceAll(year -> Matcher.quoteReplacement(Integer.toString(Integer.parseInt(year.group()) + years)));
    }

    /** The targets' shares of a district, by target. */
    Map<String, BigDecimal> allocations(BenchUnit unit, Figures figures) {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        for (Map<String, String> row : job.allocations().rows()) {
            if (row.get("unit").equals(COPIED) && unit.isDistrict()) {
                String target = row.get("target");
                BigDecimal shipped = new BigDecimal(row.get("value"));
                BigDecimal performance = SMALLEST_PERFORMANCE.add(
                        BigDecimal.valueOf(Math.floorMod((target + unit.code()).hashCode(), 300))
                                .movePointLeft(3));
                shares.put(
                        target,
                        shipped.multiply(figures.factor(itemOf(target), unit.index()))
                                .multiply(performance)
                                .setScale(shipped.scale(), RoundingMode.UP));
            }
        }
        return shares;
    }

    /**
     * Writes the copy.
     *
     * @param years by how many years it is moved
     * @param previous the name of the job of the year before; empty for none
     * @param figures where the districts' sizes come from
     * @return the name of the job
     */
    String write(Path folder, int years, Optional<String> previous, Figures figures) throws IOException {
        Files.createDirectories(folder);
        for (String file : List.of("items.csv", "milestones.csv", "rules.csv")) {
            Files.copy(job.folder().resolve(file), folder.resolve(file));
        }
        Files.writeString(
                folder.resolve("deadlines.csv"),
                moved(Files.readString(job.folder().resolve("deadlines.csv")), years));
        String settings = moved(Files.readString(job.folder().resolve("job.yaml")), years);
        String name = Files.readString(job.folder().resolve("job.yaml"))
                .lines()
                .filter(line -> line.startsWith("name:"))
                .map(line -> moved(line.substring("name:".length()).strip(), years))
                .findFirst()
                .orElseThrow();
        Files.writeString(
                folder.resolve("job.yaml"),
                settings + previous.map(job -> "\nprevious_job: " + job + "\n").orElse(""));
        new Csv(job.units().columns(), units.stream().map(BenchUnit::row).toList()).write(folder.resolve("units.csv"));
        writeTargets(folder, figures);
        return name;
    }

    private void writeTargets(Path folder, Figures figures) throws IOException {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        List<Map<String, String>> shares = new ArrayList<>();
        for (BenchUnit unit : units) {
            allocations(unit, figures).forEach((target, value) -> {
                sums.merge(target, value, BigDecimal::add);
                shares.add(Map.of(
                        "target",
                        target,
                        "unit",
                        unit.code(),
                        "value",
                        value.toPlainString(),
                        "basis",
                        "illustrative"));
            });
        }
        new Csv(job.allocations().columns(), shares).write(folder.resolve("allocations.csv"));
        List<Map<String, String>> targets = new ArrayList<>();
        for (Map<String, String> target : job.targets().rows()) {
            Map<String, String> copy = new LinkedHashMap<>(target);
            if (target.get("measure").equals("LEVEL") && target.get("level").equals("DISTRICT")) {
                BigDecimal value =
                        Optional.ofNullable(sums.get(target.get("code"))).orElseGet(() -> grown(target, figures));
                copy.put("value", value.stripTrailingZeros().toPlainString());
            }
            targets.add(copy);
        }
        new Csv(job.targets().columns(), targets).write(folder.resolve("targets.csv"));
    }

    /** A target without allocations grows like the districts' sizes. */
    private BigDecimal grown(Map<String, String> target, Figures figures) {
        Predicate<BenchUnit> district = BenchUnit::isDistrict;
        BigDecimal sizes = units.stream()
                .filter(district)
                .map(unit -> figures.factor(target.get("items"), unit.index()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        long shipped = job.shippedUnits().stream().filter(district).count();
        return new BigDecimal(target.get("value"))
                .multiply(sizes)
                .divide(BigDecimal.valueOf(shipped), 4, RoundingMode.HALF_UP);
    }

    private String itemOf(String target) {
        return job.targets().rows().stream()
                .filter(row -> row.get("code").equals(target))
                .map(row -> row.get("items"))
                .findFirst()
                .orElseThrow();
    }

    private static List<BenchUnit> units(ShippedJob job, int size) {
        List<BenchUnit> units = new ArrayList<>(job.shippedUnits());
        if (size < units.size() || size > TownNames.MOST) {
            throw new IllegalArgumentException(size + " units: " + units.size() + " or more can be made");
        }
        Set<String> taken = new LinkedHashSet<>();
        job.units().rows().forEach(row -> taken.addAll(List.of(row.get("name_zh"), row.get("short_zh"))));
        for (int town = 0; units.size() < size; town++) {
            if (taken.contains(TownNames.brief(town)) || taken.contains(TownNames.full(town))) {
                continue;
            }
            String code = Integer.toString(TOWN_CODES + town);
            Map<String, String> row = new LinkedHashMap<>();
            row.put("code", code);
            row.put("name_zh", TownNames.full(town));
            row.put("short_zh", TownNames.brief(town));
            row.put("name_en", TownNames.english(town));
            row.put("kind", "DISTRICT");
            row.put("host", "");
            row.put("order", Integer.toString(Math.min(LAST_ORDER, units.size() + 1)));
            row.put("aliases", "");
            units.add(new BenchUnit(units.size(), code, TownNames.full(town), "DISTRICT", "", COPIED, row));
        }
        return List.copyOf(units);
    }
}
