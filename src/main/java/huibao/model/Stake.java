package huibao.model;

import java.util.List;

/**
 * How much hangs on what is still to be looked at.
 *
 * @param cells figures, one per unit and item, any of which could turn a verdict for the city
 * @param targets the targets whose verdict they could turn
 */
public record Stake(int cells, int targets) {

    private record Cell(UnitCode unit, ItemCode item) {}

    /** Counts what open findings decide. */
    public static Stake of(List<OpenFinding> review) {
        List<OpenFinding> deciding =
                review.stream().filter(open -> open.impact().turnsAVerdict()).toList();
        return new Stake(
                Math.toIntExact(deciding.stream()
                        .map(open -> new Cell(
                                open.sourced().submission().unit().orElseThrow(),
                                open.sourced().finding().item().orElseThrow()))
                        .distinct()
                        .count()),
                Math.toIntExact(deciding.stream()
                        .flatMap(open -> open.impact().decides().stream())
                        .distinct()
                        .count()));
    }
}
