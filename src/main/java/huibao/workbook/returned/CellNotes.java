package huibao.workbook.returned;

import huibao.model.ReturnNote;
import huibao.workbook.TextWidth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTRst;

/** Notes on the sender's cells: ours are added to hers and taken out again, hers stay as they are. */
final class CellNotes {

    private static final int LONGEST_NOTE = 8000;
    private static final int BOX_WIDTH_PIXELS = 330;
    private static final int BOX_CHARACTERS = 44;
    private static final int LINE_PIXELS = 17;
    private static final int MOST_BOX_ROWS = 60;

    private CellNotes() {}

    /** Adds our words to the note of a cell, or gives it one. */
    static void add(XSSFCell cell, String words) {
        String text =
                ReturnNote.framed(words.length() <= LONGEST_NOTE ? words : words.substring(0, LONGEST_NOTE) + "…");
        Optional<XSSFComment> existing = Optional.ofNullable(cell.getCellComment());
        if (existing.isPresent()) {
            XSSFRichTextString whole = existing.get().getString();
            whole.append("\n\n" + text);
            existing.get().setString(whole);
            return;
        }
        XSSFComment comment = cell.getSheet().createDrawingPatriarch().createCellComment(box(cell, text));
        comment.setString(new XSSFRichTextString(text));
        comment.setAuthor(ReturnNote.AUTHOR);
    }

    /** Takes our words out of every note of a sheet; a note that held nothing else goes. */
    static void removeOurs(XSSFSheet sheet) {
        for (CellAddress address : List.copyOf(sheet.getCellComments().keySet())) {
            XSSFComment comment = sheet.getCellComment(address);
            String author = Objects.requireNonNullElse(comment.getAuthor(), "");
            String text = comment.getString().getString();
            if (ReturnNote.holdsOurs(author, text)) {
                String hers = ReturnNote.withoutOurs(author, text);
                if (hers.isBlank()) {
                    cell(sheet, address).removeCellComment();
                } else {
                    comment.setString(cut(comment.getString(), text, hers));
                    comment.setAuthor(author.equals(ReturnNote.AUTHOR) ? "" : author);
                }
            }
        }
    }

    /** Her words with the fonts she gave them, where ours stood at the end; plain where ours stood between. */
    private static XSSFRichTextString cut(XSSFRichTextString whole, String text, String hers) {
        CTRst runs = (CTRst) whole.getCTRst().copy();
        int length =
                runs.getRList().stream().mapToInt(run -> run.getT().length()).sum();
        if (!text.startsWith(hers) || length != text.length()) {
            return new XSSFRichTextString(hers);
        }
        int end = length;
        for (int i = runs.sizeOfRArray() - 1; i >= 0 && end > hers.length(); i--) {
            String run = runs.getRArray(i).getT();
            end -= run.length();
            if (end >= hers.length()) {
                runs.removeR(i);
            } else {
                runs.getRArray(i).setT(run.substring(0, hers.length() - end));
            }
        }
        return runs.sizeOfRArray() == 1 && !runs.getRArray(0).isSetRPr()
                ? new XSSFRichTextString(hers)
                : new XSSFRichTextString(runs);
    }

    /**
     * A box right of the cell that holds the whole text. The library gives a new comment the address of its anchor's
     * corner, and no two may share one; so the corner is the marked cell itself, shifted to that cell's right edge.
     */
    private static XSSFClientAnchor box(XSSFCell cell, String text) {
        XSSFSheet sheet = cell.getSheet();
        int column = cell.getColumnIndex();
        int right = column + 1;
        double width = sheet.getColumnWidthInPixels(right);
        int lastColumn = SpreadsheetVersion.EXCEL2007.getLastColumnIndex();
        while (width < BOX_WIDTH_PIXELS && right < lastColumn) {
            width += sheet.getColumnWidthInPixels(++right);
        }
        int bottom = cell.getRowIndex();
        double height = 0;
        int lines = TextWidth.lines(text, BOX_CHARACTERS) + 1;
        while (height < lines * LINE_PIXELS && bottom - cell.getRowIndex() < MOST_BOX_ROWS) {
            height += Units.pointsToPixel(Optional.ofNullable(sheet.getRow(bottom++))
                    .map(XSSFRow::getHeightInPoints)
                    .orElse(sheet.getDefaultRowHeightInPoints()));
        }
        return new XSSFClientAnchor(
                Units.pixelToEMU(Math.round(sheet.getColumnWidthInPixels(column))),
                0,
                0,
                0,
                column,
                cell.getRowIndex(),
                Math.min(right + 1, lastColumn),
                Math.min(bottom, SpreadsheetVersion.EXCEL2007.getLastRowIndex()));
    }

    private static XSSFCell cell(XSSFSheet sheet, CellAddress address) {
        XSSFRow row =
                Optional.ofNullable(sheet.getRow(address.getRow())).orElseGet(() -> sheet.createRow(address.getRow()));
        return Optional.ofNullable(row.getCell(address.getColumn()))
                .orElseGet(() -> row.createCell(address.getColumn()));
    }
}
