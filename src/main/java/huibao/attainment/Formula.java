package huibao.attainment;

import huibao.model.Fraction;
import huibao.model.Obstacle;
import huibao.model.Target;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A target's value from its sums (DOMAIN: formulas), as an exact fraction in the target's unit.
 *
 * @param value empty if nothing is reported or something is in the way
 * @param obstacle what is in the way; NONE if nothing is reported
 */
record Formula(Optional<Fraction> value, Obstacle obstacle) {

    static Formula of(Target target, Sums sums) {
        if (sums.level().isEmpty()) {
            return new Formula(Optional.empty(), Obstacle.NONE);
        }
        Obstacle obstacle = switch (target.measure()) {
            case LEVEL -> Obstacle.NONE;
            case GROWTH -> base(sums.prior());
            case RATIO -> denominator(sums);
            case GROWTH_PER_HEAD -> perHead(sums);
        };
        if (obstacle != Obstacle.NONE) {
            return new Formula(Optional.empty(), obstacle);
        }
        Fraction level = known(sums.level());
        Fraction value = switch (target.measure()) {
            case LEVEL -> level;
            case GROWTH -> level.over(known(sums.prior())).lessOne().times(target.scale());
            case RATIO -> level.over(known(sums.denominator())).times(target.scale());
            case GROWTH_PER_HEAD ->
                level.over(known(sums.denominator()))
                        .over(known(sums.prior()).over(known(sums.priorDenominator())))
                        .lessOne()
                        .times(target.scale());
        };
        return new Formula(Optional.of(value), Obstacle.NONE);
    }

    /** What the value lies between were everyone in. */
    static Range bounds(Target target, Parts parts) {
        Range level = Range.of(parts.first().valueBounds());
        return switch (target.measure()) {
            case LEVEL -> level;
            case GROWTH ->
                level.over(Range.of(parts.first().priorYearBounds())).lessOne().times(target.scale());
            case RATIO -> level.over(Range.of(parts.last().valueBounds())).times(target.scale());
            case GROWTH_PER_HEAD ->
                level.over(Range.of(parts.last().valueBounds()))
                        .over(Range.of(parts.first().priorYearBounds())
                                .over(Range.of(parts.last().priorYearBounds())))
                        .lessOne()
                        .times(target.scale());
        };
    }

    /**
     * What the units' own forecasts come to. Growth has none: the form asks no full prior year to grow
     * from.
     */
    static Optional<Fraction> forecast(Target target, Parts parts) {
        Optional<Fraction> level = parts.first().forecast().map(Fraction::of);
        return switch (target.measure()) {
            case LEVEL -> level;
            case GROWTH, GROWTH_PER_HEAD -> Optional.empty();
            case RATIO ->
                parts.last()
                        .forecast()
                        .filter(sum -> sum.signum() > 0)
                        .map(Fraction::of)
                        .flatMap(sum -> level.map(end -> end.over(sum).times(target.scale())));
        };
    }

    private static Obstacle perHead(Sums sums) {
        Obstacle now = denominator(sums);
        if (now != Obstacle.NONE) {
            return now;
        }
        Obstacle base = base(sums.prior());
        if (base != Obstacle.NONE) {
            return base;
        }
        if (sums.priorDenominator().isEmpty()) {
            return Obstacle.NO_PRIOR_YEAR;
        }
        return sums.priorDenominator().get().signum() > 0 ? Obstacle.NONE : Obstacle.DENOMINATOR_NOT_POSITIVE;
    }

    private static Obstacle base(Optional<BigDecimal> prior) {
        if (prior.isEmpty()) {
            return Obstacle.NO_PRIOR_YEAR;
        }
        return prior.get().signum() > 0 ? Obstacle.NONE : Obstacle.BASE_NOT_POSITIVE;
    }

    private static Obstacle denominator(Sums sums) {
        if (sums.denominator().isEmpty()) {
            return Obstacle.NO_DENOMINATOR;
        }
        return sums.denominator().get().signum() > 0 ? Obstacle.NONE : Obstacle.DENOMINATOR_NOT_POSITIVE;
    }

    private static Fraction known(Optional<BigDecimal> sum) {
        return Fraction.of(sum.orElseThrow());
    }
}
