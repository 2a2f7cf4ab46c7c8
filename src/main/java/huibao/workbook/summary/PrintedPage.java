package huibao.workbook.summary;

import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * How a sheet is printed: lying, as wide as the paper.
 *
 * @param pagesTall how many pages it may fill from top to bottom; 0 for as many as it needs
 * @param footer what stands at the foot of each page
 */
record PrintedPage(PaperSize paper, int pagesTall, String footer) {

    private static final double CENTIMETRES_PER_INCH = 2.54;

    /** Sets a sheet up so: what is printed of it are so many rows from the top, and columns to the last. */
    void of(XSSFSheet sheet, int rows, int lastColumn) {
        XSSFWorkbook workbook = sheet.getWorkbook();
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, lastColumn, 0, rows - 1);
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(paper == PaperSize.A3_PAPER ? PrintSetup.A3_PAPERSIZE : PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(true);
        sheet.setFitToPage(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) pagesTall);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, 1.5 / CENTIMETRES_PER_INCH);
        sheet.setMargin(PageMargin.RIGHT, 1.5 / CENTIMETRES_PER_INCH);
        sheet.setMargin(PageMargin.TOP, 1.5 / CENTIMETRES_PER_INCH);
        sheet.setMargin(PageMargin.BOTTOM, 1.8 / CENTIMETRES_PER_INCH);
        sheet.getFooter().setCenter(footer);
    }
}
