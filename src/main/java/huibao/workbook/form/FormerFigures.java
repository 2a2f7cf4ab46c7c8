package huibao.workbook.form;

import huibao.model.ItemCode;
import huibao.model.Period;
import huibao.model.Submission;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a unit reported last, printed beside the cells to fill in so that she sees what her figures go on from.
 *
 * @param period the period it was reported for
 * @param rows by item; an item that is absent is left blank
 */
public record FormerFigures(Period period, Map<ItemCode, Row> rows) {

    public FormerFigures {
        rows = Map.copyOf(rows);
    }

    /**
     * One item.
     *
     * @param value 本年累计 or 期末 of then
     * @param priorYear 上年同期 of then
     */
    public record Row(Optional<BigDecimal> value, Optional<BigDecimal> priorYear) {

        /** Nothing was reported. */
        static final Row NONE = new Row(Optional.empty(), Optional.empty());
    }

    /** The figures of a form that stands. */
    public static FormerFigures of(Submission standing) {
        Map<ItemCode, Row> rows = new LinkedHashMap<>();
        standing.observations()
                .forEach(row -> rows.put(
                        row.item(),
                        new Row(
                                row.value().amount().known(),
                                row.priorYear().amount().known())));
        return new FormerFigures(standing.period(), rows);
    }

    Row of(ItemCode item) {
        return rows.getOrDefault(item, Row.NONE);
    }
}
