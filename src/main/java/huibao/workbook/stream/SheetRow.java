package huibao.workbook.stream;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellReference;

/**
 * One row of a sheet as XML, used for one row after another. Cells may come in any order and replace each other. Which
 * number the row has is left open: {@link RowCopy} fills it in. Texts stand in the cells themselves, because a table of
 * all texts would have to be held as a whole.
 */
public final class SheetRow {

    /** Bytes XML has no use for: what the copy does where it meets them. */
    static final int NUMBER = 1;

    static final int START = 2;
    static final int MERGED = 3;
    static final int LINK = 4;
    static final int END = 5;

    private static final int EXACT_DIGITS = 15;

    private final XmlBytes cells = new XmlBytes(1 << 12);
    private final XmlBytes besides = new XmlBytes(1 << 8);
    private final XmlBytes row = new XmlBytes(1 << 12);
    private int[] from = new int[32];
    private int[] to = new int[32];
    private byte[][] letters = new byte[0][];
    private int width;
    private int widest;
    private float points;

    /** Empties the row. */
    public void clear() {
        cells.clear();
        besides.clear();
        Arrays.fill(to, 0, width, 0);
        width = 0;
        points = 0;
    }

    /** How many columns the widest row so far has. */
    public int widest() {
        return widest;
    }

    /** The row's height in points. */
    public void height(float height) {
        this.points = height;
    }

    /**
     * Text in a cell, which is never a formula; an empty one leaves only the look.
     *
     * @param column 0-based
     * @param style index of the cell's style in the workbook
     */
    public void text(int column, int style, String text) {
        open(column, style);
        if (text.isEmpty()) {
            cells.ascii("\"/>");
        } else {
            cells.ascii("\" t=\"inlineStr\"><is><t");
            cells.ascii(EscapedText.hasOuterBlanks(text) ? " xml:space=\"preserve\">" : ">");
            cells.text(text);
            cells.ascii("</t></is></c>");
        }
        close(column);
    }

    /** A number, to the digits a spreadsheet can hold. */
    public void number(int column, int style, BigDecimal number) {
        boolean exact = number.precision() <= EXACT_DIGITS && number.scale() >= 0 && number.scale() <= EXACT_DIGITS;
        number(column, style, exact ? number.toPlainString() : Double.toString(number.doubleValue()));
    }

    /** A moment as spreadsheets count them: days since 1900. */
    public void moment(int column, int style, double days) {
        number(column, style, Double.toString(days));
    }

    private void number(int column, int style, String digits) {
        open(column, style);
        cells.ascii("\"><v>");
        cells.ascii(digits);
        cells.ascii("</v></c>");
        close(column);
    }

    /** Makes one cell of several. */
    public void merge(int first, int last) {
        besides.put(MERGED);
        address(besides, first);
        besides.put(':');
        address(besides, last);
        besides.put(END);
    }

    /**
     * Makes a cell lead to another place of the workbook.
     *
     * @param location sheet and cells, as a formula names them
     * @param tip shown beside the pointer; empty for none
     */
    public void link(int column, String location, String tip) {
        besides.put(LINK);
        address(besides, column);
        besides.ascii("\" location=\"");
        besides.attribute(location);
        if (!tip.isEmpty()) {
            besides.ascii("\" tooltip=\"");
            besides.attribute(tip);
        }
        besides.put(END);
    }

    /** The finished row. */
    XmlBytes finish() {
        row.clear();
        row.put(START);
        row.ascii("<row r=\"");
        row.put(NUMBER);
        if (points > 0) {
            row.ascii("\" ht=\"");
            row.ascii(Float.toString(points));
            row.ascii("\" customHeight=\"1");
        }
        row.ascii("\">");
        for (int column = 0; column < width; column++) {
            row.put(cells.array(), from[column], to[column] - from[column]);
        }
        row.ascii("</row>");
        row.put(besides.array(), 0, besides.length());
        return row;
    }

    private void open(int column, int style) {
        if (column >= width) {
            widen(column + 1);
        }
        from[column] = cells.length();
        cells.ascii("<c r=\"");
        address(cells, column);
        cells.ascii("\" s=\"");
        cells.digits(style);
    }

    private void close(int column) {
        to[column] = cells.length();
    }

    private void widen(int columns) {
        if (columns > from.length) {
            from = Arrays.copyOf(from, columns * 2);
            to = Arrays.copyOf(to, columns * 2);
        }
        // What is left out has no bytes.
        Arrays.fill(from, width, columns, 0);
        Arrays.fill(to, width, columns, 0);
        width = columns;
        widest = Math.max(widest, width);
    }

    private void address(XmlBytes bytes, int column) {
        if (column >= letters.length) {
            name(column + 1);
        }
        bytes.put(letters[column], 0, letters[column].length);
        bytes.put(NUMBER);
    }

    private void name(int columns) {
        int most = SpreadsheetVersion.EXCEL2007.getMaxColumns();
        if (columns > most) {
            throw new IllegalArgumentException("a sheet has " + most + " columns, and " + columns + " are needed");
        }
        letters = IntStream.range(0, Math.min(most, columns * 2))
                .mapToObj(column -> CellReference.convertNumToColString(column).getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
    }
}
