package huibao.lineage;

import huibao.catalogue.Catalogue;
import huibao.model.Bulletin;
import huibao.model.Fraction;
import huibao.model.Item;
import huibao.model.ItemFigure;
import huibao.model.SubmissionState;
import huibao.model.Unit;
import huibao.model.UnitKind;
import huibao.model.UnitReporting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Takes an item's figure apart into what each unit brings to it. */
final class Contributions {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Catalogue catalogue;
    private final Bulletin bulletin;

    Contributions(Catalogue catalogue, Bulletin bulletin) {
        this.catalogue = catalogue;
        this.bulletin = bulletin;
    }

    /** The parts of the city's figure; of a unit's figure that one itself and its zones. */
    ItemLineage of(Item item, Unit area) {
        List<Unit> units = area.kind() == UnitKind.CITY ? catalogue.contributorsOf(item) : List.of(area);
        List<Contribution> parts = new ArrayList<>();
        for (Unit unit : units) {
            Contribution.Part part =
                    unit.kind() == UnitKind.ZONE ? Contribution.Part.WITHIN_HOST : Contribution.Part.ADDED;
            if (item.reporter().asks(unit.kind())) {
                parts.add(contribution(item, unit, part));
            }
            catalogue.zonesOf(unit.code()).stream()
                    .filter(zone -> item.reporter().asks(zone.kind()))
                    .forEach(zone -> parts.add(contribution(item, zone, Contribution.Part.WITHIN_HOST)));
        }
        return new ItemLineage(item, figure(item, area), parts);
    }

    private Contribution contribution(Item item, Unit unit, Contribution.Part part) {
        Optional<ItemFigure> own = figure(item, unit);
        Optional<BigDecimal> value = own.flatMap(ItemFigure::value);
        Optional<UnitReporting> line = bulletin.reporting().stream()
                .filter(reporting -> reporting.unit().equals(unit.code()))
                .findFirst();
        Optional<SubmissionState> state = line.flatMap(UnitReporting::state);
        return new Contribution(
                unit,
                part,
                value,
                own.flatMap(ItemFigure::priorYear),
                value.flatMap(known -> share(item, known)),
                line.map(UnitReporting::acceptedVersion).orElse(OptionalInt.empty()),
                state);
    }

    private Optional<BigDecimal> share(Item item, BigDecimal value) {
        return figure(item, catalogue.city())
                .flatMap(ItemFigure::value)
                .filter(sum -> sum.signum() > 0)
                .map(sum -> new Fraction(value.multiply(HUNDRED), sum)
                        .divided(catalogue.settings().rounding()));
    }

    private Optional<ItemFigure> figure(Item item, Unit unit) {
        return bulletin.figures().stream()
                .filter(figure -> figure.item().equals(item.code()))
                .filter(figure -> figure.refArea().equals(unit.code()))
                .findFirst();
    }
}
