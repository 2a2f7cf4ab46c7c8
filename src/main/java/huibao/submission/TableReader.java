package huibao.submission;

import huibao.model.Amount;
import huibao.model.CellRef;
import huibao.model.Conversion;
import huibao.model.Figure;
import huibao.model.FindingKind;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.MissingReason;
import huibao.model.Observation;
import huibao.spreadsheet.Grid;
import huibao.spreadsheet.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of the form's tables made observations. */
final class TableReader {

    private static final int TEXT_COLUMN_ROWS = 3;
    private static final Pattern NOTHING = Pattern.compile("[-—–/×xX无]*");

    private final ItemRows rows;
    private final Set<ItemCode> asked;
    private final BookFacts book;
    private final Findings findings;
    private final Map<ItemCode, CellRef> taken = new LinkedHashMap<>();
    private final List<Observation> observations = new ArrayList<>();

    TableReader(ItemRows rows, Set<ItemCode> asked, BookFacts book, Findings findings) {
        this.rows = rows;
        this.asked = Set.copyOf(asked);
        this.book = book;
        this.findings = findings;
    }

    /** Reads a table; an item that an earlier one already gave is not taken again. */
    void read(FormTable table, Optional<String> sheetUnit) {
        reportColumns(table);
        for (ItemRows.Row row : rows.of(table)) {
            readRow(table, row, sheetUnit);
        }
    }

    /** What was read, in form order. */
    List<Observation> observations() {
        reportTextColumns();
        return List.copyOf(observations);
    }

