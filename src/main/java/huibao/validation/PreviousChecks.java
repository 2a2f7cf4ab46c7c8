package huibao.validation;

import huibao.model.Accumulation;
import huibao.model.Item;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks against the previous accepted period of the same year. */
final class PreviousChecks {

    private PreviousChecks() {}

    static List<Verdict> ytdBelowPrevious(Limits limits, JudgedForm form, Item item) {
        Optional<BigDecimal> value = form.value(item);
        Optional<BigDecimal> previous = form.previous(item);
        if (item.accumulation() != Accumulation.YTD || value.isEmpty() || previous.isEmpty()) {
            return List.of(Verdict.notJudged(
                    item.accumulation() != Accumulation.YTD
                            ? Unjudged.NOT_MEANT
                            : value.isEmpty() ? Unjudged.NO_FIGURE : Unjudged.NO_PREVIOUS));
        }
        return List.of(
                value.get().compareTo(previous.get()) >= 0
                        ? Verdict.PASSED
                        : failed(form, item, value.get(), previous.get(), Map.of()));
    }

    /** To the last digit; a flow that has not begun is not suspicious. */
    static List<Verdict> sameAsPrevious(Limits limits, JudgedForm form, Item item) {
        Optional<BigDecimal> value = form.value(item);
        Optional<BigDecimal> previous = form.previous(item);
        if (value.isEmpty() || previous.isEmpty()) {
            return List.of(Verdict.notJudged(value.isEmpty() ? Unjudged.NO_FIGURE : Unjudged.NO_PREVIOUS));
        }
        boolean same = value.get().signum() != 0 && value.get().compareTo(previous.get()) == 0;
        return List.of(same ? failed(form, item, value.get(), previous.get(), Map.of()) : Verdict.PASSED);
    }

    /**
     * A stock against the previous stock; of a flow, what was added since against what was added per period
     * before. Bases below min_base swing by chance and are not judged.
     */
    static List<Verdict> periodSwing(Limits limits, JudgedForm form, Item item) {
        BigDecimal percent = limits.requireNotNegative("percent");
        BigDecimal minBase = limits.find("min_base").orElse(BigDecimal.ZERO);
        Optional<BigDecimal> value = form.value(item);
        Optional<BigDecimal> previous = form.previous(item);
        if (value.isEmpty() || previous.isEmpty() || previous.get().signum() <= 0) {
            return List.of(Verdict.notJudged(
                    value.isEmpty()
                            ? Unjudged.NO_FIGURE
                            : previous.isEmpty() ? Unjudged.NO_PREVIOUS : Unjudged.NO_BASE));
        }
        boolean flow = item.accumulation() == Accumulation.YTD;
        BigDecimal before = BigDecimal.valueOf(flow ? form.previousNumber() : 1);
        BigDecimal since = BigDecimal.valueOf(flow ? form.periodNumber() - form.previousNumber() : 1);
        if (since.signum() <= 0 || previous.get().compareTo(minBase.multiply(before)) < 0) {
            return List.of(Verdict.notJudged(Unjudged.NO_BASE));
        }
        // added ÷ since against previous ÷ before, multiplied out
        BigDecimal added = flow ? value.get().subtract(previous.get()) : value.get();
        BigDecimal now = added.multiply(before);
        BigDecimal base = previous.get().multiply(since);
        boolean swings = now.subtract(base).abs().movePointRight(2).compareTo(base.multiply(percent)) > 0;
        return List.of(
                !swings
                        ? Verdict.PASSED
                        : failed(
                                form,
                                item,
                                value.get(),
                                previous.get(),
                                Map.of(
                                        "change_percent", Texts.changePercent(now, base),
                                        "limit", Texts.plain(percent))));
    }

    private static Verdict failed(
            JudgedForm form, Item item, BigDecimal value, BigDecimal previous, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(more);
        all.put("found", Texts.plain(value));
        all.put("previous", Texts.plain(previous));
        return Verdict.failed(item, JudgedForm.cells(form.valueFigure(item)), all);
    }
}
