package huibao.bulletin;

import huibao.catalogue.Catalogue;
import huibao.model.Period;
import huibao.model.SubmissionRecord;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.model.UnitReport;
import huibao.store.Registry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What had been accepted when a submission was judged: what was decided on before it, and at the same time what
 * comes before it by period, unit and receipt.
 */
final class AcceptedBefore {

    private final Catalogue catalogue;
    private final Optional<Registry> registry;
    private final NavigableMap<Integer, List<Unit>> contributors = new TreeMap<>();

    AcceptedBefore(Catalogue catalogue, Optional<Registry> registry) {
        this.catalogue = catalogue;
        this.registry = registry;
        for (Unit unit : catalogue.units()) {
            if (unit.kind() != UnitKind.ZONE) {
                contributors
                        .computeIfAbsent(unit.order(), order -> new ArrayList<>())
                        .add(unit);
            }
        }
    }

    /** What a form is of. */
    private record Key(UnitCode unit, Period period) {}

    /** The order in which submissions are judged. */
    Comparator<SubmissionRecord> order() {
        return Comparator.comparing(SubmissionRecord::decidedAt)
                .thenComparing(record -> record.period().orElseThrow())
                .thenComparing(record -> place(record.unit().orElseThrow()))
                .thenComparing(SubmissionRecord::receipt);
    }

    /** The units printed between two, both included, whose figures are added up. */
    List<Unit> contributorsBetween(UnitCode one, UnitCode other) {
        int from = Math.min(place(one), place(other));
        int to = Math.max(place(one), place(other));
        return contributors.subMap(from, true, to, true).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Where a unit is printed; after all others where the job no longer has it. */
    private int place(UnitCode unit) {
        return catalogue.findUnit(unit).map(Unit::order).orElse(Integer.MAX_VALUE);
    }

    /** What was accepted last of a unit and period among what comes before another submission. */
    Optional<SubmissionRecord> record(UnitCode unit, Period period, SubmissionRecord judged) {
        int place = Comparator.comparing(Key::period)
                .thenComparing(key -> place(key.unit()))
                .compare(
                        new Key(unit, period),
                        new Key(judged.unit().orElseThrow(), judged.period().orElseThrow()));
        long receipt = place < 0 ? Long.MAX_VALUE : place > 0 ? 0 : judged.receipt();
        return registry.flatMap(known -> known.acceptedBefore(unit, period, judged.decidedAt(), receipt));
    }

    /** Its figures. */
    Optional<UnitReport> report(UnitCode unit, Period period, SubmissionRecord judged) {
        return record(unit, period, judged).flatMap(accepted -> registry.map(known -> known.report(accepted)));
    }

    /** A unit's figures of earlier periods of the year, the last ones first; each is read when it is asked for. */
    Stream<UnitReport> earlierReports(UnitCode unit, Period period, SubmissionRecord judged) {
        return earlier(period).flatMap(before -> report(unit, before, judged).stream());
    }

    /** The earlier periods of the year, the last one first. */
    static Stream<Period> earlier(Period period) {
        return Stream.iterate(period.previousInYear(), Optional::isPresent, p -> p.flatMap(Period::previousInYear))
                .flatMap(Optional::stream);
    }
}
