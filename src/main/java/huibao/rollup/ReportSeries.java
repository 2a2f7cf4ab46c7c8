package huibao.rollup;

import huibao.model.ItemCode;
import huibao.model.ItemValue;
import huibao.model.Period;
import huibao.model.UnitReport;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A unit's accepted reports of one year. An item is looked for in each, the newest first, until one has a
 * figure: a report that left the item out takes nothing away from what an older one said of it.
 *
 * @param reports kept the newest first, in whatever order they are given
 */
public record ReportSeries(List<UnitReport> reports) {

    /** Nothing was accepted. */
    public static final ReportSeries NONE = new ReportSeries(List.of());

    public ReportSeries {
        reports = reports.stream()
                .sorted(Comparator.comparing(UnitReport::period).reversed())
                .toList();
    }

    /** The report of a period. */
    public Optional<UnitReport> of(Period period) {
        return reports.stream().filter(report -> report.period().equals(period)).findFirst();
    }

    /** The newest report that has a figure (本年累计 or 期末) of the item. */
    public Optional<UnitReport> lastWithValue(ItemCode item) {
        return lastWith(reports, item, ItemValue::value);
    }

    /** The newest report that has a prior-year figure (上年同期) of the item, whether or not it has one of this year. */
    public Optional<UnitReport> lastWithPriorYear(ItemCode item) {
        return lastWith(reports, item, ItemValue::priorYear);
    }

    static Optional<UnitReport> lastWith(
            Iterable<UnitReport> newestFirst, ItemCode item, Function<ItemValue, Optional<?>> figure) {
        for (UnitReport report : newestFirst) {
            if (figure.apply(report.valueOf(item)).isPresent()) {
                return Optional.of(report);
            }
        }
        return Optional.empty();
    }
}
