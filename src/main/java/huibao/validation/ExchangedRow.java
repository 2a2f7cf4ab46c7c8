package huibao.validation;

import huibao.model.Accumulation;
import huibao.model.Item;
import huibao.model.Observation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * What one row says of whether 本年累计 and 上年同期 stand in each other's column.
 *
 * @param item the row's item
 * @param reads how its figures read
 * @param weight how much that is worth
 */
record ExchangedRow(Item item, Reads reads, Weight weight) {

    /** What the reading of a row is worth. */
    enum Weight {
        /** It can be chance. */
        LITTLE,
        /** In several neighbours it is none. */
        SOME,
        /** It is enough by itself: as they stand the row's figures cannot well be right. */
        ENOUGH
    }

    /** How a row's two figures read against what is known. */
    enum Reads {
        STRAIGHT,
        EXCHANGED,
        /** They are equal or missing, or nothing speaks clearly for either. */
        EITHER
    }

    /** A growth that stayed within this goes on; beyond it, it can have turned. */
    private static final BigDecimal CLEARLY = new BigDecimal("1.01");
    /** A growth does not turn by as much in several rows at once. */
    private static final BigDecimal MOVED = new BigDecimal("1.05");
    /** A growth does not turn by as much within a period. */
    private static final BigDecimal TURNED = new BigDecimal("1.2");
    /** Below this the growth of a count turns by chance. */
    private static final BigDecimal SMALL_COUNT = BigDecimal.valueOf(20);
    /** A clear reading fits so much better: its distance to this power is still the smaller. */
    private static final int BETTER = 3;
    /** Growth is typed with one decimal, in percent. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.051");

    static ExchangedRow of(JudgedForm form, Item item) {
        Optional<BigDecimal> value = positive(form.value(item));
        Optional<BigDecimal> prior = positive(form.priorYear(item));
        if (value.isEmpty() || prior.isEmpty() || value.get().compareTo(prior.get()) == 0) {
            return new ExchangedRow(item, Reads.EITHER, Weight.LITTLE);
        }
        Reads exactly = againstLastYear(form, item, value.get(), prior.get());
        if (exactly == Reads.EITHER) {
            exactly = againstGrowth(form, item, value.get(), prior.get());
        }
        return exactly == Reads.EITHER
                ? againstPrevious(form, item, value.get(), prior.get())
                : new ExchangedRow(item, exactly, Weight.ENOUGH);
    }

    /** Whether the row has two figures that can be exchanged. */
    static boolean hasBoth(JudgedForm form, Item item) {
        return form.value(item)
                .filter(value -> form.priorYear(item)
                        .filter(prior -> prior.compareTo(value) != 0)
                        .isPresent())
                .isPresent();
    }

    private static Reads againstLastYear(JudgedForm form, Item item, BigDecimal value, BigDecimal prior) {
        Optional<BigDecimal> archived = form.lastYear(item);
        if (archived.isEmpty()) {
            return Reads.EITHER;
        }
        return archived.get().compareTo(prior) == 0
                ? Reads.STRAIGHT
                : archived.get().compareTo(value) == 0 ? Reads.EXCHANGED : Reads.EITHER;
    }

    /** Growth typed for the figures as they should stand; a formula follows them and says nothing. */
    private static Reads againstGrowth(JudgedForm form, Item item, BigDecimal value, BigDecimal prior) {
        Optional<BigDecimal> typed =
                form.figure(item, Observation::growth).amount().known();
        if (typed.isEmpty()) {
            return Reads.EITHER;
        }
        boolean exchanged = isGrowth(typed.get(), prior, value);
        return exchanged
                        && !isGrowth(typed.get(), value, prior)
                        && typed.get().abs().compareTo(BigDecimal.ONE) >= 0
                ? Reads.EXCHANGED
                : Reads.EITHER;
    }

    private static boolean isGrowth(BigDecimal typed, BigDecimal value, BigDecimal base) {
        BigDecimal growth = value.subtract(base).movePointRight(2).divide(base, MathContext.DECIMAL64);
        return growth.subtract(typed).abs().compareTo(ROUNDING) <= 0;
    }

    /** The growth of the previous form goes on, or has turned into its reciprocal. */
    private static ExchangedRow againstPrevious(JudgedForm form, Item item, BigDecimal value, BigDecimal prior) {
        Optional<BigDecimal> previous = positive(form.previous(item));
        Optional<BigDecimal> previousPrior = positive(form.previousPriorYear(item));
        if (previous.isEmpty() || previousPrior.isEmpty()) {
            return new ExchangedRow(item, Reads.EITHER, Weight.LITTLE);
        }
        BigDecimal growth = value.divide(prior, MathContext.DECIMAL64);
        BigDecimal before = previous.get().divide(previousPrior.get(), MathContext.DECIMAL64);
        BigDecimal straight = Expected.times(growth, before);
        BigDecimal exchanged = Expected.times(growth, BigDecimal.ONE.divide(before, MathContext.DECIMAL64));
        if (straight.max(exchanged).compareTo(CLEARLY) < 0) {
            return new ExchangedRow(item, Reads.EITHER, Weight.LITTLE);
        }
        if (straight.pow(BETTER).compareTo(exchanged) <= 0) {
            return new ExchangedRow(item, Reads.STRAIGHT, Weight.LITTLE);
        }
        boolean flow = item.accumulation() == Accumulation.YTD;
        boolean possible = !flow || (value.compareTo(previousPrior.get()) >= 0 && prior.compareTo(previous.get()) >= 0);
        if (!possible || exchanged.pow(BETTER).compareTo(straight) > 0) {
            return new ExchangedRow(item, Reads.EITHER, Weight.LITTLE);
        }
        boolean fell = flow && value.compareTo(previous.get()) < 0;
        if (!fell && item.decimals() == 0 && value.min(prior).compareTo(SMALL_COUNT) < 0) {
            return new ExchangedRow(item, Reads.EITHER, Weight.LITTLE);
        }
        boolean fits = Expected.isWithin(
                        value,
                        Expected.continued(item, previousPrior.get(), form.previousNumber(), form.periodNumber()),
                        Expected.NEAR)
                && Expected.isWithin(
                        prior,
                        Expected.continued(item, previous.get(), form.previousNumber(), form.periodNumber()),
                        Expected.NEAR);
        Weight weight = fits && (fell || (isSoonAfter(form) && straight.compareTo(TURNED) >= 0))
                ? Weight.ENOUGH
                : straight.compareTo(MOVED) >= 0 ? Weight.SOME : Weight.LITTLE;
        return new ExchangedRow(item, Reads.EXCHANGED, weight);
    }

    /** Whether most of the year so far was on the previous form already: a growth has no time to turn since. */
    private static boolean isSoonAfter(JudgedForm form) {
        return 3 * form.previousNumber() >= 2 * form.periodNumber();
    }

    private static Optional<BigDecimal> positive(Optional<BigDecimal> figure) {
        return figure.filter(known -> known.signum() > 0);
    }
}
