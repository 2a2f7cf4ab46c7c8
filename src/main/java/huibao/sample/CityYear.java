package huibao.sample;

import huibao.catalogue.Catalogue;
import huibao.model.Accumulation;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Measure;
import huibao.model.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Predicate;

/** What the whole city reaches by the end of the year, item by item: near the targets where there are some. */
final class CityYear {

    /** Growth per unit stays within this, so that no year-on-year check has a reason to ask. */
    private static final int STRONGEST_GROWTH_PERCENT = 19;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Catalogue catalogue;
    private final Dice dice;

    CityYear(Catalogue catalogue, Dice dice) {
        this.catalogue = catalogue;
        this.dice = dice;
    }

    /** The city's figure at the end of the year, with the item's decimals. */
    BigDecimal amount(Item item) {
        return anchor(item).setScale(item.decimals(), RoundingMode.HALF_UP);
    }

    /** Growth of a unit over the year before, in percent; the units scatter around the city. */
    int growthPercent(Item item, String unit) {
        Optional<BigDecimal> promised = target(item, t -> t.measure() == Measure.GROWTH || isNumeratorPerHead(item, t))
                .map(Target::value);
        boolean denominator = isDenominator(item);
        int city = promised.map(value -> value.min(BigDecimal.valueOf(STRONGEST_GROWTH_PERCENT))
                                .max(BigDecimal.valueOf(-STRONGEST_GROWTH_PERCENT))
                                .intValue()
                        + dice.between(-4, 4, "growth", item.code()))
                .orElseGet(() -> denominator ? 0 : dice.between(-6, 13, "growth", item.code()));
        int scatter = denominator ? 1 : 3;
        int own = city + dice.between(-scatter, scatter, "growth", item.code(), unit);
        return Math.max(-STRONGEST_GROWTH_PERCENT, Math.min(STRONGEST_GROWTH_PERCENT, own));
    }

    /** The whole an item is a part of, where a target prints their quotient as a percentage. */
    Optional<Item> wholeOf(Item item) {
        return target(item, t -> t.measure() == Measure.RATIO && isNumerator(item, t) && isPercentage(t))
                .map(t -> catalogue.requireItem(t.items().get(1)));
    }

    private BigDecimal anchor(Item item) {
        Optional<Target> level = target(item, t -> t.measure() == Measure.LEVEL);
        if (level.isPresent()) {
            return percent(level.get().value(), attainmentPercent(item));
        }
        Optional<Target> ratio = target(item, t -> t.measure() == Measure.RATIO && isNumerator(item, t));
        if (ratio.isPresent() && !isDenominator(item)) {
            Target target = ratio.get();
            BigDecimal whole = anchor(catalogue.requireItem(target.items().get(1)));
            BigDecimal part = percent(
                    target.value().multiply(whole).divide(target.scale(), 12, RoundingMode.HALF_UP),
                    dice.between(96, 106, "ratio", item.code()));
            return isPercentage(target) ? part.min(whole) : part;
        }
        return BigDecimal.valueOf(dice.between(300, 900, "invented", item.code()));
    }

    /** Most targets end between 85 and 120 %; a few fail clearly and a few are passed early. */
    private int attainmentPercent(Item item) {
        if (item.accumulation() == Accumulation.POINT) {
            return dice.between(94, 108, "attainment", item.code());
        }
        return switch (dice.between(0, 9, "fate", item.code())) {
            case 0 -> dice.between(30, 60, "attainment", item.code());
            case 1 -> dice.between(125, 160, "attainment", item.code());
            default -> dice.between(85, 120, "attainment", item.code());
        };
    }

    private Optional<Target> target(Item item, Predicate<Target> condition) {
        return catalogue.targetsOf(item.code()).stream().filter(condition).findFirst();
    }

    private boolean isDenominator(Item item) {
        return target(item, t -> t.items().size() > 1 && t.items().get(1).equals(item.code()))
                .isPresent();
    }

    private static boolean isNumeratorPerHead(Item item, Target target) {
        return target.measure() == Measure.GROWTH_PER_HEAD && isNumerator(item, target);
    }

    private static boolean isNumerator(Item item, Target target) {
        ItemCode first = target.items().get(0);
        return first.equals(item.code());
    }

    private static boolean isPercentage(Target target) {
        return target.scale().compareTo(HUNDRED) == 0;
    }

    private static BigDecimal percent(BigDecimal value, int percent) {
        return value.multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
    }
}
