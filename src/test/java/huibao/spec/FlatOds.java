package huibao.spec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A form's cells written out as OpenDocument XML or as CSV, for another program to make workbooks of. */
final class FlatOds {

    private static final String NAMESPACES = List.of("office", "table", "text", "style", "number").stream()
            .map(name -> "xmlns:%s=\"urn:oasis:names:tc:opendocument:xmlns:%s:1.0\""
                    .formatted(name, name.equals("number") ? "datastyle" : name))
            .reduce("", (a, b) -> a + " " + b);

    private static final String STYLES = """
            <office:automatic-styles>
            <number:date-style style:name="D"><number:year number:style="long"/><number:text>-</number:text>\
            <number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>\
            </number:date-style>
            <number:percentage-style style:name="P"><number:number number:decimal-places="1"/>\
            <number:text>%</number:text></number:percentage-style>
            <style:style style:name="date" style:family="table-cell" style:data-style-name="D"/>
            <style:style style:name="percent" style:family="table-cell" style:data-style-name="P"/>
            <style:style style:name="shown" style:family="table"><style:table-properties table:display="true"/>\
            </style:style>
            <style:style style:name="unseen" style:family="table"><style:table-properties table:display="false"/>\
            </style:style>
            </office:automatic-styles>
            """;

    private FlatOds() {}

    /** All sheets: values, dates, percentages, merges, notes, what is hidden. Formulas become their values. */
    static String of(byte[] form) throws IOException {
        try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form))) {
            StringBuilder tables = new StringBuilder();
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                boolean shown = workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE;
                tables.append(table(workbook.getSheetAt(i), shown ? "shown" : "unseen"));
            }
            return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document" + NAMESPACES
                    + " office:version=\"1.2\" office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">"
                    + STYLES + "<office:body><office:spreadsheet>" + tables
                    + "</office:spreadsheet></office:body></office:document>";
        }
    }

    /** The first sheet as a person sees it, with a mark that it is UTF-8. */
    static String csv(byte[] form) throws IOException {
        try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form))) {
            StringBuilder lines = new StringBuilder("\ufeff");
            Sheet sheet = workbook.getSheetAt(0);
            for (int i = 0; i <= sheet.getLastRowNum(); i++) {
                List<String> fields = new ArrayList<>();
                for (int column = 0; column < FormEditor.COLUMNS.size(); column++) {
                    Cell cell = sheet.getRow(i) == null ? null : sheet.getRow(i).getCell(column);
                    fields.add(cell == null ? "" : '"' + shown(cell).replace("\"", "\"\"") + '"');
                }
                lines.append(String.join(",", fields)).append("\r\n");
            }
            return lines.toString();
        }
    }

    private static String table(Sheet sheet, String style) {
        Map<CellAddress, CellRangeAddress> merges = new HashMap<>();
        sheet.getMergedRegions()
                .forEach(region -> merges.put(new CellAddress(region.getFirstRow(), region.getFirstColumn()), region));
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i <= sheet.getLastRowNum(); i++) {
            Row row = sheet.getRow(i);
            StringBuilder cells = new StringBuilder();
            for (int column = 0; row != null && column < row.getLastCellNum(); column++) {
                Cell cell = row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                cells.append(cell(cell, merges.get(cell.getAddress())));
            }
            boolean hidden = row != null && row.getZeroHeight();
            rows.append("<table:table-row")
                    .append(hidden ? " table:visibility=\"collapse\">" : ">")
                    .append(cells.isEmpty() ? "<table:table-cell/>" : cells)
                    .append("</table:table-row>");
        }
        return "<table:table table:name=\"%s\" table:style-name=\"%s\">%s</table:table>"
                .formatted(RawSheet.escaped(sheet.getSheetName()), style, rows);
    }

    private static String cell(Cell cell, CellRangeAddress merged) {
        String span = merged == null
                ? ""
                : " table:number-columns-spanned=\"%d\" table:number-rows-spanned=\"%d\""
                        .formatted(
                                merged.getLastColumn() - merged.getFirstColumn() + 1,
                                merged.getLastRow() - merged.getFirstRow() + 1);
        String note = cell.getCellComment() == null
                ? ""
                : "<office:annotation><text:p>%s</text:p></office:annotation>"
                        .formatted(RawSheet.escaped(
                                cell.getCellComment().getString().getString()));
        String text = "<text:p>" + RawSheet.escaped(shown(cell)) + "</text:p>";
        return "<table:table-cell" + span + value(cell) + ">" + note
                + (shown(cell).isEmpty() ? "" : text) + "</table:table-cell>";
    }

    private static String value(Cell cell) {
        return switch (type(cell)) {
            case NUMERIC -> {
                String number = shown(cell);
                if (DateUtil.isCellDateFormatted(cell)) {
                    yield " table:style-name=\"date\" office:value-type=\"date\" office:date-value=\"" + number + '"';
                }
                yield cell.getCellStyle().getDataFormatString().contains("%")
                        ? " table:style-name=\"percent\" office:value-type=\"percentage\" office:value=\"" + number
                                + '"'
                        : " office:value-type=\"float\" office:value=\"" + number + '"';
            }
            case STRING -> " office:value-type=\"string\"";
            default -> "";
        };
    }

    private static String shown(Cell cell) {
        return switch (type(cell)) {
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell)
                        ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                        : java.math.BigDecimal.valueOf(cell.getNumericCellValue())
                                .stripTrailingZeros()
                                .toPlainString();
            case STRING -> cell.getStringCellValue();
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> "";
        };
    }

    private static CellType type(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    }
}
