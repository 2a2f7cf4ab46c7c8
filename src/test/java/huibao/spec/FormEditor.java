package huibao.spec;

import huibao.model.FormStamp;
import huibao.model.Period;
import huibao.model.UnitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Does to a form what a statistician does to it in Excel. Each step is a line of words; {@code rules.csv}
 * in this package's resources explains them by use, and {@link #apply} lists them.
 */
public final class FormEditor {

    /** Columns of our form by the caption's first words. */
    static final List<String> COLUMNS =
            List.of("指标名称", "计量单位", "代码", "年度目标", "本年累计", "上年同期", "同比", "预计全年", "核实说明", "备注");

    private static final int CAPTION_ROW = 6;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern PERCENT = Pattern.compile("(-?\\d+(\\.\\d+)?)%");
    private static final Pattern DATE = Pattern.compile("\\d{4}/\\d{1,2}/\\d{1,2}");

    private record Step(Pattern pattern, Action action) {}

    private interface Action {
        void on(Matcher words) throws IOException;
    }

    private final XSSFWorkbook workbook;
    private final XSSFSheet sheet;
    private final TableShape table;
    private final List<Runnable> afterCalculation = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    private FormEditor(byte[] form) throws IOException {
        workbook = new XSSFWorkbook(new ByteArrayInputStream(form));
        sheet = workbook.getSheet("填报表");
        table = new TableShape(workbook, sheet, CAPTION_ROW);
        step(
                "caption (\\S+) := (.*)",
                m -> sheet.getRow(CAPTION_ROW)
                        .getCell(COLUMNS.indexOf(m.group(1)))
                        .setCellValue(m.group(2)));
        step(
                "((?!every )\\S+) (" + String.join("|", COLUMNS) + ") := (.*)",
                m -> type(cell(m.group(1), m.group(2)), m.group(3)));
        step("@(\\S+) := (.*)", m -> label(m.group(1), m.group(2)));
        step("milestone (\\S+) (进展状态|日期|佐证) := (.*)", this::milestone);
        step("note (\\S+) (\\S+) := (.*)", m -> note(cell(m.group(1), m.group(2)), m.group(3)));
        step("add row (.*)", m -> addRow(m.group(1).split("\\|")));
        step("as it is", m -> {});
        step(
                "hide line (\\d+)",
                m -> sheet.getRow(Integer.parseInt(m.group(1)) - 1).setZeroHeight(true));
        step("keep only row (\\S+)", m -> keepOnly(m.group(1)));
        step("delete row (\\S+)", m -> sheet.removeRow(row(m.group(1))));
        step("hide row (\\S+)", m -> row(m.group(1)).setZeroHeight(true));
        step("hide column (\\S+)", m -> sheet.setColumnHidden(COLUMNS.indexOf(m.group(1)), true));
        step("merge (\\S+) and (\\S+) (\\S+)", m -> {
            int column = COLUMNS.indexOf(m.group(3));
            int from = row(m.group(1)).getRowNum();
            int to = row(m.group(2)).getRowNum();
            for (int i = from + 1; i <= to; i++) {
                sheet.getRow(i).getCell(column).setBlank();
            }
            sheet.addMergedRegion(new CellRangeAddress(from, to, column, column));
        });
        step("column (\\S+) as text", m -> asText(COLUMNS.indexOf(m.group(1))));
        step("copy the sheet", m -> smallTable("旧表"));
        step("hidden sheet with old figures", m -> {
            smallTable("上年");
            workbook.setSheetHidden(workbook.getSheetIndex("上年"), true);
        });
        step("hidden sheet without figures", m -> {
            workbook.createSheet("参数").createRow(0).createCell(0).setCellValue("参数");
            workbook.setSheetHidden(workbook.getSheetIndex("参数"), true);
        });
        step(
                "add sheet (\\S+)",
                m -> workbook.createSheet(m.group(1)).createRow(0).createCell(0).setCellValue("说明"));
        step("remove the form", m -> {
            workbook.removeSheetAt(workbook.getSheetIndex("填报表"));
            workbook.removeSheetAt(workbook.getSheetIndex("任务进展"));
        });
        step("remove sheet (\\S+)", m -> workbook.removeSheetAt(workbook.getSheetIndex(m.group(1))));
        step("rename the sheet (\\S+)", m -> workbook.setSheetName(workbook.getSheetIndex(sheet), m.group(1)));
        step("insert (\\d+) rows above", m -> sheet.shiftRows(0, sheet.getLastRowNum(), Integer.parseInt(m.group(1))));
        step("remove the stamp", m -> stampNames().forEach(workbook::removeName));
        step("stamp of (\\S+) (\\S+)", m -> stampOf(m.group(1), m.group(2)));
        step("exchange (\\S+) to (\\S+)", m -> new MovedFigures(sheet).exchange(m.group(1), m.group(2)));
        step(
                "shift (\\S+) to (\\S+) (up|down)",
                m -> new MovedFigures(sheet)
                        .shift(m.group(1), m.group(2), m.group(3).equals("up") ? -1 : 1));
        step("stamp (\\S+) := (\\S+)", m -> workbook.getName(m.group(1)).setRefersToFormula('"' + m.group(2) + '"'));
        step(
                "add macros",
                m -> workbook.setVBAProject(
                        new ByteArrayInputStream("not a real project".getBytes(StandardCharsets.US_ASCII))));
        step("\\[(?:(.+)!)?([A-Z]+\\d+)\\] := (.*)", m -> type(at(m.group(1), m.group(2)), m.group(3)));
        step("percent (\\S+) (\\S+)", m -> format(cell(m.group(1), m.group(2)), "0.0%"));
        step("format (\\S+) (\\S+) as (.*)", m -> format(cell(m.group(1), m.group(2)), m.group(3)));
        step(
                "strike the (.+?) of (\\S+) (\\S+) := (.*)",
                m -> strike(m.group(1), cell(m.group(2), m.group(3)), m.group(4)));
        step("strike (\\S+) (\\S+)", m -> {
            XSSFFont font = workbook.createFont();
            font.setStrikeout(true);
            cell(m.group(1), m.group(2)).setCellStyle(styled(style -> style.setFont(font)));
        });
        step(
                "colour (\\S+) (\\S+)",
                m -> cell(m.group(1), m.group(2)).setCellStyle(styled(style -> {
                    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                    style.setFillForegroundColor(IndexedColors.RED.getIndex());
                })));
        step("join ([A-Z]+\\d+:[A-Z]+\\d+)", m -> sheet.addMergedRegion(CellRangeAddress.valueOf(m.group(1))));
        step("insert (\\d+) rows? at line (\\d+)", m -> {
            int line = Integer.parseInt(m.group(2)) - 1;
            sheet.shiftRows(line, sheet.getLastRowNum(), Integer.parseInt(m.group(1)));
        });
        step("insert a column at (\\S+)", m -> table.moveColumns(COLUMNS.indexOf(m.group(1))));
        step(
                "swap columns (\\S+) and (\\S+)",
                m -> table.swap(COLUMNS.indexOf(m.group(1)), COLUMNS.indexOf(m.group(2))));
        step(
                "every (\\S+) := (.*)",
                m -> table.cellsOf(COLUMNS.indexOf(m.group(1))).forEach(cell -> type(cell, m.group(2))));
        step(
                "line (\\d+) has height 0",
                m -> sheet.getRow(Integer.parseInt(m.group(1)) - 1).setHeight((short) 0));
        step("second sheet (\\S+) with rows from (\\S+)", m -> table.moveRows(m.group(1), row(m.group(2))));
        step("second block with rows from (\\S+)", m -> table.blockBelow(row(m.group(1))));
        step("the whole sheet again", m -> workbook.cloneSheet(workbook.getSheetIndex(sheet)));
        step("hide sheet (.+)", m -> workbook.setSheetHidden(workbook.getSheetIndex(m.group(1)), true));
        step("the whole table again below", m -> table.tableAgain());
        step("dates from 1904", m -> workbook.getCTWorkbook().getWorkbookPr().setDate1904(true));
    }

