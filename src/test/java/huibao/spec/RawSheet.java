package huibao.spec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/** One sheet of a {@link RawWorkbook}. */
final class RawSheet {

    private static final int DAYS_FROM_1900_TO_1904 = 1462;
    private static final int GROWTH = FormEditor.COLUMNS.indexOf("同比");

    private final Sheet sheet;
    private final Set<String> oddities;
    private final List<String> texts;
    private boolean sharedBegan;

    /** @param texts the workbook's shared strings, which it adds to */
    RawSheet(Sheet sheet, Set<String> oddities, List<String> texts) {
        this.sheet = sheet;
        this.oddities = oddities;
        this.texts = texts;
    }

    private boolean has(String oddity) {
        return oddities.contains(oddity);
    }

    String xml() {
        StringBuilder rows = new StringBuilder();
        int next = 0;
        for (Row row : sheet) {
            while (has("no addresses") && next < row.getRowNum()) {
                rows.append("<row/>");
                next++;
            }
            rows.append(row(row));
            next = row.getRowNum() + 1;
        }
        List<String> merged = new ArrayList<>();
        for (CellRangeAddress region : sheet.getMergedRegions()) {
            merged.add("<mergeCell ref=\"" + region.formatAsString() + "\"/>");
        }
        String dimension = has("wrong dimension") ? "<dimension ref=\"A1:A1\"/>" : "";
        String unknown =
                has("unknown elements") ? "<!-- 注 --><?mso 1?><extLst><ext uri=\"{1}\"><v>99</v></ext></extLst>" : "";
        return root(
                oddities,
                "worksheet",
                dimension + "<sheetData>" + rows + "</sheetData>"
                        + (merged.isEmpty() ? "" : "<mergeCells>" + String.join("", merged) + "</mergeCells>")
                        + unknown);
    }

    private String row(Row row) {
        StringBuilder cells = new StringBuilder();
        int next = 0;
        for (Cell cell : row) {
            while (has("no addresses") && next < cell.getColumnIndex()) {
                cells.append("<c/>");
                next++;
            }
            cells.append(cell(cell));
            next = cell.getColumnIndex() + 1;
        }
        String address = has("no addresses") ? "" : " r=\"" + (row.getRowNum() + 1) + "\"";
        String hidden = row.getZeroHeight() ? " hidden=\"1\"" : "";
        return "<row" + address + hidden + ">" + cells + "</row>";
    }

    private String cell(Cell cell) {
        boolean isFormula = cell.getCellType() == CellType.FORMULA;
        CellType type = isFormula ? cell.getCachedFormulaResultType() : cell.getCellType();
        String at = has("no addresses") ? "" : " r=\"" + cell.getAddress().formatAsString() + "\"";
        String formula = isFormula ? formula(cell) : "";
        return switch (type) {
            case STRING -> string(at, formula, cell.getStringCellValue());
            case NUMERIC -> number(at, formula, cell);
            default -> "<c" + at + "/>";
        };
    }

    /** The growth column's formulas are one: written once, referred to by the others. */
    private String formula(Cell cell) {
        String text = escaped(cell.getCellFormula());
        if (!has("shared formulas") || cell.getColumnIndex() != GROWTH) {
            return "<f>" + text + "</f>";
        }
        if (sharedBegan) {
            return "<f t=\"shared\" si=\"0\"/>";
        }
        sharedBegan = true;
        return "<f t=\"shared\" ref=\"G10:G91\" si=\"0\">" + text + "</f>";
    }

    private String string(String at, String formula, String text) {
        if (has("cell images") && text.equals("年度目标为示例分解")) {
            return "<c" + at + " t=\"str\"><f>_xlfn.DISPIMG(&quot;ID_1&quot;,1)</f><v>=DISPIMG(\"ID_1\",1)</v></c>";
        }
        if (!formula.isEmpty()) {
            return "<c" + at + " t=\"str\">" + formula + "<v>" + escaped(text) + "</v></c>";
        }
        if (has("inline strings")) {
            return "<c" + at + " t=\"inlineStr\"><is>" + text(oddities, text) + "</is></c>";
        }
        texts.add(text);
        String index = Integer.toString(texts.size() - 1);
        return "<c" + at + " t=\"s\"><v>" + (has("spaces around values") ? "\n " + index + " " : index) + "</v></c>";
    }

    private String number(String at, String formula, Cell cell) {
        double value = cell.getNumericCellValue();
        boolean isDate = DateUtil.isCellDateFormatted(cell);
        if (isDate && has("strict")) {
            return "<c" + at + " s=\"1\" t=\"d\"><v>"
                    + cell.getLocalDateTimeCellValue().toLocalDate() + "T00:00:00</v></c>";
        }
        double stored = isDate && has("dates from 1904") ? value - DAYS_FROM_1900_TO_1904 : value;
        String number = has("long floats")
                ? RawWorkbook.longFloat(stored)
                : BigDecimal.valueOf(stored).stripTrailingZeros().toPlainString();
        boolean isPercent = cell.getCellStyle().getDataFormatString().contains("%");
        String style = isDate ? " s=\"1\"" : isPercent ? " s=\"2\"" : "";
        return "<c" + at + style + ">" + formula + "<v>" + (has("spaces around values") ? " " + number + "\n" : number)
                + "</v></c>";
    }

    /** A text, in runs and with hints of how to say it if so wished. */
    static String text(Set<String> oddities, String text) {
        String end = oddities.contains("escapes") ? "_x000D_\n" : "";
        String hint = oddities.contains("phonetic hints")
                ? "<rPh sb=\"0\" eb=\"1\"><t>yin</t></rPh><phoneticPr fontId=\"1\"/>"
                : "";
        if (oddities.contains("rich text") && text.length() > 1) {
            return "<r><t>%s</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">%s</t></r>"
                            .formatted(escaped(text.substring(0, 1)), escaped(text.substring(1)) + end)
                    + hint;
        }
        return "<t xml:space=\"preserve\">" + escaped(text) + end + "</t>" + hint;
    }

    /** A part's root element in the namespace it is written in. */
    static String root(Set<String> oddities, String name, String content) {
        boolean strict = oddities.contains("strict");
        String main = strict
                ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
                : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String relations = strict
                ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String conformance = strict && name.equals("workbook") ? " conformance=\"strict\"" : "";
        if (!oddities.contains("prefixes")) {
            return "<%s xmlns=\"%s\" xmlns:r=\"%s\"%s>%s</%s>"
                    .formatted(name, main, relations, conformance, content, name);
        }
        String prefixed = content.replaceAll("<(/?)([A-Za-z])", "<$1x:$2");
        return "<x:%s xmlns:x=\"%s\" xmlns:r=\"%s\"%s>%s</x:%s>"
                .formatted(name, main, relations, conformance, prefixed, name);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
