package huibao.submission;

import huibao.model.Item;
import huibao.spreadsheet.Cell;
import huibao.spreadsheet.Grid;
import huibao.spreadsheet.Text;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ways in which all of a form can stand on a sheet without being a table that anybody reads. */
enum OddShape {
    /** Each row was pasted into a single cell. */
    PASTED,
    /** Captions stand one below the other, items side by side. */
    TURNED;

    private static final Pattern DELIMITER = Pattern.compile("[,;|\\t，；]");
    private static final int LONGEST_ROW = 500;
    private static final int ROWS = 2;
    private static final int CAPTIONS = 3;

    /** How a sheet is odd; empty if it is not. */
    static Optional<OddShape> of(Grid sheet, Captions words, Function<String, Optional<Item>> items) {
        int pasted = 0;
        boolean hasItemsBeside = false;
        Map<Integer, Set<Column>> captions = new TreeMap<>();
        for (int row : sheet.rowNumbers()) {
            Set<Item> beside = new HashSet<>();
            for (Cell cell : sheet.row(row)) {
                if (cell.kind() == Cell.Kind.TEXT && cell.text().length() <= LONGEST_ROW) {
                    String key = Text.key(cell.text());
                    words.of(key, key)
                            .ifPresent(
                                    column -> captions.computeIfAbsent(cell.column(), c -> EnumSet.noneOf(Column.class))
                                            .add(column));
                    items.apply(cell.display()).ifPresent(beside::add);
                    pasted += holdsRow(cell.text(), items) ? 1 : 0;
                }
            }
            hasItemsBeside |= beside.size() >= ROWS;
        }
        if (pasted >= ROWS) {
            return Optional.of(PASTED);
        }
        boolean isTurned = hasItemsBeside && captions.values().stream().anyMatch(column -> column.size() >= CAPTIONS);
        return isTurned ? Optional.of(TURNED) : Optional.empty();
    }

    private static boolean holdsRow(String text, Function<String, Optional<Item>> items) {
        String[] fields = DELIMITER.split(text);
        return fields.length > CAPTIONS
                && Stream.of(fields)
                        .anyMatch(field -> items.apply(field.replace("\"", "")).isPresent());
    }
}
