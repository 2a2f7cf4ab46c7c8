package huibao.validation;

import huibao.model.Accumulation;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Observation;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The next period's figures on the form of one that is accepted already: last period's file was filled in and its
 * heading left as it was. A correction moves some figures, either way; a period that passed moves nearly all flows
 * up, each by about what a period adds.
 */
final class NextPeriodsFiguresRule implements FormRule {

    private static final int FEWEST = 8;
    private static final int PERCENT = 80;
    /** What a period adds is between so many times less and more than what periods added before. */
    private static final BigDecimal PACE = BigDecimal.valueOf(3);

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form) {
        if (form.context().standing().isEmpty()) {
            return List.of(RuleResult.notJudged(Unjudged.NOT_MEANT));
        }
        Map<ItemCode, Observation> standing =
                JudgedForm.rowsOf(form.context().standing().get().form());
        List<Item> flows = form.items().stream()
                .filter(item -> item.accumulation() == Accumulation.YTD
                        && form.value(item).isPresent()
                        && JudgedForm.valueOf(standing, item)
                                .filter(value -> value.signum() > 0)
                                .isPresent()
                        && item.decimals() > 0)
                .toList();
        if (flows.size() < FEWEST) {
            return List.of(RuleResult.notJudged(Unjudged.NO_BASE));
        }
        List<Item> grown = flows.stream()
                .filter(item -> isOnePeriodOn(
                        form,
                        JudgedForm.valueOf(standing, item).orElseThrow(),
                        form.value(item).orElseThrow()))
                .toList();
        return List.of(
                100 * grown.size() < PERCENT * flows.size()
                        ? RuleResult.PASSED
                        : RuleResult.failed(
                                form.cellsOfBoth(form.items()),
                                Map.of(
                                        "found", Integer.toString(grown.size()),
                                        "whole", Integer.toString(flows.size()),
                                        "previous", form.submission().period().toString())));
    }

    private static boolean isOnePeriodOn(JudgedForm form, BigDecimal before, BigDecimal now) {
        BigDecimal added = now.subtract(before).multiply(BigDecimal.valueOf(form.periodNumber()));
        return added.signum() > 0 && Expected.isWithin(added, before, PACE);
    }
}
