package huibao.workbook;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The few cell styles of forms and reviews, each made once per workbook. */
public final class FormStyles {

    private static final String FONT = "宋体";
    private static final int INPUT = 0xFFFBE6;
    private static final int GREY = 0xE7E6E6;
    private static final int HEAD = 0xDDEBF7;
    private static final int RED = 0xC00000;
    private static final int FADED = 0x7F7F7F;

    private final XSSFWorkbook workbook;
    private final Map<String, XSSFCellStyle> made = new HashMap<>();

    public FormStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    public XSSFCellStyle title() {
        return made.computeIfAbsent("title", key -> text(16, true, 0, HorizontalAlignment.CENTER));
    }

    public XSSFCellStyle plain(HorizontalAlignment alignment) {
        return made.computeIfAbsent("plain" + alignment, key -> text(10, false, 0, alignment));
    }

    public XSSFCellStyle warning() {
        return made.computeIfAbsent("warning", key -> text(12, true, RED, HorizontalAlignment.LEFT));
    }

    public XSSFCellStyle head() {
        return made.computeIfAbsent("head", key -> filled(boxed(text(10, true, 0, HorizontalAlignment.CENTER)), HEAD));
    }

    public XSSFCellStyle section() {
        return made.computeIfAbsent("section", key -> boxed(text(10, true, 0, HorizontalAlignment.LEFT)));
    }

    public XSSFCellStyle body(HorizontalAlignment alignment) {
        return made.computeIfAbsent("body" + alignment, key -> boxed(text(10, false, 0, alignment)));
    }

    public XSSFCellStyle shut() {
        return made.computeIfAbsent("shut", key -> filled(boxed(text(10, false, 0, HorizontalAlignment.CENTER)), GREY));
    }

    /** A figure nobody types: shown as it is. */
    public XSSFCellStyle figure(String format) {
        return made.computeIfAbsent(
                "figure" + format, key -> formatted(boxed(text(10, false, 0, HorizontalAlignment.RIGHT)), format));
    }

    /** A figure of another period, for reference: in grey letters on the paper itself. */
    public XSSFCellStyle former(String format) {
        return greyed(figure(format));
    }

    /** A cell to type into. */
    public XSSFCellStyle input(HorizontalAlignment alignment, String format) {
        return made.computeIfAbsent("input" + alignment + format, key -> {
            XSSFCellStyle style = formatted(filled(boxed(text(10, false, 0, alignment)), INPUT), format);
            style.setLocked(false);
            return style;
        });
    }

    /** A bordered body cell with a fill of its own. */
    public XSSFCellStyle tinted(int rgb) {
        return made.computeIfAbsent(
                "tint" + rgb, key -> filled(boxed(text(10, true, 0, HorizontalAlignment.CENTER)), rgb));
    }

    public XSSFCellStyle link(HorizontalAlignment alignment) {
        return made.computeIfAbsent("link" + alignment, key -> {
            XSSFCellStyle style = boxed(text(10, false, 0x0563C1, alignment));
            style.getFont().setUnderline(XSSFFont.U_SINGLE);
            return style;
        });
    }

    /** The same look with room between text and border. */
    public XSSFCellStyle indented(XSSFCellStyle style) {
        return made.computeIfAbsent("indented" + style.getIndex(), key -> {
            XSSFCellStyle indented = copy(workbook, style);
            indented.setIndention((short) 1);
            return indented;
        });
    }

    /** The same look in grey letters: words of another period. */
    public XSSFCellStyle greyed(XSSFCellStyle style) {
        return made.computeIfAbsent("grey" + style.getIndex(), key -> {
            XSSFFont font = workbook.createFont();
            font.setFontName(FONT);
            font.setFontHeightInPoints((short) 10);
            font.setItalic(true);
            font.setColor(colour(FADED));
            XSSFCellStyle grey = copy(workbook, style);
            grey.setFont(font);
            return grey;
        });
    }

    /** The same look for a text that an edited cell must not take for a formula. */
    public XSSFCellStyle quoted(XSSFCellStyle style) {
        return made.computeIfAbsent("quoted" + style.getIndex(), key -> {
            XSSFCellStyle quoted = copy(workbook, style);
            quoted.setQuotePrefixed(true);
            return quoted;
        });
    }

    /** The same look in letters that let twice as much text into a cell. */
    public XSSFCellStyle small(XSSFCellStyle style) {
        return made.computeIfAbsent("small" + style.getIndex(), key -> {
            XSSFFont font = workbook.createFont();
            font.setFontName(FONT);
            font.setFontHeightInPoints((short) 7);
            XSSFCellStyle small = copy(workbook, style);
            small.setFont(font);
            return small;
        });
    }

    /**
     * A style of its own that looks like another. The library's own way of copying also overwrites the workbook's last
     * named style.
     */
    public static XSSFCellStyle copy(XSSFWorkbook workbook, XSSFCellStyle style) {
        XSSFCellStyle copy = workbook.createCellStyle();
        copy.getCoreXf().set(style.getCoreXf());
        return copy;
    }

    public static XSSFColor colour(int rgb) {
        return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
    }

    private XSSFCellStyle text(int points, boolean bold, int rgb, HorizontalAlignment alignment) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        if (rgb != 0) {
            font.setColor(colour(rgb));
        }
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        return style;
    }

    private static XSSFCellStyle boxed(XSSFCellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    private static XSSFCellStyle filled(XSSFCellStyle style, int rgb) {
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setFillForegroundColor(colour(rgb));
        return style;
    }

    private XSSFCellStyle formatted(XSSFCellStyle style, String format) {
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }
}
