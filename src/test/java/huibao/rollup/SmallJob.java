package huibao.rollup;

import huibao.catalogue.Catalogue;
import huibao.catalogue.JobSettings;
import huibao.catalogue.MilestoneDeadline;
import huibao.catalogue.NoticeSettings;
import huibao.catalogue.Retention;
import huibao.model.Accumulation;
import huibao.model.Allocation;
import huibao.model.CaptionWords;
import huibao.model.FindingKind;
import huibao.model.Frequency;
import huibao.model.Imputation;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.ItemRole;
import huibao.model.ItemValue;
import huibao.model.Measure;
import huibao.model.Milestone;
import huibao.model.ObsStatus;
import huibao.model.Pace;
import huibao.model.Period;
import huibao.model.ReadingLimits;
import huibao.model.Reporter;
import huibao.model.Rule;
import huibao.model.Severity;
import huibao.model.Target;
import huibao.model.TargetCode;
import huibao.model.TargetComparator;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.model.UnitReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A job made by hand that has nothing to do with any real one: three districts, a zone and a city. */
public final class SmallJob {

    public static final UnitCode NORTH = new UnitCode("N");
    public static final UnitCode SOUTH = new UnitCode("S");
    public static final UnitCode EAST = new UnitCode("E");
    public static final UnitCode PORT = new UnitCode("N-PORT");
    public static final UnitCode CITY = new UnitCode("ALL");

    /** A flow that cannot be negative. */
    public static final ItemCode FLOW = new ItemCode("FLOW");
    /** A flow that can. */
    public static final ItemCode PROFIT = new ItemCode("PROFIT");
    /** A stock that swings by 20 % at most. */
    public static final ItemCode STOCK = new ItemCode("STOCK");
    /** A stock without limit. */
    public static final ItemCode FREE = new ItemCode("FREE");
    /** A stock, without prior year. */
    public static final ItemCode PLACES = new ItemCode("PLACES");
    /** A flow that the city level alone reports. */
    public static final ItemCode CARGO = new ItemCode("CARGO");

    private SmallJob() {}

    public static Catalogue catalogue(Frequency frequency, List<Target> targets, List<Allocation> allocations) {
        return catalogue(frequency, targets, allocations, List.of(), List.of());
    }

    public static Catalogue catalogue(
            Frequency frequency,
            List<Target> targets,
            List<Allocation> allocations,
            List<Milestone> milestones,
            List<MilestoneDeadline> due) {
        return new Catalogue(
                settings(frequency),
                List.of(
                        unit(NORTH, UnitKind.DISTRICT, Optional.empty(), 1),
                        unit(SOUTH, UnitKind.DISTRICT, Optional.empty(), 2),
                        unit(EAST, UnitKind.DISTRICT, Optional.empty(), 3),
                        unit(PORT, UnitKind.ZONE, Optional.of(NORTH), 4),
                        unit(CITY, UnitKind.CITY, Optional.empty(), 5)),
                List.of(
                        item(FLOW, 4, Accumulation.YTD, true, Reporter.DISTRICT),
                        item(PROFIT, 4, Accumulation.YTD, true, Reporter.DISTRICT),
                        item(STOCK, 4, Accumulation.POINT, true, Reporter.DISTRICT),
                        item(FREE, 4, Accumulation.POINT, true, Reporter.DISTRICT),
                        item(PLACES, 0, Accumulation.POINT, false, Reporter.DISTRICT),
                        item(CARGO, 1, Accumulation.YTD, true, Reporter.CITY)),
                targets,
                milestones,
                allocations,
                List.of(
                        rule(FindingKind.NOT_NEGATIVE, Set.of(FLOW, STOCK, FREE, PLACES), Map.of()),
                        rule(FindingKind.PERIOD_SWING, Set.of(STOCK, PLACES), Map.of("percent", "20"))),
                List.of(),
                due,
                Map.of(),
                "0".repeat(64),
                "1".repeat(64));
    }

