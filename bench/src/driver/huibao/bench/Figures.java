package huibao.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Figures of any number of districts from those of one: each district has a factor of its own per item,
 * the same in every month, so that sums never fall and growth stays what it is. No two districts
 * share a figure of four digits or more.
 */
final class Figures {

    /** Up to here nobody finds it odd that two districts have the same figure. */
    private static final BigDecimal FEW_DIGITS = BigDecimal.valueOf(1000);

    private static final BigDecimal PER_YEAR = new BigDecimal("1.03");
    private static final List<BigDecimal> SCALES = List.of(
            new BigDecimal("1"),
            new BigDecimal("2"),
            new BigDecimal("0.5"),
            new BigDecimal("5"),
            new BigDecimal("0.2"),
            new BigDecimal("10"),
            new BigDecimal("0.1"),
            new BigDecimal("20"),
            new BigDecimal("0.05"),
            new BigDecimal("50"),
            new BigDecimal("100"),
            new BigDecimal("200"),
            new BigDecimal("500"),
            new BigDecimal("1000"));

    private final ShippedJob job;
    private final int units;
    private final Map<Integer, Map<String, FormRow>> district;
    private final Map<String, BigDecimal> scales = new LinkedHashMap<>();

    /**
     * @param units how many units there are
     * @param district the one district's figures by month, then item
     */
    Figures(ShippedJob job, int units, Map<Integer, Map<String, FormRow>> district) {
        this.job = job;
        this.units = units;
        this.district = district;
        for (ShippedJob.Item item : job.items().values()) {
            if (!item.ofCity()) {
                scales.put(item.code(), scale(item));
            }
        }
    }

    /**
     * A district's figures of an item.
     *
     * @param years how many years after the first the month is
     */
    FormRow ofDistrict(BenchUnit unit, String item, int month, int years) {
        FormRow base = row(item, month);
        BigDecimal factor = factor(item, unit.index());
        int decimals = job.items().get(item).decimals();
        return new FormRow(
                rounded(base.value(), factor, item, years, decimals),
                base.priorYear()
                        .map(prior -> rounded(
                                years == 0 ? prior : base.value(), factor, item, Math.max(0, years - 1), decimals)),
                rounded(base.forecast(), factor, item, years, decimals));
    }

    /** A zone's figures: between 15 and 20 per cent of its host's. */
    FormRow ofZone(BenchUnit zone, FormRow host, String item) {
        int decimals = job.items().get(item).decimals();
        BigDecimal share = BigDecimal.valueOf(150 + zone.index() * 7 % 50).movePointLeft(3);
        return new FormRow(
                host.value().multiply(share).setScale(decimals, RoundingMode.DOWN),
                host.priorYear().map(prior -> prior.multiply(share).setScale(decimals, RoundingMode.DOWN)),
                host.forecast().multiply(share).setScale(decimals, RoundingMode.DOWN));
    }

    /** What only the city reports, moved on by some years. */
    FormRow ofCity(FormRow base, String item, int years) {
        int decimals = job.items().get(item).decimals();
        return new FormRow(
                rounded(base.value(), BigDecimal.ONE, item, years, decimals),
                base.priorYear()
                        .map(prior -> rounded(
                                years == 0 ? prior : base.value(),
                                BigDecimal.ONE,
                                item,
                                Math.max(0, years - 1),
                                decimals)),
                rounded(base.forecast(), BigDecimal.ONE, item, years, decimals));
    }

    /** How many times the one district's figure a district's is. */
    BigDecimal factor(String item, int unit) {
        if (job.bounded().contains(item)) {
            return BigDecimal.ONE;
        }
        // A step prime to the number of units visits each place once.
        int family = Collections.min(job.kinOf(item)).hashCode();
        int step = 7919 + 2 * Math.floorMod(family, 1000);
        while (gcd(step, units) != 1) {
            step++;
        }
        long place = Math.floorMod((long) unit * step + family, (long) units);
        return Optional.ofNullable(scales.get(item))
                .orElse(BigDecimal.ONE)
                .multiply(BigDecimal.valueOf(units + place))
                .divide(BigDecimal.valueOf(units), 12, RoundingMode.HALF_UP);
    }

    private FormRow row(String item, int month) {
        return Optional.ofNullable(district.get(month).get(item)).orElseThrow();
    }

    private BigDecimal rounded(BigDecimal figure, BigDecimal factor, String item, int years, int decimals) {
        BigDecimal growth = job.bounded().contains(item) ? BigDecimal.ONE : PER_YEAR.pow(years);
        return figure.multiply(factor).multiply(growth).setScale(decimals, RoundingMode.DOWN);
    }

    /** The first scale at which the figures of an item and its kin have few digits, or differ everywhere. */
    private BigDecimal scale(ShippedJob.Item item) {
        return SCALES.stream()
                .filter(scale -> job.kinOf(item.code()).stream()
                        .allMatch(kin -> district.keySet().stream().allMatch(month -> differs(kin, month, scale))))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no scale keeps " + units + " figures of " + item + " apart"));
    }

    private boolean differs(String item, int month, BigDecimal scale) {
        int decimals = job.items().get(item).decimals();
        BigDecimal steps = row(item, month).value().movePointRight(decimals).multiply(scale);
        return job.bounded().contains(item)
                || steps.multiply(BigDecimal.valueOf(2)).compareTo(FEW_DIGITS) < 0
                || steps.compareTo(BigDecimal.valueOf(units)) > 0;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
