package huibao.lineage;

import huibao.model.Item;
import huibao.model.ItemFigure;
import java.util.List;
import java.util.Optional;

/**
 * An item's figure for one area and what it is made of.
 *
 * @param item the item
 * @param figure the figure; empty if the area has none of it
 * @param contributions the units asked for it, in print order, zones after their hosts
 */
public record ItemLineage(Item item, Optional<ItemFigure> figure, List<Contribution> contributions) {

    public ItemLineage {
        contributions = List.copyOf(contributions);
    }
}
