package huibao.workbook.summary;

import huibao.model.UnitCode;
import huibao.workbook.TextWidth;
import huibao.workbook.stream.Rows;
import huibao.workbook.stream.SheetLayout;
import huibao.workbook.stream.SheetRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Writes one sheet from top to bottom: heads, rows, and at the end what printing needs. Row heights are
 * estimated from the text, because nothing else would make room for wrapped lines.
 */
final class SheetWriter {

    private static final double LINE_POINTS = 14;
    private static final double PADDING_POINTS = 4;
    private static final int WIDEST = 250;

    private final SheetContext context;
    private final XSSFSheet sheet;
    private final PaperSize paper;
    private final int[] widths;
    private final int[] needed;
    private final SheetRow row = new SheetRow();
    private final List<Rows> groups = new ArrayList<>();
    private Rows head;
    private Rows current;
    private boolean open;
    private boolean headEnds;
    private int lines;
    private Optional<CellRangeAddress> repeated = Optional.empty();
    private int frozenColumns;
    private int frozenRows;
    private int printedRows = Integer.MAX_VALUE;

    /**
     * @param widths column widths in half-width characters; a column grows if a number needs more
     */
    SheetWriter(SheetContext context, SummarySheet name, PaperSize paper, int... widths) {
        this.context = context;
        this.sheet = context.workbook().workbook().getSheet(name.title(context));
        this.paper = paper;
        this.widths = widths.clone();
        this.needed = widths.clone();
        this.head = group();
        this.current = group();
        groups.add(current);
    }

    /** 0-based index of the row being written, where rows are written in their order. */
    int rowIndex() {
        int before = current == head ? 0 : head.count();
        for (Rows group : groups) {
            before += group == current ? 0 : group.count();
        }
        return before + current.count();
    }

    int lastColumn() {
        return widths.length - 1;
    }

    /** Where rows are being written. */
    Rows here() {
        return current;
    }

    /** A place for rows that are not written in the order they stand in. */
    Rows group() {
        return context.workbook().rows();
    }

    /** What is written next stands there. */
    void into(Rows group) {
        closeRow();
        current = group;
    }

    /** Nothing more is written there for now. */
    void leave() {
        closeRow();
        current.pause();
    }

    /** These follow what was written so far, and what is written next follows them. */
    void place(List<Rows> written) {
        closeRow();
        groups.addAll(written);
        current = group();
        groups.add(current);
    }

    /** Title, the line beneath it and, for synthetic figures, the line that says so. */
    void head(String title) {
        row();
        merged(0, lastColumn(), title, Look.TITLE);
        tall(34);
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
        unwrapped(title, Look.TITLE, 34);
        unwrapped(
                context.period(context.bulletin().period()) + "  "
                        + context.text(
                                "cut_off",
                                "time",
                                context.time(context.bulletin().at())),
                Look.NOTE,
                20);
        if (context.bulletin().synthetic()) {
            unwrapped(context.text("synthetic"), Look.BANNER, 20);
        }
    }

    /** The column heads: repeated on every page, and what is above stays in sight. */
    void header(List<String> names, int frozenColumns) {
        heads(names);
        headerEnds(1, frozenColumns);
    }

    /** The last rows written are the column heads; what follows them is the body, and may go on on a further sheet. */
    void headerEnds(int rows, int frozen) {
        repeated = Optional.of(new CellRangeAddress(rowIndex() - rows + 1, rowIndex(), -1, -1));
        frozenRows = rowIndex() + 1;
        frozenColumns = frozen;
        headEnds = true;
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
        repeated = Optional.of(new CellRangeAddress(rowIndex(), rowIndex(), -1, -1));
    }

    /** Starts the next row. */
    void row() {
        closeRow();
        open = true;
        lines = 1;
    }

    /** Starts the next row below what is printed; it is as high as any. */
    void rowBelowPrint() {
        closeRow();
        printedRows = Math.min(printedRows, rowIndex());
        open = true;
        lines = 0;
    }

    void text(int column, String text, Look look) {
        write(column, text, look);
        if (look.align() != HorizontalAlignment.RIGHT) {
            lines = Math.max(lines, TextWidth.lines(text, widths[column]));
        }
    }

