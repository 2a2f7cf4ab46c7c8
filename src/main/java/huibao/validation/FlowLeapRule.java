package huibao.validation;

import huibao.model.Accumulation;
import huibao.model.Item;
import huibao.model.Pace;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A flow that has come in so fast since the last period that the row may be filled in wrongly as a whole: 上年同期
 * beside it proves nothing, since it was typed by the same hand. What does is last year's accepted figure, or a
 * 上年同期 of the figure's size that has not leapt itself, so that the last period was too low.
 *
 * <p>What comes in batches is measured by the year so far alone; of everything else what was added since has to
 * fit what was added per period before, too.
 */
final class FlowLeapRule implements ItemRule {

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form, Item item) {
        Optional<BigDecimal> value = form.value(item);
        Optional<BigDecimal> previous = form.previous(item);
        if (item.accumulation() != Accumulation.YTD
                || value.isEmpty()
                || previous.isEmpty()
                || previous.get().signum() <= 0
                || isTooLongAgo(form)) {
            return List.of(RuleResult.notJudged(unjudged(item, value, previous)));
        }
        Leap leap = new Leap(
                limits.requireNotNegative("times"),
                limits.find("added_times").filter(limit -> !inBatches(form, item)),
                limits.find("min_base").orElse(BigDecimal.ZERO));
        if (!leap.is(form, item, value.get(), previous.get())
                || knownFromLastYear(form, item, value.get())
                || followsPriorYear(leap, form, item, value.get())) {
            return List.of(RuleResult.PASSED);
        }
        BigDecimal pace = form.continued(item, previous.get());
        return List.of(form.failedAgainstPrevious(
                item,
                Map.of(
                        "expected", Texts.quotient(pace, BigDecimal.ONE, item.decimals()),
                        "factor", Texts.quotient(value.get(), pace, 1))));
    }

    /** What a few periods brought says little of the many that followed. */
    private static boolean isTooLongAgo(JudgedForm form) {
        return form.periodNumber() - form.previousNumber() > form.previousNumber();
    }

    private static Unjudged unjudged(Item item, Optional<BigDecimal> value, Optional<BigDecimal> previous) {
        if (item.accumulation() != Accumulation.YTD) {
            return Unjudged.NOT_MEANT;
        }
        return value.isEmpty() ? Unjudged.NO_FIGURE : previous.isEmpty() ? Unjudged.NO_PREVIOUS : Unjudged.NO_BASE;
    }

    private static boolean inBatches(JudgedForm form, Item item) {
        return form.catalogue().targetsOf(item.code()).stream().anyMatch(target -> target.pace() == Pace.LUMPY);
    }

    /** Whether 上年同期 is of the figure's size and came there from the last form without a leap. */
    private static boolean followsPriorYear(Leap leap, JudgedForm form, Item item, BigDecimal value) {
        return form.priorYear(item)
                .filter(typed -> Sizes.alike(value, typed))
                .filter(typed -> form.previousPriorYear(item)
                        .filter(before -> before.signum() > 0 && !leap.is(form, item, typed, before))
                        .isPresent())
                .isPresent();
    }

    /** Whether last year's accepted figure is of the same size. */
    static boolean knownFromLastYear(JudgedForm form, Item item, BigDecimal value) {
        return form.lastYear(item)
                .filter(archived -> Sizes.alike(value, archived))
                .isPresent();
    }

    /** What is a leap; a base below minBase counts as that. */
    private record Leap(BigDecimal times, Optional<BigDecimal> addedTimes, BigDecimal minBase) {

        boolean is(JudgedForm form, Item item, BigDecimal figure, BigDecimal previous) {
            return exceeds(figure, form.continued(item, previous).max(minBase), times)
                    || addedTimes
                            .filter(limit -> added(form, figure, previous, limit))
                            .isPresent();
        }

        /** Per period, multiplied out: added ÷ since against previous ÷ before. */
        private boolean added(JudgedForm form, BigDecimal figure, BigDecimal previous, BigDecimal limit) {
            BigDecimal before = BigDecimal.valueOf(form.previousNumber());
            BigDecimal since = BigDecimal.valueOf(form.periodNumber() - form.previousNumber());
            BigDecimal base = previous.max(minBase.multiply(before));
            return exceeds(figure.subtract(previous).multiply(before), base.multiply(since), limit);
        }

        private static boolean exceeds(BigDecimal figure, BigDecimal base, BigDecimal times) {
            return figure.compareTo(base.multiply(times)) > 0;
        }
    }
}
