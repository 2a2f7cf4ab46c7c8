package huibao.rollup;

import static huibao.rollup.SmallJob.FLOW;
import static huibao.rollup.SmallJob.PROFIT;
import static huibao.rollup.SmallJob.SOUTH;
import static huibao.rollup.SmallJob.STOCK;
import static huibao.rollup.SmallJob.report;
import static huibao.rollup.SmallJob.value;
import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.Catalogue;
import huibao.model.Frequency;
import huibao.model.ItemCode;
import huibao.model.ItemValue;
import huibao.model.Period;
import huibao.model.UnitReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CarriedForwardTest {

    private static final Period Q1 = Period.quarter(2031, 1);
    private static final Period Q2 = Period.quarter(2031, 2);
    private static final Period Q3 = Period.quarter(2031, 3);
    private static final Catalogue CATALOGUE = SmallJob.catalogue(Frequency.QUARTERLY, List.of(), List.of());

    @Test
    void continuesEachItemFromTheNewestReportThatHasIt() {
        ReportSeries earlier = new ReportSeries(List.of(
                report(SOUTH, Q1, FLOW, value("4", "3"), STOCK, value("50", "40")),
                report(SOUTH, Q2, FLOW, value("", "8"), STOCK, value("60"))));

        // a flow of the first quarter three times, its prior year of the second one and a half times
        assertFigures(closed(Optional.empty(), earlier, FLOW), "12", "12");
        assertFigures(closed(Optional.empty(), earlier, STOCK), "60", "40");
    }

    @Test
    void comparesWhatIsReportedWithTheNewestPriorYearThatIsKnown() {
        ReportSeries earlier = new ReportSeries(List.of(
                report(SOUTH, Q1, FLOW, value("4", "3"), STOCK, value("50", "40")),
                report(SOUTH, Q2, STOCK, value("60"))));
        UnitReport reported = report(SOUTH, Q3, FLOW, value("20"));

        assertFigures(closed(Optional.of(reported), earlier, FLOW), "20", "9");
    }

    @Test
    void addsNothingOfWhatNoReportHas() {
        ReportSeries earlier = new ReportSeries(List.of(report(SOUTH, Q1, FLOW, value("4", "3"))));

        assertFigures(closed(Optional.empty(), earlier, PROFIT), "0", "0");
        assertFigures(closed(Optional.empty(), ReportSeries.NONE, FLOW), "0", "0");
    }

    private static ItemValue closed(Optional<UnitReport> reported, ReportSeries earlier, ItemCode item) {
        return new CarriedForward(CATALOGUE, Q3)
                .of(CATALOGUE.requireUnit(SOUTH), reported, earlier.reports())
                .valueOf(item);
    }

    private static void assertFigures(ItemValue figures, String value, String priorYear) {
        assertThat(figures.value().orElseThrow()).isEqualByComparingTo(new BigDecimal(value));
        assertThat(figures.priorYear().orElseThrow()).isEqualByComparingTo(new BigDecimal(priorYear));
    }
}
