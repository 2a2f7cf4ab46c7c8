package huibao.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A 核实说明 as a submission brought it.
 *
 * @param item the item it explains
 * @param text as typed, never blank
 * @param author who signed the form as 填表人, possibly empty
 * @param at when the submission arrived
 * @param cell where it stands; empty if that is not known
 * @param usable whether it says enough to let a finding pass
 * @param firstSubmission the submission of the year that first said the same of the item
 */
public record SubmittedExplanation(
        ItemCode item,
        String text,
        String author,
        Instant at,
        Optional<CellRef> cell,
        boolean usable,
        String firstSubmission) {}
