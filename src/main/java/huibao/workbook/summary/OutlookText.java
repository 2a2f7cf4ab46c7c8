package huibao.workbook.summary;

import huibao.model.Assumption;
import huibao.model.Attainment;
import huibao.model.AttainmentStatus;
import huibao.model.Certainty;
import huibao.model.Measure;
import huibao.model.Period;
import huibao.model.SeasonalPace;
import huibao.model.Target;
import huibao.model.UnitCode;
import huibao.model.YearEnd;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be said beyond the verdict, in words: the rest of the year, last year's pace, what was assumed. */
final class OutlookText {

    private final SheetContext context;

    OutlookText(SheetContext context) {
        this.context = context;
    }

    private record Manner(Assumption.Kind kind, Optional<Period> since) {}

    /** What the rest of the year must bring; a dash where the target is not made in the course of the year. */
    String yearEnd(Target target, Attainment attainment) {
        YearEnd view = attainment.yearEnd();
        return switch (view.outlook()) {
            case DONE, LOST -> context.word(view.outlook());
            case AT_THIS_RATE, NEEDS_MORE -> needed(target, attainment, view);
            case NOT_COMPUTABLE ->
                context.text(target.measure() == Measure.GROWTH ? "year_end.no_full_year" : "missing");
            case NOT_APPLICABLE -> context.text("missing");
        };
    }

    private String needed(Target target, Attainment attainment, YearEnd view) {
        String key = view.neededGrowthPercent().isPresent()
                ? "year_end.growth"
                : target.comparator().largerIsBetter() ? "year_end.flow" : "year_end.capped";
        // Ten in the year may be less than one in the month.
        int decimals = Math.max(1, context.decimals(target));
        return context.text(
                key,
                "word",
                context.word(view.outlook()),
                "period",
                context.text(
                        "period_word." + context.settings().frequency().name().toLowerCase(Locale.ROOT)),
                "most",
                attainment.certainty() == Certainty.COMPLETE ? "" : context.text("year_end.most"),
                "needed",
                shown(view.neededPerPeriod(), decimals),
                "average",
                shown(view.averagePerPeriod(), decimals),
                "growth",
                shown(view.neededGrowthPercent(), context.settings().rateDecimals()));
    }

    /** Where last year's own pace says another thing, or says something where the official one does not. */
    Optional<String> otherPace(Attainment attainment) {
        SeasonalPace seasonal = attainment.seasonal();
        boolean contradicts = seasonal.contradicts(attainment.status());
        if (!contradicts && attainment.status() != AttainmentStatus.IN_PROGRESS) {
            return Optional.empty();
        }
        return seasonal.status()
                .map(status -> context.text(
                        contradicts ? "two_paces" : "own_pace",
                        "pace",
                        shown(seasonal.pacePercent(), context.settings().rateDecimals()),
                        "word",
                        context.word(status),
                        "gap",
                        seasonal.gapPoints().map(this::signed).orElse("")));
    }

    /** What was assumed of the missing units' figures; empty if nothing is missing. */
    Optional<String> assumptions(Attainment attainment) {
        Map<Manner, Set<UnitCode>> units = new LinkedHashMap<>();
        attainment
                .assumptions()
                .forEach(one -> units.computeIfAbsent(
                                new Manner(one.kind(), one.since()), manner -> new LinkedHashSet<>())
                        .add(one.unit()));
        if (units.isEmpty()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        units.forEach((manner, codes) -> parts.add(context.text(
                "assumed." + manner.kind().name().toLowerCase(Locale.ROOT),
                "units",
                context.shortNames(List.copyOf(codes)),
                "since",
                manner.since().map(this::named).orElse(""))));
        return Optional.of(context.text("assumed", "parts", String.join(context.text("list_comma"), parts)));
    }

    private String named(Period period) {
        return context.text(
                "period_until." + context.settings().frequency().name().toLowerCase(Locale.ROOT),
                "number",
                String.valueOf(period.number()));
    }

    private String signed(BigDecimal points) {
        BigDecimal printed = context.rounded(points, context.settings().rateDecimals());
        return (printed.signum() > 0 ? "+" : "") + printed.toPlainString();
    }

    private String shown(Optional<BigDecimal> value, int decimals) {
        return value.map(known -> context.plain(known, decimals)).orElse("");
    }
}