    /** The form after the steps, recalculated and saved. */
    public static byte[] apply(byte[] form, List<String> steps) throws IOException {
        FormEditor editor = new FormEditor(form);
        try (XSSFWorkbook workbook = editor.workbook) {
            for (String step : steps) {
                editor.apply(step);
            }
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            editor.afterCalculation.forEach(Runnable::run);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private void step(String words, Action action) {
        steps.add(new Step(Pattern.compile(words, Pattern.DOTALL), action));
    }

    private void apply(String words) throws IOException {
        for (Step step : steps) {
            Matcher matcher = step.pattern().matcher(words);
            if (matcher.matches()) {
                step.action().on(matcher);
                return;
            }
        }
        throw new IllegalArgumentException("nobody knows how to do this: " + words);
    }

    /** As Excel takes what is typed: an apostrophe makes text, a percent sign formats, an equals sign computes. */
    private void type(Cell cell, String typed) {
        if (cell.getCellType() == CellType.FORMULA) {
            cell.removeFormula();
        }
        if (typed.equals("(blank)")) {
            cell.setBlank();
        } else if (typed.startsWith("'")) {
            cell.setCellValue(typed.substring(1));
        } else if (typed.startsWith("=") && typed.contains(" → ")) {
            String[] parts = typed.substring(1).split(" → ", 2);
            afterCalculation.add(() -> store((XSSFCell) cell, parts[0], parts[1]));
        } else if (typed.startsWith("=")) {
            cell.setCellFormula(typed.substring(1));
        } else if (NUMBER.matcher(typed).matches()) {
            cell.setCellValue(new BigDecimal(typed).doubleValue());
        } else if (PERCENT.matcher(typed).matches()) {
            cell.setCellValue(
                    new BigDecimal(typed.replace("%", "")).movePointLeft(2).doubleValue());
            format(cell, "0.0%");
        } else if (DATE.matcher(typed).matches()) {
            String[] parts = typed.split("/");
            cell.setCellValue(
                    LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
            format(cell, "m\"月\"d\"日\"");
        } else {
            cell.setCellValue(typed);
        }
    }

    /** A formula as another program saved it, with what it then showed; "nothing" if it never calculated. */
    private static void store(XSSFCell cell, String formula, String shown) {
        cell.setBlank();
        cell.getCTCell().addNewF().setStringValue(formula);
        if (!shown.equals("nothing")) {
            cell.getCTCell().setV(shown);
        }
    }

    /** A text of which a part is struck through. */
    private void strike(String part, Cell cell, String text) {
        XSSFFont font = workbook.createFont();
        font.setStrikeout(true);
        XSSFRichTextString runs = new XSSFRichTextString(text);
        runs.applyFont(text.indexOf(part), text.indexOf(part) + part.length(), font);
        cell.setCellValue(runs);
    }

    private void format(Cell cell, String code) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(code));
        cell.setCellStyle(style);
    }

    private Cell cell(String item, String column) {
        return row(item).getCell(COLUMNS.indexOf(column), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private Row row(String item) {
        for (Row row : sheet) {
            Cell code = row.getCell(2);
            if (code != null
                    && code.getCellType() == CellType.STRING
                    && code.getStringCellValue().equals(item)) {
                return row;
            }
        }
        throw new IllegalArgumentException("no row " + item);
    }

    /** What stands behind a label: in the label's own cell, or in the one beside it. */
    private void label(String label, String value) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                String text = cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "";
                String bare = text.replaceAll("\\s", "");
                if (label.equals("报告期") && bare.matches("\\d{4}年.*月")) {
                    cell.setCellValue(value);
                    return;
                }
                if (bare.equals(label + "：")) {
                    type(row.getCell(cell.getColumnIndex() + 1), value);
                    return;
                }
                if (bare.startsWith(label + "：")) {
                    cell.setCellValue(label + "：" + value);
                    return;
                }
            }
        }
        throw new IllegalArgumentException("no label " + label);
    }

