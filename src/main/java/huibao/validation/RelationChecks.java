package huibao.validation;

import huibao.model.CellRef;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Rule;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks between items of one form. A form that is not asked for all of them is not looked at. */
final class RelationChecks {

    private RelationChecks() {}

    static List<Verdict> partExceedsWhole(Rule rule, JudgedForm form) {
        Limits limits = new Limits(rule);
        Optional<Item> part = form.asked(limits.item("part"));
        Optional<Item> whole = form.asked(limits.item("whole"));
        if (part.isEmpty() || whole.isEmpty()) {
            return List.of();
        }
        Optional<BigDecimal> small = form.value(part.get());
        Optional<BigDecimal> large = form.value(whole.get());
        if (small.isEmpty() || large.isEmpty()) {
            return List.of(Verdict.notJudged(Unjudged.NO_FIGURE));
        }
        if (small.get().compareTo(large.get()) <= 0) {
            return List.of(Verdict.PASSED);
        }
        List<Item> items = List.of(part.get(), whole.get());
        return List.of(Verdict.failed(
                items,
                cells(form, items),
                Map.of(
                        "found", Texts.plain(small.get()),
                        "part", Texts.plain(small.get()),
                        "whole", Texts.plain(large.get()),
                        "other", whole.get().nameZh())));
    }

    /** A = B + C: figures that are rounded may differ by what rounding can do, counts may not. */
    static List<Verdict> balance(Rule rule, JudgedForm form) {
        Limits limits = new Limits(rule);
        List<ItemCode> codes = new ArrayList<>(List.of(limits.item("whole")));
        codes.addAll(limits.items("parts"));
        List<Item> items =
                codes.stream().map(form::asked).flatMap(Optional::stream).toList();
        if (items.size() < codes.size()) {
            return List.of();
        }
        List<BigDecimal> values =
                items.stream().map(form::value).flatMap(Optional::stream).toList();
        if (values.size() < items.size()) {
            return List.of(Verdict.notJudged(Unjudged.NO_FIGURE));
        }
        BigDecimal whole = values.get(0);
        BigDecimal sum = values.stream().skip(1).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (whole.subtract(sum).abs().compareTo(tolerance(items)) <= 0) {
            return List.of(Verdict.PASSED);
        }
        return List.of(Verdict.failed(
                items,
                cells(form, items),
                Map.of(
                        "found", Texts.plain(whole),
                        "whole", Texts.plain(whole),
                        "computed", Texts.plain(sum),
                        "other", items.stream().skip(1).map(Item::nameZh).collect(Collectors.joining("、")))));
    }

    /** min ≤ numerator ÷ denominator × scale ≤ max. */
    static List<Verdict> ratioBounds(Rule rule, JudgedForm form) {
        Limits limits = new Limits(rule);
        BigDecimal scale = limits.require("scale");
        BigDecimal min = limits.require("min");
        BigDecimal max = limits.require("max");
        if (scale.signum() <= 0 || min.compareTo(max) > 0) {
            throw new IllegalArgumentException("scale must be positive and min not above max");
        }
        Optional<Item> numerator = form.asked(limits.item("numerator"));
        Optional<Item> denominator = form.asked(limits.item("denominator"));
        if (numerator.isEmpty() || denominator.isEmpty()) {
            return List.of();
        }
        Optional<BigDecimal> above = form.value(numerator.get());
        Optional<BigDecimal> below = form.value(denominator.get()).filter(value -> value.signum() > 0);
        if (above.isEmpty() || below.isEmpty()) {
            boolean figures = above.isPresent() && form.value(denominator.get()).isPresent();
            return List.of(Verdict.notJudged(figures ? Unjudged.NO_BASE : Unjudged.NO_FIGURE));
        }
        BigDecimal scaled = above.get().multiply(scale);
        if (scaled.compareTo(min.multiply(below.get())) >= 0 && scaled.compareTo(max.multiply(below.get())) <= 0) {
            return List.of(Verdict.PASSED);
        }
        List<Item> items = List.of(numerator.get(), denominator.get());
        return List.of(Verdict.failed(
                items,
                cells(form, items),
                Map.of(
                        "found", Texts.plain(above.get()),
                        "other", denominator.get().nameZh(),
                        "whole", Texts.plain(below.get()),
                        "computed", Texts.quotient(scaled, below.get(), 4),
                        "min", Texts.plain(min),
                        "max", Texts.plain(max))));
    }

    /** Half a unit of the last declared decimal per term; counts are not rounded and need none. */
    static BigDecimal tolerance(List<Item> terms) {
        return terms.stream()
                .filter(item -> item.decimals() > 0)
                .map(item -> BigDecimal.valueOf(5, item.decimals() + 1))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<CellRef> cells(JudgedForm form, List<Item> items) {
        return items.stream()
                .flatMap(item -> form.valueFigure(item).at().stream())
                .toList();
    }
}
