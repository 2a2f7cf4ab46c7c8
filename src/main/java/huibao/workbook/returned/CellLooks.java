package huibao.workbook.returned;

import huibao.model.ReviewKey;
import huibao.workbook.FormStyles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * How marked cells looked before, kept in the workbook itself: a hidden sheet with a row per marked cell, in which one
 * cell wears the former style and one the marked. Style numbers would not do: every program gives its own on saving.
 */
final class CellLooks {

    private static final int SHEET = 0;
    private static final int ADDRESS = 1;
    private static final int FORMER = 2;
    private static final int MARKED = 3;
    /** A styled cell without content is dropped by some programs. */
    private static final String CONTENT = "·";
    /** The same for a cell that was not there before. */
    private static final String ADDED = "+";

    /**
     * A marked cell.
     *
     * @param added whether it was not there before
     * @param former its style before
     * @param marked its style since
     */
    record Look(String sheet, String address, boolean added, XSSFCellStyle former, XSSFCellStyle marked) {}

    private final List<Look> looks;

    private CellLooks(List<Look> looks) {
        this.looks = looks;
    }

    /** What a workbook remembers; nothing if it was never marked. */
    static CellLooks of(XSSFWorkbook workbook) {
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            XSSFSheet sheet = workbook.getSheetAt(i);
            if (isLooks(sheet)) {
                for (Row row : sheet) {
                    find((XSSFRow) row).ifPresent(looks::add);
                }
            }
        }
        return new CellLooks(looks);
    }

    static boolean isLooks(XSSFSheet sheet) {
        return Optional.ofNullable(sheet.getRow(0))
                .filter(row -> text(row, SHEET).equals(ReviewKey.LOOKS_SHEET))
                .isPresent();
    }

    /** Adds the sheet that remembers, if there is anything to; it is hidden from the menus too. */
    static void write(XSSFWorkbook workbook, List<Look> looks) {
        if (looks.isEmpty()) {
            return;
        }
        XSSFSheet sheet = workbook.createSheet(ReviewSheet.freeName(workbook, ReviewKey.LOOKS_SHEET));
        sheet.createRow(0).createCell(SHEET).setCellValue(ReviewKey.LOOKS_SHEET);
        for (int i = 0; i < looks.size(); i++) {
            Look look = looks.get(i);
            XSSFRow row = sheet.createRow(i + 1);
            row.createCell(SHEET).setCellValue(look.sheet());
            row.createCell(ADDRESS).setCellValue(look.address());
            row.createCell(FORMER).setCellValue(look.added() ? ADDED : CONTENT);
            row.getCell(FORMER).setCellStyle(look.former());
            row.createCell(MARKED).setCellValue(CONTENT);
            row.getCell(MARKED).setCellStyle(look.marked());
        }
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
    }

    /**
     * Gives a marked cell its former look. One that was moved is known by its style; of one whose style was changed
     * since only the fill goes back.
     */
    void restore(XSSFCell cell) {
        XSSFCellStyle now = cell.getCellStyle();
        String sheet = cell.getSheet().getSheetName();
        String address = cell.getReference();
        List<Look> same = looks.stream()
                .filter(look -> look.marked().getIndex() == now.getIndex())
                .toList();
        Optional<Look> here = looks.stream()
                .filter(look -> look.sheet().equals(sheet) && look.address().equals(address))
                .findFirst();
        Optional<XSSFCellStyle> former =
                here.filter(same::contains).or(() -> same.stream().findFirst()).map(Look::former);
        cell.setCellStyle(former.orElseGet(() -> refilled(cell, here.map(Look::former))));
        if (here.filter(Look::added).isPresent() && cell.getCellType() == CellType.BLANK) {
            cell.getRow().removeCell(cell);
        }
    }

    private static XSSFCellStyle refilled(XSSFCell cell, Optional<XSSFCellStyle> former) {
        XSSFCellStyle style = FormStyles.copy(cell.getSheet().getWorkbook(), cell.getCellStyle());
        style.setFillPattern(former.map(XSSFCellStyle::getFillPattern).orElse(FillPatternType.NO_FILL));
        former.flatMap(look -> Optional.ofNullable(look.getFillForegroundXSSFColor()))
                .ifPresent(style::setFillForegroundColor);
        former.flatMap(look -> Optional.ofNullable(look.getFillBackgroundXSSFColor()))
                .ifPresent(style::setFillBackgroundColor);
        return style;
    }

    private static Optional<Look> find(XSSFRow row) {
        Optional<XSSFCell> former = Optional.ofNullable(row.getCell(FORMER));
        Optional<XSSFCell> marked = Optional.ofNullable(row.getCell(MARKED));
        return former.isEmpty() || marked.isEmpty()
                ? Optional.empty()
                : Optional.of(new Look(
                        text(row, SHEET),
                        text(row, ADDRESS),
                        text(row, FORMER).equals(ADDED),
                        former.get().getCellStyle(),
                        marked.get().getCellStyle()));
    }

    private static String text(XSSFRow row, int column) {
        return Optional.ofNullable(row.getCell(column))
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .map(XSSFCell::getStringCellValue)
                .orElse("");
    }
}
