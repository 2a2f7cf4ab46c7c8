package huibao.lineage;

import huibao.model.Item;
import huibao.model.ItemFigure;
import huibao.model.UnitCode;
import java.util.List;
import java.util.Optional;

/**
 * An item's figure for one area and what it is made of.
 *
 * @param item the item
 * @param figure the figure; empty if the area has none of it
 * @param contributions the units asked for it, in print order, zones after their hosts
 */
public record FigureParts(Item item, Optional<ItemFigure> figure, List<Contribution> contributions) {

    public FigureParts {
        contributions = List.copyOf(contributions);
    }

    /** The units of which a term of the sum is missing. */
    public List<UnitCode> missing() {
        return contributions.stream()
                .filter(part ->
                        part.part() == Contribution.Part.ADDED && part.value().isEmpty())
                .map(part -> part.unit().code())
                .toList();
    }
}
