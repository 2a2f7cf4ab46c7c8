package huibao.model;

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
 */
public record Observation(
        ItemCode item,
        Figure value,
        Figure priorYear,
        Figure growth,
        Figure forecast,
        Figure assigned,
        String explanation,
        String remark) {}
