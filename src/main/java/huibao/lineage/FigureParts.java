package huibao.lineage;

import huibao.json.Inline;
import huibao.model.Item;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An item's figure for one area and what it is made of.
 *
 * @param item the item
 * @param obsValue the figure; empty if the area has none of it
 * @param priorYearValue the figure of a year before
 * @param forecastValue the units' own forecasts added up
 * @param missing the units of which a term of the sum is missing
 * @param parts the units asked for it, in print order, zones after their hosts
 */
public record FigureParts(
        @Inline Item item,
        Optional<BigDecimal> obsValue,
        Optional<BigDecimal> priorYearValue,
        Optional<BigDecimal> forecastValue,
        List<UnitCode> missing,
        List<Contribution> parts) {}
