package huibao.validation;

import huibao.model.CarriedExplanation;
import huibao.model.ItemCode;
import huibao.model.Observation;
import huibao.model.Period;
import huibao.model.Submission;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A 核实说明 as a unit's last accepted form has it, with the figures it was given for. Repeated from one
 * period to the next it is one explanation, given once; it explains what it was written for and nothing
 * else, so it lapses when the figures change.
 *
 * @param text as typed on the last accepted form
 * @param since the period of the first form in the unbroken row that have it
 * @param value 本年累计 or 期末 on that first form; empty if missing there
 * @param priorYear 上年同期 on that first form; empty if missing there
 */
public record GivenExplanation(String text, Period since, Optional<BigDecimal> value, Optional<BigDecimal> priorYear) {

    /**
     * What a unit's last accepted form explains.
     *
     * @param latest the last accepted form
     * @param before accepted forms of the year before it, the newest first; no more are asked for than needed
     * @return by item; items without a text are absent
     */
    public static Map<ItemCode, GivenExplanation> of(Submission latest, Iterator<Submission> before) {
        Map<ItemCode, Observation> open = JudgedForm.rowsOf(latest);
        open.values()
                .removeIf(row -> row.explanation().isBlank()
                        || (UsableExplanations.essence(row.explanation()).isEmpty()
                                && !CarriedExplanation.isYes(row.explanation())));
        Map<ItemCode, GivenExplanation> given = new TreeMap<>();
        open.forEach((item, row) -> given.put(item, at(row.explanation(), latest.period(), row)));
        open.values().removeIf(row -> CarriedExplanation.isConfirmed(row.explanation()));
        while (!open.isEmpty() && before.hasNext()) {
            Submission form = before.next();
            Map<ItemCode, Observation> rows = JudgedForm.rowsOf(form);
            for (Observation row : List.copyOf(open.values())) {
                Optional<Observation> earlier = Optional.ofNullable(rows.get(row.item()));
                if (CarriedExplanation.isYes(row.explanation())) {
                    earlier.map(Observation::explanation)
                            .filter(text -> !CarriedExplanation.isYes(text))
                            .ifPresent(text -> {
                                given.put(row.item(), at(text, latest.period(), row));
                                open.remove(row.item());
                            });
                } else if (earlier.filter(other -> same(other.explanation(), row.explanation()))
                        .isPresent()) {
                    given.put(row.item(), at(row.explanation(), form.period(), earlier.get()));
                } else {
                    open.remove(row.item());
                }
            }
        }
        given.values()
                .removeIf(one ->
                        CarriedExplanation.isYes(one.text()) || one.text().isEmpty());
        return given;
    }

    /** Whether a text is this very one, spaces, punctuation and marks of a carried one apart. */
    boolean says(String other) {
        return same(other, text);
    }

    private static boolean same(String a, String b) {
        return UsableExplanations.essence(CarriedExplanation.bare(a))
                .equals(UsableExplanations.essence(CarriedExplanation.bare(b)));
    }

    /** Whether a row's figures are those the text was given for. */
    public boolean holdsFor(Observation row) {
        return same(value, row.value().amount().known())
                && same(priorYear, row.priorYear().amount().known());
    }

    private static GivenExplanation at(String text, Period period, Observation row) {
        return new GivenExplanation(
                CarriedExplanation.bare(text),
                period,
                row.value().amount().known(),
                row.priorYear().amount().known());
    }

    private static boolean same(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        return a.isPresent() ? b.filter(other -> other.compareTo(a.get()) == 0).isPresent() : b.isEmpty();
    }
}
