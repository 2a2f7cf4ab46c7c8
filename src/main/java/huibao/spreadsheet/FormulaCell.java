package huibao.spreadsheet;

import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** A cell as the library's evaluator wants it. */
final class FormulaCell implements EvaluationCell {

    /** No criterion and no name is longer, and no search for one takes long. */
    private static final int TEXT_CHARS = 255;

    private static final int WILD_CARDS = 2;

    private final FormulaSheet sheet;
    private final Cell cell;

    FormulaCell(FormulaSheet sheet, Cell cell) {
        this.sheet = sheet;
        this.cell = cell;
    }

    Cell cell() {
        return cell;
    }

    /** A text that compares quickly; many wild cards make a search that never ends. */
    static String comparable(String text) {
        if (text.chars().filter(c -> c == '*').count() > WILD_CARDS) {
            throw new UnknownResultException("*");
        }
        return text.length() <= TEXT_CHARS ? text : text.substring(0, TEXT_CHARS);
    }

    @Override
    public Object getIdentityKey() {
        return cell;
    }

    @Override
    public EvaluationSheet getSheet() {
        return sheet;
    }

    @Override
    public int getRowIndex() {
        return cell.row();
    }

    @Override
    public int getColumnIndex() {
        return cell.column();
    }

    @Override
    public CellType getCellType() {
        return cell.formula().isPresent() ? CellType.FORMULA : getCachedFormulaResultType();
    }

    @Override
    public CellType getCachedFormulaResultType() {
        return switch (cell.kind()) {
            case NONE -> CellType.BLANK;
            case NUMBER -> CellType.NUMERIC;
            case TEXT -> CellType.STRING;
            case BOOLEAN -> CellType.BOOLEAN;
            case ERROR -> CellType.ERROR;
        };
    }

    @Override
    public double getNumericCellValue() {
        return Numbers.decimal(cell.text())
                .orElseThrow(() -> new UnknownResultException(cell.text()))
                .doubleValue();
    }

    @Override
    public String getStringCellValue() {
        return comparable(cell.text());
    }

    @Override
    public boolean getBooleanCellValue() {
        return cell.text().equals("TRUE");
    }

    @Override
    public int getErrorCellValue() {
        for (FormulaError error : FormulaError.values()) {
            if (error.getString().equals(cell.text()) && FormulaError.isValidCode(error.getCode())) {
                return error.getCode();
            }
        }
        return FormulaError.VALUE.getCode();
    }

    @Override
    public @Nullable CellRangeAddress getArrayFormulaRange() {
        return null;
    }

    @Override
    public boolean isPartOfArrayFormulaGroup() {
        return false;
    }
}
