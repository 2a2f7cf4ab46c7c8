package huibao.workbook.summary;

import huibao.model.Attainment;
import huibao.model.Light;
import huibao.model.Measure;
import huibao.model.Pace;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.model.UnitKind;
import huibao.workbook.summary.Charts.Place;
import huibao.workbook.summary.Charts.Series;
import huibao.workbook.summary.Charts.Series.Fill;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;

/** 图表: one page of native charts; the figures they draw stand to their right, outside the print area. */
final class ChartsSheet {

    private static final int CHART_COLUMNS = 24;
    private static final int ROWS_DRAWN = 59;
    private static final int DATA = CHART_COLUMNS + 1;
    private static final int RANKINGS = 2;

    private final SheetContext context;
    private final SourceLinks sources;
    private final SheetWriter grid;
    private final Charts charts;
    private final int top;

    ChartsSheet(SheetContext context, SourceLinks sources) {
        this.context = context;
        this.sources = sources;
        int[] widths = new int[CHART_COLUMNS];
        Arrays.fill(widths, 9);
        grid = new SheetWriter(context, SummarySheet.CHARTS, PaperSize.A3_PAPER, widths);
        grid.head(context.text("title.charts", "title", context.settings().titleZh()));
        if (!context.missingUnits().isEmpty()) {
            grid.note(context.text("charts_missing", "units", context.names(context.missingUnits())));
        }
        top = grid.rowIndex() + 1;
        charts = new Charts(grid.sheet(), context.messages().language());
    }

    private record Bar(String name, List<BigDecimal> values, Optional<SourceLinks.Link> source) {}

    void write() {
        for (int i = 0; i < ROWS_DRAWN; i++) {
            grid.row();
        }
        grid.finish(1);
        int half = CHART_COLUMNS / 2;
        int middle = top + ROWS_DRAWN * 2 / 5;
        int lower = top + ROWS_DRAWN * 3 / 4;
        int row = completion(new Place(0, top, half, top + ROWS_DRAWN), top);
        row = sections(new Place(half, top, CHART_COLUMNS, middle), row);
        row = districts(new Place(half, middle, CHART_COLUMNS, lower), row);
        int quarter = half / RANKINGS;
        List<Target> growths = growths();
        for (int i = 0; i < growths.size(); i++) {
            int left = half + i * quarter;
            row = ranking(growths.get(i), new Place(left, lower, left + quarter, top + ROWS_DRAWN), row);
        }
    }

    private int completion(Place place, int row) {
        List<Bar> bars = context.catalogue().targets().stream()
                .filter(target -> target.pace() == Pace.LINEAR && target.measure() == Measure.LEVEL)
                .map(target -> context.cityAttainment(target.code()))
                .flatMap(Optional::stream)
                .filter(attainment -> attainment.completionPercent().isPresent())
                .map(attainment -> new Bar(
                        context.name(context.catalogue().requireTarget(attainment.target())),
                        List.of(attainment.completionPercent().get(), attainment.pacePercent()),
                        sources.ofValue(
                                context.catalogue().requireTarget(attainment.target()),
                                context.catalogue().city())))
                .sorted(Comparator.comparing((Bar bar) -> bar.values().get(0)).reversed())
                .toList();
        List<Series> series = List.of(
                new Series(context.text("column.completion"), DATA + 1, Fill.SOLID, "9DB4CF"),
                new Series(context.text("column.pace"), DATA + 2, Fill.HOLLOW, "1F1F1F"));
        String title = context.text("chart.completion", "period", period());
        return draw(
                place,
                title,
                bars,
                BarGrouping.CLUSTERED,
                series,
                context.settings().rateDecimals(),
                row);
    }

    private int sections(Place place, int row) {
        List<String> sections = context.catalogue().targets().stream()
                .map(Target::section)
                .distinct()
                .toList();
        List<Bar> bars = sections.stream()
                .map(section -> new Bar(
                        section,
                        counts(context.catalogue().targets().stream()
                                .filter(target -> target.section().equals(section))
                                .map(target -> context.cityAttainment(target.code()))
                                .flatMap(Optional::stream)
                                .toList()),
                        Optional.of(sources.ofLights())))
                .toList();
        String title = context.text("chart.sections", "period", period());
        return draw(place, title, bars, BarGrouping.STACKED, lights(), 0, row);
    }

