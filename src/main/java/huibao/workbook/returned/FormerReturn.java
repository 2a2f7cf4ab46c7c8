package huibao.workbook.returned;

import huibao.model.ReviewKey;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What an earlier return left in a workbook that was mended and sent again: colours, notes, review. */
final class FormerReturn {

    private FormerReturn() {}

    /**
     * Takes all of it away: marked cells get their former look, notes hold the sender's own words.
     *
     * @param reviewName how our review is called, by which one is known that has lost its hidden heads
     * @param kept sheets that are the sender's whatever was copied onto them
     */
    static void remove(XSSFWorkbook workbook, String reviewName, Set<String> kept) {
        List<XSSFSheet> all = IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(workbook::getSheetAt)
                .toList();
        List<XSSFSheet> ours = all.stream()
                .filter(sheet -> !kept.contains(sheet.getSheetName()))
                .filter(sheet -> CellLooks.isLooks(sheet) || isReview(sheet, reviewName))
                .toList();
        CellLooks looks = CellLooks.of(workbook);
        all.stream().filter(sheet -> !ours.contains(sheet)).forEach(sheet -> {
            CellNotes.removeOurs(sheet);
            cells(sheet)
                    .filter(cell -> ReviewTint.marks(cell.getCellStyle()))
                    .toList()
                    .forEach(looks::restore);
        });
        for (XSSFSheet sheet : ours) {
            if (workbook.getNumberOfSheets() > 1) {
                workbook.removeSheetAt(workbook.getSheetIndex(sheet));
            }
        }
    }

    private static boolean isReview(XSSFSheet sheet, String reviewName) {
        boolean isNamed = sheet.getSheetName().startsWith(reviewName);
        return cells(sheet)
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .map(XSSFCell::getStringCellValue)
                .anyMatch(text -> text.equals(ReviewKey.KEY_COLUMN)
                        || (isNamed && ReviewKey.find(text).isPresent()));
    }

    private static Stream<XSSFCell> cells(XSSFSheet sheet) {
        return StreamSupport.stream(sheet.spliterator(), false)
                .flatMap((Row row) -> StreamSupport.stream(row.spliterator(), false))
                .map((Cell cell) -> (XSSFCell) cell);
    }
}
