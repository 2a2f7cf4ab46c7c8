package huibao.column;

import huibao.model.ImputedFigure;
import huibao.model.MilestoneStatus;
import huibao.model.ObsStatus;
import huibao.model.OpenFinding;
import java.math.RoundingMode;
import java.util.List;

/** The columns of what else is published for a period: milestones, reporting, what to look at, reckoned figures. */
public final class UnitColumns {

    /** Where a milestone stands; key {@code milestone, ref_area}. */
    public static final List<Column<MilestoneStatus>> MILESTONE_STATUS = List.of(
            Column.text("milestone", MilestoneStatus::milestone),
            Column.text("ref_area", MilestoneStatus::refArea),
            Column.someText("state", MilestoneStatus::state),
            Column.someText("state_date", MilestoneStatus::date),
            Column.text("evidence", MilestoneStatus::evidence),
            Column.text("status", MilestoneStatus::status),
            Column.text("light", row -> row.status().light()),
            Column.integer("months_late", MilestoneStatus::monthsLate),
            Column.codes("waiting_for", MilestoneStatus::waitingFor));

    /** Who has reported; key {@code ref_area}. */
    public static final List<Column<ReportedUnit>> UNIT_REPORTING = List.of(
            Column.text("ref_area", row -> row.unit().code()),
            Column.text("kind", row -> row.unit().kind()),
            Column.someText("state", row -> row.reporting().state()),
            Column.someInteger(
                    "accepted_version", row -> Column.boxed(row.reporting().acceptedVersion())),
            Column.someTime("first_received_at", row -> row.reporting().firstReceivedAt()),
            Column.someTime("latest_received_at", row -> row.reporting().latestReceivedAt()),
            Column.someTime("due", row -> row.reporting().due()),
            Column.yesNo("on_time", row -> row.reporting().onTime()),
            Column.integer("submissions", row -> row.reporting().submissions()),
            Column.integer("returns", row -> row.reporting().returns()),
            Column.yesNo("first_pass", row -> row.reporting().firstPass()),
            Column.someTime("accepted_at", row -> row.reporting().timeliness().acceptedAt()),
            Column.someTime("reminded_at", row -> row.reporting().timeliness().remindedAt()),
            Column.someTime(
                    "reminder_limit", row -> row.reporting().timeliness().limit()),
            Column.integer("reminders", row -> row.reporting().timeliness().reminders()),
            Column.text("lateness", row -> row.reporting().timeliness().lateness()),
            Column.integer("items_asked", row -> row.reporting().completeness().asked()),
            Column.someInteger(
                    "items_filled", row -> row.reporting().completeness().filled()),
            // Half up, as the rates of the views are: a count over a count is nobody's presentation.
            Column.someDecimal(
                    "fill_rate", row -> row.reporting().completeness().fillPercent(RoundingMode.HALF_UP)),
            Column.someInteger(
                    "unfilled_step", row -> row.reporting().completeness().unfilledStep()));

    /** What somebody should look at; key {@code rank}. */
    public static final List<Column<OpenFinding>> REVIEW = List.of(
            Column.integer("rank", OpenFinding::rank),
            Column.text("submission_id", row -> row.sourced().submission().submissionId()),
            Column.integer("finding_no", OpenFinding::findingNo),
            Column.text("ref_area", row -> row.sourced().submission().unit().orElseThrow()),
            Column.someText("item", row -> row.sourced().finding().item()),
            Column.text("rule", row -> row.sourced().finding().rule()),
            Column.text("severity", row -> row.sourced().finding().severity()),
            Column.codes("decides", row -> row.impact().decides()),
            Column.decimal("points", row -> row.impact().points()));

    /** What is reckoned for missing units; key {@code ref_area, item}. */
    public static final List<Column<ImputedFigure>> IMPUTED_OBSERVATION = List.of(
            Column.text("ref_area", ImputedFigure::unit),
            Column.text("item", ImputedFigure::item),
            Column.decimal("obs_value", ImputedFigure::value),
            Column.someDecimal("prior_year_value", ImputedFigure::priorYear),
            Column.text("obs_status", row -> ObsStatus.I),
            Column.text("method", row -> row.method().column()),
            Column.codes("basis", ImputedFigure::basis));

    private UnitColumns() {}
}
