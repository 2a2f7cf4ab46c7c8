package huibao.attainment;

import huibao.model.Accumulation;
import huibao.model.Fraction;
import huibao.model.Item;
import huibao.model.Measure;
import huibao.model.Period;
import huibao.model.PriorYearCourse;
import huibao.model.Target;
import huibao.model.TargetComparator;
import huibao.model.YearEnd;
import huibao.model.YearEnd.Outlook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What the remaining periods must bring: of a flow (T − A) ÷ periods left, of a growth the growth that
 * carries the whole year over its target. Last year's full figure is taken in the form's own comparable
 * scope: its prior-year value, raised by how last year went on (DOMAIN: formulas).
 *
 * @param yardstick the target, its value and the period
 * @param parts the figures
 * @param range what the value lies between; both ends the value itself if nothing is missing
 * @param rounding rounding at publication
 */
record RemainingYear(Yardstick yardstick, Parts parts, Range range, RoundingMode rounding) {

    /** Whether a target is made in the course of the year, so that there is something left of it. */
    static boolean appliesTo(Target target, Item first) {
        return Yardstick.isPaced(target)
                || (target.measure() == Measure.GROWTH && first.accumulation() == Accumulation.YTD);
    }

    YearEnd view() {
        Optional<Fraction> worst = yardstick.target().comparator().largerIsBetter() ? range.low() : range.high();
        Optional<Fraction> best = yardstick.target().comparator().largerIsBetter() ? range.high() : range.low();
        if (worst.isEmpty()) {
            return YearEnd.NOT_COMPUTABLE;
        }
        if (yardstick.period().isLastOfYear()) {
            return yardstick.holds(worst.get()) ? only(Outlook.DONE) : lost(best);
        }
        return yardstick.target().measure() == Measure.GROWTH ? growth() : flow(worst.get(), best);
    }

    private YearEnd flow(Fraction value, Optional<Fraction> best) {
        boolean holds = yardstick.holds(value);
        if (holds && yardstick.target().comparator().largerIsBetter()) {
            return only(Outlook.DONE);
        }
        Fraction missing = Fraction.of(yardstick.value()).minus(value);
        if (missing.signum() < 0) {
            return lost(best);
        }
        Period period = yardstick.period();
        int periods = period.frequency().periodsPerYear();
        Fraction perPeriod = missing.over(whole(periods - period.number()));
        Fraction average = value.over(whole(period.number()));
        boolean enough = suffices(average.times(BigDecimal.valueOf(periods)));
        return new YearEnd(
                enough ? Outlook.AT_THIS_RATE : Outlook.NEEDS_MORE,
                Optional.of(perPeriod.divided(rounding)),
                Optional.of(average.divided(rounding)),
                Optional.empty());
    }

    private YearEnd growth() {
        Sums sums = parts.sums();
        Optional<PriorYearCourse> course = parts.first()
                .course()
                .filter(known -> known.units() == parts.first().expected())
                .filter(known -> known.share().isPresent() && known.fullYear().compareTo(known.samePeriod()) > 0);
        if (course.isEmpty() || !parts.coverage().isWhole() || range.low().isEmpty()) {
            return YearEnd.NOT_COMPUTABLE;
        }
        BigDecimal scale = yardstick.target().scale();
        BigDecimal base = sums.prior().orElseThrow();
        Fraction full = Fraction.of(base.multiply(course.get().fullYear()))
                .over(Fraction.of(course.get().samePeriod()));
        Fraction promised = full.times(scale.add(yardstick.value())).over(Fraction.of(scale));
        Fraction needed = promised.minus(sums.level().orElseThrow())
                .over(full.minus(base))
                .lessOne()
                .times(scale);
        return new YearEnd(
                yardstick.holds(range.low().get()) ? Outlook.AT_THIS_RATE : Outlook.NEEDS_MORE,
                Optional.empty(),
                Optional.empty(),
                Optional.of(needed.divided(rounding)));
    }

    private YearEnd lost(Optional<Fraction> best) {
        return best.filter(this::failsForGood).isPresent() ? only(Outlook.LOST) : YearEnd.NOT_COMPUTABLE;
    }

    /** EXACTLY is reached on the way to more. */
    private boolean suffices(Fraction projected) {
        return yardstick.holds(projected)
                || (yardstick.target().comparator() == TargetComparator.EXACTLY
                        && projected.compareTo(yardstick.value()) > 0);
    }

    /** At the end of the year what does not hold; before it, what is over a number it must not pass. */
    private boolean failsForGood(Fraction end) {
        return yardstick.period().isLastOfYear() ? !yardstick.holds(end) : end.compareTo(yardstick.value()) > 0;
    }

    private static YearEnd only(Outlook outlook) {
        return new YearEnd(outlook, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Fraction whole(int number) {
        return Fraction.of(BigDecimal.valueOf(number));
    }
}
