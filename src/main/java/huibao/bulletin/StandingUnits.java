package huibao.bulletin;

import huibao.catalogue.Catalogue;
import huibao.model.AreaFigures;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.ItemValue;
import huibao.model.Period;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitReport;
import huibao.rollup.ReportSeries;
import huibao.rollup.RollUp;
import huibao.rollup.UnitHistory;
import huibao.store.Registry;
import huibao.store.StoredFigure;
import huibao.validation.StandingFigure;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What stands of each unit in one period, asked of the registry unit by unit; nothing of it is kept. */
final class StandingUnits {

    private final Catalogue catalogue;
    private final Registry registry;
    private final Period period;
    private final Instant at;
    private final RollUp rollUp;
    private final Function<SubmissionRecord, UnitReport> reader;
    private final Map<UnitCode, SubmissionRecord> standing = new HashMap<>();

    /**
     * @param at of last year's figures those count that stood then
     * @param submissions every submission of the period, in receipt order
     */
    StandingUnits(
            Catalogue catalogue, Registry registry, Period period, Instant at, List<SubmissionRecord> submissions) {
        this(catalogue, registry, period, at, submissions, registry::report);
    }

    /** @param reader reads what is needed of a form that stands */
    StandingUnits(
            Catalogue catalogue,
            Registry registry,
            Period period,
            Instant at,
            List<SubmissionRecord> submissions,
            Function<SubmissionRecord, UnitReport> reader) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.period = period;
        this.at = at;
        this.rollUp = new RollUp(catalogue);
        this.reader = reader;
        submissions.stream()
                .filter(record -> record.state() == SubmissionState.ACCEPTED)
                .forEach(record -> record.unit().ifPresent(unit -> standing.put(unit, record)));
    }

    Period period() {
        return period;
    }

    /** The submission that stands; empty if none does. */
    Optional<SubmissionRecord> record(UnitCode unit) {
        return Optional.ofNullable(standing.get(unit));
    }

    /** The unit's own figures, reported or not. */
    AreaFigures figures(Unit unit) {
        Optional<UnitReport> report = report(unit.code());
        return rollUp.figuresOf(period, unit, report, history(unit, report));
    }

    /** The unit's report; empty if nothing stands of it. */
    Optional<UnitReport> report(UnitCode unit) {
        return record(unit).map(reader).filter(report -> !report.values().isEmpty());
    }

    /** The figures the rules over the city compare, with their cells. */
    Map<ItemCode, StandingFigure> comparedFigures(Unit unit) {
        Map<ItemCode, StandingFigure> figures = new LinkedHashMap<>();
        List<StoredFigure> stored = record(unit.code()).map(registry::figures).orElse(List.of());
        for (StoredFigure one : stored) {
            Optional<Item> item = catalogue.findItem(one.item());
            if (item.filter(known -> known.reporter().asks(unit.kind())).isPresent()) {
                ItemValue value = one.value();
                boolean compares = item.get().asksPriorYear() && value.value().isPresent();
                figures.put(
                        one.item(),
                        new StandingFigure(value.value(), compares ? value.priorYear() : Optional.empty(), one.cell()));
            }
        }
        return figures;
    }

    /** What is known of the unit's past; its earlier reports are asked for only where something is missing. */
    private UnitHistory history(Unit unit, Optional<UnitReport> report) {
        if (catalogue.itemsFor(unit).isEmpty()) {
            return UnitHistory.NONE;
        }
        boolean whole = report.filter(given ->
                        catalogue.itemsFor(unit).stream().allMatch(item -> isWhole(item, given.valueOf(item.code()))))
                .isPresent();
        return new UnitHistory(
                whole ? ReportSeries.NONE : earlier(unit.code()),
                lastYear(unit.code(), period.yearBefore()),
                lastYear(unit.code(), period.yearBefore().lastOfYear()));
    }

    private static boolean isWhole(Item item, ItemValue value) {
        return value.value().isPresent()
                && (!item.asksPriorYear() || value.priorYear().isPresent());
    }

    /** All that is known of the unit's past. */
    UnitHistory history(UnitCode unit) {
        return new UnitHistory(
                earlier(unit),
                lastYear(unit, period.yearBefore()),
                lastYear(unit, period.yearBefore().lastOfYear()));
    }

    private ReportSeries earlier(UnitCode unit) {
        List<UnitReport> reports = registry.standings().reportsBefore(unit, period);
        return reports.isEmpty() ? ReportSeries.NONE : new ReportSeries(reports);
    }

    /** What stood of last year at the stated time. */
    Optional<UnitReport> lastYear(UnitCode unit, Period past) {
        return registry.lastYear().flatMap(archive -> archive.report(unit, past, at));
    }
}
