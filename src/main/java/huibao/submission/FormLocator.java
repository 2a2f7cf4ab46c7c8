package huibao.submission;

import huibao.model.CaptionGroup;
import huibao.spreadsheet.Cell;
import huibao.spreadsheet.Grid;
import huibao.spreadsheet.SheetLimits;
import huibao.spreadsheet.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds tables by their captions: wherever they stand, in whatever order, over one to four rows. */
final class FormLocator {

    private static final int LONGEST_CAPTION = 40;
    private static final int HEAD_ROWS = 4;
    /** 甲 乙 丙 1 2 3: numbers the columns, names none. */
    private static final Pattern ORDINAL = Pattern.compile("[甲乙丙丁戊己庚辛]|[(]?\\d{1,2}[)]?");

    private static final Map<String, Column> ORDINAL_COLUMNS =
            Map.of("甲", Column.NAME, "乙", Column.UNIT, "丙", Column.CODE);

    /** What stands above one column. */
    private record Caption(int column, String own, String whole, Optional<String> unit, Optional<Column> ordinal) {

        /** Words go before 甲 乙 丙: some forms number a code column 乙. */
        Optional<Column> meaning(Captions words) {
            return words.of(own, whole).or(() -> ordinal);
        }
    }

    private final Grid grid;
    private final Captions words;

    private FormLocator(Grid grid, Captions words) {
        this.grid = grid;
        this.words = words;
    }

    /** The tables of a sheet from the top down; side by side from the left. */
    static List<FormTable> find(Grid grid, Captions words) {
        return new FormLocator(grid, words).find();
    }

    private List<FormTable> find() {
        List<FormTable> tables = new ArrayList<>();
        int after = -1;
        for (int row : grid.rowNumbers()) {
            if (row <= after || !hasAnchor(row)) {
                continue;
            }
            int end = headEnd(row);
            List<FormTable> found = tablesOf(row, end);
            if (found.stream().noneMatch(table -> table.column(Column.VALUE).isPresent()) && row > 0) {
                List<FormTable> withGroups = tablesOf(row - 1, end);
                if (withGroups.stream()
                        .anyMatch(table -> table.column(Column.VALUE).isPresent())) {
                    found = withGroups;
                }
            }
            if (!found.isEmpty()) {
                int top = row;
                tables.replaceAll(table -> table.lastRow() >= top ? table.endingAt(top - 1) : table);
                tables.addAll(found);
                after = end;
            }
        }
        return tables;
    }

    /** A row that names the columns, or one above 甲 乙 丙, which marks text columns whatever they are called. */
    private boolean hasAnchor(int row) {
        return (isOrdinalRow(row + 1)
                        && ordinals(row + 1).containsValue(Column.NAME)
                        && !grid.row(row).isEmpty())
                || namesColumns(row);
    }

    private boolean namesColumns(int row) {
        return grid.row(row).stream().anyMatch(cell -> {
            if (cell.kind() != Cell.Kind.TEXT || cell.text().length() > LONGEST_CAPTION) {
                return false;
            }
            return words.isAnchor(Text.key(cell.text()));
        });
    }

    /** The last row of captions: merged names, sub-captions, the 甲 乙 丙 row. */
    private int headEnd(int top) {
        int end = top;
        for (int row = top + 1; row < top + HEAD_ROWS; row++) {
            if (isOrdinalRow(row)) {
                return row;
            }
            if (!belongsToHead(row, top)) {
                return end;
            }
            end = row;
        }
        return end;
    }

    private boolean isOrdinalRow(int row) {
        int ordinals = 0;
        boolean begins = false;
        for (Cell cell : grid.row(row)) {
            String text = Text.key(cell.display());
            if (!text.isEmpty()) {
                if (!ORDINAL.matcher(text).matches()) {
                    return false;
                }
                ordinals++;
                begins |= text.equals("甲") || text.equals("1");
            }
        }
        return ordinals > 1 && begins;
    }

    /** What 甲 乙 丙 say of their columns: name, unit of measure, code. */
    private Map<Integer, Column> ordinals(int row) {
        Map<Integer, Column> ordinals = new HashMap<>();
        if (isOrdinalRow(row)) {
            for (Cell cell : grid.row(row)) {
                Optional.ofNullable(ORDINAL_COLUMNS.get(Text.key(cell.display())))
                        .ifPresent(column -> ordinals.put(cell.column(), column));
            }
        }
        return ordinals;
    }

    private boolean belongsToHead(int row, int top) {
        for (Cell cell : grid.row(top)) {
            boolean key = words.isAnchor(Text.key(cell.display()));
            if (key
                    && grid.mergeAt(top, cell.column())
                            .filter(m -> m.bottom() >= row)
                            .isPresent()) {
                return true;
            }
            if (key && !grid.text(row, cell.column()).isBlank()) {
                return false;
            }
        }
        return grid.row(row).stream().anyMatch(cell -> {
            if (isUnderMerged(cell)) {
                return true;
            }
            String text = Text.key(cell.display());
            return cell.kind() == Cell.Kind.TEXT
                    && text.length() <= LONGEST_CAPTION
                    && (words.of(text, text).isPresent() || (Captions.isAside(text) && !text.isEmpty()));
        });
    }

