package huibao.sample;

import huibao.catalogue.Catalogue;
import huibao.model.Accumulation;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Pace;
import huibao.model.Reporter;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** One item of one district or of the city over the year, before the job's relations between items. */
final class UnitYear {

    /** Below so many steps of its last decimal a stock stands still: one step more would be a jump. */
    private static final BigDecimal SMALLEST_MOVING_STOCK = BigDecimal.valueOf(400);

    private static final int COUNT_NOISE_PERCENT = 12;
    private static final int MEASURE_NOISE_PERCENT = 2;

    private final Catalogue catalogue;
    private final Dice dice;
    private final CityYear city;
    private final int periods;
    private final Map<ItemCode, List<BigDecimal>> amounts = new ConcurrentHashMap<>();
    private final Set<ItemCode> wholes;
    /** Where a unit's figure stands among those of an item's contributors. */
    private final Map<Reporter, Map<UnitCode, Integer>> places = new EnumMap<>(Reporter.class);

    UnitYear(Catalogue catalogue, Dice dice, CityYear city) {
        this.catalogue = catalogue;
        this.dice = dice;
        this.city = city;
        this.periods = catalogue.settings().frequency().periodsPerYear();
        this.wholes = catalogue.items().stream()
                .flatMap(item -> city.wholeOf(item).stream())
                .map(Item::code)
                .collect(Collectors.toUnmodifiableSet());
        for (Item item : catalogue.items()) {
            places.computeIfAbsent(item.reporter(), reporter -> places(catalogue.contributorsOf(item)));
        }
    }

    private static Map<UnitCode, Integer> places(List<Unit> units) {
        Map<UnitCode, Integer> places = new HashMap<>();
        units.forEach(unit -> places.put(unit.code(), places.size()));
        return places;
    }

    /** The figure at the end of a period, numbered from 1. */
    BigDecimal value(Item item, Unit unit, int period) {
        BigDecimal atEnd = amount(item, unit);
        return item.accumulation() == Accumulation.YTD
                ? course(item, unit, "this").by(period, atEnd, item.decimals())
                : stock(item, unit, atEnd, period);
    }

    /** The figure a year before. */
    BigDecimal priorYear(Item item, Unit unit, int period) {
        if (item.accumulation() == Accumulation.YTD) {
            BigDecimal year = without(amount(item, unit), item, unit, item.decimals() + 4, RoundingMode.DOWN);
            return course(item, unit, "before").by(period, year, item.decimals());
        }
        return without(value(item, unit, period), item, unit, item.decimals(), RoundingMode.HALF_UP);
    }

    /** What the unit expects for the year: near what it will reach, never below what it has. */
    BigDecimal forecast(Item item, Unit unit, int period) {
        BigDecimal atEnd = amount(item, unit);
        int percent = item.accumulation() == Accumulation.YTD && period < periods
                ? dice.between(97, 103, "forecast", item.code(), unit.code(), period)
                : 100;
        return atEnd.multiply(BigDecimal.valueOf(percent))
                .movePointLeft(2)
                .setScale(item.decimals(), RoundingMode.HALF_UP)
                .max(value(item, unit, period));
    }

    private BigDecimal amount(Item item, Unit unit) {
        Integer place = places.getOrDefault(item.reporter(), Map.of()).get(unit.code());
        if (place == null) {
            throw new IllegalArgumentException(unit.code() + " is no part of the city's " + item.code());
        }
        return amounts(item).get(place);
    }

    /** The year's figure of each contributor; a part is split like its whole, so that nowhere it outgrows it. */
    private List<BigDecimal> amounts(Item item) {
        Optional<List<BigDecimal>> known = Optional.ofNullable(amounts.get(item.code()));
        return known.orElseGet(() -> {
            List<BigDecimal> weights = city.wholeOf(item)
                    .map(this::amounts)
                    .filter(list -> list.stream().anyMatch(weight -> weight.signum() > 0))
                    .orElseGet(() -> catalogue.contributorsOf(item).stream()
                            .map(unit -> catalogue.weights().getOrDefault(unit.code(), BigDecimal.ONE))
                            .toList());
            List<BigDecimal> split = Apportionment.split(city.amount(item), item.decimals(), weights);
            amounts.put(item.code(), split);
            return split;
        });
    }

    private YearCourse course(Item item, Unit unit, String year) {
        Pace pace = catalogue.targetsOf(item.code()).stream()
                .findFirst()
                .map(Target::pace)
                .orElse(Pace.LINEAR);
        int noise = item.decimals() == 0 ? COUNT_NOISE_PERCENT : MEASURE_NOISE_PERCENT;
        return YearCourse.of(
                dice, pace, periods, noise, item.code().value(), unit.code().value() + year);
    }

    private BigDecimal stock(Item item, Unit unit, BigDecimal atEnd, int period) {
        if (atEnd.movePointRight(item.decimals()).compareTo(SMALLEST_MOVING_STOCK) < 0
                || city.wholeOf(item).isPresent()
                || wholes.contains(item.code())) {
            return atEnd;
        }
        int driftPerMille = dice.between(-5, 30, "drift", item.code(), unit.code());
        BigDecimal missing = atEnd.multiply(BigDecimal.valueOf((long) driftPerMille * (periods - period)))
                .divide(BigDecimal.valueOf(1000L * periods), item.decimals(), RoundingMode.DOWN);
        return atEnd.subtract(missing);
    }

    private BigDecimal without(BigDecimal value, Item item, Unit unit, int decimals, RoundingMode rounding) {
        int growth = city.growthPercent(item, unit.code().value());
        return value.multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(100L + growth), decimals, rounding);
    }
}
