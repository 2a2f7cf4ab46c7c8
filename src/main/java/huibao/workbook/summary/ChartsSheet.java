package huibao.workbook.summary;

import huibao.model.Attainment;
import huibao.model.Light;
import huibao.model.Measure;
import huibao.model.Pace;
import huibao.model.Target;
import huibao.workbook.summary.Charts.Place;
import huibao.workbook.summary.Charts.Series;
import huibao.workbook.summary.Charts.Series.Fill;
import huibao.workbook.summary.DataBlock.Bar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** 图表: one page of native charts; the figures they draw stand to their right, outside the print area. */
final class ChartsSheet {

    private static final int CHART_COLUMNS = 24;
    private static final int ROWS_DRAWN = 59;
    private static final int DATA = CHART_COLUMNS + 1;
    private static final int RANKINGS = 2;
    private static final int NAME_WIDTH = 32 * 256;

    private final SheetContext context;
    private final SourceLinks sources;
    private final DistrictVerdicts verdicts;
    private final GrowthRanking growths;
    private final SheetWriter grid;
    private final List<Drawn> drawn = new ArrayList<>();
    private final int top;

    ChartsSheet(SheetContext context, SourceLinks sources, DistrictVerdicts verdicts, GrowthRanking growths) {
        this.context = context;
        this.sources = sources;
        this.verdicts = verdicts;
        this.growths = growths;
        int[] widths = new int[CHART_COLUMNS];
        Arrays.fill(widths, 9);
        grid = new SheetWriter(context, SummarySheet.CHARTS, PaperSize.A3_PAPER, widths);
        grid.head(context.text("title.charts", "title", context.settings().titleZh()));
        if (!context.missingUnits().isEmpty()) {
            grid.note(context.text("charts_missing", "units", context.names(context.missingUnits())));
        }
        top = grid.rowIndex() + 1;
    }

    private record Drawn(Place place, DataBlock block, BarGrouping grouping, List<Series> series) {}

    void write() {
        int half = CHART_COLUMNS / 2;
        int middle = top + ROWS_DRAWN * 2 / 5;
        int lower = top + ROWS_DRAWN * 3 / 4;
        int row = completion(new Place(0, top, half, top + ROWS_DRAWN), top);
        row = sections(new Place(half, top, CHART_COLUMNS, middle), row);
        row = districts(new Place(half, middle, CHART_COLUMNS, lower), row);
        int quarter = half / RANKINGS;
        List<Target> ranked = growths.mostRanked(RANKINGS);
        for (int i = 0; i < ranked.size(); i++) {
            int left = half + i * quarter;
            row = ranking(ranked.get(i), new Place(left, lower, left + quarter, top + ROWS_DRAWN), row);
        }
        rows(row);
        XSSFSheet sheet = grid.finish(1).parts().get(0).sheet();
        sheet.setColumnWidth(DATA, NAME_WIDTH);
        Charts charts = new Charts(sheet, context.messages().language());
        drawn.forEach(one -> charts.bars(one.place(), one.block(), one.grouping(), one.series()));
    }

    /** The page the charts lie on, with the figures beside it and, if there are many, below. */
    private void rows(int end) {
        for (int index = top; index < Math.max(end - 1, top + ROWS_DRAWN); index++) {
            if (index < top + ROWS_DRAWN) {
                grid.row();
            } else {
                grid.rowBelowPrint();
            }
            int here = index;
            drawn.forEach(one -> one.block().write(grid, here));
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
                new Series(context.text("column.completion"), Fill.SOLID, "9DB4CF"),
                new Series(context.text("column.pace"), Fill.HOLLOW, "1F1F1F"));
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
        List<Integer> shown = gravest();
        List<Bar> bars = shown.stream()
                .map(district -> new Bar(
                        context.shortName(verdicts.districts().get(district)),
                        Arrays.stream(Light.values())
                                .map(light -> BigDecimal.valueOf(verdicts.count(district, light)))
                                .toList(),
                        Optional.of(sources.ofLights())))
                .toList();
        String title = context.text("chart.districts", "period", period());
        boolean all = shown.size() == verdicts.districts().size();
        return draw(
                place,
                all ? title : context.text("chart.gravest", "title", title, "count", String.valueOf(shown.size())),
                bars,
                BarGrouping.STACKED,
                lights(),
                0,
                row);
    }

    /** Those with most red lights, then with most yellow ones; in print order. */
    private List<Integer> gravest() {
        record Lights(int district, long red, long yellow) {}
        return IntStream.range(0, verdicts.districts().size())
                .mapToObj(district -> new Lights(
                        district, verdicts.count(district, Light.RED), verdicts.count(district, Light.YELLOW)))
                .sorted(Comparator.comparingLong(Lights::red)
                        .thenComparingLong(Lights::yellow)
                        .reversed())
                .limit(context.layout().mostBars())
                .map(Lights::district)
                .sorted()
                .toList();
    }

    private int ranking(Target target, Place place, int row) {
        String title = context.text(
                "chart.ranking", "target", context.name(target), "unit", target.unitMeasure(), "period", period());
        List<Series> series = List.of(
                new Series(context.text("column.current"), Fill.SOLID, "9DB4CF"),
                new Series(context.text("column.target_value"), Fill.HOLLOW, "1F1F1F"));
        List<Bar> bars = growths.of(target).stream()
                .map(value -> new Bar(
                        context.shortName(value.unit()),
                        List.of(value.growth(), target.value()),
                        sources.ofValue(target, value.unit())))
                .toList();
        return draw(
                place,
                growths.isWhole(target)
                        ? title
                        : context.text("chart.ends", "title", title, "count", String.valueOf(bars.size() / 2)),
                bars,
                BarGrouping.CLUSTERED,
                series,
                context.decimals(target),
                row);
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
            series.add(new Series(context.word(light), fill, colour(light)));
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

    /** Takes the figures to draw; yields the first row free for further figures. */
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
        List<String> heads = series.stream().map(Series::name).toList();
        List<Bar> printed = bars.stream()
                .map(bar -> bar.rounded(value -> context.rounded(value, decimals)))
                .toList();
        DataBlock block = new DataBlock(title, heads, printed, PrintedNumber.plain(decimals), row, DATA);
        drawn.add(new Drawn(place, block, grouping, series));
        return block.lastRow() + 2;
    }

    private String period() {
        return context.period(context.bulletin().period());
    }
}
