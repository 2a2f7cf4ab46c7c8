package huibao.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One worksheet part poured into a grid. The part's dimension is not believed: many programs write it wrong. */
final class XlsxSheet {

    private static final Pattern ZERO = Pattern.compile("0+(\\.0+)?");

    private static final int LAST_ROW = 1_048_575;
    private static final int LAST_COLUMN = 16_383;

    private final Xml xml;
    private final List<RichText> strings;
    private final XlsxStyles styles;
    private final Grid grid;
    private final BitSet rows = new BitSet();
    private boolean inData;
    private final Map<Integer, Formula> shared = new HashMap<>();
    private int row = -1;
    private int column = -1;

    private XlsxSheet(Xml xml, List<RichText> strings, XlsxStyles styles, Grid grid) {
        this.xml = xml;
        this.strings = strings;
        this.styles = styles;
        this.grid = grid;
    }

    static void read(InputStream in, List<RichText> strings, XlsxStyles styles, Grid grid) throws IOException {
        try (Xml xml = Xml.open(in)) {
            new XlsxSheet(xml, strings, styles, grid).read();
        }
        if (grid.isContradictory()) {
            throw Damage.CELLS.refusal();
        }
    }

    private void read() throws IOException {
        boolean room = true;
        while (room && xml.next()) {
            if (xml.isStart("c") && inData) {
                room = readCell();
            } else if (xml.isStart("row") && inData) {
                startRow();
            } else if (xml.isStart("sheetData")) {
                inData = true;
            } else if (xml.isEnd("sheetData")) {
                inData = false;
            } else if (xml.isStart("sheetFormatPr")) {
                if (xml.isTrue("zeroHeight")) {
                    grid.hideRowsBut(rows);
                }
            } else if (xml.isStart("col")) {
                if (xml.isTrue("hidden") || isZero("width")) {
                    hideColumns();
                }
            } else if (xml.isStart("mergeCell")) {
                readMerge();
            }
        }
    }

    /** 0 or 0.0: hidden by drawing it shut. */
    private boolean isZero(String attribute) {
        return ZERO.matcher(xml.attribute(attribute)).matches();
    }

    private void startRow() {
        row = xml.number("r", row + 2) - 1;
        column = -1;
        if (row >= 0 && row <= LAST_ROW) {
            rows.set(row);
            if (xml.isTrue("hidden") || isZero("ht")) {
                grid.hideRow(row);
            }
        }
    }

    private void hideColumns() {
        int first = xml.number("min", 0) - 1;
        int last = Math.min(xml.number("max", 0) - 1, LAST_COLUMN);
        if (first >= 0 && first <= last) {
            grid.hideColumns(first, last);
        }
    }

    private void readMerge() {
        String[] ends = xml.attribute("ref").split(":");
        int[] from = place(ends[0]);
        int[] to = place(ends[ends.length - 1]);
        if (from.length == 2 && to.length == 2 && (from[0] != to[0] || from[1] != to[1])) {
            grid.merge(new Grid.Merge(from[0], from[1], to[0], to[1]));
        }
    }

    private boolean readCell() throws IOException {
        int[] place = place(xml.attribute("r"));
        if (place.length == 2) {
            row = place[0];
            column = place[1];
        } else {
            column++;
        }
        String type = xml.attribute("t");
        Style style = styles.of(xml.number("s", 0));
        Optional<Formula> formula = Optional.empty();
        Optional<RichText> value = Optional.empty();
        while (xml.next() && !xml.isEnd("c")) {
            if (xml.isStart("v")) {
                value = one(value, RichText.plain(xml.text()));
            } else if (xml.isStart("f")) {
                formula = Optional.of(formula());
            } else if (xml.isStart("is")) {
                value = one(value, xml.stringItem());
            }
        }
        if (value.isEmpty() && formula.isEmpty()) {
            return true;
        }
        if (row < 0 || row > LAST_ROW || column < 0 || column > LAST_COLUMN) {
            return true;
        }
        return grid.put(cell(type, style, formula, value));
    }

    /** Which of two values a program shows depends on the program. */
    private static Optional<RichText> one(Optional<RichText> before, RichText value) throws RefusedException {
        if (before.filter(other -> !other.text().equals(value.text())).isPresent()) {
            throw Damage.CELLS.refusal();
        }
        return Optional.of(value);
    }

    /** The formula that just started; one that is shared is written where it begins. */
    private Formula formula() throws IOException {
        String type = xml.attribute("t");
        int group = xml.number("si", -1);
        String text = xml.text();
        if (type.equals("array") || type.equals("dataTable")) {
            return new Formula(text, Formula.Kind.SEVERAL_CELLS, row, column);
        }
        if (!type.equals("shared")) {
            return Formula.own(text, row, column);
        }
        if (!text.isBlank()) {
            Formula first = new Formula(text, Formula.Kind.SHARED, row, column);
            if (shared.size() < SheetLimits.SHARED_FORMULAS) {
                shared.put(group, first);
            }
            return first;
        }
        return Optional.ofNullable(shared.get(group))
                .orElseGet(() -> new Formula("", Formula.Kind.SHARED, row, column));
    }

    private Cell cell(String type, Style style, Optional<Formula> formula, Optional<RichText> value)
            throws RefusedException {
        RichText rich = value.orElse(RichText.plain(""));
        String text = rich.text();
        return switch (type) {
            case "s" -> text(shared(text), style, formula);
            case "str" ->
                value.isEmpty()
                        ? new Cell(row, column, Cell.Kind.NONE, "", style, formula)
                        : new Cell(row, column, Cell.Kind.TEXT, Xml.unescape(text), style, formula);
            case "inlineStr" -> text(rich, style, formula);
            case "e" -> new Cell(row, column, Cell.Kind.ERROR, text, style, formula);
            case "b" ->
                new Cell(row, column, Cell.Kind.BOOLEAN, text.strip().equals("1") ? "TRUE" : "FALSE", style, formula);
            case "d" -> new Cell(row, column, Cell.Kind.TEXT, text, new Style(NumberFormat.DAY, false), formula);
            default ->
                text.isBlank()
                        ? new Cell(row, column, Cell.Kind.NONE, "", style, formula)
                        : new Cell(row, column, Cell.Kind.NUMBER, text.strip(), style, formula);
        };
    }

    private Cell text(RichText text, Style style, Optional<Formula> formula) {
        return new Cell(row, column, Cell.Kind.TEXT, text.text(), style, formula, text.in(style));
    }

    /** A text that the file does not have is lost, not blank. */
    private RichText shared(String index) throws RefusedException {
        if (index.isBlank()) {
            return RichText.plain("");
        }
        try {
            return strings.get(Integer.parseInt(index.strip()));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw Damage.CONTENT.refusal();
        }
    }

    /** Row and column, 0-based, of an address; an empty array if it is none. */
    private static int[] place(String address) {
        int i = 0;
        int column = 0;
        while (i < address.length() && i < 3 && Character.isLetter(address.charAt(i))) {
            column = column * 26 + (Character.toUpperCase(address.charAt(i)) - 'A' + 1);
            i++;
        }
        if (i == 0 || i == address.length() || address.length() - i > 7) {
            return new int[0];
        }
        try {
            return new int[] {Integer.parseInt(address.substring(i)) - 1, column - 1};
        } catch (NumberFormatException e) {
            return new int[0];
        }
    }
}
