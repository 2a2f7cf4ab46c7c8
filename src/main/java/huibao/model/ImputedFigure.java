package huibao.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is reckoned for a figure that is missing; never a figure that anybody reported.
 *
 * @param unit the unit
 * @param item the item
 * @param value in the item's unit, with the item's decimals at most
 * @param priorYear the prior-year value that goes with it; empty if there is none
 * @param method how it is reckoned: for a stock always the last value, since it has no share of the year
 * @param basis the periods it is reckoned from, the unit's last accepted one first
 */
public record ImputedFigure(
        UnitCode unit,
        ItemCode item,
        BigDecimal value,
        Optional<BigDecimal> priorYear,
        Imputation method,
        List<Period> basis) {

    public ImputedFigure {
        basis = List.copyOf(basis);
    }
}
