package huibao.lineage;

import huibao.model.Attainment;
import huibao.model.Item;
import huibao.model.Target;
import java.util.List;
import java.util.Optional;

/**
 * An item's figure for one area, and the targets it serves.
 *
 * @param issue which issue of the bulletin
 * @param item the item
 * @param targets the targets it serves
 * @param beneath its figure
 */
public record ItemLineage(Issue issue, Item item, List<Served> targets, Beneath beneath) implements Lineage {

    public ItemLineage {
        targets = List.copyOf(targets);
    }

    /**
     * A target an item serves.
     *
     * @param target the target
     * @param attainment the verdict; empty if the area does not answer for the target
     */
    public record Served(Target target, Optional<Attainment> attainment) {}
}
