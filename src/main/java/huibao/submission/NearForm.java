package huibao.submission;

import huibao.model.CaptionGroup;
import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.Item;
import huibao.spreadsheet.Cell;
import huibao.spreadsheet.Grid;
import huibao.spreadsheet.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How near a workbook without a form comes to one: what of it stands where, and what is missing first. */
final class NearForm {

    private static final int LONGEST_TEXT = 60;
    private static final int LEAST_COLUMNS = 3;

    /** What a workbook lacks; texts say it in words. */
    private enum Lacks {
        CONTENT,
        FORM,
        EVERYTHING,
        CAPTIONS,
        NAMES,
        FIGURES,
        MORE_COLUMNS,
        ITEMS,
        ITEMS_BENEATH
    }

    /**
     * What of the form a sheet has.
     *
     * @param captions the captions of the row that has most of them, with their cells
     * @param head where unit, period or form are named
     */
    private record Parts(
            Grid sheet, Map<Column, Cell> captions, Set<Item> items, Optional<Cell> first, List<Cell> head) {

        int weight() {
            return captions.size() * 3 + Math.min(items.size(), 10) + (head.isEmpty() ? 0 : 1);
        }

        Lacks lacks(boolean isBlank) {
            boolean hasFigures = captions.keySet().stream().anyMatch(Column::isFigure);
            boolean hasNames = captions.containsKey(Column.NAME) || captions.containsKey(Column.CODE);
            if (captions.isEmpty()) {
                return isBlank ? Lacks.CONTENT : items.isEmpty() ? Lacks.EVERYTHING : Lacks.CAPTIONS;
            }
            if (!hasNames) {
                return Lacks.NAMES;
            }
            if (!hasFigures) {
                return Lacks.FIGURES;
            }
            if (items.isEmpty()) {
                return Lacks.ITEMS;
            }
            return captions.size() < LEAST_COLUMNS ? Lacks.MORE_COLUMNS : Lacks.ITEMS_BENEATH;
        }
    }

    private final Captions words;
    private final ItemNames items;

    NearForm(Captions words, ItemNames items) {
        this.words = words;
        this.items = items;
    }

    /** Where the nearest sheet has most of the form; empty if none has anything of it. */
    List<CellRef> cells(List<Grid> sheets) {
        return nearest(sheets)
                .filter(parts -> parts.weight() > 0)
                .flatMap(parts -> parts.captions().values().stream()
                        .findFirst()
                        .or(parts::first)
                        .map(cell -> parts.sheet().ref(cell.row(), cell.column())))
                .stream()
                .toList();
    }

    /** What a finding says of it. */
    Map<String, String> parameters(List<Grid> sheets) {
        Map<String, String> said = new TreeMap<>();
        said.put(Finding.FOUND, Text.shown(sheets.stream().map(Grid::name).collect(Collectors.joining("、"))));
        boolean isBlank = sheets.stream().allMatch(sheet -> sheet.rowNumbers().isEmpty());
        Optional<Parts> nearest = nearest(sheets);
        if (nearest.isEmpty()) {
            said.put("lacks", (sheets.isEmpty() ? Lacks.CONTENT : Lacks.FORM).name());
            return said;
        }
        Parts parts = nearest.get();
        said.put("lacks", parts.lacks(isBlank).name());
        if (parts.weight() > 0) {
            said.put("sheet", Text.shown(parts.sheet().name()));
        }
        if (!parts.captions().isEmpty()) {
            said.put("captions", named(List.copyOf(parts.captions().values())));
        }
        parts.first().ifPresent(first -> {
            said.put("items", Integer.toString(parts.items().size()));
            said.put("first", named(List.of(first)));
        });
        if (!parts.head().isEmpty()) {
            said.put("head", named(parts.head()));
        }
        return said;
    }

    private Optional<Parts> nearest(List<Grid> sheets) {
        return sheets.stream()
                .filter(sheet -> !isNotes(sheet))
                .map(this::parts)
                .max(Comparator.comparingInt(Parts::weight));
    }

    /** The sheet that says how to fill in the form lists every item of it. */
    private boolean isNotes(Grid sheet) {
        return words.is(CaptionGroup.NOTES_SHEET, sheet.name())
                || sheet.rowNumbers().stream()
                        .limit(1)
                        .flatMap(row -> sheet.row(row).stream())
                        .anyMatch(cell -> words.is(CaptionGroup.NOTES_SHEET, cell.text()));
    }

    private Parts parts(Grid sheet) {
        Map<Column, Cell> captions = Map.of();
        Set<Item> known = new HashSet<>();
        List<Cell> head = new ArrayList<>();
        Optional<Cell> first = Optional.empty();
        for (int row : sheet.rowNumbers()) {
            Map<Column, Cell> here = new EnumMap<>(Column.class);
            for (Cell cell : sheet.row(row)) {
                if (cell.isBlank() || cell.text().length() > LONGEST_TEXT) {
                    continue;
                }
                Optional<Item> item = items.byCode(cell.display()).or(() -> items.byName(cell.display()));
                if (item.isPresent()) {
                    known.add(item.get());
                    first = first.or(() -> Optional.of(cell));
                } else if (cell.kind() == Cell.Kind.TEXT) {
                    String key = Text.key(cell.text());
                    words.of(key, key).ifPresent(column -> here.putIfAbsent(column, cell));
                    if (words.label().matcher(cell.text()).find() && head.size() < LEAST_COLUMNS) {
                        head.add(cell);
                    }
                }
            }
            captions = here.size() > Math.max(1, captions.size()) ? here : captions;
        }
        return new Parts(sheet, captions, known, first, head);
    }

    private static String named(List<Cell> cells) {
        return cells.stream()
                .map(cell -> "“" + Text.shown(cell.display()) + "” " + Cell.address(cell.row(), cell.column()))
                .collect(Collectors.joining("、"));
    }
}
