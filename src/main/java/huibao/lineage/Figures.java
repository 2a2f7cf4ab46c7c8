package huibao.lineage;

import huibao.bulletin.ItemBulletin;
import huibao.catalogue.Catalogue;
import huibao.model.Fraction;
import huibao.model.Item;
import huibao.model.ItemFigure;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.model.UnitReporting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Takes items' figures apart into what each unit brings to them. */
final class Figures {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Catalogue catalogue;
    private final ItemBulletin bulletin;
    private final Map<UnitCode, UnitReporting> reporting = new HashMap<>();

    Figures(Catalogue catalogue, ItemBulletin bulletin) {
        this.catalogue = catalogue;
        this.bulletin = bulletin;
        bulletin.reporting().forEach(line -> reporting.put(line.unit(), line));
    }

    /** The parts of the city's figure; of a unit's figure that one itself and its zones. */
    FigureParts of(Item item, Unit area) {
        List<Unit> units = area.kind() == UnitKind.CITY ? catalogue.contributorsOf(item) : List.of(area);
        List<Contribution> parts = new ArrayList<>();
        for (Unit unit : units) {
            if (item.reporter().asks(unit.kind())) {
                boolean zone = unit.kind() == UnitKind.ZONE;
                parts.add(part(item, unit, zone ? Contribution.Part.WITHIN_HOST : Contribution.Part.ADDED));
            }
            catalogue.zonesOf(unit.code()).stream()
                    .filter(zone -> item.reporter().asks(zone.kind()))
                    .forEach(zone -> parts.add(part(item, zone, Contribution.Part.WITHIN_HOST)));
        }
        return new FigureParts(item, figure(item, area), parts);
    }

    private Contribution part(Item item, Unit unit, Contribution.Part part) {
        Optional<ItemFigure> own = figure(item, unit);
        Optional<BigDecimal> value = own.flatMap(ItemFigure::value);
        Optional<UnitReporting> line = Optional.ofNullable(reporting.get(unit.code()));
        return new Contribution(
                unit,
                part,
                value,
                own.flatMap(ItemFigure::priorYear),
                value.flatMap(known -> share(item, known)),
                line.map(UnitReporting::acceptedVersion).orElse(OptionalInt.empty()),
                line.flatMap(UnitReporting::state));
    }

    private Optional<BigDecimal> share(Item item, BigDecimal value) {
        return figure(item, catalogue.city())
                .flatMap(ItemFigure::value)
                .filter(sum -> sum.signum() > 0)
                .map(sum -> new Fraction(value.multiply(HUNDRED), sum)
                        .divided(catalogue.settings().rounding()));
    }

    private Optional<ItemFigure> figure(Item item, Unit unit) {
        return bulletin.figures(unit.code()).find(item.code());
    }
}
