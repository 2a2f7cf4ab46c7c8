package huibao.workbook.summary;

import huibao.model.Attainment;
import huibao.model.Target;
import huibao.model.TargetCode;
import huibao.model.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which districts pull the city below a target, and by how much: a district's gap weighted by its share
 * of the city's base, so that the parts of all districts add up to the city's gap.
 */
final class Shortfall {

    private static final int NAMED = 3;
    private static final int QUOTIENT_DECIMALS = 12;

    private final SheetContext context;
    private final Map<TargetCode, List<Part>> most = new HashMap<>();

    Shortfall(SheetContext context) {
        this.context = context;
    }

    private record Part(Unit unit, BigDecimal points) {}

    /** Takes a district; districts come in print order, and of equal ones the first is named first. */
    void add(Unit unit, Map<TargetCode, Attainment> own) {
        int decimals = context.settings().rateDecimals();
        for (Target target : context.catalogue().targets()) {
            Optional.ofNullable(own.get(target.code()))
                    .flatMap(attainment ->
                            context.cityAttainment(target.code()).flatMap(city -> points(target, city, attainment)))
                    .map(points -> new Part(unit, context.rounded(points, decimals)))
                    .filter(part -> part.points().signum() < 0)
                    .ifPresent(part -> add(most.computeIfAbsent(target.code(), code -> new ArrayList<>()), part));
        }
    }

    private static void add(List<Part> parts, Part part) {
        parts.add(part);
        parts.sort(Comparator.comparing(Part::points));
        if (parts.size() > NAMED) {
            parts.remove(NAMED);
        }
    }

    /** The three that weigh most, in words; empty if none does or their parts cannot be told. */
    String of(Target target) {
        return context.joined(most.getOrDefault(target.code(), List.of()).stream()
                .map(part -> context.shortName(part.unit()) + part.points().toPlainString())
                .toList());
    }

    /** Points of the city's gap that come from one district. */
    private Optional<BigDecimal> points(Target target, Attainment city, Attainment own) {
        return switch (target.measure()) {
            case LEVEL -> weighted(own.paceGapPoints(), own.targetValue(), city.targetValue());
            case GROWTH -> weighted(distance(city, own), own.priorYearValue(), city.priorYearValue());
            case RATIO -> weighted(distance(city, own), own.denominatorValue(), city.denominatorValue());
            // two ratios in one: a district's part is no share of anything
            case GROWTH_PER_HEAD -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> distance(Attainment city, Attainment own) {
        return own.obsValue().flatMap(value -> city.targetValue().map(value::subtract));
    }

    private Optional<BigDecimal> weighted(
            Optional<BigDecimal> gap, Optional<BigDecimal> base, Optional<BigDecimal> whole) {
        if (gap.isEmpty() || base.isEmpty() || whole.isEmpty() || whole.get().signum() <= 0) {
            return Optional.empty();
        }
        return Optional.of(gap.get()
                .multiply(base.get())
                .divide(whole.get(), QUOTIENT_DECIMALS, context.settings().rounding()));
    }
}
