package huibao.workbook.form;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What stands in one row of a form, in the item's unit.
 *
 * @param value 本年累计 or 期末; empty leaves the cell blank
 * @param priorYear 上年同期; empty leaves the cell blank
 * @param forecast 预计全年; empty leaves the cell blank
 * @param explanation 核实说明, possibly empty
 * @param remark 备注, possibly empty
 */
public record FormRow(
        Optional<BigDecimal> value,
        Optional<BigDecimal> priorYear,
        Optional<BigDecimal> forecast,
        String explanation,
        String remark) {

    /** A row nothing is known of. */
    static final FormRow BLANK = new FormRow(Optional.empty(), Optional.empty(), Optional.empty(), "", "");
}