    private int districts(Place place, int row) {
        List<Bar> bars = context.catalogue().ofKind(UnitKind.DISTRICT).stream()
                .map(unit -> new Bar(
                        context.shortName(unit),
                        counts(context.catalogue().targets().stream()
                                .map(target -> context.attainment(target.code(), unit.code()))
                                .flatMap(Optional::stream)
                                .filter(attainment -> attainment.targetValue().isPresent())
                                .toList()),
                        Optional.of(sources.ofLights())))
                .toList();
        String title = context.text("chart.districts", "period", period());
        return draw(place, title, bars, BarGrouping.STACKED, lights(), 0, row);
    }

    /** The growth targets that most districts are ranked on. */
    private List<Target> growths() {
        return context.catalogue().targets().stream()
                .filter(target ->
                        target.measure() == Measure.GROWTH && !values(target).isEmpty())
                .sorted(Comparator.comparing((Target target) -> -values(target).size()))
                .limit(RANKINGS)
                .toList();
    }

    private int ranking(Target target, Place place, int row) {
        String title = context.text(
                "chart.ranking", "target", context.name(target), "unit", target.unitMeasure(), "period", period());
        List<Series> series = List.of(
                new Series(context.text("column.current"), DATA + 1, Fill.SOLID, "9DB4CF"),
                new Series(context.text("column.target_value"), DATA + 2, Fill.HOLLOW, "1F1F1F"));
        return draw(place, title, values(target), BarGrouping.CLUSTERED, series, context.decimals(target), row);
    }

    private List<Bar> values(Target target) {
        List<Bar> bars = new ArrayList<>();
        for (Unit unit : context.catalogue().ofKind(UnitKind.DISTRICT)) {
            context.attainment(target.code(), unit.code())
                    .flatMap(Attainment::obsValue)
                    .ifPresent(value -> bars.add(new Bar(
                            context.shortName(unit), List.of(value, target.value()), sources.ofValue(target, unit))));
        }
        bars.sort(Comparator.comparing((Bar bar) -> bar.values().get(0)).reversed());
        return bars;
    }

    private List<BigDecimal> counts(List<Attainment> attainments) {
        return Arrays.stream(Light.values())
                .map(light -> BigDecimal.valueOf(
                        attainments.stream().filter(a -> a.light() == light).count()))
                .toList();
    }

    private List<Series> lights() {
        List<Series> series = new ArrayList<>();
        for (Light light : Light.values()) {
            Fill fill = light == Light.BLUE ? Fill.DARK : Fill.SOLID;
            series.add(new Series(context.messages().word(light), DATA + 1 + series.size(), fill, colour(light)));
        }
        return series;
    }

    /** Five steps of lightness: there is no word inside a bar. */
    private static String colour(Light light) {
        return switch (light) {
            case BLUE -> "1F4E79";
            case RED -> "D9534F";
            case GREEN -> "8FBF73";
            case YELLOW -> "FFE699";
            case GREY -> "FFFFFF";
        };
    }

    /** Writes the figures and draws them; yields the first row free for further figures. */
    private int draw(
            Place place,
            String title,
            List<Bar> bars,
            BarGrouping grouping,
            List<Series> series,
            int decimals,
            int row) {
        if (bars.isEmpty()) {
            return row;
        }
        DataBlock block = new DataBlock(context, grid.sheet(), DATA);
        block.heads(row, title, series.stream().map(Series::name).toList());
        for (int i = 0; i < bars.size(); i++) {
            block.line(
                    row + 1 + i,
                    bars.get(i).name(),
                    bars.get(i).values(),
                    decimals,
                    bars.get(i).source());
        }
        CellRangeAddress rows = new CellRangeAddress(row + 1, row + bars.size(), DATA, DATA);
        charts.bars(place, title, rows, grouping, series);
        return row + bars.size() + 2;
    }

    private String period() {
        return context.period(context.bulletin().period());
    }
}
