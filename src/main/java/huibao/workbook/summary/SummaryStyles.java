package huibao.workbook.summary;

import huibao.model.AttainmentStatus;
import huibao.model.Light;
import huibao.workbook.TextWidth;
import huibao.workbook.summary.Look.Edge;
import huibao.workbook.summary.Look.Face;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The workbook's cell styles, each made once. */
final class SummaryStyles {

    /** The number format of a moment. */
    static final String TIME = "yyyy-mm-dd hh:mm";

    private static final String RULE = "808080";

    private final XSSFWorkbook workbook;
    private final Map<Key, Integer> styles = new HashMap<>();
    private final Map<Printed, Integer> numbers = new HashMap<>();
    private final Map<Face, XSSFFont> fonts = new EnumMap<>(Face.class);

    private record Key(Look look, String format, Kind kind) {}

    /** A key that needs no format to be made. */
    private record Printed(Look look, PrintedNumber number) {}

    private enum Kind {
        TEXT,
        /** Text in one line that runs over the empty cells to its right. */
        UNWRAPPED,
        NUMBER,
        /** Text that a spreadsheet could take for a formula: marked as text for good. */
        QUOTED
    }

    SummaryStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** The index of the style in the workbook. */
    int text(Look look, String content) {
        return index(new Key(look, "", TextWidth.looksLikeFormula(content) ? Kind.QUOTED : Kind.TEXT));
    }

    int unwrapped(Look look) {
        return index(new Key(look, "", Kind.UNWRAPPED));
    }

    int number(Look look, PrintedNumber number) {
        return numbers.computeIfAbsent(
                new Printed(look, number), key -> index(new Key(look, number.pattern(), Kind.NUMBER)));
    }

    int time(Look look) {
        return index(new Key(look, TIME, Kind.NUMBER));
    }

    private int index(Key key) {
        return styles.computeIfAbsent(key, wanted -> (int) create(wanted).getIndex());
    }

    /** The look of a light's cell; readable in grey because the word stands in it. */
    static Look light(Light light) {
        Look look = Look.CENTRE.filled(colour(light));
        return light == Light.RED || light == Light.BLUE ? look.faced(Face.WHITE) : look;
    }

    static Look light(AttainmentStatus status) {
        return light(status.light());
    }

    /** Colours that differ in lightness as far as five can. */
    static String colour(Light light) {
        return switch (light) {
            case BLUE -> "1F4E79";
            case GREEN -> "A9D08E";
            case YELLOW -> "FFE699";
            case RED -> "B02418";
            case GREY -> "EDEDED";
        };
    }

    static XSSFColor rgb(String hex) {
        int value = Integer.parseInt(hex.toLowerCase(Locale.ROOT), 16);
        return new XSSFColor(new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value}, null);
    }

    private XSSFCellStyle create(Key key) {
        Look look = key.look();
        XSSFCellStyle style = workbook.createCellStyle();
        style.setAlignment(look.align());
        style.setVerticalAlignment(look.face() == Face.NOTE ? VerticalAlignment.TOP : VerticalAlignment.CENTER);
        style.setWrapText(
                (key.kind() == Kind.TEXT || key.kind() == Kind.QUOTED) && look.align() != HorizontalAlignment.RIGHT);
        style.setFont(fonts.computeIfAbsent(look.face(), this::font));
        style.setQuotePrefixed(key.kind() == Kind.QUOTED);
        if (!key.format().isEmpty()) {
            style.setDataFormat(workbook.createDataFormat().getFormat(key.format()));
        }
        if (!look.fill().isEmpty()) {
            style.setFillForegroundColor(rgb(look.fill()));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (look.edge() == Edge.THIN) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            style.setTopBorderColor(rgb(RULE));
            style.setBottomBorderColor(rgb(RULE));
            style.setLeftBorderColor(rgb(RULE));
            style.setRightBorderColor(rgb(RULE));
        }
        return style;
    }

    private XSSFFont font(Face face) {
        XSSFFont font = workbook.createFont();
        font.setFontName(face.font());
        font.setFontHeight(face.points());
        font.setBold(face.isBold());
        if (face == Face.LINK) {
            font.setUnderline(Font.U_SINGLE);
            font.setColor(rgb("1F4E79"));
        }
        if (face == Face.SOURCED) {
            font.setColor(rgb("1F4E79"));
        }
        if (face == Face.WHITE) {
            font.setColor(rgb("FFFFFF"));
        }
        if (face == Face.BANNER) {
            font.setColor(rgb("B02418"));
        }
        return font;
    }
}
