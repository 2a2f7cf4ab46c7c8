package huibao.cli.explain;

import huibao.lineage.Contribution;
import huibao.lineage.FigureParts;
import huibao.lineage.TargetLineage;
import huibao.model.Attainment;
import huibao.model.Measure;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.wording.Wording;
import java.math.BigDecimal;
import java.util.List;
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

    /** The rule, as it is applied to the city or to one unit. */
    String inWords(Target target, boolean city) {
        boolean own = target.measure() == Measure.LEVEL && !city;
        return wording.text(
                "Measure." + (own ? "OWN_LEVEL" : target.measure()) + ".formula",
                target,
                "first",
                target.items().get(0),
                "second",
                target.items().get(target.items().size() - 1));
    }

    /** The rule with its numbers; empty if one of them is not there, or there is nothing to compute. */
    String filled(TargetLineage lineage, Attainment row, boolean city) {
        Target target = lineage.target();
        List<FigureParts> items = lineage.beneath().items();
        String left = target.measure() != Measure.LEVEL
                ? wording.text(
                        "Measure." + target.measure() + ".numbers",
                        target,
                        row,
                        "prior_denominator",
                        priorDenominator(items, row.refArea()))
                : city ? sum(items.get(0)) : "";
        return left.isEmpty() || row.obsValue().isEmpty() ? "" : left + " = " + wording.said(row.obsValue());
    }

    private String sum(FigureParts item) {
        return item.contributions().stream()
                .filter(part -> part.part() == Contribution.Part.ADDED)
                .flatMap(part -> part.value().stream())
                .map(wording::said)
                .collect(Collectors.joining(" + "));
    }

    /** Not published: added up again, over the units that gave all the value is made of. */
    private static Optional<BigDecimal> priorDenominator(List<FigureParts> items, UnitCode area) {
        Set<Unit> within = bothYears(items.get(0), area).map(Contribution::unit).collect(Collectors.toSet());
        return bothYears(items.get(items.size() - 1), area)
                .filter(part -> within.contains(part.unit()))
                .flatMap(part -> part.priorYear().stream())
                .reduce(BigDecimal::add);
    }

    private static Stream<Contribution> bothYears(FigureParts item, UnitCode area) {
        return item.contributions().stream()
                .filter(part -> part.part() == Contribution.Part.ADDED
                        || part.unit().code().equals(area))
                .filter(part -> part.value().isPresent() && part.priorYear().isPresent());
    }
}
