package huibao.validation;

import huibao.model.CellRef;
import java.math.BigDecimal;
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
}
