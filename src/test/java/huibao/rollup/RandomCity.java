package huibao.rollup;

import huibao.catalogue.Catalogue;
import huibao.model.Accumulation;
import huibao.model.Allocation;
import huibao.model.Frequency;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.ItemValue;
import huibao.model.Measure;
import huibao.model.ObsStatus;
import huibao.model.Pace;
import huibao.model.Period;
import huibao.model.Target;
import huibao.model.TargetComparator;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.model.UnitReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A city made by chance, with the items of {@link SmallJob}: districts, some with zones, in any order; units that
 * did not report and forms with gaps; figures of any number of decimals, some of them alike; earlier months and
 * the year before known of some units only; a target of every measure and comparator.
 */
public final class RandomCity {

    private static final List<ItemCode> OF_DISTRICTS =
            List.of(SmallJob.FLOW, SmallJob.PROFIT, SmallJob.STOCK, SmallJob.FREE, SmallJob.PLACES);

    private final Random random;
    private final Period period;
    private final Catalogue catalogue;

    /** Draws a city of so many districts. */
    public RandomCity(Random random, int districts) {
        this.random = random;
        this.period = Period.month(2031, 2 + random.nextInt(11));
        this.catalogue = catalogue(units(districts));
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Period period() {
        return period;
    }

    /** What stands for the period. */
    public List<UnitReport> reports() {
        return List.copyOf(some(period).values());
    }

    /** What is known of earlier periods. */
    public History history() {
        Map<UnitCode, List<UnitReport>> earlier = new HashMap<>();
        for (int month = period.number() - 1; month >= 1 && month > period.number() - 5; month--) {
            some(Period.month(2031, month))
                    .forEach((unit, report) -> earlier.computeIfAbsent(unit, code -> new ArrayList<>())
                            .add(report));
        }
        Map<UnitCode, ReportSeries> series = new HashMap<>();
        earlier.forEach((unit, reports) -> series.put(unit, new ReportSeries(reports)));
        return new History(
                series, some(period.yearBefore()), some(period.yearBefore().lastOfYear()));
    }

    /** What a unit may have reported for a period. */
    public UnitReport report(Unit unit, Period of) {
        Map<ItemCode, ItemValue> values = new HashMap<>();
        for (Item item : catalogue.itemsFor(unit)) {
            if (random.nextInt(8) > 0) {
                values.put(
                        item.code(),
                        new ItemValue(
                                seldomEmpty(item),
                                seldomEmpty(item),
                                seldomEmpty(item),
                                ObsStatus.values()[random.nextInt(5)]));
            }
        }
        return new UnitReport(unit.code(), of, values);
    }

    private Map<UnitCode, UnitReport> some(Period of) {
        Map<UnitCode, UnitReport> reports = new HashMap<>();
        for (Unit unit : catalogue.units()) {
            if (random.nextInt(4) > 0) {
                reports.put(unit.code(), report(unit, of));
            }
        }
        return reports;
    }

    private Optional<BigDecimal> seldomEmpty(Item item) {
        if (random.nextInt(7) == 0) {
            return Optional.empty();
        }
        return Optional.of(
                switch (random.nextInt(12)) {
                    case 0 -> new BigDecimal("1E+3");
                    case 1 -> BigDecimal.ZERO;
                    case 2 -> new BigDecimal("12345678901234567890.5");
                    case 3 -> BigDecimal.TEN;
                    default ->
                        BigDecimal.valueOf(
                                random.nextInt(900_000) - (item.code().equals(SmallJob.PROFIT) ? 300_000 : 0),
                                random.nextInt(5));
                });
    }

    private List<Unit> units(int districts) {
        List<UnitCode> codes = new ArrayList<>();
        List<UnitCode> hosts = new ArrayList<>();
        for (int i = 0; i < districts; i++) {
            codes.add(new UnitCode("D" + random.nextInt(1_000) + "-" + i));
        }
        codes.forEach(code -> {
            if (random.nextInt(3) == 0) {
                hosts.add(code);
            }
        });
        List<Unit> units = new ArrayList<>();
        codes.forEach(code -> units.add(unit(code, UnitKind.DISTRICT, Optional.empty())));
        hosts.forEach(host -> units.add(
                random.nextInt(units.size() + 1), unit(new UnitCode(host + "-Z"), UnitKind.ZONE, Optional.of(host))));
        units.add(random.nextInt(units.size() + 1), unit(SmallJob.CITY, UnitKind.CITY, Optional.empty()));
        return inPrintOrder(units);
    }

    /** Some share an order. */
    private List<Unit> inPrintOrder(List<Unit> units) {
        List<Unit> ordered = new ArrayList<>();
        int order = 1;
        for (Unit unit : units) {
            ordered.add(new Unit(
                    unit.code(),
                    unit.nameZh(),
                    unit.shortZh(),
                    unit.nameEn(),
                    unit.kind(),
                    unit.host(),
                    order,
                    unit.aliases()));
            order += random.nextInt(5) == 0 ? 0 : 1;
        }
        return ordered;
    }

    private Catalogue catalogue(List<Unit> units) {
        List<Target> targets = targets();
        Catalogue small = SmallJob.catalogue(Frequency.MONTHLY, targets, List.of());
        return new Catalogue(
                small.settings(),
                units,
                small.items(),
                targets,
                List.of(),
                allocations(units, targets),
                small.rules(),
                List.of(),
                List.of(),
                Map.of(),
                small.hash(),
                small.formHash());
    }

    private List<Allocation> allocations(List<Unit> units, List<Target> targets) {
        List<Allocation> allocations = new ArrayList<>();
        for (Target target : targets) {
            for (Unit unit : units) {
                if (unit.kind() != UnitKind.CITY && random.nextInt(3) == 0) {
                    allocations.add(new Allocation(
                            target.code(), unit.code(), BigDecimal.valueOf(random.nextInt(9_000), 1), false));
                }
            }
        }
        return allocations;
    }

    private List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (TargetComparator comparator : TargetComparator.values()) {
            for (Measure measure : Measure.values()) {
                List<ItemCode> items = new ArrayList<>();
                for (int i = 0; i < measure.items(); i++) {
                    ItemCode item = pick(OF_DISTRICTS);
                    items.add(measure.comparesYears() && item.equals(SmallJob.PLACES) ? SmallJob.FREE : item);
                }
                targets.add(target(targets.size(), measure, items, comparator));
            }
            targets.add(target(targets.size(), Measure.LEVEL, List.of(SmallJob.CARGO), comparator));
            targets.add(target(targets.size(), Measure.GROWTH, List.of(SmallJob.CARGO), comparator));
        }
        return targets;
    }

    private Target target(int number, Measure measure, List<ItemCode> items, TargetComparator comparator) {
        boolean isFlow = SmallJob.catalogue(Frequency.MONTHLY, List.of(), List.of())
                        .requireItem(items.get(0))
                        .accumulation()
                == Accumulation.YTD;
        Pace pace = measure == Measure.LEVEL && isFlow ? pick(List.of(Pace.LINEAR, Pace.LUMPY)) : Pace.NONE;
        return SmallJob.target("T" + number, measure, items, comparator, Integer.toString(random.nextInt(9_000)), pace);
    }

    private static Unit unit(UnitCode code, UnitKind kind, Optional<UnitCode> host) {
        return new Unit(code, code.value(), code.value(), code.value(), kind, host, 1, List.of());
    }

    private <T> T pick(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
