package huibao.workbook.form;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.Milestone;
import huibao.model.MilestoneCode;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.workbook.FormStyles;
import huibao.workbook.FormTexts;
import huibao.workbook.PrintedSheet;
import huibao.workbook.TextWidth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The sheet 任务进展: one row per milestone the unit answers for. */
public final class MilestonesSheet {

    private static final List<String> COLUMNS =
            List.of("name", "code", "source", "expected", "due", "state", "date", "evidence");
    public static final int CODE = 1;
    public static final int STATE = 5;
    private static final int DATE = 6;
    private static final int LAST = 7;
    private static final int TEXT_WIDTH = 40;
    private static final int SOURCE_WIDTH = 34;
    private static final int EXPECTED_WIDTH = 24;

    private final Catalogue catalogue;
    private final Messages messages;
    private final PrintedSheet out;

    MilestonesSheet(Catalogue catalogue, Messages messages, XSSFWorkbook workbook, FormStyles styles) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.out = new PrintedSheet(
                workbook,
                messages.text("form.sheet.milestones"),
                styles,
                TEXT_WIDTH,
                9,
                SOURCE_WIDTH,
                EXPECTED_WIDTH,
                12,
                12,
                13,
                TEXT_WIDTH);
    }

    void write(Unit unit, Period period, Map<MilestoneCode, MilestoneEntry> entries) {
        out.spanned(
                out.row(22),
                0,
                LAST,
                messages.text("form.sheet.milestones"),
                out.styles().title());
        out.subline(
                LAST,
                messages.text("form.unit", Map.of("unit", unit.nameIn(messages.language()))),
                FormTexts.period(messages, period),
                "");
        Row head = out.headings(
                24,
                COLUMNS.stream()
                        .map(column -> messages.text("form.milestone." + column))
                        .toArray(String[]::new));
        List<Milestone> milestones = catalogue.milestonesFor(unit);
        int first = head.getRowNum() + 1;
        for (Milestone milestone : milestones) {
            milestone(
                    milestone,
                    Optional.ofNullable(entries.get(milestone.code())).orElse(MilestoneEntry.BLANK));
        }
        int last = head.getRowNum() + milestones.size();
        EntryChecks checks = new EntryChecks(catalogue, messages);
        checks.states(out.sheet(), new CellRangeAddressList(first, last, STATE, STATE));
        checks.dates(out.sheet(), period, new CellRangeAddressList(first, last, DATE, DATE));
        out.finish(
                Optional.of(new CellRangeAddress(head.getRowNum(), head.getRowNum(), -1, -1)),
                2,
                messages.text("form.page"));
        out.protect();
    }

    private void milestone(Milestone milestone, MilestoneEntry entry) {
        FormStyles styles = out.styles();
        String source =
                messages.text("form.section", Map.of("section", milestone.section(), "heading", milestone.heading()));
        String name = milestone.nameIn(messages.language());
        Row row = out.row(FormTexts.height(
                TextWidth.lines(name, TEXT_WIDTH),
                TextWidth.lines(source, SOURCE_WIDTH),
                TextWidth.lines(milestone.evidence(), EXPECTED_WIDTH),
                TextWidth.lines(entry.evidence(), TEXT_WIDTH)));
        PrintedSheet.text(row, 0, name, styles.body(HorizontalAlignment.LEFT));
        PrintedSheet.text(row, CODE, milestone.code().value(), styles.body(HorizontalAlignment.CENTER));
        PrintedSheet.text(row, 2, source, styles.body(HorizontalAlignment.LEFT));
        PrintedSheet.text(row, 3, milestone.evidence(), styles.body(HorizontalAlignment.LEFT));
        String due = catalogue.due(milestone.code()).map(Object::toString).orElse("");
        PrintedSheet.text(row, 4, due, styles.body(HorizontalAlignment.CENTER));
        String state =
                entry.state().map(reached -> FormTexts.state(messages, reached)).orElse("");
        PrintedSheet.text(row, STATE, state, styles.input(HorizontalAlignment.CENTER, "@"));
        Cell date = row.createCell(DATE);
        date.setCellStyle(styles.input(HorizontalAlignment.CENTER, "yyyy-mm-dd"));
        entry.date().ifPresent(date::setCellValue);
        PrintedSheet.text(row, LAST, entry.evidence(), styles.input(HorizontalAlignment.LEFT, "@"));
    }
}
