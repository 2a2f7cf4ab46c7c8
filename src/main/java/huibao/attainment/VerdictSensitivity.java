package huibao.attainment;

import huibao.catalogue.Catalogue;
import huibao.catalogue.JobSettings;
import huibao.model.AreaFigures;
import huibao.model.AttainmentStatus;
import huibao.model.Fraction;
import huibao.model.Impact;
import huibao.model.ItemFigure;
import huibao.model.Measure;
import huibao.model.Period;
import huibao.model.Target;
import huibao.model.TargetCode;
import huibao.model.TargetComparator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What hangs on one doubtful figure: the city's verdicts with the figure as it was stated, against those
 * with all it might be instead. A verdict turns if its class does: favourable, neutral, unfavourable.
 */
public final class VerdictSensitivity {

    private final Catalogue catalogue;
    private final Period period;

    public VerdictSensitivity(Catalogue catalogue, Period period) {
        this.catalogue = catalogue;
        this.period = period;
    }

    /**
     * Compares two states of the city that differ in one doubtful figure alone.
     *
     * @param stated the city's figures with the doubtful one as it was stated
     * @param doubted the city's figure of the same item with what the doubtful one might be instead: bounded, or
     *     corrected
     */
    public Impact between(AreaFigures stated, ItemFigure doubted) {
        AreaFigures instead = stated.with(doubted);
        List<TargetCode> decides = new ArrayList<>();
        BigDecimal points = BigDecimal.ZERO;
        for (Target target : catalogue.targetsOf(doubted.item())) {
            Yardstick yardstick = new Yardstick(
                    target, target.value(), period, catalogue.settings().thresholds());
            Range from = bounds(target, stated);
            Range to = from.hull(bounds(target, instead));
            if (turns(yardstick, to)) {
                decides.add(target.code());
            }
            points = points.max(moves(target, from, to));
        }
        return new Impact(decides, points);
    }

    private static Range bounds(Target target, AreaFigures city) {
        return Formula.bounds(target, Parts.of(target, city, Coverage.NONE));
    }

    private static boolean turns(Yardstick yardstick, Range range) {
        return mayPassThrough(yardstick, range)
                || kind(yardstick.statusAtLow(range)) != kind(yardstick.statusAtHigh(range));
    }

    /** EXACTLY fails on both sides of its number. */
    private static boolean mayPassThrough(Yardstick yardstick, Range range) {
        return yardstick.target().comparator() == TargetComparator.EXACTLY
                && range.contains(yardstick.value())
                && !range.isExact();
    }

    private static int kind(AttainmentStatus status) {
        return status.isFavourable() ? 1 : status.isUnfavourable() ? -1 : 0;
    }

    /** The longest way from what was stated to an end that is known. */
    private BigDecimal moves(Target target, Range from, Range to) {
        Optional<Fraction> down = distance(to.low(), from.low());
        Optional<Fraction> up = distance(from.high(), to.high());
        return Stream.concat(down.stream(), up.stream())
                .max(Fraction::compareTo)
                .flatMap(way -> points(target, way))
                .orElse(BigDecimal.ZERO);
    }

    private static Optional<Fraction> distance(Optional<Fraction> low, Optional<Fraction> high) {
        return low.flatMap(a -> high.map(b -> b.minus(a)));
    }

    private Optional<BigDecimal> points(Target target, Fraction way) {
        JobSettings settings = catalogue.settings();
        if (target.measure() != Measure.LEVEL) {
            return Optional.of(way.divided(settings.rounding()));
        }
        return target.value().signum() > 0
                ? Optional.of(way.times(BigDecimal.valueOf(100))
                        .over(Fraction.of(target.value()))
                        .divided(settings.rounding()))
                : Optional.empty();
    }
}
