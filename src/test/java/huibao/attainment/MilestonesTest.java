package huibao.attainment;

import static huibao.rollup.SmallJob.CITY;
import static huibao.rollup.SmallJob.NORTH;
import static huibao.rollup.SmallJob.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.MilestoneDeadline;
import huibao.model.AttainmentStatus;
import huibao.model.CellRef;
import huibao.model.Frequency;
import huibao.model.Milestone;
import huibao.model.MilestoneCode;
import huibao.model.MilestoneKind;
import huibao.model.MilestoneReport;
import huibao.model.MilestoneState;
import huibao.model.MilestoneStatus;
import huibao.model.Period;
import huibao.model.UnitCode;
import huibao.rollup.SmallJob;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MilestonesTest {

    private static final MilestoneCode ROAD = new MilestoneCode("M1");
    private static final Period JUNE = Period.month(2031, 6);

    @ParameterizedTest(name = "{0} {1} in month {2}, due {3}: {4}, {5} months late")
    @CsvSource({
        "PLAN,COMPLETED,6,,ACHIEVED,0",
        "OPEN,COMPLETED,6,,ACHIEVED,0",
        "START,COMPLETED,12,,ACHIEVED,0",
        "ADVANCE,COMPLETED,6,,IN_PROGRESS,0",
        "STRIVE,COMPLETED,11,,IN_PROGRESS,0",
        "ADVANCE,COMPLETED,12,,ACHIEVED,0",
        "STRIVE,COMPLETED,12,,ACHIEVED,0",
        "ADVANCE,UNDER_WAY,6,,IN_PROGRESS,0",
        "ADVANCE,UNDER_WAY,12,,ACHIEVED,0",
        "STRIVE,UNDER_WAY,12,,MISSED,0",
        "COMPLETE,UNDER_WAY,11,,IN_PROGRESS,0",
        "ESTABLISH,UNDER_WAY,12,,MISSED,0",
        "PLAN,NOT_STARTED,2,,IN_PROGRESS,0",
        "PLAN,NOT_STARTED,3,,FAR_BEHIND,0",
        "ADVANCE,NOT_STARTED,3,,FAR_BEHIND,0",
        "ADVANCE,NOT_STARTED,12,,MISSED,0",
        "PLAN,DROPPED,1,,MISSED,0",
        "PLAN,UNDER_WAY,6,2031-06-30,IN_PROGRESS,0",
        "PLAN,UNDER_WAY,6,2031-06-29,BELOW,0",
        "PLAN,UNDER_WAY,6,2031-04-30,BELOW,2",
        "PLAN,UNDER_WAY,6,2031-03-31,FAR_BEHIND,3",
        "PLAN,UNDER_WAY,6,2031-04-01,BELOW,2",
        "PLAN,NOT_STARTED,2,2031-01-15,BELOW,1",
        "PLAN,UNDER_WAY,12,2031-06-30,MISSED,6",
        "PLAN,COMPLETED,6,2031-01-31,ACHIEVED,0"
    })
    void judgesOneReporter(
            MilestoneKind kind,
            MilestoneState state,
            int month,
            LocalDate due,
            AttainmentStatus status,
            int monthsLate) {
        Optional<LocalDate> deadline = Optional.ofNullable(due);
        MilestoneStatus row = judge(
                        kind,
                        deadline,
                        Period.month(2031, month),
                        List.of(CITY),
                        Map.of(CITY, List.of(said(state, Optional.empty(), ""))))
                .get(0);

        assertThat(row.status()).isEqualTo(status);
        assertThat(row.monthsLate()).isEqualTo(monthsLate);
        assertThat(row.waitingFor()).isEmpty();
    }

    @Test
    void countsLatenessOfWhatIsCompletedToTheDateGiven() {
        MilestoneStatus row = judge(
                        MilestoneKind.PLAN,
                        Optional.of(LocalDate.of(2031, 3, 31)),
                        JUNE,
                        List.of(CITY),
                        Map.of(
                                CITY,
                                List.of(said(
                                        MilestoneState.COMPLETED, Optional.of(LocalDate.of(2031, 5, 2)), "〔2031〕5号"))))
                .get(0);

        assertThat(row.status()).isEqualTo(AttainmentStatus.ACHIEVED);
        assertThat(row.monthsLate()).isEqualTo(1);
        assertThat(row.date()).contains(LocalDate.of(2031, 5, 2));
        assertThat(row.evidence()).isEqualTo("〔2031〕5号");
    }

    @Test
    void hasOneRowWhereTheCityAloneReports() {
        assertThat(judge(MilestoneKind.PLAN, Optional.empty(), JUNE, List.of(CITY), Map.of()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.refArea()).isEqualTo(CITY);
                    assertThat(row.status()).isEqualTo(AttainmentStatus.NO_DATA);
                    assertThat(row.state()).isEmpty();
                    assertThat(row.waitingFor()).containsExactly(CITY);
                });
    }

    @Test
    void standsWhereTheLeastAdvancedReporterStands() {
        List<MilestoneStatus> rows = judge(
                MilestoneKind.PLAN,
                Optional.empty(),
                JUNE,
                List.of(NORTH, SOUTH),
                Map.of(
                        NORTH, List.of(said(MilestoneState.COMPLETED, Optional.empty(), "")),
                        SOUTH, List.of(said(MilestoneState.UNDER_WAY, Optional.empty(), "half"))));

        assertThat(rows).extracting(MilestoneStatus::refArea).containsExactly(CITY, NORTH, SOUTH);
        assertThat(rows)
                .extracting(MilestoneStatus::status)
                .containsExactly(AttainmentStatus.IN_PROGRESS, AttainmentStatus.ACHIEVED, AttainmentStatus.IN_PROGRESS);
        assertThat(rows.get(0).state()).contains(MilestoneState.UNDER_WAY);
        assertThat(rows.get(0).evidence()).isEqualTo("half");
    }

    @ParameterizedTest
    @CsvSource({"6,IN_PROGRESS", "12,NO_DATA"})
    void isNotAchievedWhileAReporterIsSilent(int month, AttainmentStatus expected) {
        List<MilestoneStatus> rows = judge(
                MilestoneKind.PLAN,
                Optional.empty(),
                Period.month(2031, month),
                List.of(NORTH, SOUTH),
                Map.of(
                        NORTH, List.of(said(MilestoneState.COMPLETED, Optional.empty(), "")),
                        SOUTH, List.of()));

        assertThat(rows.get(0).status()).isEqualTo(expected);
        assertThat(rows.get(0).waitingFor()).containsExactly(SOUTH);
        assertThat(rows.get(2).status()).isEqualTo(AttainmentStatus.NO_DATA);
    }

    @Test
    void takesAnUnreadableStatusForNone() {
        MilestoneReport unreadable =
                new MilestoneReport(ROAD, Optional.empty(), Optional.empty(), "", "差不多", new CellRef("任务进展", "D5"));

        assertThat(judge(MilestoneKind.PLAN, Optional.empty(), JUNE, List.of(CITY), Map.of(CITY, List.of(unreadable)))
                        .get(0)
                        .status())
                .isEqualTo(AttainmentStatus.NO_DATA);
    }

    private static List<MilestoneStatus> judge(
            MilestoneKind kind,
            Optional<LocalDate> due,
            Period period,
            List<UnitCode> reporters,
            Map<UnitCode, List<MilestoneReport>> reports) {
        Milestone milestone = new Milestone(ROAD, "1", "", "路", "", "", kind, "", reporters, 1);
        List<MilestoneDeadline> deadlines =
                due.map(day -> new MilestoneDeadline(ROAD, day)).stream().toList();
        return new AttainmentAssessor(
                        SmallJob.catalogue(Frequency.MONTHLY, List.of(), List.of(), List.of(milestone), deadlines))
                .assessMilestones(period, reports);
    }

    private static MilestoneReport said(MilestoneState state, Optional<LocalDate> date, String evidence) {
        return new MilestoneReport(
                ROAD, Optional.of(state), date, evidence, state.formText(), new CellRef("任务进展", "D5"));
    }
}
