package huibao.workbook.form;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.util.CellReference;

/**
 * Which columns the sheet 填报表 has, in print order, and how wide they are in characters. Each set of columns is as
 * wide as a screen of 1366 pixels shows at once, row numbers and scroll bar included.
 */
final class FigureColumns {

    /** Of a form made without knowing what was reported before. */
    static final FigureColumns PLAIN = new FigureColumns(columns(31, 9, 9, 12, 15, 0, 15, 0, 9, 15, 34, 34));

    /** Of a form that shows what was reported last beside each cell. */
    static final FigureColumns WITH_FORMER = new FigureColumns(columns(29, 9, 7, 10, 13, 12, 13, 12, 8, 13, 26, 32));

    private final Map<FigureColumn, Integer> widths;
    private final List<FigureColumn> order;

    private FigureColumns(Map<FigureColumn, Integer> widths) {
        this.widths = widths;
        this.order = List.copyOf(widths.keySet());
    }

    /** Widths in the order of all columns; one of no width is left out. */
    private static Map<FigureColumn, Integer> columns(int... inOrder) {
        Map<FigureColumn, Integer> widths = new EnumMap<>(FigureColumn.class);
        FigureColumn[] all = FigureColumn.values();
        for (int i = 0; i < all.length; i++) {
            if (inOrder[i] > 0) {
                widths.put(all[i], inOrder[i]);
            }
        }
        return Collections.unmodifiableMap(widths);
    }

    static FigureColumns of(FormContents contents) {
        return contents.former().isPresent() ? WITH_FORMER : PLAIN;
    }

    List<FigureColumn> order() {
        return order;
    }

    /** 0-based place of a column that is there. */
    int at(FigureColumn column) {
        return find(column).orElseThrow(() -> new IllegalArgumentException("no column " + column));
    }

    Optional<Integer> find(FigureColumn column) {
        return Optional.of(order.indexOf(column)).filter(place -> place >= 0);
    }

    /** 0-based place of the last column. */
    int last() {
        return order.size() - 1;
    }

    int width(FigureColumn column) {
        return widths.getOrDefault(column, 0);
    }

    int[] widths() {
        return widths.values().stream().mapToInt(Integer::intValue).toArray();
    }

    /** A column's letter. */
    String letter(FigureColumn column) {
        return CellReference.convertNumToColString(at(column));
    }
}
