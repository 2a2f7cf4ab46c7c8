package huibao.attainment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Places 1-1-3 (并列, the next place skipped) of one target, on values as printed, so that rows that look equal
 * share one. A unit takes a few bytes: values of all are kept until the last is in.
 */
final class Ranks {

    /** Which end is the good one. */
    enum Order {
        LARGEST_FIRST,
        SMALLEST_FIRST
    }

    private final Order order;
    private final int decimals;
    private final RoundingMode rounding;

    private final BitSet ranked = new BitSet();
    /** Printed values without their point, by the unit's place in print order. */
    private long[] values = new long[0];
    /** Printed values with too many digits for that. */
    private final Map<Integer, BigDecimal> longValues = new HashMap<>();
    /** By place; empty until the first is asked for. */
    private int[] ranks = new int[0];

    /**
     * @param decimals decimals printed
     * @param rounding rounding at presentation
     */
    Ranks(Order order, int decimals, RoundingMode rounding) {
        this.order = order;
        this.decimals = decimals;
        this.rounding = rounding;
    }

    /**
     * Adds a unit that has a value.
     *
     * @param place where it is printed
     * @param value as published
     */
    void add(int place, BigDecimal value) {
        put(place, value.setScale(decimals, rounding));
    }

    /** Adds other units of the same target. */
    void add(Ranks others) {
        others.ranked.stream().forEach(place -> put(place, others.printed(place)));
    }

    /** The rank of the unit printed at a place; empty if it has no value. */
    OptionalInt of(int place) {
        if (ranks.length == 0) {
            ranks = rank();
        }
        return ranked.get(place) ? OptionalInt.of(ranks[place]) : OptionalInt.empty();
    }

    private void put(int place, BigDecimal printed) {
        ranked.set(place);
        if (values.length <= place) {
            values = Arrays.copyOf(values, 2 * place + 1);
        }
        if (printed.unscaledValue().bitLength() < Long.SIZE) {
            values[place] = printed.unscaledValue().longValue();
        } else {
            longValues.put(place, printed);
        }
        ranks = new int[0];
    }

    private int[] rank() {
        Integer[] sorted = ranked.stream().boxed().toArray(Integer[]::new);
        Comparator<Integer> ascending = this::compare;
        Arrays.sort(sorted, order == Order.LARGEST_FIRST ? ascending.reversed() : ascending);
        int[] byPlace = new int[ranked.length()];
        for (int i = 0; i < sorted.length; i++) {
            boolean shares = i > 0 && compare(sorted[i - 1], sorted[i]) == 0;
            byPlace[sorted[i]] = shares ? byPlace[sorted[i - 1]] : i + 1;
        }
        return byPlace;
    }

    private int compare(int one, int other) {
        return longValues.isEmpty()
                ? Long.compare(values[one], values[other])
                : printed(one).compareTo(printed(other));
    }

    private BigDecimal printed(int place) {
        return longValues.getOrDefault(place, BigDecimal.valueOf(values[place], decimals));
    }
}
