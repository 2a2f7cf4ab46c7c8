package huibao.attainment;

import huibao.attainment.Coverage.MissingUnit;
import huibao.catalogue.Catalogue;
import huibao.model.AreaFigures;
import huibao.model.Reporter;
import huibao.model.Target;
import huibao.model.TargetCode;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What the city's targets need of its units, added one after the other, in any order: sums, who is missing, and a
 * value per district to rank it by. Zones are part of their hosts, and change nothing.
 */
public final class CityTargets {

    private final Catalogue catalogue;
    private final PublishedValue published;
    private final Map<TargetCode, Tally> tallies = new LinkedHashMap<>();
    private final BitSet added = new BitSet();

    /** What has been added for one target; the missing are in print order. */
    private static final class Tally {

        private Coverage sums = Coverage.NONE;
        private final List<MissingUnit> missing = new ArrayList<>();
        private final Ranks ranks;

        Tally(Ranks ranks) {
            this.ranks = ranks;
        }

        void add(Coverage coverage) {
            sums = sums.plus(coverage.withoutNames());
            if (coverage.missing().size() > 1) {
                missing.addAll(coverage.missing());
                missing.sort(MissingUnit.IN_PRINT_ORDER);
            } else {
                coverage.missing()
                        .forEach(unit -> missing.add(
                                -1 - Collections.binarySearch(missing, unit, MissingUnit.IN_PRINT_ORDER), unit));
            }
        }

        Coverage coverage() {
            return new Coverage(sums.expected(), sums.within(), sums.valued(), missing);
        }
    }

    public CityTargets(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.published = new PublishedValue(catalogue);
        for (Target target : catalogue.targets()) {
            Ranks ranks = new Ranks(
                    target.comparator().largerIsBetter() ? Ranks.Order.LARGEST_FIRST : Ranks.Order.SMALLEST_FIRST,
                    published.printedDecimals(target),
                    catalogue.settings().rounding());
            tallies.put(target.code(), new Tally(ranks));
        }
    }

    /**
     * Adds a unit.
     *
     * @param unit its own figures, reported or not
     * @throws IllegalArgumentException if it is in already
     */
    public void add(AreaFigures unit) {
        Unit known = catalogue.requireUnit(unit.area());
        int place = catalogue.placeOf(unit.area());
        if (added.get(place)) {
            throw new IllegalArgumentException(unit.area() + ": its figures are in the city's already");
        }
        added.set(place);
        if (known.kind() == UnitKind.ZONE) {
            return;
        }
        for (Target target : catalogue.targets()) {
            Tally tally = tally(target.code());
            Coverage coverage = Coverage.of(target, place, unit);
            tally.add(coverage);
            if (known.kind() == UnitKind.DISTRICT && target.level() == Reporter.DISTRICT) {
                published
                        .of(target, Parts.of(target, unit, coverage).sums())
                        .ifPresent(value -> tally.ranks.add(place, value));
            }
        }
    }

    /** Adds what was added up elsewhere, of other units. */
    public void add(CityTargets others) {
        if (added.intersects(others.added)) {
            throw new IllegalArgumentException("units whose figures are in the city's already");
        }
        added.or(others.added);
        others.tallies.forEach((target, tally) -> {
            tally(target).add(tally.coverage());
            tally(target).ranks.add(tally.ranks);
        });
    }

    /** Which units are in the city's value of a target. */
    Coverage coverage(Target target) {
        return tally(target.code()).coverage();
    }

    /** A district's rank among those added; empty for everyone else, and without a value. */
    OptionalInt rank(Target target, UnitCode unit) {
        return tally(target.code()).ranks.of(catalogue.placeOf(unit));
    }

    private Tally tally(TargetCode target) {
        Tally tally = tallies.get(target);
        if (tally == null) {
            throw new IllegalArgumentException("the job has no target " + target);
        }
        return tally;
    }
}