    /** Whether a text divides the merged caption above it: 合计 and 男 under 本年累计. */
    private boolean isUnderMerged(Cell cell) {
        return cell.kind() == Cell.Kind.TEXT
                && grid.mergeAt(cell.row() - 1, cell.column())
                        .filter(above -> above.right() > above.left())
                        .isPresent();
    }

    private List<FormTable> tablesOf(int top, int end) {
        List<List<Caption>> segments = new ArrayList<>();
        Set<Column> seen = EnumSet.noneOf(Column.class);
        for (Caption caption : captions(top, end)) {
            Optional<Column> key = caption.meaning(words).filter(c -> c == Column.NAME || c == Column.CODE);
            if (segments.isEmpty() || (key.isPresent() && seen.contains(key.get()))) {
                segments.add(new ArrayList<>());
                seen.clear();
            }
            key.ifPresent(seen::add);
            segments.get(segments.size() - 1).add(caption);
        }
        return segments.stream()
                .map(segment -> table(segment, top, end))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Caption> captions(int top, int end) {
        NavigableMap<Integer, List<String>> texts = new TreeMap<>();
        for (int row = top; row <= end; row++) {
            for (Cell cell : grid.row(row)) {
                String text = Text.key(cell.display());
                if (text.isEmpty()
                        || text.length() > LONGEST_CAPTION
                        || ORDINAL.matcher(text).matches()) {
                    continue;
                }
                Grid.Merge span =
                        grid.mergeAt(row, cell.column()).orElse(new Grid.Merge(row, cell.column(), row, cell.column()));
                if (isCovered(cell, span)) {
                    continue;
                }
                int right = Math.min(span.right(), cell.column() + SheetLimits.CAPTION_COLUMNS);
                for (int column = span.left(); column <= right; column++) {
                    texts.computeIfAbsent(column, c -> new ArrayList<>()).add(text);
                }
            }
        }
        Map<Integer, Column> ordinals = ordinals(end);
        ordinals.keySet().forEach(column -> texts.computeIfAbsent(column, c -> new ArrayList<>(List.of(""))));
        List<Caption> captions = new ArrayList<>();
        texts.forEach((column, parts) -> {
            String whole = String.join("", parts);
            captions.add(new Caption(
                    column,
                    parts.get(parts.size() - 1),
                    whole,
                    Captions.unitIn(whole),
                    Optional.ofNullable(ordinals.get(column))));
        });
        return captions;
    }

    /** Whether a merged caption hides it: some programs keep what stood there. */
    private boolean isCovered(Cell cell, Grid.Merge span) {
        boolean isFirst = cell.row() == span.top() && cell.column() == span.left();
        return !isFirst && !grid.text(span.top(), span.left()).isBlank();
    }

    private Optional<FormTable> table(List<Caption> captions, int top, int end) {
        Map<Column, List<Caption>> candidates = new EnumMap<>(Column.class);
        for (Caption caption : captions) {
            caption.meaning(words)
                    .filter(column -> !words.isPart(caption.own()))
                    .ifPresent(column -> candidates
                            .computeIfAbsent(column, c -> new ArrayList<>())
                            .add(caption));
        }
        dated(captions, candidates.keySet())
                .ifPresent(caption -> candidates.put(
                        candidates.containsKey(Column.PRIOR) ? Column.VALUE : Column.PRIOR, List.of(caption)));
        boolean named = candidates.containsKey(Column.NAME) || candidates.containsKey(Column.CODE);
        boolean hasFigures = candidates.keySet().stream().anyMatch(Column::isFigure);
        if (!named || !hasFigures || candidates.size() < 3) {
            return Optional.empty();
        }
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        Map<Column, List<Integer>> ambiguous = new EnumMap<>(Column.class);
        Map<Integer, String> units = new HashMap<>();
        candidates.forEach((column, all) -> {
            List<Caption> whole =
                    all.stream().filter(c -> words.isWhole(c.own(), column)).toList();
            List<Caption> choice = whole.isEmpty() ? all : whole;
            if (choice.size() == 1 || !column.isFigure()) {
                columns.put(column, choice.get(0).column());
            } else {
                ambiguous.put(column, choice.stream().map(Caption::column).toList());
            }
            choice.forEach(c -> c.unit().ifPresent(unit -> units.put(c.column(), unit)));
        });
        Optional<Integer> notPriorYear = captions.stream()
                .filter(caption -> !candidates.containsKey(Column.PRIOR)
                        && caption.meaning(words).isEmpty()
                        && words.has(CaptionGroup.PRIOR, caption.own()))
                .map(Caption::column)
                .findFirst();
        int last = grid.rowNumbers().last();
        return Optional.of(
                new FormTable(grid, columns, ambiguous, units, notPriorYear, top, end + 1, Math.max(last, end)));
    }

    /** A column of another year's figures where one of ours is not there: last year's first, for 上年同期. */
    private Optional<Caption> dated(List<Caption> captions, Set<Column> found) {
        if (found.contains(Column.VALUE) && found.contains(Column.PRIOR)) {
            return Optional.empty();
        }
        return captions.stream()
                .filter(caption -> words.isDated(caption.own(), caption.whole()))
                .min(Comparator.comparing(caption -> !words.isOfLastYear(caption.whole())));
    }
}
