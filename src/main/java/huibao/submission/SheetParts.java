package huibao.submission;

import huibao.model.CaptionGroup;
import huibao.model.CellRef;
import huibao.model.Item;
import huibao.spreadsheet.Cell;
import huibao.spreadsheet.Grid;
import huibao.spreadsheet.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of the form a sheet has, wherever it stands.
 *
 * @param sheet where it was looked for
 * @param rows the rows that hold captions, each with the first cell of every column it names
 * @param items the items that are named or coded, with the first cell of each
 * @param heading what stands around a table: form, unit and period, where they are filled in
 * @param title the first text of the sheet
 * @param shape what makes of all that no table
 */
record SheetParts(
        Grid sheet,
        List<Map<Column, Cell>> rows,
        Map<Item, Cell> items,
        Map<Heading, CellRef> heading,
        Optional<Cell> title,
        Optional<OddShape> shape) {

    private static final int LONGEST_TEXT = 60;
    /** What two captions and more announce is a table; one alone is a word. */
    private static final int CAPTIONS = 2;

    /** What the heading of a form says. */
    enum Heading {
        FORM,
        UNIT,
        PERIOD
    }

    static SheetParts of(Grid sheet, Captions words, FormIndex index) {
        List<Map<Column, Cell>> rows = new ArrayList<>();
        Map<Item, Cell> items = new LinkedHashMap<>();
        Optional<Cell> title = Optional.empty();
        for (int row : sheet.rowNumbers()) {
            Map<Column, Cell> captions = new EnumMap<>(Column.class);
            for (Cell cell : sheet.row(row)) {
                if (cell.isBlank() || cell.isPicture() || cell.kind() != Cell.Kind.TEXT) {
                    continue;
                }
                title = title.or(() -> Optional.of(cell));
                if (cell.text().length() <= LONGEST_TEXT) {
                    String key = Text.key(cell.text());
                    words.of(key, key).ifPresent(column -> captions.putIfAbsent(column, cell));
                    item(cell.display(), index.items()).ifPresent(item -> items.putIfAbsent(item, cell));
                }
            }
            if (captions.size() >= CAPTIONS) {
                rows.add(captions);
            }
        }
        return new SheetParts(
                sheet,
                List.copyOf(rows),
                items,
                heading(sheet, words),
                title,
                OddShape.of(sheet, words, text -> item(text, index.items())));
    }

    /** A number of three digits counts rows or people far more often than it is a code. */
    private static Optional<Item> item(String text, ItemNames items) {
        return ItemNames.isLineNumber(text)
                ? Optional.empty()
                : items.byCode(text).or(() -> items.byName(text));
    }

    private static Map<Heading, CellRef> heading(Grid sheet, Captions words) {
        HeaderBlock block = new HeaderBlock(words);
        block.add(sheet, row -> false, Integer.MAX_VALUE);
        Map<Heading, CellRef> heading = new EnumMap<>(Heading.class);
        block.formCode().ifPresent(entry -> heading.put(Heading.FORM, entry.at()));
        block.units().stream().findFirst().ifPresent(entry -> heading.put(Heading.UNIT, entry.at()));
        block.periodLike().stream()
                .filter(entry -> PeriodText.whole(entry.text()).isPresent())
                .findFirst()
                .ifPresent(entry -> heading.put(Heading.PERIOD, entry.at()));
        return heading;
    }

    /** Whether it stands beside a form: says how to fill it in and lists every item of it, or tells of tasks. */
    boolean isBeside(Captions words) {
        return words.is(CaptionGroup.NOTES_SHEET, sheet.name())
                || title.filter(text -> words.is(CaptionGroup.NOTES_SHEET, text.text()))
                        .isPresent()
                || (items.isEmpty() && MilestoneRows.captionRow(words, sheet).isPresent());
    }

    /** How many rows something stands in. */
    long written() {
        return sheet.rowNumbers().stream()
                .filter(row -> sheet.row(row).stream().anyMatch(cell -> !cell.isBlank()))
                .count();
    }

    boolean isEmpty() {
        return written() == 0;
    }

    /** The row that names most columns; empty if none names two. */
    Map<Column, Cell> captions() {
        return rows.stream()
                .max(Comparator.comparingInt((Map<Column, Cell> row) -> row.size())
                        .thenComparing(row -> -row.values().iterator().next().row()))
                .orElse(Map.of());
    }

    /** The row of captions with a column that the first one lacks. */
    Optional<Map<Column, Cell>> otherCaptions(Set<Column> lacking) {
        return rows.stream()
                .filter(row -> row.keySet().stream().anyMatch(lacking::contains))
                .findFirst();
    }

    CellRef at(Cell cell) {
        return sheet.ref(cell.row(), cell.column());
    }
}
