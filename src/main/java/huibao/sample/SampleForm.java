package huibao.sample;

import huibao.model.ItemCode;
import huibao.model.MilestoneCode;
import huibao.model.MilestoneState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Synthetic figures of one unit for one period, in form order.
 *
 * @param rows by item the unit is asked for
 * @param milestones by milestone the unit reports on
 */
public record SampleForm(Map<ItemCode, Row> rows, Map<MilestoneCode, Entry> milestones) {

    public SampleForm {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        milestones = Collections.unmodifiableMap(new LinkedHashMap<>(milestones));
    }

    /**
     * One item, in the item's unit and with its decimals.
     *
     * @param value 本年累计 or 期末
     * @param priorYear 上年同期; empty if the item does not ask for it
     * @param forecast 预计全年
     */
    public record Row(BigDecimal value, Optional<BigDecimal> priorYear, Optional<BigDecimal> forecast) {}

    /**
     * One milestone.
     *
     * @param state its status
     * @param date when it reached the status; empty if it has not started
     * @param evidence says of itself that it is an example; empty if it has not started
     */
    public record Entry(MilestoneState state, Optional<LocalDate> date, String evidence) {}
}
