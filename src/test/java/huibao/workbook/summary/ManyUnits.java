package huibao.workbook.summary;

import huibao.catalogue.Catalogue;
import huibao.model.Allocation;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A job with as many districts as are wanted: its own ones over and over, under other codes and names. */
final class ManyUnits {

    private ManyUnits() {}

    static Catalogue of(Catalogue few, int districts) {
        List<Unit> own = few.ofKind(UnitKind.DISTRICT);
        List<Unit> units = new ArrayList<>();
        Map<UnitCode, List<UnitCode>> copies = new LinkedHashMap<>();
        for (int i = 0; i < districts; i++) {
            Unit one = own.get(i % own.size());
            int round = i / own.size();
            String mark = round == 0 ? "" : String.valueOf(round);
            UnitCode code = round == 0 ? one.code() : new UnitCode(one.code() + "-" + mark);
            copies.computeIfAbsent(one.code(), first -> new ArrayList<>()).add(code);
            units.add(unit(code, one, mark, units.size() + 1));
        }
        few.ofKind(UnitKind.ZONE).forEach(zone -> units.add(unit(zone.code(), zone, "", units.size() + 1)));
        units.add(unit(few.city().code(), few.city(), "", units.size() + 1));
        List<Allocation> allocations = few.allocations().stream()
                .flatMap(allocation -> copies.getOrDefault(allocation.unit(), List.of(allocation.unit())).stream()
                        .map(unit -> new Allocation(
                                allocation.target(), unit, allocation.value(), allocation.illustrative())))
                .toList();
        return new Catalogue(
                few.settings(),
                units,
                few.items(),
                few.targets(),
                few.milestones(),
                allocations,
                few.rules(),
                few.deadlines(),
                few.milestoneDeadlines(),
                few.weights(),
                few.hash(),
                few.formHash());
    }

    private static Unit unit(UnitCode code, Unit one, String mark, int order) {
        Optional<UnitCode> host = one.host();
        return new Unit(
                code,
                one.nameZh() + mark,
                one.shortZh() + mark,
                one.nameEn() + mark,
                one.kind(),
                host,
                order,
                List.of());
    }
}
