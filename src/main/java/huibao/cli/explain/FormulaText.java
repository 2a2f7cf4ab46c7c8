package huibao.cli.explain;

import huibao.cli.Wording;
import huibao.lineage.Contribution;
import huibao.lineage.FigureLineage;
import huibao.lineage.ItemLineage;
import huibao.lineage.TargetLineage;
import huibao.model.Attainment;
import huibao.model.Measure;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.model.UnitKind;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    String filled(TargetLineage trail) {
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

    private static Optional<String> sum(TargetLineage trail) {
        ItemLineage item = trail.beneath().items().get(0);
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

    private Optional<String> quotient(Target target, TargetLineage trail) {
        Optional<Attainment> row = trail.attainment();
        String filled = wording.text(
                "trail.numbers." + target.measure().name().toLowerCase(Locale.ROOT),
                "level",
                value(row.flatMap(Attainment::levelValue)),
                "prior",
                value(row.flatMap(Attainment::priorYearValue)),
                "denominator",
                value(row.flatMap(Attainment::denominatorValue)),
                "prior_denominator",
                priorDenominator(trail.beneath()),
                "scale",
                Wording.plain(target.scale()));
        return Optional.of(filled).filter(text -> !text.isEmpty());
    }

    /** Not published: added up again, over the units that gave all the value is made of. */
    private static String priorDenominator(FigureLineage beneath) {
        ItemLineage first = beneath.items().get(0);
        ItemLineage last = beneath.items().get(beneath.items().size() - 1);
        Set<Unit> within =
                bothYears(first, beneath.area()).map(Contribution::unit).collect(Collectors.toSet());
        return value(bothYears(last, beneath.area())
                .filter(part -> within.contains(part.unit()))
                .flatMap(part -> part.priorYear().stream())
                .reduce(BigDecimal::add));
    }

    private static Stream<Contribution> bothYears(ItemLineage item, Unit area) {
        return item.contributions().stream()
                .filter(part ->
                        part.part() == Contribution.Part.ADDED || part.unit().equals(area))
                .filter(part -> part.value().isPresent() && part.priorYear().isPresent());
    }

    private static String value(Optional<BigDecimal> value) {
        return value.map(Wording::plain).orElse("");
    }
}
