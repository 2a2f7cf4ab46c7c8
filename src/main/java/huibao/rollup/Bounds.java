package huibao.rollup;

import huibao.catalogue.Catalogue;
import huibao.model.Assumption;
import huibao.model.Assumption.Kind;
import huibao.model.FindingKind;
import huibao.model.Fraction;
import huibao.model.Interval;
import huibao.model.Item;
import huibao.model.ItemValue;
import huibao.model.Period;
import huibao.model.Rule;
import huibao.model.Severity;
import huibao.model.UnitCode;
import huibao.model.UnitReport;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a missing figure of a unit is taken to lie between.
 *
 * <p>A flow: from the last accepted cumulated figure of the year to that figure continued at its own
 * monthly rate, or to the archive's same-period value of the year before if that is larger. A stock:
 * the last accepted one, give or take the previous-period swing the job allows. A prior-year value is
 * the archive's where it has one, otherwise the last accepted one carried forward by the same two rules.
 * Last accepted is said of the figure: a form that left it out leaves what an older form said of it. The
 * ends are exact: rounded unit by unit, their sum would pass a target it only just reaches.
 */
final class Bounds {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Catalogue catalogue;
    private final Period period;
    private final UnitHistory history;

    Bounds(Catalogue catalogue, Period period, UnitHistory history) {
        this.catalogue = catalogue;
        this.period = period;
        this.history = history;
        history.earlier().reports().forEach(this::requireEarlierInYear);
        history.priorYear().ifPresent(report -> require(report, period.yearBefore()));
        history.priorYearEnd()
                .ifPresent(report -> require(report, period.yearBefore().lastOfYear()));
    }

    /** A figure and the period it was accepted for. */
    private record Known(Period since, BigDecimal figure) {

        static Optional<Known> of(UnitReport report, Item item, Function<ItemValue, Optional<BigDecimal>> figure) {
            return figure.apply(report.valueOf(item.code())).map(value -> new Known(report.period(), value));
        }
    }

    /** What the unit's value is taken to lie between, and why. */
    Assumption ofValue(UnitCode unit, Item item) {
        Optional<Known> last = history.earlier()
                .lastWithValue(item.code())
                .flatMap(report -> Known.of(report, item, ItemValue::value));
        Optional<BigDecimal> yearBefore = archived(item);
        return new Assumption(
                unit,
                item.code(),
                kind(item, last, yearBefore),
                last.map(Known::since),
                carriedForward(item, last, yearBefore));
    }

    private Kind kind(Item item, Optional<Known> last, Optional<BigDecimal> yearBefore) {
        return switch (item.accumulation()) {
            case POINT -> last.isPresent() && swingPercent(item).isPresent() ? Kind.SWING : Kind.NO_CEILING;
            case YTD -> {
                if (last.isEmpty()) {
                    yield yearBefore.isPresent() ? Kind.YEAR_BEFORE : Kind.NO_CEILING;
                }
                Fraction own = Fraction.of(last.get().figure()).max(continued(last.get()));
                yield yearBefore.isPresent() && own.compareTo(yearBefore.get()) < 0
                        ? Kind.CONTINUED_OR_YEAR_BEFORE
                        : Kind.CONTINUED;
            }
        };
    }

    /** What the unit's prior-year value lies between, where its form does not say. */
    Interval ofPriorYear(Item item) {
        return archived(item)
                .map(Interval::exactly)
                .orElseGet(() -> carriedForward(
                        item,
                        history.earlier()
                                .lastWithPriorYear(item.code())
                                .flatMap(report -> Known.of(report, item, ItemValue::priorYear)),
                        Optional.empty()));
    }

    private Interval carriedForward(Item item, Optional<Known> last, Optional<BigDecimal> yearBefore) {
        return switch (item.accumulation()) {
            case YTD -> flow(item, last, yearBefore);
            case POINT ->
                last.map(Known::figure)
                        .flatMap(value -> swingPercent(item).map(percent -> swing(item, value, percent)))
                        .orElseGet(Interval::unbounded);
        };
    }

    private Interval flow(Item item, Optional<Known> last, Optional<BigDecimal> yearBefore) {
        if (last.isEmpty()) {
            // Nothing accepted yet counts as 0, and 0 continued is 0; only a year before can say more.
            return new Interval(
                    cannotBeNegative(item) ? Optional.of(Fraction.ZERO) : Optional.empty(),
                    yearBefore.map(BigDecimal.ZERO::max).map(Fraction::of));
        }
        Fraction value = Fraction.of(last.get().figure());
        Fraction continued = continued(last.get());
        Fraction high = value.max(continued);
        return Interval.between(
                value.min(continued),
                yearBefore.map(Fraction::of).map(high::max).orElse(high));
    }

    private Fraction continued(Known last) {
        return new Fraction(
                last.figure().multiply(BigDecimal.valueOf(period.lastMonth())),
                BigDecimal.valueOf(last.since().lastMonth()));
    }

    private Optional<BigDecimal> swingPercent(Item item) {
        return catalogue.limit(FindingKind.PERIOD_SWING, item.code(), "percent");
    }

    private Interval swing(Item item, BigDecimal value, BigDecimal percent) {
        BigDecimal swing = value.abs().multiply(percent).divide(HUNDRED);
        BigDecimal low = value.subtract(swing);
        boolean clamped = low.signum() < 0 && value.signum() >= 0 && cannotBeNegative(item);
        return Interval.between(clamped ? BigDecimal.ZERO : low, value.add(swing));
    }

    // A rule on trial or one that an explanation passes keeps no negative figure out.
    private boolean cannotBeNegative(Item item) {
        return catalogue.rulesOf(FindingKind.NOT_NEGATIVE, item.code()).stream()
                .anyMatch(rule -> rule.state() == Rule.State.ON && rule.severity() == Severity.MANDATORY);
    }

    private Optional<BigDecimal> archived(Item item) {
        return history.priorYear().flatMap(report -> report.valueOf(item.code()).value());
    }

    private void requireEarlierInYear(UnitReport report) {
        if (report.period().year() != period.year() || report.period().compareTo(period) >= 0) {
            throw new IllegalArgumentException(report.unit() + ": last accepted must be of " + period.year()
                    + " before " + period + ", found " + report.period());
        }
    }

    private static void require(UnitReport report, Period expected) {
        if (!report.period().equals(expected)) {
            throw new IllegalArgumentException(
                    report.unit() + ": prior year must be " + expected + ", found " + report.period());
        }
    }
}
