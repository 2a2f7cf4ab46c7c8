package huibao.validation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * By how many times a figure is wrong that was typed in another unit than its item's, or converted from one it
 * was not in: powers of ten for any unit
 * (万元 for 亿元, 元 for 亿元, a digit too many), and the pairs of areas, which are none (亩 and 公顷: 15).
 */
final class UnitFactors {

    /** 元 for 亿元, 斤 for 亿斤: no pair in use is further apart. */
    private static final int HIGHEST_POWER = 8;

    /** One of each in 平方米, times three, so that they are whole. */
    private static final Map<String, BigDecimal> AREAS = Map.of(
            "平方米", new BigDecimal("3"),
            "亩", new BigDecimal("2000"),
            "公顷", new BigDecimal("30000"),
            "平方公里", new BigDecimal("3000000"));

    private static final String TEN_THOUSAND = "万";

    private UnitFactors() {}

    /** The factor nearest to figure ÷ reference, if it is within the tolerance; both are above zero. */
    static Optional<BigDecimal> nearest(
            String unitMeasure, BigDecimal figure, BigDecimal reference, BigDecimal tolerance) {
        BigDecimal ratio = figure.divide(reference, MathContext.DECIMAL64);
        return of(unitMeasure).stream()
                .min(Comparator.comparing((BigDecimal factor) -> Sizes.distance(ratio, factor)))
                .filter(factor -> Sizes.distance(ratio, factor).compareTo(tolerance) <= 0);
    }

    private static List<BigDecimal> of(String unitMeasure) {
        List<BigDecimal> factors = new ArrayList<>();
        for (int power = 1; power <= HIGHEST_POWER; power++) {
            factors.add(BigDecimal.ONE.movePointRight(power));
            factors.add(BigDecimal.ONE.movePointLeft(power));
        }
        area(unitMeasure)
                .ifPresent(own -> areas().values().stream()
                        .flatMap(other -> Stream.of(
                                own.divide(other, MathContext.DECIMAL64), other.divide(own, MathContext.DECIMAL64)))
                        .filter(factor -> Sizes.distance(factor, BigDecimal.ONE).compareTo(Sizes.ONE_SIZE) > 0)
                        .forEach(factors::add));
        return factors;
    }

    private static Optional<BigDecimal> area(String unitMeasure) {
        return Optional.ofNullable(areas().get(unitMeasure));
    }

    private static Map<String, BigDecimal> areas() {
        Map<String, BigDecimal> areas = new TreeMap<>(AREAS);
        AREAS.forEach((unit, size) -> areas.put(TEN_THOUSAND + unit, size.movePointRight(4)));
        return areas;
    }
}
