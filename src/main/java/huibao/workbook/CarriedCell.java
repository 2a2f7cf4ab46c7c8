package huibao.workbook;

import huibao.message.Messages;
import huibao.model.CarriedExplanation;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * A cell with the previous period's 核实说明: grey, and with a list of one choice, which says that it still holds.
 * Anything else may be typed over it.
 */
public final class CarriedCell {

    /** A list typed into the check itself holds no more. */
    private static final int LONGEST_LIST = 255;

    private CarriedCell() {}

    /**
     * Greys a cell that holds a marked explanation and offers to confirm it.
     *
     * @param cell the cell, its text and style set
     */
    public static void offer(XSSFCell cell, FormStyles styles, Messages messages) {
        cell.setCellStyle(styles.greyed(cell.getCellStyle()));
        XSSFSheet sheet = cell.getSheet();
        DataValidationHelper helper = sheet.getDataValidationHelper();
        String choice = CarriedExplanation.confirmed(cell.getStringCellValue())
                .replace(',', '，')
                .replace('"', '”')
                .replaceAll("\\s+", " ");
        boolean fits = choice.length() <= LONGEST_LIST;
        DataValidationConstraint constraint = fits
                ? helper.createExplicitListConstraint(new String[] {choice})
                : helper.createTextLengthConstraint(OperatorType.GREATER_OR_EQUAL, "0", "");
        DataValidation validation = helper.createValidation(
                constraint,
                new CellRangeAddressList(
                        cell.getRowIndex(), cell.getRowIndex(), cell.getColumnIndex(), cell.getColumnIndex()));
        validation.setEmptyCellAllowed(true);
        validation.setShowErrorBox(false);
        validation.setShowPromptBox(true);
        validation.createPromptBox(messages.text("form.carried.title"), messages.text("form.carried.prompt"));
        sheet.addValidationData(validation);
    }
}
