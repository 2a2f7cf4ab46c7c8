package huibao.workbook.returned;

import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Severity;
import huibao.workbook.FormStyles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlRuntimeException;

/** Colours and notes on the cells of the sender's own workbook; everything else of a cell stays. */
final class CellMarks {

    /** More marked cells than this help nobody and make the file slow to open. */
    private static final int MOST_CELLS = 5000;

    private final XSSFWorkbook workbook;
    private final Messages messages;
    private final Map<String, XSSFCellStyle> tinted = new HashMap<>();
    private final Set<XSSFCell> added = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<CellLooks.Look> looks = new ArrayList<>();

    CellMarks(XSSFWorkbook workbook, Messages messages) {
        this.workbook = workbook;
        this.messages = messages;
    }

    /**
     * Marks what can be marked: a cell the workbook has no room for is left out, the list names it all the same.
     *
     * @return how the coloured cells looked before
     */
    List<CellLooks.Look> mark(List<ReviewLine> lines) {
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
        return List.copyOf(looks);
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
        XSSFCellStyle former = cell.getCellStyle();
        XSSFCellStyle marked =
                tinted.computeIfAbsent(former.getIndex() + "/" + worst, key -> tinted(former, ReviewTint.of(worst)));
        cell.setCellStyle(marked);
        looks.add(new CellLooks.Look(
                cell.getSheet().getSheetName(), cell.getReference(), added.contains(cell), former, marked));
    }

    private void note(XSSFCell cell, List<ReviewLine> lines) {
        CellNotes.add(cell, lines.stream().map(line -> line.note(messages)).collect(Collectors.joining("\n\n")));
    }

    private XSSFCellStyle tinted(XSSFCellStyle original, ReviewTint tint) {
        XSSFCellStyle style = FormStyles.copy(workbook, original);
        tint.fill(style);
        return style;
    }

    private Optional<XSSFCell> cell(CellRef ref) {
        CellReference at = new CellReference(ref.cell());
        return at.getRow() < 0
                        || at.getCol() < 0
                        || at.getRow() > SpreadsheetVersion.EXCEL2007.getLastRowIndex()
                        || at.getCol() > SpreadsheetVersion.EXCEL2007.getLastColumnIndex()
                ? Optional.empty()
                : Optional.ofNullable(workbook.getSheet(ref.sheet())).map(sheet -> cell(sheet, at));
    }

    private XSSFCell cell(XSSFSheet sheet, CellReference at) {
        XSSFRow row = Optional.ofNullable(sheet.getRow(at.getRow())).orElseGet(() -> sheet.createRow(at.getRow()));
        return Optional.ofNullable(row.getCell(at.getCol())).orElseGet(() -> {
            XSSFCell cell = row.createCell(at.getCol());
            added.add(cell);
            return cell;
        });
    }
}
