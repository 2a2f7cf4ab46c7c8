package huibao.rollup;

import huibao.model.UnitReport;
import java.util.Optional;

/**
 * What is known of earlier periods of one unit.
 *
 * @param earlier its accepted reports of earlier periods of the same year
 * @param priorYear its accepted report of the same period a year before
 * @param priorYearEnd its accepted report of the last period of the year before, whose cumulated figures are the
 *     full year's
 */
public record UnitHistory(ReportSeries earlier, Optional<UnitReport> priorYear, Optional<UnitReport> priorYearEnd) {

    /** Nothing known. */
    public static final UnitHistory NONE = new UnitHistory(ReportSeries.NONE, Optional.empty(), Optional.empty());
}
