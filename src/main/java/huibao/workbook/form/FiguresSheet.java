package huibao.workbook.form;

import huibao.catalogue.Catalogue;
import huibao.catalogue.JobSettings;
import huibao.message.Messages;
import huibao.model.CarriedExplanation;
import huibao.model.Item;
import huibao.model.MeasureWords;
import huibao.model.Period;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.workbook.CarriedCell;
import huibao.workbook.FormStyles;
import huibao.workbook.FormTexts;
import huibao.workbook.PrintedSheet;
import huibao.workbook.TextWidth;
import huibao.workbook.form.EntryChecks.Asked;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The sheet 填报表: header block, one row per item, foot. */
public final class FiguresSheet {

    /** Where a form without former figures has its columns. */
    public static final int CODE = FigureColumns.PLAIN.at(FigureColumn.CODE);

    public static final int VALUE = FigureColumns.PLAIN.at(FigureColumn.VALUE);
    public static final int PRIOR_YEAR = FigureColumns.PLAIN.at(FigureColumn.PRIOR_YEAR);
    public static final int GROWTH = FigureColumns.PLAIN.at(FigureColumn.GROWTH);
    public static final int FORECAST = FigureColumns.PLAIN.at(FigureColumn.FORECAST);
    public static final int TEXT_WIDTH = FigureColumns.PLAIN.width(FigureColumn.EXPLANATION);
    private static final int FROZEN_COLUMNS = 3;
    /** Beside which of the legal marks it is said what colours mean. */
    private static final int LEGEND_LINE = 2;

    private final Catalogue catalogue;
    private final Messages messages;
    private final EntryChecks checks;
    private final FigureColumns columns;
    private final FormContents contents;
    private final PrintedSheet out;