    private void milestone(Matcher words) {
        Map<String, Integer> columns = Map.of("进展状态", 5, "日期", 6, "佐证", 7);
        for (Row row : workbook.getSheet("任务进展")) {
            Cell code = row.getCell(1);
            if (code != null
                    && code.getCellType() == CellType.STRING
                    && code.getStringCellValue().equals(words.group(1))) {
                int column = Optional.ofNullable(columns.get(words.group(2))).orElseThrow();
                type(row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK), words.group(3));
                return;
            }
        }
        throw new IllegalArgumentException("no milestone " + words.group(1));
    }

    private void note(Cell cell, String text) {
        ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
        anchor.setCol2(3);
        anchor.setRow2(3);
        Comment note = sheet.createDrawingPatriarch().createCellComment(anchor);
        note.setString(workbook.getCreationHelper().createRichTextString(text));
        note.setAuthor("填表人");
        cell.setCellComment(note);
    }

    /** In the blank row beneath the table, where people add rows. */
    private void addRow(String[] values) {
        int last = 0;
        for (Row row : sheet) {
            Cell cell = row.getCell(2);
            if (cell != null
                    && cell.getCellType() == CellType.STRING
                    && cell.getStringCellValue().startsWith("T")) {
                last = row.getRowNum();
            }
        }
        Row row = sheet.getRow(last + 1);
        for (int i = 0; i < values.length; i++) {
            if (!values[i].isBlank()) {
                type(row.createCell(i), values[i].strip());
            }
        }
    }

    private void asText(int column) {
        for (Row row : sheet) {
            Cell cell = row.getCell(column);
            if (cell != null && cell.getCellType() == CellType.NUMERIC && row.getRowNum() > CAPTION_ROW + 1) {
                String text = BigDecimal.valueOf(cell.getNumericCellValue())
                        .stripTrailingZeros()
                        .toPlainString();
                cell.setCellValue(text);
            }
        }
    }

    private CellStyle styled(Consumer<CellStyle> look) {
        CellStyle style = workbook.createCellStyle();
        look.accept(style);
        return style;
    }

    private Cell at(String sheetName, String address) {
        CellReference at = new CellReference(address);
        Sheet place = sheetName == null ? sheet : workbook.getSheet(sheetName);
        Row row = place.getRow(at.getRow()) == null ? place.createRow(at.getRow()) : place.getRow(at.getRow());
        return row.getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private void keepOnly(String item) {
        List<Row> others = new ArrayList<>();
        for (Row row : sheet) {
            Cell code = row.getCell(2);
            if (code != null
                    && code.getCellType() == CellType.STRING
                    && code.getStringCellValue().startsWith("T")
                    && !code.getStringCellValue().equals(item)) {
                others.add(row);
            }
        }
        others.forEach(sheet::removeRow);
    }

    private void smallTable(String name) {
        Sheet copy = workbook.createSheet(name);
        String[] head = {"指标名称", "代码", "本年累计"};
        Row top = copy.createRow(0);
        Row row = copy.createRow(1);
        for (int i = 0; i < head.length; i++) {
            top.createCell(i).setCellValue(head[i]);
        }
        row.createCell(0).setCellValue("技术交易额");
        row.createCell(1).setCellValue("T0204");
        row.createCell(2).setCellValue(1);
    }

    /** The hidden names of another unit's or period's form, sealed as such. */
    private void stampOf(String unit, String period) {
        List<String> same = Stream.of(FormStamp.NAME_FORM, FormStamp.NAME_CATALOGUE)
                .map(name -> workbook.getName(name).getRefersToFormula().replace("\"", ""))
                .toList();
        FormStamp stamp = new FormStamp(same.get(0), Period.parse(period), new UnitCode(unit), same.get(1));
        Map.of(FormStamp.NAME_UNIT, unit, FormStamp.NAME_PERIOD, period, FormStamp.NAME_SEAL, stamp.seal())
                .forEach((name, text) -> workbook.getName(name).setRefersToFormula('"' + text + '"'));
    }

    private List<Name> stampNames() {
        return workbook.getAllNames().stream()
                .filter(name -> name.getNameName().startsWith("HUIBAO_"))
                .map(Name.class::cast)
                .toList();
    }
}
