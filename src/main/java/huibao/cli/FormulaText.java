package huibao.cli;

import huibao.model.Attainment;
import huibao.model.ItemFigure;
import huibao.model.Measure;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.model.UnitKind;
import huibao.pipeline.Contribution;
import huibao.pipeline.ItemTrail;
import huibao.pipeline.TargetTrail;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a target's value is computed, in words and with its numbers. */
final class FormulaText {

    private final Wording wording;

    FormulaText(Wording wording) {
        this.wording = wording;
    }

    /** The rule, as it is applied to the city or a unit. */
    String inWords(Target target, Unit area) {
        boolean own = target.measure() == Measure.LEVEL && area.kind() != UnitKind.CITY;
        return wording.text(
                own ? "trail.formula.OWN_LEVEL" : "trail.formula." + target.measure(),
                "first",
                target.items().get(0).value(),
                "second",
                target.items().get(target.items().size() - 1).value(),
                "scale",
                Wording.plain(target.scale()));
    }

    /** The rule with its numbers; empty if one of them is not there, or there is nothing to compute. */
    String filled(TargetTrail trail) {
        Optional<String> left =
                trail.target().measure() == Measure.LEVEL ? sum(trail) : quotient(trail.target(), trail);
        Optional<BigDecimal> result = trail.attainment().flatMap(Attainment::obsValue);
        return left.isEmpty() || result.isEmpty() ? "" : left.get() + " = " + Wording.plain(result);
    }

    /** Completion, from what it is computed. */
    String completion(Attainment row) {
        return row.completionPercent()
                .map(percent -> wording.text(
                        "trail.completion_is",
                        "value",
                        Wording.plain(row.obsValue()),
                        "target",
                        Wording.plain(row.targetValue()),
                        "percent",
                        wording.rate(percent, "%")))
                .orElse("");
    }

    /** Elapsed share of the year, from what it is computed. */
    String pace(Attainment row) {
        return wording.text(
                "trail.pace_is",
                "number",
                Integer.toString(row.period().number()),
                "periods",
                Integer.toString(row.period().frequency().periodsPerYear()),
                "percent",
                wording.rate(row.pacePercent(), "%"));
    }

    /** The distance in points, from what it is computed. */
    String gap(Target target, Attainment row) {
        return row.paceGapPoints()
                .map(points -> wording.text(
                        target.measure() == Measure.LEVEL ? "trail.gap_of_pace" : "trail.gap_of_target",
                        "gap",
                        target.measure() == Measure.LEVEL
                                        || target.unitMeasure().equals("%")
                                ? wording.points(points)
                                : (points.signum() > 0 ? "+" : "") + wording.printed(target, points)))
                .orElse("");
    }

    private static Optional<String> sum(TargetTrail trail) {
        ItemTrail item = trail.beneath().items().get(0);
        if (trail.beneath().area().kind() != UnitKind.CITY) {
            return Optional.empty();
        }
        return Optional.of(item.contributions().stream()
                        .filter(part -> part.part() == Contribution.Part.ADDED)
                        .flatMap(part -> part.value().stream())
                        .map(Wording::plain)
                        .collect(Collectors.joining(" + ")))
                .filter(terms -> !terms.isEmpty());
    }

    private Optional<String> quotient(Target target, TargetTrail trail) {
        Optional<ItemFigure> first = trail.beneath().items().get(0).figure();
        Optional<ItemFigure> second =
                trail.beneath().items().get(trail.beneath().items().size() - 1).figure();
        String filled = wording.text(
                "trail.numbers." + target.measure().name().toLowerCase(Locale.ROOT),
                "level",
                value(first.flatMap(ItemFigure::value)),
                "prior",
                value(first.flatMap(ItemFigure::priorYear)),
                "denominator",
                value(second.flatMap(ItemFigure::value)),
                "prior_denominator",
                value(second.flatMap(ItemFigure::priorYear)),
                "scale",
                Wording.plain(target.scale()));
        return Optional.of(filled).filter(text -> !text.isEmpty());
    }

    private static String value(Optional<BigDecimal> value) {
        return value.map(Wording::plain).orElse("");
    }
}
