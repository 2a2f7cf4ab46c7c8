package huibao.spreadsheet;

import huibao.model.FindingKind;
import huibao.model.ReturnNote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFName;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.ss.util.CellRangeAddress;

/** An .xls file (BIFF8). Bounded by the file's size: the format allows no streaming of what is needed. */
final class XlsBook {

    private XlsBook() {}

    static Book read(DirectoryNode root, Allowance allowance) throws IOException {
        XlsCensus.Checked checked = XlsCensus.check(root, allowance);
        try (HSSFWorkbook workbook = open(checked)) {
            int most = allowance.limits().sheets();
            SheetLimits.require(workbook.getNumberOfSheets() <= most, Bound.SHEETS, most);
            List<Grid> grids = new ArrayList<>();
            XlsCells cells = new XlsCells(workbook);
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                String name = Text.sound(workbook.getSheetName(i));
                boolean hidden = workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i);
                Grid grid = hidden ? Grid.hidden(name, allowance) : Grid.visible(name, allowance);
                allowance.requireTime();
                checked.layout().rows(i).ifPresent(grid::hideRowsBut);
                if (checked.layout().isDrawn(i)) {
                    grid.addPictures();
                }
                try {
                    readSheet(workbook.getSheetAt(i), cells, grid);
                } catch (SheetLimits.ExceededException tooMuch) {
                    throw tooMuch.on(grid);
                }
                grids.add(grid);
            }
            Epoch epoch = workbook.getInternalWorkbook().isUsing1904DateWindowing() ? Epoch.Y1904 : Epoch.Y1900;
            return new Book(
                    grids,
                    names(workbook),
                    epoch,
                    calculation(workbook),
                    root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR"));
        } catch (OldExcelFormatException old) {
            throw new RefusedException(FileKind.OLD_EXCEL);
        }
    }

    private static Book.Calculation calculation(HSSFWorkbook workbook) {
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            if (workbook.getSheetAt(i).getForceFormulaRecalculation()) {
                return Book.Calculation.WHEN_OPENED;
            }
        }
        return Book.Calculation.WHEN_SAVED;
    }

    /** A way of encryption that the library fails on is a password like any other. */
    private static HSSFWorkbook open(XlsCensus.Checked checked) throws IOException {
        try {
            return new HSSFWorkbook(checked.folder(), false);
        } catch (SheetLimits.ExceededException | OldExcelFormatException known) {
            throw known;
        } catch (RuntimeException failed) {
            if (checked.isEncrypted()) {
                throw new RefusedException(FindingKind.ENCRYPTED, "xls");
            }
            throw failed;
        }
    }

    private static Map<String, String> names(HSSFWorkbook workbook) {
        Map<String, String> names = new HashMap<>();
        for (HSSFName name : workbook.getAllNames()) {
            if (DefinedNames.isOurs(name.getNameName())) {
                DefinedNames.keep(names, name.getNameName(), name.getRefersToFormula());
            }
        }
        return names;
    }

    private static void readSheet(HSSFSheet sheet, XlsCells cells, Grid grid) {
        for (CellRangeAddress region : sheet.getMergedRegions()) {
            grid.merge(new Grid.Merge(
                    region.getFirstRow(), region.getFirstColumn(), region.getLastRow(), region.getLastColumn()));
        }
        for (int column = 0; column < 256; column++) {
            if (sheet.isColumnHidden(column)) {
                grid.hideColumns(column, column);
            }
        }
        for (org.apache.poi.ss.usermodel.Row row : sheet) {
            if (row.getZeroHeight() || row.getHeight() == 0) {
                grid.hideRow(row.getRowNum());
            }
            for (org.apache.poi.ss.usermodel.Cell cell : row) {
                if (!grid.put(cells.cell((HSSFCell) cell))) {
                    return;
                }
            }
        }
        for (HSSFComment comment : sheet.getCellComments().values()) {
            String author = Objects.requireNonNullElse(comment.getAuthor(), "");
            grid.comment(
                    Cell.address(comment.getRow(), comment.getColumn()),
                    Text.sound(
                            ReturnNote.withoutOurs(author, comment.getString().getString())));
        }
    }
}
