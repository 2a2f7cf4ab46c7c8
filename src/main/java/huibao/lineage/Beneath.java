package huibao.lineage;

import huibao.model.Finding;
import java.util.List;

/**
 * What lies beneath the figures of some items for one area, down to the cells.
 *
 * @param items each item with its parts
 * @param sources for the city what stands; for a unit every version it sent, in receipt order
 * @param cityFindings what the audit of the city's sums says of these items
 */
public record Beneath(List<FigureParts> items, List<Source> sources, List<Finding> cityFindings) {

    public Beneath {
        items = List.copyOf(items);
        sources = List.copyOf(sources);
        cityFindings = List.copyOf(cityFindings);
    }
}
