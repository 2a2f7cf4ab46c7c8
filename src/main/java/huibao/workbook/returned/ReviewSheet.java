package huibao.workbook.returned;

import huibao.message.Messages;
import huibao.model.CarriedExplanation;
import huibao.model.CellRef;
import huibao.model.ReviewKey;
import huibao.model.Severity;
import huibao.workbook.CarriedCell;
import huibao.workbook.FormStyles;
import huibao.workbook.FormTexts;
import huibao.workbook.PrintedSheet;
import huibao.workbook.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The sheet 审核结果: what was decided and one row per finding. Not protected, so that it can be sorted and filtered; in
 * the sender's workbook it has a column to explain in, which is read when the workbook comes back, by hidden keys.
 */
final class ReviewSheet {

    private static final List<String> COLUMNS = List.of(
            "number", "severity", "place", "item", "check", "found", "expected", "previous", "remedy", "explanation");
    /** Together as wide as a screen of 1366 pixels shows at once, row numbers and scroll bar included. */
    private static final int[] WIDTHS = {5, 8, 14, 17, 14, 30, 20, 12, 28, 32, 12};

    private static final int PLACE = 2;
    private static final int PREVIOUS = 7;
    private static final int EXPLANATION = 9;
    private static final int KEY = 10;
    /** What an indented cell loses, in characters. */
    private static final int INDENT = 2;

    private static final int LONGEST_TEXT = 32_000;
    static final float TALLEST_ROW_POINTS = 409;
    private static final float LINE_POINTS = 13.5f;

    /** Where an explanation is typed. */
    enum Explaining {
        /** In this sheet: the form stands beside it and comes back with it. */
        HERE,
        /** Elsewhere: this workbook holds no form. */
        ELSEWHERE
    }

    private final XSSFWorkbook workbook;
    private final Messages messages;
    private final PrintedSheet out;
    private final Explaining explaining;

    /** Adds the sheet as the last one of a workbook. */
    ReviewSheet(XSSFWorkbook workbook, Messages messages, Explaining explaining) {
        this.workbook = workbook;
        this.messages = messages;
        this.explaining = explaining;
        this.out = new PrintedSheet(
                workbook, freeName(workbook, messages.text("return.sheet")), new FormStyles(workbook), WIDTHS);
    }

    /** The name itself, or with a number behind it where the sender has a sheet of that name. */
    static String freeName(XSSFWorkbook workbook, String wanted) {
        String name = WorkbookUtil.createSafeSheetName(wanted);
        for (int number = 2; workbook.getSheet(name) != null; number++) {
            name = wanted + " (" + number + ")";
        }
        return name;
    }

    XSSFSheet sheet() {
        return out.sheet();
    }

    /** Writes heading, decision and table; the heading lines come from the caller. */
    void write(List<String> heading, List<ReviewLine> lines) {
        out.spanned(out.row(28), 0, EXPLANATION, heading.get(0), out.styles().title());
        List<String> texts = new ArrayList<>(heading.subList(1, heading.size()));
        if (lines.isEmpty()) {
            texts.add(messages.text("return.none"));
        }
        int width = 0;
        for (int column = 0; column <= EXPLANATION; column++) {
            width += WIDTHS[column];
        }
        for (String text : texts) {
            out.spanned(
                    out.row(7 + LINE_POINTS * TextWidth.lines(text, width - 6)),
                    0,
                    EXPLANATION,
                    text,
                    out.styles().plain(HorizontalAlignment.LEFT));
        }
        Row head = head();
        for (int i = 0; i < lines.size(); i++) {
            line(i + 1, lines.get(i));
        }
        int top = head.getRowNum();
        int last = explaining == Explaining.HERE ? KEY : EXPLANATION;
        // the keys are sorted along with what they are keys of
        out.sheet().setAutoFilter(new CellRangeAddress(top, top + lines.size(), 0, last));
        out.sheet().setColumnHidden(KEY, true);
        if (explaining == Explaining.ELSEWHERE) {
            out.sheet().setColumnHidden(PREVIOUS, true);
            out.sheet().setColumnHidden(EXPLANATION, true);
        }
        out.sheet().setTabColor(FormStyles.colour(ReviewTint.RED.rgb()));
        out.finish(Optional.of(new CellRangeAddress(top, top, -1, -1)), 0, messages.text("form.page"));
    }

