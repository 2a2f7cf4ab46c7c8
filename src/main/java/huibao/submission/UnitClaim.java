package huibao.submission;

import huibao.model.CellRef;
import huibao.model.Item;
import huibao.spreadsheet.Text;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * In what unit of measure a form says a figure is: the row goes before the column, the column before the
 * sheet. Row and column that name different amounts of one thing contradict each other, because nobody
 * can tell which was meant.
 *
 * @param stated the unit as stated; empty if nothing is, and the item's own unit is meant
 * @param contradiction the other unit stated
 */
record UnitClaim(Optional<String> stated, Optional<String> contradiction) {

    private static final Pattern NO_UNIT = Pattern.compile("-+|/");
    private static final Pattern SEVERAL = Pattern.compile("[、,;]");

    static UnitClaim of(FormTable table, int row, int column, Item item, Optional<String> ofSheet) {
        Optional<String> inRow = stated(table.textAcross(row, Column.UNIT), item);
        Optional<String> inName = ItemNames.unitIn(table.text(row, Column.NAME));
        Optional<String> inCaption = Optional.ofNullable(table.captionUnits().get(column));
        Optional<String> first = inRow.or(() -> inName)
                .or(() -> inCaption)
                .or(() -> ofSheet.filter(unit -> MeasureUnits.isComparable(unit, item.unitMeasure())));
        Optional<String> other = first.flatMap(unit -> Stream.of(inName, inCaption)
                .flatMap(Optional::stream)
                .filter(u -> MeasureUnits.isComparable(u, unit) && !MeasureUnits.isSame(u, unit))
                .findFirst());
        return new UnitClaim(first, other);
    }

    /** The row's own unit of measure, where it is another than the item's. */
    static Optional<CellRef> cellOfOther(FormTable table, int row, Item item) {
        return table.column(Column.UNIT)
                .filter(column -> stated(table.textAcross(row, Column.UNIT), item)
                        .filter(unit -> !MeasureUnits.isSame(unit, item.unitMeasure()))
                        .isPresent())
                .map(column -> table.sheet().ref(row, column));
    }

    /** The unit column's text; of several units in one cell the item's own, if it is among them. */
    private static Optional<String> stated(String text, Item item) {
        String unit = Text.trim(text);
        if (unit.isEmpty() || NO_UNIT.matcher(Text.key(unit)).matches()) {
            return Optional.empty();
        }
        return SEVERAL.splitAsStream(Text.key(unit))
                .filter(part -> MeasureUnits.isSame(part, item.unitMeasure()))
                .findFirst()
                .or(() -> Optional.of(unit));
    }
}
