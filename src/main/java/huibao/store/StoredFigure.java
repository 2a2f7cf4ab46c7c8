package huibao.store;

import huibao.model.CellRef;
import huibao.model.ItemCode;
import huibao.model.ItemValue;
import java.util.Optional;

/**
 * A submission's figure of one item.
 *
 * @param item the item
 * @param value the figure, without its texts
 * @param cell where its value stands; empty if the form has no such cell
 */
public record StoredFigure(ItemCode item, ItemValue value, Optional<CellRef> cell) {}