    private Row head() {
        if (explaining == Explaining.HERE) {
            Row heads = out.row(12);
            heads.createCell(EXPLANATION).setCellValue(ReviewKey.EXPLANATION_COLUMN);
            heads.createCell(KEY).setCellValue(ReviewKey.KEY_COLUMN);
            heads.setZeroHeight(true);
        }
        Row head = out.headings(
                30,
                COLUMNS.stream()
                        .map(column -> messages.text("return.column." + column))
                        .toArray(String[]::new));
        if (explaining == Explaining.HERE) {
            Cell cell = head.getCell(EXPLANATION);
            cell.setCellValue(messages.text("return.column.explain_here"));
            cell.setCellStyle(out.styles().tinted(ReviewTint.YELLOW.rgb()));
            PrintedSheet.text(
                    head, KEY, messages.text("return.column.key"), out.styles().head());
        }
        return head;
    }

    /** Text short enough for a cell. */
    static String fitting(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    private void line(int number, ReviewLine line) {
        FormStyles styles = out.styles();
        String severity = line.severityText().replaceFirst("\\s*(?=[（(])", "\n");
        String place = ReviewPlaces.of(line.cells());
        List<String> texts = List.of(
                severity,
                place,
                line.item(),
                line.check(),
                line.found(),
                line.expected(),
                "",
                line.remedy(),
                line.explanation());
        int lines = 1;
        for (int i = 0; i < texts.size(); i++) {
            lines = Math.max(lines, TextWidth.lines(texts.get(i), WIDTHS[1 + i] - INDENT));
        }
        Row row = out.row(Math.min(TALLEST_ROW_POINTS, 7 + LINE_POINTS * lines));
        Cell first = row.createCell(0);
        first.setCellValue(number);
        first.setCellStyle(styles.body(HorizontalAlignment.CENTER));
        for (int i = 0; i < texts.size(); i++) {
            text(row, 1 + i, texts.get(i), styles.indented(styles.body(HorizontalAlignment.LEFT)));
        }
        row.getCell(1).setCellStyle(styles.tinted(ReviewTint.of(line.severity()).rgb()));
        line.cells().stream()
                .findFirst()
                .filter(ref -> workbook.getSheet(ref.sheet()) != null)
                .ifPresent(ref -> {
                    link(first, ref, styles.link(HorizontalAlignment.CENTER));
                    // some programs do not wrap a linked text, and cut it off
                    if (TextWidth.lines(place, WIDTHS[PLACE] - INDENT) == 1) {
                        link(row.getCell(PLACE), ref, styles.indented(styles.link(HorizontalAlignment.LEFT)));
                    }
                });
        Cell previous = row.getCell(PREVIOUS);
        previous.setCellStyle(styles.indented(styles.figure(FormTexts.numberFormat(line.decimals()))));
        line.previous().ifPresent(figure -> previous.setCellValue(figure.doubleValue()));
        if (explaining == Explaining.HERE) {
            explanation(row, line);
        }
        for (int i = 1; i < texts.size(); i++) {
            // no row can be taller: what does not fit is written small
            if (7 + LINE_POINTS * TextWidth.lines(texts.get(i), WIDTHS[1 + i] - INDENT) > TALLEST_ROW_POINTS) {
                Cell cell = row.getCell(1 + i);
                cell.setCellStyle(styles.small((XSSFCellStyle) cell.getCellStyle()));
            }
        }
    }

    private void explanation(Row row, ReviewLine line) {
        PrintedSheet.text(row, KEY, fitting(line.key().text()), out.styles().body(HorizontalAlignment.LEFT));
        if (line.severity() != Severity.VERIFY) {
            return;
        }
        text(
                row,
                EXPLANATION,
                line.explanation(),
                out.styles().indented(out.styles().input(HorizontalAlignment.LEFT, "@")));
        if (CarriedExplanation.isMarked(line.explanation())) {
            CarriedCell.offer((XSSFCell) row.getCell(EXPLANATION), out.styles(), messages);
            return;
        }
        DataValidationHelper helper = out.sheet().getDataValidationHelper();
        DataValidation prompt = helper.createValidation(
                helper.createTextLengthConstraint(OperatorType.BETWEEN, "0", Integer.toString(LONGEST_TEXT)),
                new CellRangeAddressList(row.getRowNum(), row.getRowNum(), EXPLANATION, EXPLANATION));
        prompt.setShowErrorBox(false);
        prompt.setShowPromptBox(true);
        prompt.createPromptBox(messages.text("return.prompt.title"), messages.text("return.prompt"));
        out.sheet().addValidationData(prompt);
    }

    /** Text that stays text, also when somebody edits the cell. */
    private void text(Row row, int column, String text, XSSFCellStyle style) {
        PrintedSheet.text(
                row,
                column,
                fitting(text),
                TextWidth.looksLikeFormula(text) ? out.styles().quoted(style) : style);
    }

    private void link(Cell cell, CellRef ref, XSSFCellStyle style) {
        Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + ref.sheet().replace("'", "''") + "'!" + ref.cell());
        cell.setHyperlink(link);
        cell.setCellStyle(style);
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
