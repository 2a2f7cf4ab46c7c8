package huibao.attainment;

import static huibao.rollup.SmallJob.CITY;

import huibao.catalogue.Catalogue;
import huibao.model.Allocation;
import huibao.model.Attainment;
import huibao.model.Period;
import huibao.model.Target;
import huibao.model.UnitCode;
import huibao.model.UnitReport;
import huibao.rollup.History;
import huibao.rollup.RollUp;
import huibao.rollup.SmallJob;
import java.util.List;

/** Judges one target of the small job. */
final class SmallCity {

    private SmallCity() {}

    static Attainment city(Target target, Period period, UnitReport... reports) {
        return of(CITY, target, period, List.of(), History.none(), reports);
    }

    static Attainment city(Target target, Period period, History history, UnitReport... reports) {
        return of(CITY, target, period, List.of(), history, reports);
    }

    static Attainment of(
            UnitCode area,
            Target target,
            Period period,
            List<Allocation> allocations,
            History history,
            UnitReport... reports) {
        return all(target, period, allocations, history, List.of(reports)).stream()
                .filter(row -> row.refArea().equals(area))
                .findFirst()
                .orElseThrow();
    }

    static List<Attainment> all(
            Target target, Period period, List<Allocation> allocations, History history, List<UnitReport> reports) {
        Catalogue catalogue = SmallJob.catalogue(period.frequency(), List.of(target), allocations);
        return new AttainmentAssessor(catalogue).assess(period, new RollUp(catalogue).fold(period, reports, history));
    }
}
