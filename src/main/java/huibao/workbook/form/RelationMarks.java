package huibao.workbook.form;

import huibao.catalogue.Catalogue;
import huibao.model.FindingKind;
import huibao.model.ItemCode;
import huibao.model.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** When the figures of several rows contradict each other: a part its whole, parts their sum, a ratio its bounds. */
final class RelationMarks {

    private final Catalogue catalogue;
    private final String column;
    private final Map<ItemCode, Integer> rows;
    private final Map<Integer, List<String>> formulas = new TreeMap<>();

    /** @param rows each item's 0-based row */
    RelationMarks(Catalogue catalogue, FigureColumns columns, Map<ItemCode, Integer> rows) {
        this.catalogue = catalogue;
        this.column = columns.letter(FigureColumn.VALUE);
        this.rows = rows;
    }

    /** Formulas by the rows they colour. */
    Map<Integer, List<String>> formulas() {
        catalogue.rulesOf(FindingKind.PART_EXCEEDS_WHOLE).forEach(this::part);
        catalogue.rulesOf(FindingKind.BALANCE).forEach(this::balance);
        catalogue.rulesOf(FindingKind.RATIO_BOUNDS).forEach(this::ratio);
        return formulas;
    }

    private void part(Rule rule) {
        List<ItemCode> items = items(rule, "part", "whole");
        add(items, () -> cell(items.get(0)) + ">" + cell(items.get(1)));
    }

    /** Figures that are rounded may differ by what rounding can do. */
    private void balance(Rule rule) {
        List<ItemCode> items = items(rule, "whole", "parts");
        add(items, () -> {
            String sum = items.stream().skip(1).map(this::cell).collect(Collectors.joining("+"));
            BigDecimal slack = items.stream()
                    .map(catalogue::requireItem)
                    .filter(item -> item.decimals() > 0)
                    .map(item -> BigDecimal.valueOf(5, item.decimals() + 1))
                    .reduce(new BigDecimal("0.0000000001"), BigDecimal::add);
            return "ABS(" + cell(items.get(0)) + "-(" + sum + "))>" + slack.toPlainString();
        });
    }

    private void ratio(Rule rule) {
        List<ItemCode> items = items(rule, "numerator", "denominator");
        add(items, () -> {
            String scaled = cell(items.get(0)) + "*" + number(rule, "scale");
            String whole = cell(items.get(1));
            return whole + ">0,OR(" + scaled + "<" + number(rule, "min") + "*" + whole + "," + scaled + ">"
                    + number(rule, "max") + "*" + whole + ")";
        });
    }

    /** Colours all rows that take part, if all of them are filled in; nothing where the form does not ask for one. */
    private void add(List<ItemCode> items, Supplier<String> contradiction) {
        if (!rows.keySet().containsAll(items)) {
            return;
        }
        String filled =
                items.stream().map(item -> "ISNUMBER(" + cell(item) + ")").collect(Collectors.joining(","));
        String formula = "AND(" + filled + "," + contradiction.get() + ")";
        items.forEach(item -> formulas.computeIfAbsent(rows.getOrDefault(item, 0), row -> new ArrayList<>())
                .add(formula));
    }

    private static List<ItemCode> items(Rule rule, String... parameters) {
        return Arrays.stream(parameters)
                .flatMap(parameter -> Arrays.stream(
                        rule.parameters().getOrDefault(parameter, "").split("\\+")))
                .map(String::strip)
                .map(ItemCode::new)
                .toList();
    }

    private static String number(Rule rule, String parameter) {
        return new BigDecimal(rule.parameters().getOrDefault(parameter, "0")).toPlainString();
    }

    private String cell(ItemCode item) {
        return "$" + column + "$" + (rows.getOrDefault(item, 0) + 1);
    }
}
