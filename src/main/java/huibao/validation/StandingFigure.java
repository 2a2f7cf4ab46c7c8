package huibao.validation;

import huibao.model.CellRef;
import huibao.model.ItemCode;
import huibao.model.ItemFigure;
import huibao.model.SourcedObservation;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A unit's figure as it stands.
 *
 * @param value 本年累计 or 期末; empty if missing
 * @param priorYear 上年同期; empty if missing
 * @param cell where the value stands on the unit's form; empty if not known
 */
public record StandingFigure(Optional<BigDecimal> value, Optional<BigDecimal> priorYear, Optional<CellRef> cell) {

    static final StandingFigure NONE = new StandingFigure(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * A unit's figures by item.
     *
     * @param figures of the unit in one period
     * @param observations where they come from, for their cells; may lack some
     */
    public static Map<ItemCode, StandingFigure> byItem(
            List<ItemFigure> figures, List<SourcedObservation> observations) {
        Map<ItemCode, CellRef> cells = new HashMap<>();
        for (SourcedObservation row : observations) {
            row.observation()
                    .value()
                    .at()
                    .ifPresent(cell -> cells.put(row.observation().item(), cell));
        }
        Map<ItemCode, StandingFigure> byItem = new HashMap<>();
        for (ItemFigure figure : figures) {
            Optional<CellRef> cell = Optional.ofNullable(cells.get(figure.item()));
            byItem.put(figure.item(), new StandingFigure(figure.value(), figure.priorYear(), cell));
        }
        return byItem;
    }
}
