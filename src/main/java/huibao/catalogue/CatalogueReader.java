package huibao.catalogue;

import huibao.catalogue.CsvTable.Row;
import huibao.model.Accumulation;
import huibao.model.Allocation;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.ItemRole;
import huibao.model.Measure;
import huibao.model.Milestone;
import huibao.model.MilestoneCode;
import huibao.model.MilestoneKind;
import huibao.model.Pace;
import huibao.model.Period;
import huibao.model.Reporter;
import huibao.model.Rule;
import huibao.model.Target;
import huibao.model.TargetCode;
import huibao.model.TargetComparator;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads a job folder into a {@link Catalogue}, or says everything that is wrong with it. */
public final class CatalogueReader {

    private static final List<String> FILES = List.of(
            "job.yaml",
            "units.csv",
            "items.csv",
            "targets.csv",
            "milestones.csv",
            "allocations.csv",
            "rules.csv",
            "deadlines.csv",
            "weights.csv");

    private final Path folder;
    private final Problems problems = new Problems();

    private CatalogueReader(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads and cross-checks a job folder.
     *
     * @throws CatalogueException with every mistake found
     */
    public static Catalogue read(Path folder) {
        return new CatalogueReader(folder).read();
    }

    private Catalogue read() {
        if (!Files.isDirectory(folder)) {
            problems.add(folder.toString(), 0, "job folder", "none", "a folder with " + String.join(", ", FILES));
            problems.throwIfAny();
        }
        Optional<JobSettings> settings = new JobYaml(problems).read(folder);
        List<Unit> units = units();
        List<Item> items = items();
        List<Target> targets = targets(items);
        List<Milestone> milestones = milestones(units);
        List<Allocation> allocations = allocations(units, targets);
        List<Rule> rules = new RulesCsv(items).read(RulesCsv.open(folder, problems));
        List<Deadline> deadlines = new ArrayList<>();
        List<MilestoneDeadline> milestoneDeadlines = new ArrayList<>();
        deadlines(settings, milestones, deadlines, milestoneDeadlines);
        Map<UnitCode, BigDecimal> weights = weights(units);
        refuseOtherFiles();
        problems.throwIfAny();
        return new Catalogue(
                settings.orElseThrow(),
                units,
                items,
                targets,
                milestones,
                allocations,
                rules,
                deadlines,
                milestoneDeadlines,
                weights,
                hash());
    }

    private List<Unit> units() {
        CsvTable table = table(
                "units.csv", List.of("aliases"), "code", "name_zh", "short_zh", "name_en", "kind", "host", "order");
        Map<UnitCode, Unit> units = new TreeMap<>();
        Map<String, UnitCode> names = new HashMap<>();
        for (Row row : table.rows()) {
            Optional<UnitCode> code = code(row, "code", UnitCode::new);
            Optional<UnitKind> kind = row.oneOf("kind", UnitKind.class);
            Optional<Integer> order = row.integer("order", 1, 9999);
            Optional<UnitCode> host = row.text("host").isEmpty() ? Optional.empty() : code(row, "host", UnitCode::new);
            if (code.isEmpty() || kind.isEmpty() || order.isEmpty()) {
                continue;
            }
            if ((kind.get() == UnitKind.ZONE) != host.isPresent()) {
                row.problem("host", row.text("host"), "a district's code for a ZONE, nothing for others");
                continue;
            }
            List<String> aliases = Arrays.stream(row.text("aliases").split("\\|"))
                    .map(String::strip)
                    .filter(alias -> !alias.isEmpty())
                    .toList();
            Unit unit = new Unit(
                    code.get(),
                    row.requiredText("name_zh"),
                    row.requiredText("short_zh"),
                    row.requiredText("name_en"),
                    kind.get(),
                    host,
                    order.get(),
                    aliases);
            if (units.put(unit.code(), unit) != null) {
                row.problem("code twice", unit.code().value(), "each unit once");
            }
            Set<String> own = new LinkedHashSet<>(aliases);
            own.add(unit.nameZh());
            own.add(unit.shortZh());
            for (String name : own) {
                UnitCode other = names.put(name, unit.code());
                if (other != null && !other.equals(unit.code())) {
                    row.problem("name twice", name, "a name that " + other + " does not have");
                }
            }
        }
        for (Row row : table.rows()) {
            String host = row.text("host");
            if (!host.isEmpty()
                    && units.values().stream()
                            .noneMatch(u -> u.code().value().equals(host) && u.kind() == UnitKind.DISTRICT)) {
                row.problem("host", host, "the code of a DISTRICT in units.csv");
            }
        }
        if (units.values().stream().filter(u -> u.kind() == UnitKind.CITY).count() != 1) {
            problems.add("units.csv", 0, "units of kind CITY", "not exactly one", "exactly one");
        }
        return units.values().stream()
                .sorted(java.util.Comparator.comparingInt(Unit::order).thenComparing(Unit::code))
                .toList();
    }

    private List<Item> items() {
        CsvTable table = table(
                "items.csv",
                List.of(),
                "code",
                "name_zh",
                "unit",
                "decimals",
                "accumulation",
                "prior_year",
                "reporter",
                "role",
                "ledger_key");
        Map<ItemCode, Item> seen = new TreeMap<>();
        List<Item> items = new ArrayList<>();
        for (Row row : table.rows()) {
            Optional<ItemCode> code = code(row, "code", ItemCode::new);
            Optional<Integer> decimals = row.integer("decimals", 0, 12);
            Optional<Accumulation> accumulation = row.oneOf("accumulation", Accumulation.class);
            Optional<Boolean> priorYear = row.yesNo("prior_year");
            Optional<Reporter> reporter = row.oneOf("reporter", Reporter.class);
            Optional<ItemRole> role = row.parsed(
                    "role",
                    "level, numerator or denominator",
                    text -> ItemRole.valueOf(text.toUpperCase(java.util.Locale.ROOT)));
            if (code.isEmpty()
                    || decimals.isEmpty()
                    || accumulation.isEmpty()
                    || priorYear.isEmpty()
                    || reporter.isEmpty()
                    || role.isEmpty()) {
                continue;
            }
            Item item = new Item(
                    code.get(),
                    row.requiredText("name_zh"),
                    row.requiredText("unit"),
                    decimals.get(),
                    accumulation.get(),
                    priorYear.get(),
                    reporter.get(),
                    role.get(),
                    Optional.of(row.text("ledger_key")).filter(key -> !key.isEmpty()));
            if (seen.put(item.code(), item) != null) {
                row.problem("code twice", item.code().value(), "each item once");
            }
            items.add(item);
        }
        return items;
    }

    private List<Target> targets(List<Item> items) {
        CsvTable table = table(
                "targets.csv",
                List.of(),
                "code",
                "section",
                "heading",
                "name_zh",
                "name_en",
                "measure",
                "items",
                "scale",
                "comparator",
                "value",
                "unit",
                "as_written",
                "qualifier",
                "pace",
                "level",
                "report_line",
                "notes");
        Set<TargetCode> seen = new LinkedHashSet<>();
        List<Target> targets = new ArrayList<>();
        for (Row row : table.rows()) {
            Optional<TargetCode> code = code(row, "code", TargetCode::new);
            Optional<Measure> measure = row.oneOf("measure", Measure.class);
            Optional<BigDecimal> scale = row.decimal("scale");
            Optional<TargetComparator> comparator = row.oneOf("comparator", TargetComparator.class);
            Optional<BigDecimal> value = row.decimal("value");
            Optional<Pace> pace = row.oneOf("pace", Pace.class);
            Optional<Reporter> level = row.oneOf("level", Reporter.class);
            Optional<Integer> line = row.integer("report_line", 1, 99999);
            List<ItemCode> used = row.words("items").stream()
                    .filter(word -> {
                        boolean known =
                                items.stream().anyMatch(i -> i.code().value().equals(word));
                        if (!known) {
                            row.problem("items", word, "item codes of items.csv");
                        }
                        return known;
                    })
                    .map(ItemCode::new)
                    .toList();
            if (code.isEmpty()
                    || measure.isEmpty()
                    || scale.isEmpty()
                    || comparator.isEmpty()
                    || value.isEmpty()
                    || pace.isEmpty()
                    || level.isEmpty()
                    || line.isEmpty()) {
                continue;
            }
            if (scale.get().signum() <= 0) {
                row.problem("scale", row.text("scale"), "a number above zero");
            }
            if (used.size() != measure.get().items()) {
                row.problem(
                        "items",
                        row.text("items"),
                        measure.get() + " takes " + measure.get().items());
                continue;
            }
            checkItems(row, measure.get(), level.get(), pace.get(), used, items);
            if (!seen.add(code.get())) {
                row.problem("code twice", code.get().value(), "each target once");
            }
            targets.add(new Target(
                    code.get(),
                    row.requiredText("section"),
                    row.requiredText("heading"),
                    row.requiredText("name_zh"),
                    row.requiredText("name_en"),
                    measure.get(),
                    used,
                    scale.get(),
                    comparator.get(),
                    value.get(),
                    row.requiredText("unit"),
                    row.requiredText("as_written"),
                    row.text("qualifier"),
                    pace.get(),
                    level.get(),
                    line.get(),
                    row.text("notes")));
        }
        return targets;
    }

    private static void checkItems(
            Row row, Measure measure, Reporter level, Pace pace, List<ItemCode> used, List<Item> items) {
        for (ItemCode code : used) {
            Item item = items.stream()
                    .filter(i -> i.code().equals(code))
                    .findFirst()
                    .orElseThrow();
            if ((measure == Measure.GROWTH || measure == Measure.GROWTH_PER_HEAD) && !item.asksPriorYear()) {
                row.problem("items", code.value(), "an item with prior_year yes, for " + measure);
            }
            if (item.reporter() != level) {
                row.problem("level", level.name(), "the reporter of " + code + ": " + item.reporter());
            }
        }
        if (measure.isRate() && pace != Pace.NONE) {
            row.problem("pace", pace.name(), "NONE for " + measure);
        }
    }

    private List<Milestone> milestones(List<Unit> units) {
        CsvTable table = table(
                "milestones.csv",
                List.of(),
                "code",
                "section",
                "heading",
                "name_zh",
                "verb",
                "kind",
                "evidence",
                "reporters",
                "report_line");
        Set<MilestoneCode> seen = new LinkedHashSet<>();
        List<Milestone> milestones = new ArrayList<>();
        for (Row row : table.rows()) {
            Optional<MilestoneCode> code = code(row, "code", MilestoneCode::new);
            Optional<MilestoneKind> kind = row.oneOf("kind", MilestoneKind.class);
            Optional<Integer> line = row.integer("report_line", 1, 99999);
            List<UnitCode> reporters = reporters(row, units);
            if (code.isEmpty() || kind.isEmpty() || line.isEmpty()) {
                continue;
            }
            if (!seen.add(code.get())) {
                row.problem("code twice", code.get().value(), "each milestone once");
            }
            milestones.add(new Milestone(
                    code.get(),
                    row.requiredText("section"),
                    row.requiredText("heading"),
                    row.requiredText("name_zh"),
                    row.requiredText("verb"),
                    kind.get(),
                    row.requiredText("evidence"),
                    reporters,
                    line.get()));
        }
        return milestones;
    }

    private static List<UnitCode> reporters(Row row, List<Unit> units) {
        List<String> words = row.words("reporters");
        for (String word : words) {
            if (units.stream().noneMatch(unit -> isMeant(unit, word))) {
                row.problem("reporters", word, "DISTRICT, ZONE, CITY or unit codes of units.csv");
            }
        }
        if (words.isEmpty()) {
            row.problem("reporters", "", "DISTRICT, ZONE, CITY or unit codes of units.csv");
        }
        return units.stream()
                .filter(unit -> words.stream().anyMatch(word -> isMeant(unit, word)))
                .map(Unit::code)
                .toList();
    }

    private static boolean isMeant(Unit unit, String word) {
        return unit.kind().name().equals(word) || unit.code().value().equals(word);
    }

    private List<Allocation> allocations(List<Unit> units, List<Target> targets) {
        CsvTable table = table("allocations.csv", List.of(), "target", "unit", "value", "basis");
        Set<String> seen = new LinkedHashSet<>();
        List<Allocation> allocations = new ArrayList<>();
        for (Row row : table.rows()) {
            Optional<Target> target =
                    known(row, "target", targets, t -> t.code().value());
            Optional<Unit> unit = known(row, "unit", units, u -> u.code().value());
            Optional<BigDecimal> value = row.decimal("value");
            Optional<Boolean> illustrative = row.parsed("basis", "assigned or illustrative", text -> switch (text) {
                case "assigned" -> false;
                case "illustrative" -> true;
                default -> throw new IllegalArgumentException(text);
            });
            if (target.isEmpty() || unit.isEmpty() || value.isEmpty() || illustrative.isEmpty()) {
                continue;
            }
            if (unit.get().kind() == UnitKind.CITY || target.get().level() == Reporter.CITY) {
                row.problem("unit", row.text("unit"), "a district or zone, for a target that districts report");
            }
            if (!seen.add(row.text("target") + " " + row.text("unit"))) {
                row.problem("allocation twice", row.text("target") + " " + row.text("unit"), "each pair once");
            }
            allocations.add(new Allocation(target.get().code(), unit.get().code(), value.get(), illustrative.get()));
        }
        return allocations;
    }

    private void deadlines(
            Optional<JobSettings> settings,
            List<Milestone> milestones,
            List<Deadline> deadlines,
            List<MilestoneDeadline> milestoneDeadlines) {
        CsvTable table = table("deadlines.csv", List.of(), "kind", "code", "due");
        Set<String> seen = new LinkedHashSet<>();
        for (Row row : table.rows()) {
            if (!seen.add(row.text("kind") + " " + row.text("code"))) {
                row.problem("deadline twice", row.text("code"), "each once");
            }
            switch (row.text("kind")) {
                case "REPORT" -> {
                    Optional<Period> period = row.parsed("code", "a period such as 2023-06", Period::parse);
                    Optional<LocalDateTime> due =
                            row.parsed("due", "a time such as 2023-07-08T18:00", LocalDateTime::parse);
                    if (period.isPresent() && due.isPresent() && settings.isPresent()) {
                        if (period.get().frequency() != settings.get().frequency()
                                || period.get().year() != settings.get().year()) {
                            row.problem("code", row.text("code"), "a period of the job's year and frequency");
                        }
                        deadlines.add(new Deadline(
                                period.get(),
                                due.get().atZone(settings.get().zone()).toInstant()));
                    }
                }
                case "MILESTONE" -> {
                    Optional<Milestone> milestone =
                            known(row, "code", milestones, m -> m.code().value());
                    Optional<LocalDate> due = row.parsed("due", "a date such as 2023-06-30", LocalDate::parse);
                    if (milestone.isPresent() && due.isPresent()) {
                        milestoneDeadlines.add(
                                new MilestoneDeadline(milestone.get().code(), due.get()));
                    }
                }
                default -> row.problem("kind", row.text("kind"), "REPORT or MILESTONE");
            }
        }
    }

    private Map<UnitCode, BigDecimal> weights(List<Unit> units) {
        Map<UnitCode, BigDecimal> weights = new TreeMap<>();
        if (Files.exists(folder.resolve("weights.csv"))) {
            for (Row row :
                    table("weights.csv", List.of(), "unit", "weight", "source").rows()) {
                Optional<Unit> unit = known(row, "unit", units, u -> u.code().value());
                Optional<BigDecimal> weight = row.decimal("weight");
                if (unit.isPresent() && weight.isPresent()) {
                    if (weights.put(unit.get().code(), weight.get()) != null) {
                        row.problem("unit twice", row.text("unit"), "each unit once");
                    }
                    if (weight.get().signum() <= 0) {
                        row.problem("weight", row.text("weight"), "a number above zero");
                    }
                }
            }
        }
        return weights;
    }

    private CsvTable table(String file, List<String> optional, String... required) {
        return CsvTable.read(folder, file, List.of(required), optional, problems);
    }

    private static <T> Optional<T> code(Row row, String column, Function<String, T> constructor) {
        return row.parsed(column, "1 to 40 letters, digits, hyphens or underscores", constructor);
    }

    private static <T> Optional<T> known(Row row, String column, List<T> all, Function<T, String> codeOf) {
        String text = row.text(column);
        Optional<T> found =
                all.stream().filter(one -> codeOf.apply(one).equals(text)).findFirst();
        if (found.isEmpty()) {
            row.problem(column, text, "a code that the job's lists hold");
        }
        return found;
    }

    private void refuseOtherFiles() {
        try (var files = Files.list(folder)) {
            files.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.endsWith("~") && !name.endsWith(".md"))
                    .filter(name -> !FILES.contains(name))
                    .sorted()
                    .forEach(name -> problems.add(name, 0, "unknown file", name, "one of " + String.join(", ", FILES)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : FILES) {
                Path path = folder.resolve(file);
                if (Files.exists(path)) {
                    byte[] bytes = Files.readAllBytes(path);
                    digest.update((file + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                    digest.update(bytes);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }
}
