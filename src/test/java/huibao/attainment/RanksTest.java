package huibao.attainment;

import static huibao.rollup.SmallJob.CITY;
import static huibao.rollup.SmallJob.EAST;
import static huibao.rollup.SmallJob.FLOW;
import static huibao.rollup.SmallJob.NORTH;
import static huibao.rollup.SmallJob.PLACES;
import static huibao.rollup.SmallJob.PORT;
import static huibao.rollup.SmallJob.SOUTH;
import static huibao.rollup.SmallJob.report;
import static huibao.rollup.SmallJob.target;
import static huibao.rollup.SmallJob.value;
import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Attainment;
import huibao.model.ItemCode;
import huibao.model.ItemValue;
import huibao.model.Measure;
import huibao.model.Pace;
import huibao.model.Period;
import huibao.model.Target;
import huibao.model.TargetComparator;
import huibao.model.UnitCode;
import huibao.model.UnitReport;
import huibao.rollup.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RanksTest {

    private static final Period Q2 = Period.quarter(2031, 2);
    private static final Target LEVEL =
            target(Measure.LEVEL, List.of(FLOW), TargetComparator.AT_LEAST, "100", Pace.LINEAR);

    @Test
    void sharesAPlaceBetweenValuesThatPrintAlikeAndSkipsTheNext() {
        Map<UnitCode, OptionalInt> ranks = ranks(LEVEL, FLOW, value("5.004"), value("4.999"), value("4.99"));

        assertThat(ranks).containsEntry(NORTH, OptionalInt.of(1));
        assertThat(ranks).containsEntry(SOUTH, OptionalInt.of(1));
        assertThat(ranks).containsEntry(EAST, OptionalInt.of(3));
    }

    @Test
    void ranksNeitherZonesNorTheCity() {
        Map<UnitCode, OptionalInt> ranks = ranks(LEVEL, FLOW, value("5"), value("4"), value("3"));

        assertThat(ranks).containsEntry(PORT, OptionalInt.empty());
        assertThat(ranks).containsEntry(CITY, OptionalInt.empty());
    }

    @Test
    void leavesAMissingDistrictUnranked() {
        Map<UnitCode, OptionalInt> ranks = ranks(LEVEL, FLOW, value(""), value("-4"), value("3"));

        assertThat(ranks).containsEntry(NORTH, OptionalInt.empty());
        assertThat(ranks).containsEntry(EAST, OptionalInt.of(1));
        assertThat(ranks).containsEntry(SOUTH, OptionalInt.of(2));
    }

    @Test
    void putsTheSmallestFirstWhereLessIsBetter() {
        Target capped = target(Measure.LEVEL, List.of(FLOW), TargetComparator.AT_MOST, "100", Pace.LINEAR);

        Map<UnitCode, OptionalInt> ranks = ranks(capped, FLOW, value("5"), value("4"), value("4"));

        assertThat(ranks).containsEntry(SOUTH, OptionalInt.of(1));
        assertThat(ranks).containsEntry(EAST, OptionalInt.of(1));
        assertThat(ranks).containsEntry(NORTH, OptionalInt.of(3));
    }

    @Test
    void ranksRatesOnTheDecimalsOfRates() {
        Target growth = target(Measure.GROWTH, List.of(FLOW), TargetComparator.AT_LEAST, "8", Pace.NONE);

        // 8.04 and 7.96 both print 8.0; 7.94 prints 7.9
        Map<UnitCode, OptionalInt> ranks =
                ranks(growth, FLOW, value("107.96", "100"), value("108.04", "100"), value("107.94", "100"));

        assertThat(ranks).containsEntry(NORTH, OptionalInt.of(1));
        assertThat(ranks).containsEntry(SOUTH, OptionalInt.of(1));
        assertThat(ranks).containsEntry(EAST, OptionalInt.of(3));
    }

    @Test
    void ranksCountsOnWholeNumbers() {
        Target places = target(Measure.LEVEL, List.of(PLACES), TargetComparator.AT_LEAST, "8", Pace.NONE);

        Map<UnitCode, OptionalInt> ranks = ranks(places, PLACES, value("7"), value("7.2"), value("8"));

        assertThat(ranks).containsEntry(EAST, OptionalInt.of(1));
        assertThat(ranks).containsEntry(NORTH, OptionalInt.of(2));
        assertThat(ranks).containsEntry(SOUTH, OptionalInt.of(2));
    }

    private static Map<UnitCode, OptionalInt> ranks(
            Target target, ItemCode item, ItemValue north, ItemValue south, ItemValue east) {
        List<UnitReport> reports = new ArrayList<>(
                List.of(report(NORTH, Q2, item, north), report(SOUTH, Q2, item, south), report(EAST, Q2, item, east)));
        reports.add(report(PORT, Q2, item, value("1000", "1")));
        return SmallCity.all(target, Q2, List.of(), History.none(), reports).stream()
                .collect(Collectors.toMap(Attainment::refArea, Attainment::rank));
    }
}
