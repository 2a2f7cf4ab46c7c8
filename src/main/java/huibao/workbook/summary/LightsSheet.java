package huibao.workbook.summary;

import huibao.model.Attainment;
import huibao.model.AttainmentStatus;
import huibao.model.Certainty;
import huibao.model.Light;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.model.YearEnd;
import huibao.workbook.stream.SheetLayout;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFFontFormatting;
import org.apache.poi.xssf.usermodel.XSSFPatternFormatting;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;

/** 预警: lights of every target, city and districts, the gravest first. */
final class LightsSheet {

    private static final int FIRST_UNIT = 7;
    private static final int NAMED_FIRST = 8;
    static final List<Light> GRAVEST_FIRST = List.of(Light.RED, Light.YELLOW, Light.GREY, Light.GREEN, Light.BLUE);

    private final SheetContext context;
    private final SourceLinks sources;
    private final DistrictVerdicts verdicts;
    private final Shortfall shortfall;
    private final List<Attainment> ordered;
    private final boolean across;

    LightsSheet(SheetContext context, SourceLinks sources, DistrictVerdicts verdicts, Shortfall shortfall) {
        this.context = context;
        this.sources = sources;
        this.verdicts = verdicts;
        this.shortfall = shortfall;
        this.across = context.layout() == UnitLayout.ACROSS;
        this.ordered = context.catalogue().targets().stream()
                .map(target -> context.cityAttainment(target.code()))
                .flatMap(Optional::stream)
                .sorted(Comparator.<Attainment, Integer>comparing(a -> GRAVEST_FIRST.indexOf(a.light()))
                        .thenComparing(a -> -gravity(a.status()))
                        .thenComparing(a -> a.paceGapPoints().orElse(BigDecimal.ZERO)))
                .toList();
    }

    void write() {
        List<String> ofDistricts = across
                ? verdicts.districts().stream().map(context::shortName).toList()
                : GRAVEST_FIRST.stream()
                        .map(light -> context.text("districts_with_light", "light", context.word(light)))
                        .toList();
        int[] widths = new int[FIRST_UNIT + ofDistricts.size() + 2];
        Arrays.fill(widths, 7);
        int[] fixed = {5, 10, 32, 13, 16, 11, 11};
        System.arraycopy(fixed, 0, widths, 0, fixed.length);
        widths[widths.length - 2] = 66;
        widths[widths.length - 1] = 9;
        SheetWriter grid = new SheetWriter(context, SummarySheet.LIGHTS, PaperSize.A3_PAPER, widths);
        grid.head(context.text("title.lights", "title", context.settings().titleZh()));
        counts(grid);
        grid.note(first());
        List<String> header = new ArrayList<>(
                context.texts("column", "number section target target_value city_verdict gap city_light"));
        header.addAll(ofDistricts);
        header.addAll(context.texts("column", "attention target_code"));
        grid.header(header, 3);
        int top = grid.rowIndex() + 1;
        int number = 0;
        for (Attainment attainment : ordered) {
            grid.row();
            grid.whole(0, ++number);
            write(grid, attainment);
        }
        int bottom = grid.rowIndex();
        grid.note(context.text("lights_note"));
        SheetLayout layout = grid.finish();
        if (number > 0) {
            int last = across ? grid.lastColumn() - 2 : FIRST_UNIT - 1;
            colour(layout.parts().get(0).sheet(), new CellRangeAddress(top, bottom, FIRST_UNIT - 1, last));
        }
    }

    private void counts(SheetWriter grid) {
        grid.row();
        grid.merged(0, 1, context.text("light_counts"), Look.HEADER);
        grid.text(2, context.text("whole_city_counts", "targets", String.valueOf(ordered.size())), Look.LEFT);
        int column = 3;
        for (Light light : GRAVEST_FIRST) {
            long count = ordered.stream().filter(a -> a.light() == light).count();
            PrintedNumber number =
                    PrintedNumber.plain(0).marked(context.word(light) + "  ", context.text("count_suffix"));
            Optional<BigDecimal> value = Optional.of(BigDecimal.valueOf(count));
            Look look = SummaryStyles.light(light);
            if (column < FIRST_UNIT) {
                grid.number(column++, value, number, look);
            } else {
                grid.merged(column, column + 1, "", look);
                grid.number(column, value, number, look);
            }
        }
    }

    private String first() {
        List<String> names = ordered.stream()
                .filter(a -> a.light() == Light.RED
                        || a.light() == Light.YELLOW
                        || a.certainty() == Certainty.DEPENDS
                        || a.certainty() == Certainty.IMPOSSIBLE)
                .limit(NAMED_FIRST)
                .map(a -> context.text(
                        "attention_item",
                        "target",
                        context.name(target(a)),
                        "word",
                        context.word(a.status()),
                        "gap",
                        gap(a)))
                .toList();
        return names.isEmpty()
                ? context.text("attention_none")
                : context.text("attention_first", "targets", String.join(context.text("clause_separator"), names));
    }

