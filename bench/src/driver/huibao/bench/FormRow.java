package huibao.bench;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a form says about one item.
 *
 * @param value 本年累计 or 期末
 * @param priorYear 上年同期; empty where the item does not ask for it
 * @param forecast 预计全年
 */
record FormRow(BigDecimal value, Optional<BigDecimal> priorYear, BigDecimal forecast) {}
