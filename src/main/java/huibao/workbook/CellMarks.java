package huibao.workbook;

import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlRuntimeException;

/** Colours and notes on the cells of the sender's own workbook; everything else of a cell stays. */
final class CellMarks {

    private static final String AUTHOR = "Huibao";

    /** More marked cells than this help nobody and make the file slow to open. */
    private static final int MOST_CELLS = 5000;

    private static final int LONGEST_NOTE = 8000;
    private static final int BOX_COLUMNS = 4;

    private final XSSFWorkbook workbook;
    private final Messages messages;
    private final Map<String, XSSFCellStyle> tinted = new HashMap<>();

    CellMarks(XSSFWorkbook workbook, Messages messages) {
        this.workbook = workbook;
        this.messages = messages;
    }

    /** Marks what can be marked: a cell the workbook has no room for is left out, the list names it all the same. */
    void mark(List<ReviewLine> lines) {
        Map<CellRef, List<ReviewLine>> byCell = new LinkedHashMap<>();
        for (ReviewLine line : lines) {
            for (CellRef ref : line.cells()) {
                byCell.computeIfAbsent(ref, key -> new ArrayList<>()).add(line);
            }
        }
        byCell.entrySet().stream().limit(MOST_CELLS).forEach(entry -> {
            attempt(() -> cell(entry.getKey()).ifPresent(cell -> tint(cell, entry.getValue())));
            attempt(() -> cell(entry.getKey()).ifPresent(cell -> note(cell, entry.getValue())));
        });
    }

    /** One mark; what a foreign workbook refuses (no such address, no more styles, a broken drawing) is skipped. */
    private static void attempt(Runnable mark) {
        try {
            mark.run();
        } catch (IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | POIXMLException
                | XmlRuntimeException refused) {
            // the finding stands in the list of the review sheet, and the other cells are marked
        }
    }

    private void tint(XSSFCell cell, List<ReviewLine> lines) {
        Severity worst = lines.stream()
                .map(ReviewLine::severity)
                .min(Severity::compareTo)
                .orElse(Severity.NOTICE);
        cell.setCellStyle(tinted.computeIfAbsent(
                cell.getCellStyle().getIndex() + "/" + worst, key -> tinted(cell.getCellStyle(), worst)));
    }

    private void note(XSSFCell cell, List<ReviewLine> lines) {
        StringBuilder note = new StringBuilder();
        for (ReviewLine line : lines) {
            note.append(note.isEmpty() ? "" : "\n\n").append(line.note(messages));
        }
        String text = note.length() <= LONGEST_NOTE ? note.toString() : note.substring(0, LONGEST_NOTE) + "…";
        note(cell, text, lines.size());
    }

    private XSSFCellStyle tinted(XSSFCellStyle original, Severity severity) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(original);
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setFillForegroundColor(FormStyles.colour(ReviewSheet.tint(severity)));
        return style;
    }

    private static void note(XSSFCell cell, String text, int lines) {
        Optional<XSSFComment> existing = Optional.ofNullable(cell.getCellComment());
        if (existing.isPresent()) {
            XSSFRichTextString whole = existing.get().getString();
            whole.append("\n\n" + text);
            existing.get().setString(whole);
            return;
        }
        int row = cell.getRowIndex();
        int column = cell.getColumnIndex();
        // the library gives a new comment the address of its anchor's corner, and no two may share one; so the
        // corner is the marked cell itself and the box is shifted to that cell's right edge
        XSSFClientAnchor anchor = new XSSFClientAnchor(
                Units.pixelToEMU(Math.round(cell.getSheet().getColumnWidthInPixels(column))),
                0,
                0,
                0,
                column,
                row,
                Math.min(column + BOX_COLUMNS, SpreadsheetVersion.EXCEL2007.getLastColumnIndex()),
                row + 6 + 5 * Math.min(lines, 4));
        XSSFComment comment = cell.getSheet().createDrawingPatriarch().createCellComment(anchor);
        comment.setString(new XSSFRichTextString(text));
        comment.setAuthor(AUTHOR);
    }

    private Optional<XSSFCell> cell(CellRef ref) {
        Optional<XSSFSheet> sheet = Optional.ofNullable(workbook.getSheet(ref.sheet()));
        return sheet.flatMap(found -> {
            CellReference at = new CellReference(ref.cell());
            if (at.getRow() < 0
                    || at.getCol() < 0
                    || at.getRow() > SpreadsheetVersion.EXCEL2007.getLastRowIndex()
                    || at.getCol() > SpreadsheetVersion.EXCEL2007.getLastColumnIndex()) {
                return Optional.empty();
            }
            XSSFRow row = Optional.ofNullable(found.getRow(at.getRow())).orElseGet(() -> found.createRow(at.getRow()));
            return Optional.of(
                    Optional.ofNullable(row.getCell(at.getCol())).orElseGet(() -> row.createCell(at.getCol())));
        });
    }
}