    public static Target target(
            Measure measure, List<ItemCode> items, TargetComparator comparator, String value, Pace pace) {
        return target("T1", measure, items, comparator, value, pace);
    }

    public static Target target(
            String code, Measure measure, List<ItemCode> items, TargetComparator comparator, String value, Pace pace) {
        return new Target(
                new TargetCode(code),
                "1",
                "",
                "目标",
                "Target",
                measure,
                items,
                measure == Measure.LEVEL ? BigDecimal.ONE : BigDecimal.valueOf(100),
                comparator,
                new BigDecimal(value),
                "%",
                "",
                "",
                pace,
                items.contains(CARGO) ? Reporter.CITY : Reporter.DISTRICT,
                1,
                "");
    }

    public static ItemValue value(String value) {
        return value(value, "");
    }

    /** An empty text is a cell without a figure. */
    public static ItemValue value(String value, String priorYear) {
        return new ItemValue(number(value), number(priorYear), Optional.empty(), ObsStatus.A);
    }

    public static ItemValue value(String value, String priorYear, String forecast, ObsStatus status) {
        return new ItemValue(number(value), number(priorYear), number(forecast), status);
    }

    public static UnitReport report(UnitCode unit, Period period, ItemCode item, ItemValue value) {
        return new UnitReport(unit, period, Map.of(item, value));
    }

    public static UnitReport report(
            UnitCode unit, Period period, ItemCode a, ItemValue valueA, ItemCode b, ItemValue valueB) {
        return new UnitReport(unit, period, Map.of(a, valueA, b, valueB));
    }

    /** Reports by unit. */
    public static Map<UnitCode, UnitReport> byUnit(UnitReport... reports) {
        Map<UnitCode, UnitReport> byUnit = new LinkedHashMap<>();
        for (UnitReport report : reports) {
            byUnit.put(report.unit(), report);
        }
        return byUnit;
    }

    /** The year's earlier reports by unit, in any order. */
    public static Map<UnitCode, ReportSeries> earlier(UnitReport... reports) {
        return Stream.of(reports)
                .collect(Collectors.groupingBy(
                        UnitReport::unit, Collectors.collectingAndThen(Collectors.toList(), ReportSeries::new)));
    }

    private static Optional<BigDecimal> number(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private static JobSettings settings(Frequency frequency) {
        return new JobSettings(
                "small",
                "小城",
                2031,
                frequency,
                ZoneOffset.UTC,
                Locale.ENGLISH,
                RoundingMode.HALF_EVEN,
                2,
                1,
                0,
                new JobSettings.Form("F1", "表", "局", "", LocalDate.of(2032, 1, 31), "局", Optional.empty()),
                new JobSettings.Thresholds(
                        BigDecimal.TEN,
                        BigDecimal.ZERO,
                        BigDecimal.valueOf(-10),
                        BigDecimal.valueOf(-30),
                        BigDecimal.valueOf(3)),
                new JobSettings.Explanations(6, List.of()),
                new JobSettings.Schedule(JobSettings.Schedule.AT_TWO, Optional.empty(), Optional.empty()),
                Optional.empty(),
                Imputation.NONE,
                ReadingLimits.DEFAULT,
                CaptionWords.NONE,
                Retention.OF_LEFTOVERS,
                NoticeSettings.NONE);
    }

    private static Unit unit(UnitCode code, UnitKind kind, Optional<UnitCode> host, int order) {
        return new Unit(code, code.value(), code.value(), code.value(), kind, host, order, List.of());
    }

    private static Item item(
            ItemCode code, int decimals, Accumulation accumulation, boolean priorYear, Reporter reporter) {
        return new Item(
                code,
                code.value(),
                "",
                "件",
                decimals,
                accumulation,
                priorYear,
                reporter,
                ItemRole.LEVEL,
                Optional.empty());
    }

    private static Rule rule(FindingKind kind, Set<ItemCode> items, Map<String, String> parameters) {
        return new Rule(kind.name(), kind, Severity.MANDATORY, Rule.State.ON, items, parameters);
    }
}
