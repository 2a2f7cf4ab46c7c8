package huibao.workbook.form;

import huibao.catalogue.Catalogue;
import huibao.model.Accumulation;
import huibao.model.FindingKind;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Pace;
import huibao.model.Period;
import huibao.model.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Colours cells while a form is typed, by the rules that its figures will be judged by: red what contradicts another
 * figure, yellow what moved far. The formulas use what Excel, WPS and LibreOffice all know. A rule that takes more than
 * this form and the one before it is left to the judge.
 */
final class LiveMarks {

    private final Catalogue catalogue;
    private final FigureColumns columns;
    private final int number;
    private final Optional<Integer> former;
    private final Map<ItemCode, Integer> rows = new HashMap<>();
    /** Rows by what colours them, in the order in which colours go before each other. */
    private final Map<MarkedCells.Mark, List<Integer>> marked = new LinkedHashMap<>();

    private final List<Item> items = new ArrayList<>();

    /** @param former the period of the figures beside the cells, if there are any */
    LiveMarks(Catalogue catalogue, FigureColumns columns, Period period, Optional<Period> former) {
        this.catalogue = catalogue;
        this.columns = columns;
        this.number = period.number();
        this.former = former.map(Period::number);
    }

    /** An item and its 0-based row. */
    void add(Item item, int row) {
        items.add(item);
        rows.put(item.code(), row);
    }

    /** Colours all rows that were added. */
    void put(XSSFSheet sheet) {
        items.forEach(this::contradictions);
        new RelationMarks(catalogue, columns, rows)
                .formulas()
                .forEach((row, formulas) ->
                        formulas.forEach(formula -> mark(MarkColour.RED, FigureColumn.VALUE, formula, row)));
        items.forEach(this::changes);
        MarkedCells cells = new MarkedCells(sheet, columns);
        marked.forEach(cells::put);
    }

    private void contradictions(Item item) {
        int row = row(item);
        if (covers(FindingKind.NOT_NEGATIVE, item)) {
            mark(MarkColour.RED, FigureColumn.VALUE, "AND(ISNUMBER(#VALUE),#VALUE<0)", row);
        }
        if (covers(FindingKind.FORECAST_BELOW_VALUE, item) && isFlow(item)) {
            mark(
                    MarkColour.RED,
                    FigureColumn.FORECAST,
                    "AND(ISNUMBER(#FORECAST),ISNUMBER(#VALUE),#FORECAST<#VALUE)",
                    row);
        }
        if (former.isPresent() && isFlow(item)) {
            if (covers(FindingKind.YTD_BELOW_PREVIOUS, item)) {
                mark(
                        MarkColour.RED,
                        FigureColumn.VALUE,
                        "AND(ISNUMBER(#VALUE),ISNUMBER(#FORMER_VALUE),#VALUE<#FORMER_VALUE)",
                        row);
            }
            if (covers(FindingKind.PRIOR_YEAR_BELOW_PREVIOUS, item) && item.asksPriorYear()) {
                mark(
                        MarkColour.RED,
                        FigureColumn.PRIOR_YEAR,
                        "AND(ISNUMBER(#PRIOR_YEAR),ISNUMBER(#FORMER_PRIOR_YEAR),#PRIOR_YEAR<#FORMER_PRIOR_YEAR)",
                        row);
            }
        }
    }

    private void changes(Item item) {
        int row = row(item);
        if (item.asksPriorYear()) {
            for (Rule rule : catalogue.rulesOf(FindingKind.YEAR_SWING, item.code())) {
                String formula = "AND(ISNUMBER(#VALUE),ISNUMBER(#PRIOR_YEAR),#PRIOR_YEAR>0,#PRIOR_YEAR>="
                        + minBase(rule) + ",ABS(#VALUE-#PRIOR_YEAR)*100>#PRIOR_YEAR*" + limit(rule, "percent") + ")";
                mark(MarkColour.YELLOW, FigureColumn.VALUE, formula, row);
            }
        }
        former.ifPresent(before -> {
            for (Rule rule : catalogue.rulesOf(FindingKind.PERIOD_SWING, item.code())) {
                mark(MarkColour.YELLOW, FigureColumn.VALUE, swing(rule, item, before), row);
            }
            if (isFlow(item) && number - before <= before) {
                for (Rule rule : catalogue.rulesOf(FindingKind.FLOW_LEAP, item.code())) {
                    mark(MarkColour.YELLOW, FigureColumn.VALUE, leap(rule, item, before), row);
                }
            }
        });
    }

    /** What was added since against what was added per period before; of a stock, the stock itself. */
    private String swing(Rule rule, Item item, int before) {
        int then = isFlow(item) ? before : 1;
        int since = isFlow(item) ? number - before : 1;
        String now = isFlow(item) ? "(#VALUE-#FORMER_VALUE)*" + then : "#VALUE";
        return "AND(ISNUMBER(#VALUE),ISNUMBER(#FORMER_VALUE),#FORMER_VALUE>0,#FORMER_VALUE>=" + minBase(rule) + "*"
                + then + ",ABS(" + now + "-#FORMER_VALUE*" + since + ")*100>#FORMER_VALUE*" + since + "*"
                + limit(rule, "percent") + ")";
    }

    /** The year so far beyond its own pace, or more added than was added per period before. */
    private String leap(Rule rule, Item item, int before) {
        String base = minBase(rule);
        String far = "#VALUE*" + before + ">MAX(#FORMER_VALUE*" + number + "," + base + "*" + before + ")*"
                + limit(rule, "times");
        String added = Optional.ofNullable(rule.parameters().get("added_times"))
                .filter(limit -> !isInBatches(item))
                .map(limit -> ",(#VALUE-#FORMER_VALUE)*" + before + ">MAX(#FORMER_VALUE," + base + "*" + before + ")*"
                        + (number - before) + "*" + plain(limit))
                .orElse("");
        return "AND(ISNUMBER(#VALUE),ISNUMBER(#FORMER_VALUE),#FORMER_VALUE>0,OR(" + far + added + "))";
    }

    private boolean isInBatches(Item item) {
        return catalogue.targetsOf(item.code()).stream().anyMatch(target -> target.pace() == Pace.LUMPY);
    }

    private void mark(MarkColour colour, FigureColumn column, String formula, int row) {
        marked.computeIfAbsent(new MarkedCells.Mark(colour, column, formula), mark -> new ArrayList<>())
                .add(row);
    }

    private boolean covers(FindingKind kind, Item item) {
        return !catalogue.rulesOf(kind, item.code()).isEmpty();
    }

    private int row(Item item) {
        return Optional.ofNullable(rows.get(item.code())).orElseThrow();
    }

    private static boolean isFlow(Item item) {
        return item.accumulation() == Accumulation.YTD;
    }

    private static String minBase(Rule rule) {
        return plain(rule.parameters().getOrDefault("min_base", "0"));
    }

    private static String limit(Rule rule, String parameter) {
        return plain(rule.parameters().getOrDefault(parameter, "0"));
    }

    private static String plain(String number) {
        return new BigDecimal(number).toPlainString();
    }
}
