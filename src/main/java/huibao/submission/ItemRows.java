package huibao.submission;

import huibao.model.CaptionGroup;
import huibao.model.CellRef;
import huibao.model.Item;
import huibao.spreadsheet.Cell;
import huibao.spreadsheet.Text;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which item each row of a table is about. */
final class ItemRows {

    private static final List<CaptionGroup> NOTES =
            List.of(CaptionGroup.LABEL, CaptionGroup.LABEL_PHONE, CaptionGroup.FOOT);

    private static final List<CaptionGroup> SIGNATURES = List.of(
            CaptionGroup.LABEL_HEAD,
            CaptionGroup.LABEL_STATISTICIAN,
            CaptionGroup.LABEL_FILLER,
            CaptionGroup.LABEL_DATE,
            CaptionGroup.LABEL_OTHER_EXPLANATION,
            CaptionGroup.LABEL_NATURE);

    /**
     * A row that says something.
     *
     * @param number 0-based
     * @param at its code or name cell
     * @param name as typed
     * @param code as typed
     * @param item the item it is about, by code, else by name
     * @param disagrees whether code and name are not of one item
     * @param isTotal whether it adds up others
     * @param hasFigure whether a figure column holds a digit
     */
    record Row(
            int number,
            CellRef at,
            String name,
            String code,
            Optional<Item> item,
            boolean disagrees,
            boolean isTotal,
            boolean hasFigure) {}

    private final Captions words;
    private final ItemNames names;
    private final IdentityHashMap<FormTable, List<Row>> found = new IdentityHashMap<>();

    ItemRows(Captions words, ItemNames names) {
        this.words = words;
        this.names = names;
    }

    /** The rows that name an item or hold a figure, from the top down; the form's foot is none of them. */
    List<Row> of(FormTable table) {
        return found.computeIfAbsent(table, this::find);
    }

    private List<Row> find(FormTable table) {
        List<Row> rows = new ArrayList<>();
        if (table.firstRow() > table.lastRow()) {
            return rows;
        }
        for (int number : table.sheet().rowNumbers().subSet(table.firstRow(), true, table.lastRow(), true)) {
            row(table, number).ifPresent(rows::add);
        }
        return rows;
    }

    private Optional<Row> row(FormTable table, int number) {
        String name = table.text(number, Column.NAME);
        String code = table.text(number, Column.CODE);
        // A heading merged over the whole row holds its text, digits and all, in no figure column.
        boolean hasFigure = Stream.of(Column.VALUE, Column.PRIOR)
                .flatMap(column -> table.column(column).stream())
                .anyMatch(column -> table.sheet().text(number, column).chars().anyMatch(Character::isDigit));
        String key = Text.key(name);
        Optional<Item> byCode = code.isBlank() ? Optional.empty() : names.byCode(code);
        Optional<Item> byName = name.isBlank() ? Optional.empty() : names.byName(name);
        Optional<Item> item = byCode.or(() -> byName);
        boolean isTotal = byCode.isEmpty() && hasFigure && words.is(CaptionGroup.TOTAL_ROW, ItemNames.unnumbered(key));
        if (item.isEmpty() && !isTotal && (!hasFigure || isFoot(table, number))) {
            return Optional.empty();
        }
        boolean disagrees = byCode.isPresent()
                ? !key.isEmpty() && !byName.equals(byCode)
                : byName.isPresent() && !code.isBlank() && !ItemNames.isLineNumber(code);
        int column = table.column(byCode.isPresent() || name.isBlank() ? Column.CODE : Column.NAME)
                .or(() -> table.column(Column.NAME))
                .or(() -> table.column(Column.CODE))
                .orElse(0);
        return Optional.of(
                new Row(number, table.sheet().ref(number, column), name, code, item, disagrees, isTotal, hasFigure));
    }

    private boolean isFoot(FormTable table, int number) {
        return table.sheet().row(number).stream()
                .anyMatch(cell -> cell.kind() == Cell.Kind.TEXT && beginsFoot(Captions.plain(cell.text())));
    }

    private boolean beginsFoot(String text) {
        return begins(text, SIGNATURES, "") || begins(text, NOTES, ":0123456789");
    }

    private boolean begins(String text, List<CaptionGroup> groups, String before) {
        return groups.stream()
                .flatMap(group -> words.of(group).stream())
                .filter(text::startsWith)
                .anyMatch(word -> before.isEmpty()
                        || (text.length() > word.length() && before.indexOf(text.charAt(word.length())) >= 0));
    }
}
