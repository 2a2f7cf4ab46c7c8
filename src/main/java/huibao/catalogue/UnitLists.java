package huibao.catalogue;

import huibao.catalogue.CsvTable.Row;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads {@code units.csv} and {@code weights.csv}. */
final class UnitLists {

    private final Path folder;
    private final Problems problems;

    UnitLists(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    List<Unit> units() {
        CsvTable table = open(
                "units.csv", List.of("aliases"), "code", "name_zh", "short_zh", "name_en", "kind", "host", "order");
        Map<UnitCode, Unit> units = new TreeMap<>();
        Map<String, UnitCode> names = new HashMap<>();
        for (Row row : table.rows()) {
            Optional<UnitCode> code = Codes.code(row, "code", UnitCode::new);
            Optional<UnitKind> kind = row.oneOf("kind", UnitKind.class);
            Optional<Integer> order = row.integer("order", 1, 999_999);
            Optional<UnitCode> host =
                    row.text("host").isEmpty() ? Optional.empty() : row.parsed("host", "a unit code", UnitCode::new);
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
        Set<String> districts = units.values().stream()
                .filter(unit -> unit.kind() == UnitKind.DISTRICT)
                .map(unit -> unit.code().value())
                .collect(Collectors.toSet());
        for (Row row : table.rows()) {
            String host = row.text("host");
            if (!host.isEmpty() && !districts.contains(host)) {
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

    Map<UnitCode, BigDecimal> weights(List<Unit> units) {
        Map<UnitCode, BigDecimal> weights = new TreeMap<>();
        if (Files.exists(folder.resolve("weights.csv"))) {
            Map<String, Unit> known = Codes.index(units, unit -> unit.code().value());
            for (Row row :
                    open("weights.csv", List.of(), "unit", "weight", "source").rows()) {
                Optional<Unit> unit = Codes.known(row, "unit", known);
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

    private CsvTable open(String file, List<String> optional, String... required) {
        return CsvTable.read(folder, file, List.of(required), optional, problems);
    }
}
