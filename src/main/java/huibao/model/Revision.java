package huibao.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A figure that changed after it had been accepted (修订).
 *
 * @param unit the unit
 * @param period the period
 * @param item the item
 * @param oldValue the value that stood; empty if it was missing
 * @param newValue the value that stands; empty if it is missing
 * @param oldPriorYear the prior-year value that stood
 * @param newPriorYear the prior-year value that stands
 * @param oldSubmission the submission superseded
 * @param newSubmission the submission that stands
 * @param at when
 */
public record Revision(
        UnitCode unit,
        Period period,
        ItemCode item,
        Optional<BigDecimal> oldValue,
        Optional<BigDecimal> newValue,
        Optional<BigDecimal> oldPriorYear,
        Optional<BigDecimal> newPriorYear,
        String oldSubmission,
        String newSubmission,
        Instant at) {}