    /** Text beside the table, which makes no row higher. */
    void besides(int column, String text, Look look) {
        write(column, text, look);
    }

    /** A number beside the table, which makes no column wider. */
    void besides(int column, BigDecimal value, PrintedNumber number) {
        row.number(column, context.styles().number(Look.RIGHT, number), value);
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
        row.number(column, context.styles().number(look, number), printed);
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
        row.moment(column, context.styles().time(Look.CENTRE), DateUtil.getExcelDate(context.local(at.get())));
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
            row.merge(first, last);
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
        link(column, new SourceLinks.Link(target.title(context), address, ""));
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
        row.link(column, "'" + source.sheet() + "'!" + source.address(), source.tip());
    }

    /** A note in one line, however wide the table is. */
    void plainNote(String text) {
        unwrapped(text, Look.NOTE, 18);
    }

    /** Column widths, print area, page set-up, page numbers; yields where everything stands. */
    SheetLayout finish(int pagesTall) {
        closeRow();
        SheetLayout layout = context.workbook().lay(sheet, head, groups);
        for (SheetLayout.Part part : layout.parts()) {
            finish(part, Math.min(part.rows(), printedRows), pagesTall);
        }
        return layout;
    }

    /** Lets a reader filter and sort what stands beneath the column heads; codes are meant to be text. */
    void filter(SheetLayout layout) {
        int header = head.count() - 1;
        for (SheetLayout.Part part : layout.parts()) {
            int last = part.rows() - 1;
            part.sheet().setAutoFilter(new CellRangeAddress(header, last, 0, lastColumn()));
            if (last > header) {
                part.sheet()
                        .addIgnoredErrors(
                                new CellRangeAddress(header + 1, last, 0, lastColumn()),
                                IgnoredErrorType.NUMBER_STORED_AS_TEXT);
            }
        }
    }

    private void finish(SheetLayout.Part part, int rows, int pagesTall) {
        XSSFSheet finished = part.sheet();
        for (int i = 0; i < needed.length; i++) {
            finished.setColumnWidth(i, Math.min(WIDEST, needed[i]) * 256 + 180);
        }
        repeated.ifPresent(finished::setRepeatingRows);
        if (frozenRows > 0) {
            finished.createFreezePane(frozenColumns, frozenRows);
        }
        finished.getCTWorksheet()
                .getDimension()
                .setRef(new CellRangeAddress(0, part.rows() - 1, 0, Math.max(row.widest(), widths.length) - 1)
                        .formatAsString());
        new PrintedPage(paper, pagesTall, context.text("page")).of(finished, rows, lastColumn());
    }

    SheetLayout finish() {
        return finish(0);
    }

    /** The same for a table wider than a page: it goes on on further ones, each with the first columns. */
    SheetLayout finishWide() {
        SheetLayout layout = finish();
        for (SheetLayout.Part part : layout.parts()) {
            part.sheet().getPrintSetup().setFitWidth((short) 0);
            part.sheet().setRepeatingColumns(new CellRangeAddress(-1, -1, 0, frozenColumns - 1));
        }
        return layout;
    }

    private int width(int first, int last) {
        return Arrays.stream(widths, first, last + 1).sum();
    }

    private void write(int column, String text, Look look) {
        String content = TextWidth.fitting(text);
        row.text(column, context.styles().text(look, content), content);
    }

    /** A row of one long text that runs over the empty cells to its right. */
    private void unwrapped(String text, Look look, float points) {
        row();
        row.text(0, context.styles().unwrapped(look.aligned(HorizontalAlignment.LEFT)), text);
        tall(points);
    }

    /** A row as high as that, whatever stands in it. */
    private void tall(float points) {
        row.height(points);
        lines = 0;
    }

    private void closeRow() {
        if (!open) {
            return;
        }
        if (lines > 0) {
            row.height((float) Math.min(409, lines * LINE_POINTS + PADDING_POINTS));
        }
        current.add(row);
        row.clear();
        open = false;
        if (headEnds) {
            headEnds = false;
            head = current;
            groups.remove(current);
            current = group();
            groups.add(current);
        }
    }
}
