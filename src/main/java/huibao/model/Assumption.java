package huibao.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was assumed of a figure that is missing, so that the city's could be bounded.
 *
 * @param unit the unit that did not report it
 * @param item what it did not report
 * @param kind how the bounds were found
 * @param since the period of the unit's last accepted figure of the year; empty if there is none
 * @param range what the figure is taken to lie between
 */
public record Assumption(UnitCode unit, ItemCode item, Kind kind, Optional<Period> since, Interval range) {

    /** How the bounds of a missing figure were found. */
    public enum Kind {
        /** A flow: from its last figure of the year to that one continued at its own monthly rate. */
        CONTINUED,
        /** The same, but last year's figure of the same period is the upper bound, being larger. */
        CONTINUED_OR_YEAR_BEFORE,
        /** A flow of which nothing stands this year: up to last year's figure of the same period. */
        YEAR_BEFORE,
        /** A stock: its last figure of the year, give or take the swing the job lets pass. */
        SWING,
        /** Nothing is known that would bound it from above. */
        NO_CEILING
    }

    /**
     * Assumptions as a column holds them, one per line: unit, item, kind, since when a figure stands or a
     * dash, and {@code low..high}, rounded outward; an end that is not known is left out.
     */
    public static String lines(List<Assumption> assumptions) {
        return assumptions.stream().map(Assumption::line).collect(Collectors.joining("\n"));
    }

    /** The lower bound, rounded downwards; empty if there is none. */
    public Optional<BigDecimal> lowValue() {
        return range.low().map(end -> end.shortest(RoundingMode.FLOOR));
    }

    /** The upper bound, rounded upwards; empty if there is none. */
    public Optional<BigDecimal> highValue() {
        return range.high().map(end -> end.shortest(RoundingMode.CEILING));
    }

    private String line() {
        return String.join(
                " ",
                unit.value(),
                item.value(),
                kind.name(),
                since.map(Period::toString).orElse("-"),
                text(lowValue()) + ".." + text(highValue()));
    }

    private static String text(Optional<BigDecimal> end) {
        return end.map(value -> value.stripTrailingZeros().toPlainString()).orElse("");
    }
}
