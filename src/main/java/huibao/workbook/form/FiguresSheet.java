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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The sheet 填报表: header block, one row per item, foot. */
public final class FiguresSheet {

    private static final List<String> COLUMNS = List.of(
            "name", "unit", "code", "assigned", "value", "prior_year", "growth", "forecast", "explanation", "remark");
    private static final String[] ORDINALS = {"甲", "乙", "丙", "1", "2", "3", "4", "5", "6", "7"};
    private static final int ASSIGNED = 3;
    public static final int CODE = 2;
    public static final int VALUE = 4;
    public static final int PRIOR_YEAR = 5;
    public static final int GROWTH = 6;
    public static final int FORECAST = 7;
    private static final int EXPLANATION = 8;
    private static final int LAST = 9;
    private static final int NAME_WIDTH = 31;
    private static final int MEASURE_WIDTH = 11;
    public static final int TEXT_WIDTH = 32;

    private final Catalogue catalogue;
    private final Messages messages;
    private final EntryChecks checks;
    private final PrintedSheet out;

    FiguresSheet(Catalogue catalogue, Messages messages, XSSFWorkbook workbook, FormStyles styles) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.checks = new EntryChecks(catalogue, messages);
        this.out = new PrintedSheet(
                workbook,
                messages.text("form.sheet.figures"),
                styles,
                NAME_WIDTH,
                MEASURE_WIDTH,
                9,
                13,
                15,
                15,
                10,
                15,
                TEXT_WIDTH,
                TEXT_WIDTH);
    }

    void write(Unit unit, Period period, FormContents contents) {
        header(unit, period, contents.nature());
        int top = table().getRowNum();
        String section = "";
        for (Item item : catalogue.itemsFor(unit)) {
            String of = section(item);
            if (!of.equals(section) && !of.isEmpty()) {
                out.spanned(out.row(18), 0, LAST, of, out.styles().section());
            }
            section = of;
            FormRow row = Optional.ofNullable(contents.rows().get(item.code())).orElse(FormRow.BLANK);
            item(unit, item, row);
        }
        foot(contents);
        out.finish(Optional.of(new CellRangeAddress(top - 1, top, -1, -1)), 3, messages.text("form.page"));
        out.protect();
    }

    private void header(Unit unit, Period period, DataNature nature) {
        JobSettings.Form form = catalogue.settings().form();
        out.spanned(
                out.row(30),
                0,
                LAST,
                messages.text("form.title", Map.of("title", form.titleZh())),
                out.styles().title());
        List<String> marks = List.of(
                messages.text("form.code", Map.of("code", form.code())),
                messages.text("form.authority", Map.of("authority", form.authority())),
                messages.text("form.approval", Map.of("approval", form.approval())),
                messages.text("form.valid_until", Map.of("date", FormTexts.date(messages, form.validUntil()))));
        for (int line = 0; line < marks.size(); line++) {
            Row row = out.row(16);
            if (nature == DataNature.SYNTHETIC && line == 0) {
                out.spanned(
                        row,
                        0,
                        VALUE,
                        messages.text("form.synthetic"),
                        out.styles().warning());
            }
            if (nature == DataNature.SYNTHETIC && line == 1) {
                PrintedSheet.text(
                        row, 0, messages.text("form.nature"), out.styles().plain(HorizontalAlignment.LEFT));
                out.spanned(
                        row,
                        1,
                        2,
                        messages.text("form.nature.synthetic"),
                        out.styles().warning());
            }
            PrintedSheet.text(row, LAST, marks.get(line), out.styles().plain(HorizontalAlignment.LEFT));
        }
        out.subline(
                LAST,
                messages.text("form.unit", Map.of("unit", unit.nameIn(messages.language()))),
                FormTexts.period(messages, period),
                messages.text("form.unit_measure"));
    }

    private Row table() {
        out.headings(
                30,
                COLUMNS.stream()
                        .map(column -> messages.text("form.column." + column))
                        .toArray(String[]::new));
        return out.headings(16, ORDINALS);
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

    private void item(Unit unit, Item item, FormRow filled) {
        AssignedTarget assigned = AssignedTarget.of(catalogue, messages, item, unit);
        String remark = Stream.of(assigned.remark(), filled.remark())
                .filter(text -> !text.isEmpty())
                .reduce((a, b) -> a + "；" + b)
                .orElse("");
        String name = item.nameIn(messages.language());
        String measure = MeasureWords.in(messages.language(), item.unitMeasure());
        Row row = out.row(FormTexts.height(
                TextWidth.lines(name, NAME_WIDTH),
                TextWidth.lines(measure, MEASURE_WIDTH),
                TextWidth.lines(filled.explanation(), TEXT_WIDTH),
                TextWidth.lines(remark, TEXT_WIDTH)));
        FormStyles styles = out.styles();
        String format = FormTexts.numberFormat(item.decimals());
        PrintedSheet.text(row, 0, name, styles.body(HorizontalAlignment.LEFT));
        PrintedSheet.text(row, 1, measure, styles.body(HorizontalAlignment.CENTER));
        PrintedSheet.text(row, CODE, item.code().value(), styles.body(HorizontalAlignment.CENTER));
        number(row, ASSIGNED, assigned.value(), styles.figure("#,##0.####"));
        assigned.value()
                .filter(value -> value.stripTrailingZeros().scale() <= 0)
                .ifPresent(value -> row.getCell(ASSIGNED).setCellStyle(styles.figure("#,##0")));
        number(row, VALUE, filled.value(), styles.input(HorizontalAlignment.RIGHT, format));
        if (item.asksPriorYear()) {
            number(row, PRIOR_YEAR, filled.priorYear(), styles.input(HorizontalAlignment.RIGHT, format));
            growth(row, filled);
        } else {
            PrintedSheet.text(row, PRIOR_YEAR, "", styles.shut());
            PrintedSheet.text(row, GROWTH, "", styles.shut());
        }
        number(row, FORECAST, filled.forecast(), styles.input(HorizontalAlignment.RIGHT, format));
        PrintedSheet.text(row, EXPLANATION, filled.explanation(), styles.input(HorizontalAlignment.LEFT, "@"));
        if (CarriedExplanation.isMarked(filled.explanation())) {
            CarriedCell.offer((XSSFCell) row.getCell(EXPLANATION), styles, messages);
        }
        PrintedSheet.text(row, LAST, remark, styles.input(HorizontalAlignment.LEFT, "@"));
        checks.figure(out.sheet(), item, Asked.VALUE, row.getRowNum(), VALUE);
        if (item.asksPriorYear()) {
            checks.figure(out.sheet(), item, Asked.PRIOR_YEAR, row.getRowNum(), PRIOR_YEAR);
        }
        checks.figure(out.sheet(), item, Asked.FORECAST, row.getRowNum(), FORECAST);
    }

    private static void number(
            Row row, int column, Optional<BigDecimal> value, org.apache.poi.ss.usermodel.CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        value.ifPresent(figure -> cell.setCellValue(figure.doubleValue()));
    }

    /** Growth by formula, with the result stored so that programs that do not compute show it too. */
    private void growth(Row row, FormRow filled) {
        int line = row.getRowNum() + 1;
        XSSFCell cell = (XSSFCell) row.createCell(GROWTH);
        cell.setCellStyle(out.styles().figure("0.0"));
        cell.setCellFormula("IF(AND(ISNUMBER(E" + line + "),ISNUMBER(F" + line + ")),IF(F" + line + ">0,(E" + line
                + "/F" + line + "-1)*100,\"\"),\"\")");
        Optional<BigDecimal> growth = filled.value()
                .flatMap(value -> filled.priorYear()
                        .filter(prior -> prior.signum() > 0)
                        .map(prior -> value.subtract(prior).movePointRight(2).divide(prior, MathContext.DECIMAL64)));
        growth.ifPresentOrElse(percent -> cell.setCellValue(percent.doubleValue()), () -> cell.setCellValue(""));
    }

    private void foot(FormContents contents) {
        FormStyles styles = out.styles();
        out.row(6);
        Row explanation = out.row(32);
        PrintedSheet.text(explanation, 0, messages.text("form.explanation"), styles.plain(HorizontalAlignment.RIGHT));
        out.spanned(explanation, 1, LAST, contents.generalExplanation(), styles.input(HorizontalAlignment.LEFT, "@"));
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
