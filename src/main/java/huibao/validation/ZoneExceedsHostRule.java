package huibao.validation;

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

    /** A host with zones, and those of them that report. */
    private static final class HostScope {

        private final ConcernedUnits zones = new ConcernedUnits();
        private BigDecimal sum = BigDecimal.ZERO;
        private StandingFigure whole = StandingFigure.NONE;

        void add(Unit unit, StandingFigure figure) {
            if (unit.kind() == UnitKind.ZONE) {
                zones.add(unit, figure);
                sum = sum.add(figure.value().orElseThrow());
            } else {
                whole = figure;
            }
        }

        Optional<RuleResult> result(Item item, Unit host) {
            if (zones.size() == 0
                    || whole.value().isEmpty()
                    || sum.subtract(whole.value().get()).compareTo(Rounding.ofParts(item, zones.size())) <= 0) {
                return Optional.empty();
            }
            ConcernedUnits concerned = new ConcernedUnits();
            concerned.add(host, whole);
            concerned.addAll(zones);
            return Optional.of(concerned.failed(
                    item,
                    Map.of(
                            "found", Texts.plain(sum),
                            "whole", Texts.plain(whole.value().get()),
                            "part", zones.names(),
                            "other", host.nameZh())));
        }
    }

    @Override
    public List<CityCheck> checks(CityRun run) {
        return run.ofDistrictItems(item -> new CityCheck() {

            private final Map<UnitCode, HostScope> byHost = new HashMap<>();

            @Override
            public void sum(UnitFigures unit) {
                StandingFigure figure = unit.now(item);
                UnitCode host = unit.unit().host().orElse(unit.unit().code());
                if (figure.value().isPresent() && !run.catalogue().zonesOf(host).isEmpty()) {
                    byHost.computeIfAbsent(host, code -> new HostScope()).add(unit.unit(), figure);
                }
            }

            @Override
            public List<RuleResult> results() {
                return run.catalogue().ofKind(UnitKind.DISTRICT).stream()
                        .flatMap(
                                host -> Optional.ofNullable(byHost.get(host.code()))
                                        .flatMap(scope -> scope.result(item, host))
                                        .stream())
                        .toList();
            }
        });
    }
}
