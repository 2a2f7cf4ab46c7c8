package huibao.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits a total by weights so that the parts add up to it exactly (largest remainder). */
final class Apportionment {

    private static final int SPARE_DIGITS = 12;

    private Apportionment() {}

    /**
     * The parts, in the order of the weights.
     *
     * @param decimals decimals of total and parts
     * @param weights not negative, at least one of them positive
     */
    static List<BigDecimal> split(BigDecimal total, int decimals, List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> exact = weights.stream()
                .map(weight -> total.multiply(weight).divide(sum, decimals + SPARE_DIGITS, RoundingMode.DOWN))
                .toList();
        List<BigDecimal> parts = new ArrayList<>(exact.stream()
                .map(share -> share.setScale(decimals, RoundingMode.DOWN))
                .toList());
        BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
        BigDecimal rest = total.subtract(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        int missing = rest.divide(step, 0, RoundingMode.DOWN).intValueExact();
        List<Integer> byRemainder = IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> exact.get(i).subtract(parts.get(i)))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        byRemainder.stream()
                .limit(missing)
                .forEach(i -> parts.set(i, parts.get(i).add(step)));
        return List.copyOf(parts);
    }
}
