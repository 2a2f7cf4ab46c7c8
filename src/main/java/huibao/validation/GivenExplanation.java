package huibao.validation;

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
                .removeIf(row -> UsableExplanations.essence(row.explanation()).isEmpty());
        Map<ItemCode, GivenExplanation> given = new TreeMap<>();
        open.forEach((item, row) -> given.put(item, at(row.explanation(), latest.period(), row)));
        while (!open.isEmpty() && before.hasNext()) {
            Submission form = before.next();
            Map<ItemCode, Observation> rows = JudgedForm.rowsOf(form);
            for (Observation row : List.copyOf(open.values())) {
                Optional<Observation> repeated = Optional.ofNullable(rows.get(row.item()))
                        .filter(earlier -> UsableExplanations.essence(earlier.explanation())
                                .equals(UsableExplanations.essence(row.explanation())));
                repeated.ifPresentOrElse(
                        earlier -> given.put(row.item(), at(row.explanation(), form.period(), earlier)),
                        () -> open.remove(row.item()));
            }
        }
        return given;
    }

    /** Whether a row has this very text, spaces and punctuation apart. */
    boolean isIn(Observation row) {
        return UsableExplanations.essence(row.explanation()).equals(UsableExplanations.essence(text));
    }

    /** Whether a row's figures are those the text was given for. */
    public boolean holdsFor(Observation row) {
        return same(value, row.value().amount().known())
                && same(priorYear, row.priorYear().amount().known());
    }

    private static GivenExplanation at(String text, Period period, Observation row) {
        return new GivenExplanation(
                text,
                period,
                row.value().amount().known(),
                row.priorYear().amount().known());
    }

    private static boolean same(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        return a.isPresent() ? b.filter(other -> other.compareTo(a.get()) == 0).isPresent() : b.isEmpty();
    }
}
