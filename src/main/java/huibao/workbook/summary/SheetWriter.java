package huibao.workbook.summary;

import huibao.model.UnitCode;
import huibao.workbook.TextWidth;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Writes one sheet from top to bottom: heads, rows, and at the end what printing needs. Row heights are
 * estimated from the text, because nothing else would make room for wrapped lines.
 */
final class SheetWriter {

    private static final double LINE_POINTS = 14;
    private static final double PADDING_POINTS = 4;
    private static final double CENTIMETRES_PER_INCH = 2.54;
    private static final int WIDEST = 250;

    private final SheetContext context;
    private final XSSFSheet sheet;
    private final PaperSize paper;
    private final int[] widths;
    private final int[] needed;
    private int next;
    private int lines = 1;
    private XSSFRow row;

    /**
     * @param widths column widths in half-width characters; a column grows if a number needs more
     */
    SheetWriter(SheetContext context, SummarySheet name, PaperSize paper, int... widths) {
        this.context = context;
        this.sheet = context.workbook().getSheet(name.title(context));
        this.paper = paper;
        this.widths = widths.clone();
        this.needed = widths.clone();
        this.row = sheet.createRow(0);
    }

    XSSFSheet sheet() {
        return sheet;
    }

    /** 0-based index of the row being written. */
    int rowIndex() {
        return next - 1;
    }

    int lastColumn() {
        return widths.length - 1;
    }

    /** Title, the line beneath it and, for synthetic figures, the line that says so. */
    void head(String title) {
        row();
        merged(0, lastColumn(), title, Look.TITLE);
        row.setHeightInPoints(34);
        lines = 0;
        row();
        Look side = Look.NOTE;
        int left = 1;
        while (width(0, left) * 3 < width(0, lastColumn())) {
            left++;
        }
        int right = lastColumn();
        while (right > left + 2 && width(right, lastColumn()) * 3 < width(0, lastColumn())) {
            right--;
        }
        merged(
                0,
                left - 1,
                context.text("collector", "name", context.settings().form().collector()),
                side);
        merged(left, right - 1, context.period(context.bulletin().period()), side.aligned(HorizontalAlignment.CENTER));
        merged(
                right,
                lastColumn(),
                context.text("cut_off", "time", context.time(context.bulletin().at())),
                side.aligned(HorizontalAlignment.RIGHT));
        if (context.bulletin().synthetic()) {
            row();
            merged(0, lastColumn(), context.text("synthetic"), Look.BANNER);
        }
    }

    /** The same for a table that must have no merged cell. */
    void plainHead(String title) {
        row();
        text(0, title, Look.TITLE.aligned(HorizontalAlignment.LEFT));
        unwrapped(34);
        row();
        String line = context.period(context.bulletin().period()) + "  "
                + context.text(
                        "cut_off", "time", context.time(context.bulletin().at()));
        text(0, line, Look.NOTE);
        unwrapped(20);
        if (context.bulletin().synthetic()) {
            row();
            text(0, context.text("synthetic"), Look.BANNER.aligned(HorizontalAlignment.LEFT));
            unwrapped(20);
        }
    }

    /** The column heads: repeated on every page, and what is above stays in sight. */
    void header(List<String> names, int frozenColumns) {
        int first = next;
        heads(names);
        sheet.setRepeatingRows(new CellRangeAddress(first, first, -1, -1));
        sheet.createFreezePane(frozenColumns, first + 1);
    }

    /** Column heads of a further table on the sheet. */
    void heads(List<String> names) {
        row();
        for (int i = 0; i < names.size(); i++) {
            text(i, names.get(i), Look.HEADER);
        }
    }

    /** Column heads of the table that runs over the following pages: these repeat there, not the first ones. */
    void repeatedHeads(List<String> names) {
        heads(names);
        sheet.setRepeatingRows(new CellRangeAddress(rowIndex(), rowIndex(), -1, -1));
    }

    /** Starts the next row. */
    void row() {
        closeRow();
        row = sheet.createRow(next++);
        lines = 1;
    }

    void text(int column, String text, Look look) {
        write(column, text, look);
        if (look.align() != HorizontalAlignment.RIGHT) {
            lines = Math.max(lines, TextWidth.lines(text, widths[column]));
        }
    }

    void texts(int column, List<String> texts, Look look) {
        for (int i = 0; i < texts.size(); i++) {
            text(column + i, texts.get(i), look);
        }
    }

    /** A figure rounded as the job rounds; a dash where there is none. */
    void number(int column, Optional<BigDecimal> value, PrintedNumber number) {
        number(column, value, number, Look.RIGHT);
    }

