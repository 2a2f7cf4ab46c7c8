package huibao.model;

/**
 * A place in a workbook.
 *
 * @param sheet the sheet's name
 * @param cell A1-style address, D12
 */
public record CellRef(String sheet, String cell) {

    /** The form formulas and links use: 填报表!D12. */
    @Override
    public String toString() {
        return sheet + "!" + cell;
    }
}
