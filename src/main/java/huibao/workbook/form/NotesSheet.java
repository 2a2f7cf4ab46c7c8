package huibao.workbook.form;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.Item;
import huibao.model.MeasureWords;
import huibao.model.Period;
import huibao.model.Unit;
import huibao.workbook.FormStyles;
import huibao.workbook.FormTexts;
import huibao.workbook.PrintedSheet;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The sheet 填表说明: how to fill in the form, and every item's unit, basis and decimals. */
final class NotesSheet {

    private static final int LAST = 4;
    private static final int CHARACTERS_PER_LINE = 50;

    private final Catalogue catalogue;
    private final Messages messages;
    private final PrintedSheet out;

    NotesSheet(Catalogue catalogue, Messages messages, XSSFWorkbook workbook, FormStyles styles) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.out = new PrintedSheet(workbook, messages.text("form.sheet.notes"), styles, 40, 12, 16, 18, 12);
    }

    void write(Unit unit, Period period) {
        out.spanned(
                out.row(28),
                0,
                LAST,
                messages.text("form.notes.title"),
                out.styles().title());
        for (String note : notes(unit, period)) {
            Row row = out.row(18 + 15 * (note.length() / CHARACTERS_PER_LINE));
            out.spanned(row, 0, LAST, note, out.styles().plain(HorizontalAlignment.LEFT));
        }
        out.row(8);
        Row head = out.headings(
                20,
                messages.text("form.notes.items"),
                messages.text("form.column.code"),
                messages.text("form.column.unit"),
                messages.text("form.notes.kind"),
                messages.text("form.notes.decimals"));
        for (Item item : catalogue.itemsFor(unit)) {
            Row row = out.row(17);
            PrintedSheet.text(
                    row, 0, item.nameIn(messages.language()), out.styles().body(HorizontalAlignment.LEFT));
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
        }
        out.finish(
                Optional.of(new CellRangeAddress(head.getRowNum(), head.getRowNum(), -1, -1)),
                0,
                messages.text("form.page"));
        out.protect();
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
        catalogue
                .due(period)
                .map(due -> due.atZone(catalogue.settings().zone()))
                .ifPresent(due -> notes.add(due(due)));
        notes.add(messages.text("form.notes.keep"));
        return notes;
    }

    private String due(ZonedDateTime due) {
        return messages.text(
                "form.notes.due",
                Map.of(
                        "date", FormTexts.date(messages, due.toLocalDate()),
                        "time", due.toLocalTime().toString()));
    }
}
