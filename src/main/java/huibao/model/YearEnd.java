package huibao.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What it takes to reach a target by the end of the year. While units are missing it is reckoned at the
 * unfavourable end of the bounds: the most it can take.
 *
 * @param outlook what can be said
 * @param neededPerPeriod a flow: what each remaining period must bring, or of a capped one may bring; empty
 *     if that cannot be said
 * @param averagePerPeriod a flow: what each period so far has brought
 * @param neededGrowthPercent a growth: how much the remaining periods together must grow over the same ones
 *     of last year; empty without last year's full figure
 */
public record YearEnd(
        Outlook outlook,
        Optional<BigDecimal> neededPerPeriod,
        Optional<BigDecimal> averagePerPeriod,
        Optional<BigDecimal> neededGrowthPercent) {

    /** What can be said of the end of the year. */
    public enum Outlook {
        /** Reached, and it cannot be lost again; at the end of the year: reached. */
        DONE,
        /** Going on as so far is enough. */
        AT_THIS_RATE,
        /** The remaining periods must do better than those so far. */
        NEEDS_MORE,
        /** Out of reach, or the year is over. */
        LOST,
        /** The figures do not say. */
        NOT_COMPUTABLE,
        /** No flow: it has no remaining periods to spread over. */
        NOT_APPLICABLE
    }

    /** A target without periods to spread over. */
    public static final YearEnd NOT_APPLICABLE =
            new YearEnd(Outlook.NOT_APPLICABLE, Optional.empty(), Optional.empty(), Optional.empty());

    /** Nothing can be said. */
    public static final YearEnd NOT_COMPUTABLE =
            new YearEnd(Outlook.NOT_COMPUTABLE, Optional.empty(), Optional.empty(), Optional.empty());
}