    void number(int column, Optional<BigDecimal> value, PrintedNumber number, Look look) {
        if (value.isEmpty()) {
            write(column, context.text("missing"), look);
            return;
        }
        BigDecimal printed = context.rounded(value.get(), number.decimals());
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(printed.doubleValue());
        cell.setCellStyle(context.styles().number(look, number.pattern()));
        needed[column] = Math.max(needed[column], number.width(printed) + 1);
    }

    void whole(int column, long value) {
        number(column, Optional.of(BigDecimal.valueOf(value)), PrintedNumber.plain(0), Look.CENTRE);
    }

    /** A moment in the job's zone. */
    void time(int column, Optional<Instant> at) {
        if (at.isEmpty()) {
            write(column, context.text("missing"), Look.CENTRE);
            return;
        }
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(context.local(at.get()));
        cell.setCellStyle(context.styles().number(Look.CENTRE, SummaryStyles.TIME));
        needed[column] = Math.max(needed[column], SummaryStyles.TIME.length() + 2);
    }

    void unitName(int column, UnitCode unit) {
        text(column, context.name(unit), Look.LEFT);
    }

    /** One text over several columns. */
    void merged(int first, int last, String text, Look look) {
        for (int column = first; column <= last; column++) {
            write(column, column == first ? text : "", look);
        }
        if (last > first) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(rowIndex(), rowIndex(), first, last));
        }
        lines = Math.max(lines, TextWidth.lines(text, width(first, last)));
    }

    void band(String text) {
        row();
        merged(0, lastColumn(), text, Look.BAND);
    }

    void note(String text) {
        row();
        merged(0, lastColumn(), text, Look.NOTE);
    }

    /** Makes the cell lead to another cell of the workbook. */
    void link(int column, SummarySheet target, String address) {
        XSSFHyperlink link = context.workbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + target.title(context) + "'!" + address);
        row.getCell(column).setHyperlink(link);
    }

    /** A figure that leads to the rows it comes from, and looks so; without any it is a figure like others. */
    void sourced(
            int column,
            Optional<BigDecimal> value,
            PrintedNumber number,
            Look look,
            Optional<SourceLinks.Link> source) {
        Optional<SourceLinks.Link> link = value.flatMap(known -> source);
        number(column, value, number, link.isPresent() ? look.faced(Look.Face.SOURCED) : look);
        link.ifPresent(to -> link(column, to));
    }

    /** Makes the cell lead to where it comes from, without looking so. */
    void link(int column, SourceLinks.Link source) {
        link(context, row.getCell(column), source);
    }

    static void link(SheetContext context, XSSFCell cell, SourceLinks.Link source) {
        XSSFHyperlink link = context.workbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + source.sheet().title(context) + "'!" + source.address());
        link.setTooltip(source.tip());
        cell.setHyperlink(link);
    }

    /** Column widths, print area, page set-up, page numbers. */
    void finish(int pagesTall) {
        closeRow();
        for (int i = 0; i < needed.length; i++) {
            sheet.setColumnWidth(i, Math.min(WIDEST, needed[i]) * 256 + 180);
        }
        context.workbook().setPrintArea(context.workbook().getSheetIndex(sheet), 0, lastColumn(), 0, next - 1);
        pageSetup(sheet, paper, pagesTall, context.text("page"));
    }

    void finish() {
        finish(0);
    }

    static void pageSetup(XSSFSheet sheet, PaperSize paper, int pagesTall, String footer) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(paper == PaperSize.A3_PAPER ? PrintSetup.A3_PAPERSIZE : PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(true);
        sheet.setFitToPage(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) pagesTall);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, 1.5 / CENTIMETRES_PER_INCH);
        sheet.setMargin(PageMargin.RIGHT, 1.5 / CENTIMETRES_PER_INCH);
        sheet.setMargin(PageMargin.TOP, 1.5 / CENTIMETRES_PER_INCH);
        sheet.setMargin(PageMargin.BOTTOM, 1.8 / CENTIMETRES_PER_INCH);
        sheet.getFooter().setCenter(footer);
    }

    private int width(int first, int last) {
        return Arrays.stream(widths, first, last + 1).sum();
    }

    private void write(int column, String text, Look look) {
        XSSFCell cell = row.createCell(column);
        String content = TextWidth.fitting(text);
        if (!content.isEmpty()) {
            cell.setCellValue(content);
        }
        cell.setCellStyle(context.styles().text(look, content));
    }

    /** A row whose long text runs over the empty cells to its right. */
    private void unwrapped(double points) {
        XSSFCell cell = row.getCell(0);
        XSSFCellStyle style = cell.getCellStyle().copy();
        style.setWrapText(false);
        cell.setCellStyle(style);
        row.setHeightInPoints((float) points);
        lines = 0;
    }

    private void closeRow() {
        if (next > 0 && lines > 0) {
            row.setHeightInPoints((float) Math.min(409, lines * LINE_POINTS + PADDING_POINTS));
        }
    }
}
