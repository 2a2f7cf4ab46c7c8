package huibao.catalogue;

import huibao.catalogue.CsvTable.Row;
import huibao.model.Accumulation;
import huibao.model.Allocation;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.ItemRole;
import huibao.model.Measure;
import huibao.model.Pace;
import huibao.model.Reporter;
import huibao.model.Target;
import huibao.model.TargetCode;
import huibao.model.TargetComparator;
import huibao.model.Unit;
import huibao.model.UnitKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code items.csv}, {@code targets.csv} and {@code allocations.csv}. */
final class TargetLists {

    private final Path folder;
    private final Problems problems;

    TargetLists(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    List<Item> items() {
        CsvTable table = open(
                "items.csv",
                List.of("name_en"),
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
            Optional<ItemCode> code = Codes.code(row, "code", ItemCode::new);
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
                    row.text("name_en"),
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

    List<Target> targets(List<Item> items) {
        CsvTable table = open(
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
        Map<String, Item> known = Codes.index(items, item -> item.code().value());
        Set<TargetCode> seen = new LinkedHashSet<>();
        List<Target> targets = new ArrayList<>();
        for (Row row : table.rows()) {
            Optional<TargetCode> code = Codes.code(row, "code", TargetCode::new);
            Optional<Measure> measure = row.oneOf("measure", Measure.class);
            Optional<BigDecimal> scale = row.decimal("scale");
            Optional<TargetComparator> comparator = row.oneOf("comparator", TargetComparator.class);
            Optional<BigDecimal> value = row.decimal("value");
            Optional<Pace> pace = row.oneOf("pace", Pace.class);
            Optional<Reporter> level = row.oneOf("level", Reporter.class);
            Optional<Integer> line = row.integer("report_line", 1, 99999);
            List<ItemCode> used = row.words("items").stream()
                    .filter(word -> {
                        if (!known.containsKey(word) && !row.isDeclared(word)) {
                            row.problem("items", word, "item codes of items.csv");
                        }
                        return known.containsKey(word);
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
            if (row.words("items").size() != measure.get().items()) {
                row.problem(
                        "items",
                        row.text("items"),
                        measure.get() + " takes " + measure.get().items());
                continue;
            }
            if (used.size() != measure.get().items()) {
                continue;
            }
            checkItems(
                    row,
                    measure.get(),
                    level.get(),
                    pace.get(),
                    used.stream()
                            .flatMap(item -> Optional.ofNullable(known.get(item.value())).stream())
                            .toList());
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

    private static void checkItems(Row row, Measure measure, Reporter level, Pace pace, List<Item> used) {
        for (Item item : used) {
            if (measure.comparesYears() && !item.asksPriorYear()) {
                row.problem("items", item.code().value(), "an item with prior_year yes, for " + measure);
            }
            if (item.reporter() != level) {
                row.problem("level", level.name(), "the reporter of " + item.code() + ": " + item.reporter());
            }
        }
        if (measure.isRate() && pace != Pace.NONE) {
            row.problem("pace", pace.name(), "NONE for " + measure);
        }
    }

    List<Allocation> allocations(List<Unit> units, List<Target> targets) {
        CsvTable table = open("allocations.csv", List.of(), "target", "unit", "value", "basis");
        Map<String, Target> knownTargets =
                Codes.index(targets, target -> target.code().value());
        Map<String, Unit> knownUnits = Codes.index(units, unit -> unit.code().value());
        Set<String> seen = new LinkedHashSet<>();
        List<Allocation> allocations = new ArrayList<>();
        for (Row row : table.rows()) {
            Optional<Target> target = Codes.known(row, "target", knownTargets);
            Optional<Unit> unit = Codes.known(row, "unit", knownUnits);
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

    private CsvTable open(String file, List<String> optional, String... required) {
        return CsvTable.read(folder, file, List.of(required), optional, problems);
    }
}
