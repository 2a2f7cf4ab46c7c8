package huibao.workbook.form;

import huibao.catalogue.Catalogue;
import huibao.catalogue.JobSettings;
import huibao.message.Messages;
import huibao.model.Item;
import huibao.model.MeasureWords;
import huibao.model.Period;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.workbook.FormStyles;
import huibao.workbook.FormTexts;
import huibao.workbook.PrintedSheet;
import huibao.workbook.TextWidth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The sheet 填表说明: how to fill in the form and where to send it, the rules in force, and what every item means. */
final class NotesSheet {

    private static final int[] WIDTHS = {34, 10, 14, 16, 12, 64};
    private static final int LAST = WIDTHS.length - 1;
    private static final int EXPLAINED = LAST;
    private static final int SEVERITY = 4;
    /** What relations stand in: the columns before that of the severity. */
    private static final int RELATION_WIDTH =
            Arrays.stream(WIDTHS).limit(SEVERITY).sum();

    private final Catalogue catalogue;
    private final Messages messages;
    private final FormRelations relations;
    private final PrintedSheet out;

    NotesSheet(
            Catalogue catalogue, Messages messages, FormRelations relations, XSSFWorkbook workbook, FormStyles styles) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.relations = relations;
        this.out = new PrintedSheet(workbook, messages.text("form.sheet.notes"), styles, WIDTHS);
    }

    void write(Unit unit, Period period) {
        out.spanned(
                out.row(28),
                0,
                LAST,
                messages.text("form.notes.title"),
                out.styles().title());
        int width = Arrays.stream(WIDTHS).sum();
        for (String note : notes(unit, period)) {
            Row row = out.row(FormTexts.height(TextWidth.lines(note, width)));
            out.spanned(row, 0, LAST, note, out.styles().plain(HorizontalAlignment.LEFT));
        }
        out.row(8);
        relations(unit);
        out.row(8);
        items(unit);
        out.finish(Optional.empty(), 0, messages.text("form.page"));
        out.protect();
    }

    /** 审核关系: the rules in force that look at this unit's form. */
    private void relations(Unit unit) {
        List<FormRelations.Relation> inForce = relations.of(unit);
        if (inForce.isEmpty()) {
            return;
        }
        Row head = out.row(20);
        out.spanned(
                head,
                0,
                SEVERITY - 1,
                messages.text("form.relations"),
                out.styles().head());
        PrintedSheet.text(
                head,
                SEVERITY,
                messages.text("form.relations.severity"),
                out.styles().head());
        PrintedSheet.text(
                head, LAST, messages.text("form.relations.items"), out.styles().head());
        for (FormRelations.Relation relation : inForce) {
            Row row = out.row(FormTexts.height(
                    TextWidth.lines(relation.text(), RELATION_WIDTH), TextWidth.lines(relation.items(), WIDTHS[LAST])));
            out.spanned(row, 0, SEVERITY - 1, relation.text(), out.styles().body(HorizontalAlignment.LEFT));
            PrintedSheet.text(row, SEVERITY, relation.severity(), out.styles().body(HorizontalAlignment.CENTER));
            PrintedSheet.text(row, LAST, relation.items(), out.styles().body(HorizontalAlignment.LEFT));
        }
    }

    /** 指标解释: every item's measure and how its targets are read. */
    private void items(Unit unit) {
        out.headings(
                20,
                messages.text("form.notes.items"),
                messages.text("form.column.code"),
                messages.text("form.column.unit"),
                messages.text("form.notes.kind"),
                messages.text("form.notes.decimals"),
                messages.text("form.notes.explained"));
        for (Item item : catalogue.itemsFor(unit)) {
            String explained = catalogue.targetsOf(item.code()).stream()
                    .map(this::explained)
                    .distinct()
                    .collect(Collectors.joining("\n"));
            String name = item.nameIn(messages.language());
            Row row = out.row(
                    FormTexts.height(TextWidth.lines(name, WIDTHS[0]), TextWidth.lines(explained, WIDTHS[EXPLAINED])));
            PrintedSheet.text(row, 0, name, out.styles().body(HorizontalAlignment.LEFT));
            PrintedSheet.text(row, 1, item.code().value(), out.styles().body(HorizontalAlignment.CENTER));
            PrintedSheet.text(
                    row,
                    2,
                    MeasureWords.in(messages.language(), item.unitMeasure()),
                    out.styles().body(HorizontalAlignment.CENTER));
            String basis = messages.word(item.accumulation());
            PrintedSheet.text(row, 3, basis, out.styles().body(HorizontalAlignment.CENTER));
            row.createCell(4).setCellValue(item.decimals());
            row.getCell(4).setCellStyle(out.styles().figure("0"));
            PrintedSheet.text(row, EXPLAINED, explained, out.styles().body(HorizontalAlignment.LEFT));
        }
    }

    /** What a target promises, and how its words are read. */
    private String explained(Target target) {
        return messages.text(
                target.notes().isEmpty() ? "form.notes.target.plain" : "form.notes.target",
                Map.of(
                        "target",
                        target.nameIn(messages.language()),
                        "section",
                        target.section(),
                        "notes",
                        target.notes()));
    }

    private List<String> notes(Unit unit, Period period) {
        Map<String, String> parameters = Map.of(
                "unit", unit.nameIn(messages.language()),
                "collector", catalogue.settings().form().collector(),
                "length", Integer.toString(catalogue.settings().explanations().minLength()));
        List<String> notes = new ArrayList<>();
        for (String key : List.of("who", "cells", "ytd", "zero", "explanation", "assigned")) {
            notes.add(messages.text("form.notes." + key, parameters));
        }
        notes.add(send(period));
        notes.add(messages.text("form.notes.keep"));
        notes.add(messages.text("form.notes.former"));
        return notes;
    }

    /** Where the form goes, and by when if the job says. */
    private String send(Period period) {
        JobSettings.Form form = catalogue.settings().form();
        String to = form.sendTo()
                .orElseGet(() -> messages.text("form.notes.send.plain", Map.of("collector", form.collector())));
        String due = catalogue
                .due(period)
                .map(at -> due(at.atZone(catalogue.settings().zone())))
                .orElse("");
        return messages.text("form.notes.send", Map.of("to", to)) + due;
    }

    private String due(ZonedDateTime due) {
        return messages.text(
                "form.notes.due",
                Map.of(
                        "date", FormTexts.date(messages, due.toLocalDate()),
                        "time", due.toLocalTime().toString()));
    }
}