    FiguresSheet(
            Catalogue catalogue, Messages messages, XSSFWorkbook workbook, FormStyles styles, FormContents contents) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.checks = new EntryChecks(catalogue, messages);
        this.columns = FigureColumns.of(contents);
        this.contents = contents;
        this.out = new PrintedSheet(workbook, messages.text("form.sheet.figures"), styles, columns.widths());
    }

    void write(Unit unit, Period period) {
        header(unit, period);
        LiveMarks marks =
                new LiveMarks(catalogue, columns, period, contents.former().map(FormerFigures::period));
        int top = table().getRowNum();
        String section = "";
        for (Item item : catalogue.itemsFor(unit)) {
            String of = section(item);
            if (!of.equals(section) && !of.isEmpty()) {
                out.spanned(
                        out.row(FormTexts.height(1)),
                        0,
                        columns.last(),
                        of,
                        out.styles().section());
            }
            section = of;
            FormRow row = Optional.ofNullable(contents.rows().get(item.code())).orElse(FormRow.BLANK);
            marks.add(item, item(unit, item, row));
        }
        foot();
        marks.put(out.sheet());
        out.finish(Optional.of(new CellRangeAddress(top - 1, top, -1, -1)), FROZEN_COLUMNS, messages.text("form.page"));
        out.protect();
    }

    private void header(Unit unit, Period period) {
        JobSettings.Form form = catalogue.settings().form();
        out.spanned(
                out.row(22),
                0,
                columns.last(),
                messages.text("form.title", Map.of("title", form.titleZh())),
                out.styles().title());
        List<String> marks = List.of(
                messages.text("form.code", Map.of("code", form.code())),
                messages.text("form.authority", Map.of("authority", form.authority())),
                messages.text("form.approval", Map.of("approval", form.approval())),
                messages.text("form.valid_until", Map.of("date", FormTexts.date(messages, form.validUntil()))));
        for (int line = 0; line < marks.size(); line++) {
            Row row = out.row(13);
            if (contents.nature() == DataNature.SYNTHETIC && line == 0) {
                out.spanned(
                        row,
                        0,
                        columns.at(FigureColumn.VALUE),
                        messages.text("form.synthetic"),
                        out.styles().warning());
            }
            if (contents.nature() == DataNature.SYNTHETIC && line == 1) {
                PrintedSheet.text(
                        row, 0, messages.text("form.nature"), out.styles().plain(HorizontalAlignment.LEFT));
                out.spanned(
                        row,
                        1,
                        2,
                        messages.text("form.nature.synthetic"),
                        out.styles().warning());
            }
            if (line == LEGEND_LINE) {
                out.spanned(
                        row,
                        0,
                        columns.at(FigureColumn.FORECAST),
                        messages.text("form.marks"),
                        out.styles().plain(HorizontalAlignment.LEFT));
            }
            PrintedSheet.text(row, columns.last(), marks.get(line), out.styles().plain(HorizontalAlignment.LEFT));
        }
        out.subline(
                columns.last(),
                messages.text("form.unit", Map.of("unit", unit.nameIn(messages.language()))),
                FormTexts.period(messages, period),
                messages.text("form.unit_measure"));
    }

    private Row table() {
        out.headings(26, headings(column -> {
            String caption = messages.text("form.column." + column.name().toLowerCase(Locale.ROOT));
            boolean isTooWide = TextWidth.lines(caption, columns.width(column)) > 1;
            // what stands in parentheses goes below, and is not torn from them
            return isTooWide ? caption.replaceFirst("\\s*(?=[(（])", "\n") : caption;
        }));
        return out.headings(12, headings(FigureColumn::mark));
    }

    private String[] headings(Function<FigureColumn, String> text) {
        return columns.order().stream().map(text).toArray(String[]::new);
    }

    private String section(Item item) {
        return catalogue.targetsOf(item.code()).stream()
                .findFirst()
                .map(this::section)
                .orElse("");
    }

    private String section(Target target) {
        return messages.text("form.section", Map.of("section", target.section(), "heading", target.heading()));
    }

    private int item(Unit unit, Item item, FormRow filled) {
        AssignedTarget assigned = AssignedTarget.of(catalogue, messages, item, unit);
        String remark = Stream.of(assigned.remark(), filled.remark())
                .filter(text -> !text.isEmpty())
                .reduce((a, b) -> a + "；" + b)
                .orElse("");
        String name = item.nameIn(messages.language());
        String measure = MeasureWords.in(messages.language(), item.unitMeasure());
        Row row = out.row(FormTexts.height(
                TextWidth.lines(name, columns.width(FigureColumn.NAME)),
                TextWidth.lines(measure, columns.width(FigureColumn.UNIT)),
                TextWidth.lines(filled.explanation(), columns.width(FigureColumn.EXPLANATION)),
                TextWidth.lines(remark, columns.width(FigureColumn.REMARK))));
        FormStyles styles = out.styles();
        String format = FormTexts.numberFormat(item.decimals());
        text(row, FigureColumn.NAME, name, styles.body(HorizontalAlignment.LEFT));
        text(row, FigureColumn.UNIT, measure, styles.body(HorizontalAlignment.CENTER));
        text(row, FigureColumn.CODE, item.code().value(), styles.body(HorizontalAlignment.CENTER));
        boolean isWhole = assigned.value()
                .filter(value -> value.stripTrailingZeros().scale() <= 0)
                .isPresent();
        number(row, FigureColumn.ASSIGNED, assigned.value(), styles.figure(isWhole ? "#,##0" : "#,##0.####"));
        number(row, FigureColumn.VALUE, filled.value(), styles.input(HorizontalAlignment.RIGHT, format));
        if (item.asksPriorYear()) {
            number(row, FigureColumn.PRIOR_YEAR, filled.priorYear(), styles.input(HorizontalAlignment.RIGHT, format));
            growth(row, filled);
        } else {
            text(row, FigureColumn.PRIOR_YEAR, "", styles.shut());
            text(row, FigureColumn.GROWTH, "", styles.shut());
        }
        contents.former().ifPresent(former -> former(row, item, former.of(item.code())));
        number(row, FigureColumn.FORECAST, filled.forecast(), styles.input(HorizontalAlignment.RIGHT, format));
        text(row, FigureColumn.EXPLANATION, filled.explanation(), styles.input(HorizontalAlignment.LEFT, "@"));
        if (CarriedExplanation.isMarked(filled.explanation())) {
            CarriedCell.offer((XSSFCell) row.getCell(columns.at(FigureColumn.EXPLANATION)), styles, messages);
        }
        text(row, FigureColumn.REMARK, remark, styles.input(HorizontalAlignment.LEFT, "@"));
        check(row, item, Asked.VALUE, FigureColumn.VALUE);
        if (item.asksPriorYear()) {
            check(row, item, Asked.PRIOR_YEAR, FigureColumn.PRIOR_YEAR);
        }
        check(row, item, Asked.FORECAST, FigureColumn.FORECAST);
        return row.getRowNum();
    }

    /** What was reported last, in grey letters. */
    private void former(Row row, Item item, FormerFigures.Row former) {
        XSSFCellStyle style = out.styles().former(FormTexts.numberFormat(item.decimals()));
        number(row, FigureColumn.FORMER_VALUE, former.value(), style);
        number(row, FigureColumn.FORMER_PRIOR_YEAR, former.priorYear().filter(value -> item.asksPriorYear()), style);
    }

    private void check(Row row, Item item, Asked asked, FigureColumn column) {
        checks.figure(out.sheet(), item, asked, row.getRowNum(), columns.at(column));
    }

    private void text(Row row, FigureColumn column, String text, XSSFCellStyle style) {
        PrintedSheet.text(row, columns.at(column), text, style);
    }

    private void number(Row row, FigureColumn column, Optional<BigDecimal> value, XSSFCellStyle style) {
        Cell cell = row.createCell(columns.at(column));
        cell.setCellStyle(style);
        value.ifPresent(figure -> cell.setCellValue(figure.doubleValue()));
    }

    /** Growth by formula, with the result stored so that programs that do not compute show it too. */
    private void growth(Row row, FormRow filled) {
        int line = row.getRowNum() + 1;
        XSSFCell cell = (XSSFCell) row.createCell(columns.at(FigureColumn.GROWTH));
        cell.setCellStyle(out.styles().figure("0.0"));
        String value = columns.letter(FigureColumn.VALUE) + line;
        String prior = columns.letter(FigureColumn.PRIOR_YEAR) + line;
        cell.setCellFormula("IF(AND(ISNUMBER(" + value + "),ISNUMBER(" + prior + ")),IF(" + prior + ">0,(" + value + "/"
                + prior + "-1)*100,\"\"),\"\")");
        Optional<BigDecimal> growth = filled.value()
                .flatMap(now -> filled.priorYear()
                        .filter(then -> then.signum() > 0)
                        .map(then -> now.subtract(then).movePointRight(2).divide(then, MathContext.DECIMAL64)));
        growth.ifPresentOrElse(percent -> cell.setCellValue(percent.doubleValue()), () -> cell.setCellValue(""));
    }

    private void foot() {
        FormStyles styles = out.styles();
        out.row(6);
        Row explanation = out.row(32);
        PrintedSheet.text(explanation, 0, messages.text("form.explanation"), styles.plain(HorizontalAlignment.RIGHT));
        out.spanned(
                explanation,
                1,
                columns.last(),
                contents.generalExplanation(),
                styles.input(HorizontalAlignment.LEFT, "@"));
        Row first = out.row(20);
        Row second = out.row(20);
        for (int i = 0; i < FormTexts.FOOT.size(); i++) {
            String label = messages.text(FormTexts.FOOT.get(i));
            Row row = i < 3 ? first : second;
            int column = 3 * (i % 3);
            String text = messages.text("form.foot.label", Map.of("label", label));
            PrintedSheet.text(row, column, text, styles.plain(HorizontalAlignment.RIGHT));
            String value = Optional.ofNullable(contents.signatures().get(FormTexts.SIGNATURES.get(i)))
                    .orElse("");
            out.spanned(row, column + 1, column + 2, value, styles.input(HorizontalAlignment.LEFT, "@"));
        }
    }
}
