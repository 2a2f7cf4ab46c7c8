package huibao.model;

import java.util.Optional;

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
}
