package huibao.lineage;

import huibao.json.Inline;
import huibao.model.Amount;
import huibao.model.Conversion;
import huibao.model.Figure;
import huibao.model.ItemCode;
import huibao.model.MissingReason;
import huibao.model.ObsStatus;
import huibao.model.Observation;
import huibao.model.SubmittedExplanation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An item on one submission: its cells and all that was said of them.
 *
 * @param item the item
 * @param obsStatus its SDMX status; empty unless it stands
 * @param cells value, prior year, growth, forecast and assigned target; none if the form has no such row
 * @param remark what the sender remarked
 * @param findings what the audit said of it, in reporting order
 * @param explanation what the sender said of it
 */
public record SourceFigure(
        ItemCode item,
        Optional<ObsStatus> obsStatus,
        List<Cell> cells,
        String remark,
        List<TracedFinding> findings,
        Optional<Reason> explanation) {

    /** The cell of that name, of a row that is there. */
    public Cell cell(String name) {
        return cells.stream()
                .filter(cell -> cell.figure().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * One cell of a row.
     *
     * @param figure what it is for
     * @param at where it stands; empty if the form has no such column
     * @param rawText as typed
     * @param amount what it was read as
     * @param missingReason why it was read as nothing
     * @param conversions what was done to it on the way, in order
     */
    public record Cell(
            String figure,
            @Inline Place at,
            String rawText,
            Optional<BigDecimal> amount,
            Optional<MissingReason> missingReason,
            List<Conversion> conversions) {

        private static Cell of(String name, Figure figure) {
            return new Cell(
                    name,
                    Place.of(figure.at()),
                    figure.rawText(),
                    figure.amount().known(),
                    figure.amount() instanceof Amount.Missing missing
                            ? Optional.of(missing.reason())
                            : Optional.empty(),
                    figure.conversions());
        }

        static List<Cell> of(Observation row) {
            return List.of(
                    of("value", row.value()),
                    of("prior_year", row.priorYear()),
                    of("growth", row.growth()),
                    of("forecast", row.forecast()),
                    of("assigned", row.assigned()));
        }
    }

    /**
     * A finding on a figure, with what hangs on it now.
     *
     * @param finding the finding; its impact is today's while it is open, else that of the day it was judged
     * @param reviewRank its place in the order of review, from 1; empty if it is not open
     */
    public record TracedFinding(@Inline StatedFinding finding, OptionalInt reviewRank) {}

    /**
     * What a sender said of a figure.
     *
     * @param text in his words
     * @param author who said it
     * @param at when
     * @param place where it stands; empty if it was not said on a form
     * @param usable whether it gives a particular reason
     * @param firstSubmission the submission that said it first
     */
    public record Reason(
            String text, String author, Instant at, @Inline Place place, boolean usable, String firstSubmission) {

        static Reason of(SubmittedExplanation said) {
            return new Reason(
                    said.text(),
                    said.author(),
                    said.at(),
                    Place.of(said.cell()),
                    said.usable(),
                    said.firstSubmission());
        }
    }
}
