package huibao.cli.explain;

import huibao.cli.Page;
import huibao.cli.Wording;
import huibao.model.Assumption;
import huibao.model.Attainment;
import huibao.model.Certainty;
import huibao.model.Fraction;
import huibao.model.Measure;
import huibao.model.SeasonalPace;
import huibao.model.Target;
import huibao.model.YearEnd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A verdict in words: pace, light, the rest of the year, and how sure it is while units are missing. */
final class VerdictText {

    private final Wording wording;
    private final Page page;

    VerdictText(Wording wording, Page page) {
        this.wording = wording;
        this.page = page;
    }

    void print(Target target, Attainment row, FormulaText formula) {
        page.fact(wording.text("trail.completion"), formula.completion(row));
        if (target.measure() == Measure.LEVEL) {
            page.fact(wording.text("trail.pace"), formula.pace(row));
        }
        page.fact(wording.text("trail.gap"), formula.gap(target, row));
        page.fact(
                wording.text("trail.status"),
                wording.text(
                        "trail.status_is",
                        "status",
                        wording.word(row.status()),
                        "light",
                        wording.word(row.light()),
                        "band",
                        row.aboveBand() ? wording.text("trail.above_band") : ""));
        page.fact(
                wording.text("trail.quality"),
                wording.text(
                        "trail.quality_is",
                        "status",
                        row.obsStatus().name(),
                        "meaning",
                        wording.text("trail.obs_status." + row.obsStatus()),
                        "rate",
                        wording.rate(row.reportingRate(), "%")));
        page.fact(wording.text("trail.seasonal"), seasonal(row.seasonal()));
        page.fact(
                wording.text("trail.projected"),
                row.projectedValue()
                        .map(value -> wording.printed(target, value))
                        .orElse(""));
        page.fact(
                wording.text("trail.forecast"),
                row.forecastValue().map(value -> wording.printed(target, value)).orElse(""));
        page.fact(wording.text("trail.year_end"), yearEnd(target, row));
        page.fact(wording.text("trail.bounds"), bounds(row));
        page.fact(wording.text("trail.certainty"), certainty(row));
        row.assumptions().forEach(one -> page.point(assumed(one)));
    }

    private String seasonal(SeasonalPace seasonal) {
        return seasonal.pacePercent()
                .map(pace -> wording.text(
                        "trail.seasonal_is",
                        "pace",
                        wording.rate(pace, "%"),
                        "gap",
                        seasonal.gapPoints().map(wording::points).orElse(""),
                        "status",
                        seasonal.status().map(wording::word).orElse(""),
                        "projected",
                        seasonal.projectedValue().map(Wording::plain).orElse("")))
                .orElse("");
    }

    private String yearEnd(Target target, Attainment row) {
        YearEnd view = row.yearEnd();
        boolean reckoned =
                view.neededPerPeriod().isPresent() || view.neededGrowthPercent().isPresent();
        return switch (view.outlook()) {
            case NOT_APPLICABLE -> "";
            case DONE, AT_THIS_RATE, NEEDS_MORE, LOST, NOT_COMPUTABLE ->
                wording.text(
                        "trail.year_end_is",
                        "outlook",
                        wording.word(view.outlook()),
                        "needed",
                        target.comparator().largerIsBetter() ? text(view.neededPerPeriod()) : "",
                        "allowed",
                        target.comparator().largerIsBetter() ? "" : text(view.neededPerPeriod()),
                        "average",
                        text(view.averagePerPeriod()),
                        "growth",
                        text(view.neededGrowthPercent()),
                        "end",
                        reckoned && row.certainty() != Certainty.COMPLETE ? wording.text("trail.year_end_most") : "",
                        "unit",
                        target.unitMeasure(),
                        "period",
                        wording.text("summary.period_word."
                                + wording.catalogue()
                                        .settings()
                                        .frequency()
                                        .name()
                                        .toLowerCase(Locale.ROOT)));
        };
    }

    private String bounds(Attainment row) {
        if (row.certainty() == Certainty.COMPLETE) {
            return "";
        }
        return range(row.lowValue().map(Wording::plain), row.highValue().map(Wording::plain));
    }

    private String certainty(Attainment row) {
        return row.dependsOn().isEmpty()
                ? wording.word(row.certainty())
                : wording.text(
                        "trail.depends_on",
                        "certainty",
                        wording.word(row.certainty()),
                        "units",
                        wording.names(row.dependsOn()));
    }

    private String assumed(Assumption one) {
        return wording.text(
                "trail.assumed",
                "unit",
                wording.name(one.unit()),
                "item",
                one.item().value(),
                "range",
                range(
                        end(one.range().low(), RoundingMode.FLOOR),
                        end(one.range().high(), RoundingMode.CEILING)),
                "manner",
                wording.text(
                        "trail.assumed." + one.kind(),
                        "since",
                        one.since().map(Object::toString).orElse("")));
    }

    private String range(Optional<String> low, Optional<String> high) {
        String key = Stream.of(low, high).allMatch(Optional::isEmpty)
                ? "trail.unbounded"
                : high.isEmpty() ? "trail.at_least" : low.isEmpty() ? "trail.at_most" : "trail.between";
        return wording.text(key, "low", low.orElse(""), "high", high.orElse(""));
    }

    private static Optional<String> end(Optional<Fraction> end, RoundingMode outward) {
        return end.map(value -> Wording.plain(value.shortest(outward)));
    }

    private static String text(Optional<BigDecimal> value) {
        return value.map(Wording::plain).orElse("");
    }
}
