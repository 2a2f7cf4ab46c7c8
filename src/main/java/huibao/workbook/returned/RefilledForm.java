package huibao.workbook.returned;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Figure;
import huibao.model.Finding;
import huibao.model.FormHeader;
import huibao.model.ItemCode;
import huibao.model.MilestoneCode;
import huibao.model.MilestoneReport;
import huibao.model.Observation;
import huibao.model.Submission;
import huibao.model.Unit;
import huibao.workbook.FormStyles;
import huibao.workbook.TextWidth;
import huibao.workbook.form.AssignedTarget;
import huibao.workbook.form.DataNature;
import huibao.workbook.form.FiguresSheet;
import huibao.workbook.form.FormContents;
import huibao.workbook.form.FormRow;
import huibao.workbook.form.FormWorkbook;
import huibao.workbook.form.MilestoneEntry;
import huibao.workbook.form.MilestonesSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A form of ours filled with what was read from a file that cannot be marked itself, so that its sender can mend and
 * send back this one. Findings are led from the cells of the file to those of the form.
 */
final class RefilledForm {

    private final Catalogue catalogue;
    private final Messages messages;
    private final Submission read;
    private final ReturnContext context;
    private final Unit unit;
    private final XSSFWorkbook workbook;
    private final FormStyles styles;
    private final Map<CellRef, CellRef> places = new HashMap<>();
    /** By sheet and row of the file: the row's code cell in the form. */
    private final Map<String, CellRef> rows = new HashMap<>();

    private RefilledForm(Catalogue catalogue, Messages messages, Submission read, ReturnContext context) {
        this.context = context;
        this.catalogue = catalogue;
        this.messages = messages;
        this.read = read;
        this.unit = catalogue.requireUnit(read.unit());
        byte[] form = new FormWorkbook(catalogue, messages).write(unit, read.period(), contents());
        try {
            this.workbook = new XSSFWorkbook(new ByteArrayInputStream(form));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a form just written", e);
        }
        this.styles = new FormStyles(workbook);
    }

    static RefilledForm of(Catalogue catalogue, Messages messages, Submission read, ReturnContext context) {
        RefilledForm form = new RefilledForm(catalogue, messages, read, context);
        form.figures();
        form.milestones();
        return form;
    }

    /** The form; whoever asked for it closes it. */
    XSSFWorkbook workbook() {
        return workbook;
    }

    /** The findings with their cells in this form; a cell that has none here is said to be one of the file. */
    List<Finding> relocated(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.at(
                        finding.cells().stream().map(this::place).distinct().toList()))
                .toList();
    }

    private CellRef place(CellRef cell) {
        return Optional.ofNullable(places.get(cell))
                .or(() -> Optional.ofNullable(rows.get(row(cell))))
                .orElseGet(() ->
                        new CellRef(messages.text("return.in_original", Map.of("sheet", cell.sheet())), cell.cell()));
    }

    private static String row(CellRef cell) {
        return cell.sheet() + "!" + cell.cell().replaceAll("[^0-9]", "");
    }

    private FormContents contents() {
        FormHeader header = read.header();
        Map<ItemCode, FormRow> filled = new LinkedHashMap<>();
        read.observations().forEach(row -> filled.put(row.item(), filled(row)));
        Map<MilestoneCode, MilestoneEntry> entries = new LinkedHashMap<>();
        read.milestones()
                .forEach(report -> entries.put(
                        report.milestone(), new MilestoneEntry(report.state(), report.date(), report.evidence())));
        return new FormContents(
                filled,
                entries,
                header.signatures(),
                header.generalExplanation(),
                header.synthetic() ? DataNature.SYNTHETIC : DataNature.REAL);
    }

    private FormRow filled(Observation row) {
        return new FormRow(
                row.value().amount().known(),
                row.priorYear().amount().known(),
                row.forecast().amount().known(),
                context.explanation(row),
                remark(row));
    }

    /** Without what the form itself puts there. */
    private String remark(Observation row) {
        String printed = catalogue
                .findItem(row.item())
                .map(item -> AssignedTarget.of(catalogue, messages, item, unit).remark())
                .orElse("");
        String typed = row.remark();
        return printed.isEmpty() || !typed.startsWith(printed)
                ? typed
                : typed.substring(printed.length()).replaceFirst("^；", "");
    }

    private void figures() {
        XSSFSheet sheet = workbook.getSheet(messages.text("form.sheet.figures"));
        Map<String, Row> byCode = rowsByCode(sheet, FiguresSheet.CODE);
        for (Observation row : read.observations()) {
            Optional.ofNullable(byCode.get(row.item().value())).ifPresent(line -> {
                figure(row.value(), line, FiguresSheet.VALUE);
                figure(row.priorYear(), line, FiguresSheet.PRIOR_YEAR);
                figure(row.growth(), line, FiguresSheet.GROWTH);
                figure(row.forecast(), line, FiguresSheet.FORECAST);
                grow(line, context.explanation(row));
                row.value().at().ifPresent(at -> rows.put(row(at), ref(line, FiguresSheet.CODE)));
            });
        }
    }

    private void milestones() {
        Optional<XSSFSheet> sheet = Optional.ofNullable(workbook.getSheet(messages.text("form.sheet.milestones")));
        Map<String, Row> byCode =
                sheet.map(found -> rowsByCode(found, MilestonesSheet.CODE)).orElse(Map.of());
        for (MilestoneReport report : read.milestones()) {
            Optional.ofNullable(byCode.get(report.milestone().value())).ifPresent(line -> {
                places.put(report.at(), ref(line, MilestonesSheet.STATE));
                rows.put(row(report.at()), ref(line, MilestonesSheet.CODE));
                if (report.state().isEmpty()) {
                    asTyped(line, MilestonesSheet.STATE, report.rawState());
                }
            });
        }
    }

    /** What is no figure stands there as it was typed: its finding must not become another. */
    private void figure(Figure figure, Row line, int column) {
        figure.at().ifPresent(at -> places.put(at, ref(line, column)));
        if (column != FiguresSheet.GROWTH && figure.amount().known().isEmpty()) {
            asTyped(line, column, figure.rawText());
        }
    }

    /** A form is sized for short explanations; here a person must see what was taken. */
    private static void grow(Row line, String explanation) {
        float needed = 5 + 13f * TextWidth.lines(explanation, FiguresSheet.TEXT_WIDTH);
        line.setHeightInPoints(Math.max(line.getHeightInPoints(), Math.min(ReviewSheet.TALLEST_ROW_POINTS, needed)));
    }

    private void asTyped(Row line, int column, String text) {
        if (text.isBlank()) {
            return;
        }
        XSSFCell cell = (XSSFCell) Objects.requireNonNull(line.getCell(column));
        cell.setCellValue(ReviewSheet.fitting(text));
        if (TextWidth.looksLikeFormula(text)) {
            cell.setCellStyle(styles.quoted(cell.getCellStyle()));
        }
    }

    private static Map<String, Row> rowsByCode(XSSFSheet sheet, int column) {
        Map<String, Row> rows = new HashMap<>();
        for (Row row : sheet) {
            Optional.ofNullable(row.getCell(column))
                    .filter(cell -> cell.getCellType() == CellType.STRING)
                    .ifPresent(cell -> rows.putIfAbsent(cell.getStringCellValue(), row));
        }
        return rows;
    }

    private static CellRef ref(Row row, int column) {
        return new CellRef(
                row.getSheet().getSheetName(),
                Objects.requireNonNull(row.getCell(column)).getAddress().formatAsString());
    }
}