    private void reportColumns(FormTable table) {
        Grid sheet = table.sheet();
        int head = table.columns().values().stream().sorted().findFirst().orElse(0);
        if (!table.has(Column.VALUE)) {
            missing(table, Column.VALUE, head);
        }
        if (lacksPriorYear(table)) {
            missing(table, Column.PRIOR, table.notPriorYear().orElse(head));
        }
        table.ambiguous().entrySet().stream()
                .filter(entry -> entry.getKey() != Column.ASSIGNED && entry.getKey() != Column.GROWTH)
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    List<CellRef> cells = entry.getValue().stream()
                            .map(column -> sheet.ref(table.top(), column))
                            .toList();
                    String found = entry.getValue().stream()
                            .map(column -> Text.shown(sheet.textAcross(table.top(), column)))
                            .collect(Collectors.joining("、"));
                    findings.add(
                            FindingKind.COLUMN_AMBIGUOUS,
                            cells,
                            Map.of("found", found, "column", entry.getKey().caption()));
                });
        table.columns().entrySet().stream()
                .filter(entry -> entry.getKey().isFigure() && sheet.isColumnHidden(entry.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> findings.add(
                        FindingKind.HIDDEN_COLUMN,
                        List.of(sheet.ref(table.top(), entry.getValue())),
                        Map.of(
                                "found", entry.getKey().caption(),
                                "column", entry.getKey().caption(),
                                "sheet", sheet.name())));
    }

    /** Whether a whole form, not a list of figures alone, has no column for what most of its rows are asked for. */
    private boolean lacksPriorYear(FormTable table) {
        boolean isWhole = table.has(Column.FORECAST) || table.has(Column.EXPLANATION);
        return !table.has(Column.PRIOR)
                && isWhole
                && rows.of(table).stream()
                        .flatMap(row -> row.item().stream())
                        .anyMatch(item -> asked.contains(item.code()) && item.asksPriorYear());
    }

    private void missing(FormTable table, Column column, int at) {
        findings.add(
                FindingKind.COLUMN_MISSING,
                List.of(table.sheet().ref(table.top(), at)),
                Map.of(
                        "column", column.caption(),
                        "expected", column.caption(),
                        "sheet", table.sheet().name()));
    }

    private void readRow(FormTable table, ItemRows.Row row, Optional<String> sheetUnit) {
        List<CellRef> cells = List.of(row.at());
        Map<String, String> named = Map.of(
                "found", Text.shown(row.name().isBlank() ? row.code() : row.name()),
                "name", Text.shown(row.name()),
                "code", Text.shown(row.code()));
        if (row.isTotal()) {
            findings.add(FindingKind.TOTAL_ROW_IGNORED, cells, named);
            return;
        }
        Optional<Item> match = row.item().filter(item -> asked.contains(item.code()));
        if (match.isEmpty()) {
            if (row.hasFigure()) {
                findings.add(FindingKind.ROW_UNKNOWN, cells, named);
            }
            return;
        }
        Item item = match.get();
        CellRef earlier = taken.get(item.code());
        if (earlier != null) {
            findings.add(
                    FindingKind.ROW_DUPLICATE,
                    item.code(),
                    List.of(row.at(), earlier),
                    Map.of(
                            "found", named.getOrDefault("found", ""),
                            "name", item.nameZh(),
                            "code", item.code().value(),
                            "other", earlier.toString()));
            return;
        }
        taken.put(item.code(), row.at());
        if (row.disagrees()) {
            findings.add(
                    FindingKind.ROW_NAME_MISMATCH,
                    item.code(),
                    cells,
                    Map.of(
                            "found", Text.shown(row.name()),
                            "expected", item.nameZh(),
                            "name", item.nameZh(),
                            "code", Text.shown(row.code()),
                            "other", Text.shown(row.code())));
        }
        if (table.sheet().isRowHidden(row.number())) {
            findings.add(
                    FindingKind.HIDDEN_ROW,
                    item.code(),
                    cells,
                    Map.of(
                            "found",
                            item.nameZh(),
                            "name",
                            item.nameZh(),
                            "code",
                            item.code().value()));
        }
        observations.add(observation(table, row.number(), item, sheetUnit));
    }

    private Observation observation(FormTable table, int row, Item item, Optional<String> sheetUnit) {
        Map<Column, Figure> figures = new EnumMap<>(Column.class);
        UnitChange change = new UnitChange(item);
        for (Column column : List.of(Column.VALUE, Column.PRIOR, Column.GROWTH, Column.FORECAST, Column.ASSIGNED)) {
            Optional<BigDecimal> growth = column == Column.GROWTH
                    ? GrowthCheck.computed(
                            figures.getOrDefault(Column.VALUE, Figure.notAsked()),
                            figures.getOrDefault(Column.PRIOR, Figure.notAsked()))
                    : Optional.empty();
            figures.put(column, figure(table, row, column, item, sheetUnit, change, growth));
        }
        change.tell(UnitClaim.cellOfOther(table, row, item), findings);
        Figure value = figures.getOrDefault(Column.VALUE, Figure.notAsked());
        Figure prior = figures.getOrDefault(Column.PRIOR, Figure.notAsked());
        Figure growth = figures.getOrDefault(Column.GROWTH, Figure.notAsked());
        if (GrowthCheck.isAmbiguous(growth, value, prior)) {
            reportFraction(growth, Column.GROWTH, item);
        }
        for (Column column : List.of(Column.VALUE, Column.PRIOR, Column.FORECAST)) {
            Figure figure = figures.getOrDefault(column, Figure.notAsked());
            if (MeasureUnits.isPercent(item.unitMeasure()) && GrowthCheck.isBareFraction(figure)) {
                reportFraction(figure, column, item);
            }
        }
        String notes = Stream.of(Column.VALUE, Column.PRIOR, Column.FORECAST)
                .flatMap(column -> table.column(column).stream())
                .map(column -> Text.trim(table.sheet().comment(row, column)))
                .filter(note -> !note.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
        String remark = Text.trim(table.textAcross(row, Column.REMARK));
        String explanation = Text.trim(table.textAcross(row, Column.EXPLANATION));
        return new Observation(
                item.code(),
                value,
                prior,
                growth,
                figures.getOrDefault(Column.FORECAST, Figure.notAsked()),
                figures.getOrDefault(Column.ASSIGNED, Figure.notAsked()),
                explanation,
                Stream.of(remark, notes).filter(text -> !text.isEmpty()).collect(Collectors.joining(" ")),
                table.column(Column.EXPLANATION)
                        .filter(column -> !explanation.isEmpty())
                        .map(column -> table.sheet().ref(row, column)));
    }

    private void reportFraction(Figure figure, Column column, Item item) {
        findings.add(
                FindingKind.PERCENT_AMBIGUOUS,
                item.code(),
                figure.at().stream().toList(),
                Map.of(
                        "found", Text.shown(figure.rawText()),
                        "column", column.caption(),
                        "name", item.nameZh(),
                        "code", item.code().value()));
    }

    private Figure figure(
            FormTable table,
            int row,
            Column column,
            Item item,
            Optional<String> sheetUnit,
            UnitChange change,
            Optional<BigDecimal> growth) {
        if (column == Column.PRIOR && !item.asksPriorYear() && isBlankOrDash(table, row, column)) {
            return Figure.notAsked();
        }
        if (table.ambiguous().containsKey(column)) {
            return new Figure(Optional.empty(), "", new Amount.Missing(MissingReason.UNREADABLE), List.of());
        }
        Optional<Integer> at = table.column(column);
        if (at.isEmpty()) {
            return Figure.notAsked();
        }
        FigureResult result = new FigureResult(new FigureCell(table, row, column, at.get(), item), findings);
        UnitClaim claim = UnitClaim.of(table, row, at.get(), item, sheetUnit);
        return new FigureReader(result, new FigureUnits(result, claim, change), book, growth).read();
    }

    private static boolean isBlankOrDash(FormTable table, int row, Column column) {
        return NOTHING.matcher(Text.key(table.text(row, column))).matches();
    }

    private void reportTextColumns() {
        Map<Column, Function<Observation, Figure>> columns = new EnumMap<>(Column.class);
        columns.put(Column.VALUE, Observation::value);
        columns.put(Column.PRIOR, Observation::priorYear);
        columns.put(Column.FORECAST, Observation::forecast);
        columns.forEach((column, figure) -> {
            List<Figure> known = observations.stream()
                    .map(figure)
                    .filter(f -> f.amount().known().isPresent())
                    .toList();
            List<CellRef> text = known.stream()
                    .filter(f -> f.conversions().stream().anyMatch(c -> c.kind() == Conversion.Kind.TEXT_NUMBER))
                    .flatMap(f -> f.at().stream())
                    .toList();
            if (text.size() == known.size() && known.size() >= TEXT_COLUMN_ROWS) {
                findings.add(
                        FindingKind.TEXT_COLUMN, text, Map.of("found", column.caption(), "column", column.caption()));
            }
        });
    }
}
