package huibao.rollup;

import huibao.model.UnitCode;
import huibao.model.UnitReport;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of earlier periods: missing units' bounds and seasonal shares are computed from it.
 *
 * @param earlier a unit's accepted reports of earlier periods of the same year; absent if none was accepted
 * @param priorYear its accepted report of the same period a year before; absent if the archive has none
 * @param priorYearEnd its accepted report of the last period of the year before, whose cumulated figures
 *     are the full year's; absent if the archive has none
 */
public record History(
        Map<UnitCode, ReportSeries> earlier,
        Map<UnitCode, UnitReport> priorYear,
        Map<UnitCode, UnitReport> priorYearEnd) {

    public History {
        earlier = Map.copyOf(earlier);
        priorYear = Map.copyOf(priorYear);
        priorYearEnd = Map.copyOf(priorYearEnd);
    }

    /** Nothing known of the year before as a whole. */
    public History(Map<UnitCode, ReportSeries> earlier, Map<UnitCode, UnitReport> priorYear) {
        this(earlier, priorYear, Map.of());
    }

    /** Nothing known of earlier periods. */
    public static History none() {
        return new History(Map.of(), Map.of());
    }

    /** What is known of one unit. */
    public UnitHistory of(UnitCode unit) {
        return new UnitHistory(
                earlierOf(unit), Optional.ofNullable(priorYear.get(unit)), Optional.ofNullable(priorYearEnd.get(unit)));
    }

    /** A unit's accepted reports of earlier periods of the year. */
    public ReportSeries earlierOf(UnitCode unit) {
        return earlier.getOrDefault(unit, ReportSeries.NONE);
    }
}