    private void write(SheetWriter grid, Attainment city) {
        Target target = target(city);
        int rate = context.settings().rateDecimals();
        grid.text(1, target.section(), Look.CENTRE);
        grid.text(2, context.name(target), Look.LEFT);
        grid.number(
                3,
                city.targetValue(),
                TargetsSheet.promised(context, target).marked(context.word(target.comparator()), target.unitMeasure()));
        grid.text(4, context.word(city.status()), Look.CENTRE);
        grid.sourced(
                5,
                city.paceGapPoints(),
                PrintedNumber.points(rate),
                Look.RIGHT,
                sources.ofValue(target, context.catalogue().city()));
        grid.text(6, context.word(city.light()), Look.CENTRE);
        districts(grid, target);
        grid.text(grid.lastColumn() - 1, attention(target, city), Look.LEFT);
        grid.text(grid.lastColumn(), target.code().value(), Look.CENTRE);
    }

    /** Each district's light, or how many have which. */
    private void districts(SheetWriter grid, Target target) {
        if (!across) {
            for (int i = 0; i < GRAVEST_FIRST.size(); i++) {
                grid.whole(
                        FIRST_UNIT + i,
                        verdicts.withLight(target, GRAVEST_FIRST.get(i)).size());
            }
            return;
        }
        for (int i = 0; i < verdicts.districts().size(); i++) {
            String word = verdicts.shown(target, i).map(context::word).orElse(context.text("missing"));
            grid.text(FIRST_UNIT + i, word, Look.CENTRE);
        }
    }

    private String attention(Target target, Attainment city) {
        List<String> parts = new ArrayList<>();
        boolean unfavourable = city.light() == Light.RED || city.light() == Light.YELLOW;
        String pulling = unfavourable ? shortfall.of(target) : "";
        if (!pulling.isEmpty()) {
            parts.add(context.text("attention_pull", "units", pulling));
        }
        for (Light light : pulling.isEmpty() ? List.of(Light.RED, Light.YELLOW) : List.<Light>of()) {
            List<Unit> units = verdicts.withLight(target, light);
            if (!units.isEmpty()) {
                parts.add(context.text(
                        "attention_units",
                        "light",
                        context.word(light),
                        "units",
                        context.units(units, context::shortName)));
            }
        }
        OutlookText outlook = new OutlookText(context);
        if (unfavourable && city.yearEnd().outlook() == YearEnd.Outlook.NEEDS_MORE) {
            parts.add(outlook.yearEnd(target, city));
        }
        outlook.otherPace(city).ifPresent(parts::add);
        if (city.certainty() == Certainty.DEPENDS) {
            parts.add(context.text("decided_by", "units", context.shortNames(city.dependsOn())));
        } else if (city.certainty() == Certainty.IMPOSSIBLE) {
            parts.add(context.word(city.certainty()));
        }
        return String.join(context.text("clause_separator"), parts);
    }

    private String gap(Attainment attainment) {
        return attainment
                .paceGapPoints()
                .map(points -> {
                    BigDecimal shown =
                            context.rounded(points, context.settings().rateDecimals());
                    String sign = shown.signum() > 0 ? "+" : "";
                    return context.text("attention_gap", "gap", sign + shown.toPlainString());
                })
                .orElse("");
    }

    /** The colours follow the words, also when somebody edits them. */
    private void colour(XSSFSheet sheet, CellRangeAddress range) {
        XSSFSheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        String cell = new CellReference(range.getFirstRow(), range.getFirstColumn()).formatAsString();
        ConditionalFormattingRule[] rules = GRAVEST_FIRST.stream()
                .map(light -> rule(formatting, light, cell))
                .toArray(ConditionalFormattingRule[]::new);
        for (ConditionalFormattingRule rule : rules) {
            formatting.addConditionalFormatting(new CellRangeAddress[] {range}, rule);
        }
    }

    private ConditionalFormattingRule rule(XSSFSheetConditionalFormatting formatting, Light light, String cell) {
        String word = context.word(light);
        XSSFConditionalFormattingRule rule = formatting.createConditionalFormattingRule(cell + "=\"" + word + "\"");
        XSSFPatternFormatting fill = rule.createPatternFormatting();
        fill.setFillBackgroundColor(SummaryStyles.rgb(SummaryStyles.colour(light)));
        fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        if (light == Light.RED || light == Light.BLUE) {
            XSSFFontFormatting font = rule.createFontFormatting();
            font.setFontColor(SummaryStyles.rgb("FFFFFF"));
        }
        return rule;
    }

    private Target target(Attainment attainment) {
        return context.catalogue().requireTarget(attainment.target());
    }

    private static int gravity(AttainmentStatus status) {
        return switch (status) {
            case MISSED -> 5;
            case FAR_BEHIND -> 4;
            case BELOW -> 3;
            case BEHIND -> 2;
            case NEAR -> 1;
            case ACHIEVED, AHEAD, ON_PACE, IN_PROGRESS, NO_DATA, CANNOT_ASSESS, NO_TARGET -> 0;
        };
    }
}
