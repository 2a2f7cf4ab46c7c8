package huibao.workbook;

import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The sheet 审核结果: what was decided and one row per finding. Not protected, so that it can be filtered; what is typed into it is never read. */
final class ReviewSheet {

    private static final List<String> COLUMNS =
            List.of("number", "severity", "place", "item", "check", "found", "expected", "remedy", "explanation");
    private static final int LAST = 8;
    private static final int LONGEST_TEXT = 32_000;
    private static final int NARROWEST_TEXT_COLUMN = 14;

    private final XSSFWorkbook workbook;
    private final Messages messages;
    private final FormSheet out;

    /** Adds the sheet as the last one of a workbook. */
    ReviewSheet(XSSFWorkbook workbook, Messages messages) {
        this.workbook = workbook;
        this.messages = messages;
        this.out = new FormSheet(
                workbook, messages.text("return.sheet"), new FormStyles(workbook), 6, 10, 17, 22, 18, 32, 30, 34, 28);
    }

    XSSFSheet sheet() {
        return out.sheet();
    }

    /** Writes heading, decision and table; the heading lines come from the caller. */
    void write(List<String> heading, List<ReviewLine> lines) {
        out.spanned(out.row(28), 0, LAST, heading.get(0), out.styles().title());
        for (String text : heading.subList(1, heading.size())) {
            out.spanned(out.row(20), 0, LAST, text, out.styles().plain(HorizontalAlignment.LEFT));
        }
        if (lines.isEmpty()) {
            out.spanned(
                    out.row(20),
                    0,
                    LAST,
                    messages.text("return.none"),
                    out.styles().plain(HorizontalAlignment.LEFT));
        }
        Row head = out.headings(
                24,
                COLUMNS.stream()
                        .map(column -> messages.text("return.column." + column))
                        .toArray(String[]::new));
        for (int i = 0; i < lines.size(); i++) {
            line(i + 1, lines.get(i));
        }
        int top = head.getRowNum();
        out.sheet().setAutoFilter(new CellRangeAddress(top, top + lines.size(), 0, LAST));
        out.finish(Optional.of(new CellRangeAddress(top, top, -1, -1)), 0, messages.text("form.page"));
    }

    static int tint(Severity severity) {
        return switch (severity) {
            case MANDATORY -> 0xF8CBAD;
            case VERIFY -> 0xFFE699;
            case NOTICE -> 0xBDD7EE;
        };
    }

    /** Text short enough for a cell. */
    static String fitting(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    private void line(int number, ReviewLine line) {
        FormStyles styles = out.styles();
        String place = fitting(line.cells().stream().map(CellRef::toString).collect(Collectors.joining("、")));
        int longest = Stream.of(line.item(), line.check(), line.found(), line.expected(), line.remedy())
                .mapToInt(String::length)
                .max()
                .orElse(0);
        int rows = Math.max(line.cells().size(), 1 + longest / NARROWEST_TEXT_COLUMN);
        Row row = out.row(6 + 14 * Math.min(rows, 12));
        Cell first = row.createCell(0);
        first.setCellValue(number);
        first.setCellStyle(styles.body(HorizontalAlignment.CENTER));
        FormSheet.text(row, 1, line.severityText(), styles.tinted(tint(line.severity())));
        Cell cell = FormSheet.text(row, 2, place, styles.body(HorizontalAlignment.LEFT));
        line.cells().stream()
                .findFirst()
                .filter(ref -> workbook.getSheet(ref.sheet()) != null)
                .ifPresent(ref -> link(cell, ref));
        List<String> texts = List.of(line.item(), line.check(), line.found(), line.expected(), line.remedy());
        for (int i = 0; i < texts.size(); i++) {
            FormSheet.text(row, 3 + i, fitting(texts.get(i)), styles.body(HorizontalAlignment.LEFT));
        }
        FormSheet.text(row, LAST, fitting(line.explanation()), styles.body(HorizontalAlignment.LEFT));
    }

    private void link(Cell cell, CellRef ref) {
        Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + ref.sheet().replace("'", "''") + "'!" + ref.cell());
        cell.setHyperlink(link);
        cell.setCellStyle(out.styles().link());
    }

    /** How many lines of each severity there are, for the heading. */
    static Map<String, String> counts(List<ReviewLine> lines) {
        return Map.of(
                "mandatory", count(lines, Severity.MANDATORY),
                "verify", count(lines, Severity.VERIFY),
                "notice", count(lines, Severity.NOTICE));
    }

    private static String count(List<ReviewLine> lines, Severity severity) {
        return Long.toString(
                lines.stream().filter(line -> line.severity() == severity).count());
    }
}
