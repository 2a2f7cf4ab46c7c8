package huibao.lineage;

import java.util.List;

/**
 * What lies beneath the figures of some items for one area, down to the cells.
 *
 * @param items each item with its parts
 * @param cityFindings what the audit of the city's sums says of these items
 * @param sources for the city what stands; for a unit every version it sent, in receipt order
 */
public record Beneath(List<FigureParts> items, List<StatedFinding> cityFindings, List<Source> sources) {}
