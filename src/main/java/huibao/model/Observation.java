package huibao.model;

import java.util.Optional;

/**
 * One row of a form: an item with its figures.
 *
 * @param item the item
 * @param value 本年累计 or 期末
 * @param priorYear 上年同期
 * @param growth 同比%, as typed or cached, in percent
 * @param forecast 预计全年
 * @param assigned 年度目标(分解), as it stands on the form
 * @param explanation 核实说明, empty if none
 * @param remark 备注, empty if none
 * @param explanationAt where the explanation stands; empty if there is none, or it is not known
 */
public record Observation(
        ItemCode item,
        Figure value,
        Figure priorYear,
        Figure growth,
        Figure forecast,
        Figure assigned,
        String explanation,
        String remark,
        Optional<CellRef> explanationAt) {

    /** A row of which is not known where its explanation stands. */
    public Observation(
            ItemCode item,
            Figure value,
            Figure priorYear,
            Figure growth,
            Figure forecast,
            Figure assigned,
            String explanation,
            String remark) {
        this(item, value, priorYear, growth, forecast, assigned, explanation, remark, Optional.empty());
    }
}
