package huibao.validation;

import huibao.catalogue.Catalogue;
import huibao.model.Item;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Zones are within their hosts, on what stands now: a form is compared with what stood when it was judged,
 * and so only the later of the two is.
 */
final class ZoneExceedsHostRule implements CityRule {

    @Override
    public List<CityCheck> checks(CityRun run) {
        return run.ofDistrictItems(item -> new Scopes(run.catalogue(), item));
    }

    private record Scopes(Catalogue catalogue, Item item, Map<UnitCode, Scope> byHost) implements CityCheck {

        Scopes(Catalogue catalogue, Item item) {
            this(catalogue, item, new HashMap<>());
        }

        @Override
        public void sum(UnitFigures unit) {
            StandingFigure figure = unit.now(item);
            UnitCode host = unit.unit().host().orElse(unit.unit().code());
            if (figure.value().isPresent() && !catalogue.zonesOf(host).isEmpty()) {
                byHost.computeIfAbsent(host, code -> new Scope(item)).add(unit.unit(), figure);
            }
        }

        @Override
        public List<Verdict> verdicts() {
            return catalogue.ofKind(UnitKind.DISTRICT).stream()
                    .flatMap(host -> Optional.ofNullable(byHost.get(host.code())).stream()
                            .filter(Scope::isExceeded)
                            .map(scope -> scope.verdict(host)))
                    .toList();
        }
    }

    /** A host and its zones. */
    private static final class Scope {

        private final Item item;
        private final ConcernedUnits zones = new ConcernedUnits();
        private BigDecimal sum = BigDecimal.ZERO;
        private StandingFigure whole = StandingFigure.NONE;

        Scope(Item item) {
            this.item = item;
        }

        void add(Unit unit, StandingFigure figure) {
            if (unit.kind() == UnitKind.ZONE) {
                zones.add(unit, figure);
                sum = sum.add(figure.value().orElseThrow());
            } else {
                whole = figure;
            }
        }

        boolean isExceeded() {
            return zones.size() > 0
                    && whole.value()
                            .filter(host -> sum.subtract(host).compareTo(Rounding.ofParts(item, zones.size())) > 0)
                            .isPresent();
        }

        Verdict verdict(Unit host) {
            ConcernedUnits concerned = new ConcernedUnits();
            concerned.add(host, whole);
            concerned.addAll(zones);
            return concerned.failed(
                    item,
                    Map.of(
                            "found", Texts.plain(sum),
                            "whole", Texts.plain(whole.value().orElseThrow()),
                            "part", zones.names(),
                            "other", host.nameZh()));
        }
    }
}
