package huibao.catalogue;

import huibao.catalogue.CsvTable.Row;
import huibao.model.FindingKind;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Rule;
import huibao.model.RuleParameter;
import huibao.model.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads {@code rules.csv}: switches, severities, limits and which items. */
final class RulesCsv {

    private static final List<String> COLUMNS =
            List.of("rule", "kind", "severity", "state", "items", "parameters", "note");

    /** Kinds a line may set: rules, and what the reader finds unless a figure or the form is lost by it. */
    private static final String SWITCHABLE = Arrays.stream(FindingKind.values())
            .filter(FindingKind::isSwitchable)
            .map(Enum::name)
            .collect(Collectors.joining(", "));

    private static final Set<String> KEYWORDS =
            Set.of("*", "YTD", "POINT", "INTEGER", "PRIOR_YEAR", "LEVEL", "NUMERATOR", "DENOMINATOR");

    private final Map<ItemCode, Item> items;

    RulesCsv(List<Item> items) {
        this.items = items.stream().collect(Collectors.toMap(Item::code, item -> item, (a, b) -> a, TreeMap::new));
    }

    List<Rule> read(CsvTable table) {
        List<Rule> rules = new ArrayList<>();
        Set<String> codes = new LinkedHashSet<>();
        for (Row row : table.rows()) {
            String code = row.requiredText("rule");
            if (!code.isEmpty() && !code.matches("[A-Z][A-Z0-9_]{1,59}")) {
                row.problem("rule", code, "capital letters, digits and underscores");
            }
            if (!codes.add(code)) {
                row.problem("rule twice", code, "each rule code once");
            }
            Optional<FindingKind> kind = row.parsed("kind", "one of " + SWITCHABLE, FindingKind::valueOf);
            Optional<Severity> severity = row.oneOf("severity", Severity.class);
            Optional<Rule.State> state = row.oneOf("state", Rule.State.class);
            Set<ItemCode> selected = select(row);
            if (kind.isEmpty() || severity.isEmpty() || state.isEmpty()) {
                continue;
            }
            checkSwitch(row, kind.get(), severity.get(), state.get());
            rules.add(new Rule(code, kind.get(), severity.get(), state.get(), selected, parameters(row, kind.get())));
        }
        return rules;
    }

    static CsvTable open(Path folder, Problems problems) {
        return open(folder, "rules.csv", problems);
    }

    static CsvTable open(Path folder, String file, Problems problems) {
        return CsvTable.read(folder, file, COLUMNS, List.of(), problems);
    }

    /** What yields no figure, or no form, cannot be talked down. */
    private static void checkSwitch(Row row, FindingKind kind, Severity severity, Rule.State state) {
        if (!kind.isSwitchable() && (severity != Severity.MANDATORY || state != Rule.State.ON)) {
            row.problem("severity or state of " + kind, severity + " " + state, "MANDATORY and ON, or no such line");
        }
    }

    private Set<ItemCode> select(Row row) {
        Set<ItemCode> selected = new LinkedHashSet<>();
        for (String word : row.words("items")) {
            boolean exclude = word.startsWith("-");
            Set<ItemCode> meant = meant(row, exclude ? word.substring(1) : word);
            if (exclude) {
                selected.removeAll(meant);
            } else {
                selected.addAll(meant);
            }
        }
        return selected;
    }

    private Set<ItemCode> meant(Row row, String word) {
        Set<ItemCode> meant = items.values().stream()
                .filter(item -> switch (word) {
                    case "*" -> true;
                    case "INTEGER" -> item.decimals() == 0;
                    case "PRIOR_YEAR" -> item.asksPriorYear();
                    default ->
                        item.accumulation().name().equals(word)
                                || item.role().name().equals(word)
                                || item.code().value().equals(word);
                })
                .map(Item::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (meant.isEmpty() && !row.isDeclared(word) && !(KEYWORDS.contains(word) && row.isAfterProblems())) {
            row.problem(
                    "items",
                    word,
                    "item codes of items.csv, or *, YTD, POINT, INTEGER, PRIOR_YEAR, LEVEL, NUMERATOR, DENOMINATOR;"
                            + " a leading - takes out");
        }
        return meant;
    }

    private SortedMap<String, String> parameters(Row row, FindingKind kind) {
        SortedMap<String, String> given = new TreeMap<>();
        for (String pair : row.text("parameters").split(";")) {
            if (pair.isBlank()) {
                continue;
            }
            int equals = pair.indexOf('=');
            if (equals < 1) {
                row.problem("parameters", pair.strip(), "name=value;name=value");
                continue;
            }
            if (given.put(
                            pair.substring(0, equals).strip(),
                            pair.substring(equals + 1).strip())
                    != null) {
                row.problem("parameter twice", pair.strip(), "each parameter once");
            }
        }
        given.forEach((name, value) -> kind.parameter(name)
                .ifPresentOrElse(
                        parameter -> checkValue(row, value, parameter),
                        () -> row.problem("unknown parameter of " + kind, name, namesOf(kind))));
        for (RuleParameter parameter : kind.parameters()) {
            if (parameter.required() && !given.containsKey(parameter.name())) {
                row.problem("parameter missing for " + kind, row.text("parameters"), parameter.name() + "=…");
            }
        }
        return given;
    }

    private static String namesOf(FindingKind kind) {
        return kind.parameters().isEmpty()
                ? "none"
                : kind.parameters().stream()
                        .map(RuleParameter::name)
                        .sorted()
                        .collect(Collectors.joining(", ", "one of ", ""));
    }

    private void checkValue(Row row, String value, RuleParameter parameter) {
        boolean ok = switch (parameter.type()) {
            case DECIMAL -> value.matches("-?\\d{1,26}(\\.\\d{1,12})?");
            case ITEM -> isItem(value);
            case ITEMS -> Arrays.stream(value.split("\\+")).allMatch(this::isItem);
            case LABELS -> !value.isEmpty();
            case YES_NO -> value.equals("yes") || value.equals("no");
        };
        if (!ok) {
            row.problem("parameter " + parameter.name(), value, parameter.type().text());
        }
    }

    private boolean isItem(String code) {
        return items.keySet().stream().anyMatch(item -> item.value().equals(code.strip()));
    }
}
