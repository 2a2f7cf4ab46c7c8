package huibao.store;

import huibao.model.Assumption;
import huibao.model.Attainment;
import huibao.model.Bulletin;
import huibao.model.Finding;
import huibao.model.ImputedFigure;
import huibao.model.MilestoneStatus;
import huibao.model.ObsStatus;
import huibao.model.OpenFinding;
import huibao.model.SubmissionRecord;
import huibao.model.Target;
import huibao.model.UnitReporting;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes what is published for one period. */
final class PublishedTables {

    private PublishedTables() {}

    static void write(Session session, Bulletin bulletin, PublishedNames names) throws SQLException {
        for (String table : List.of(
                "attainment", "milestone-status", "unit-reporting", "city-finding", "review", "imputed-observation")) {
            session.run("delete-" + table + "-of-period", bulletin.period());
        }
        attainments(session, bulletin, names);
        imputations(session, bulletin);
        milestoneStatus(session, bulletin);
        reporting(session, bulletin, names);
        review(session, bulletin);
    }

    private static void attainments(Session session, Bulletin bulletin, PublishedNames names) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (Attainment a : bulletin.attainments()) {
            Target target = names.requireTarget(a.target());
            List<Object> row =
                    new ArrayList<>(List.of(a.period(), a.target(), a.refArea(), target.nameZh(), target.nameEn()));
            AttainmentColumns.of(a, target).forEach(row::add);
            row.addAll(List.of(
                    a.seasonal().pacePercent(),
                    a.seasonal().gapPoints(),
                    a.seasonal().status(),
                    a.seasonal().projectedValue(),
                    a.yearEnd().outlook(),
                    a.yearEnd().neededPerPeriod(),
                    a.yearEnd().averagePerPeriod(),
                    a.yearEnd().neededGrowthPercent(),
                    Assumption.lines(a.assumptions())));
            rows.add(row.toArray());
        }
        session.runAll("insert-attainment", rows);
    }

    private static void imputations(Session session, Bulletin bulletin) throws SQLException {
        List<Object[]> figures = new ArrayList<>();
        for (ImputedFigure f : bulletin.imputations().figures()) {
            figures.add(new Object[] {
                bulletin.period(),
                f.unit(),
                f.item(),
                f.value(),
                f.priorYear(),
                ObsStatus.I,
                f.method().column(),
                Encoding.codes(f.basis())
            });
        }
        session.runAll("insert-imputed-observation", figures);
        List<Object[]> values = new ArrayList<>();
        bulletin.imputations()
                .cityValues()
                .forEach((target, value) -> values.add(new Object[] {value, bulletin.period(), target}));
        session.runAll("update-imputed-value", values);
    }

    private static void milestoneStatus(Session session, Bulletin bulletin) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (MilestoneStatus m : bulletin.milestones()) {
            rows.add(new Object[] {
                m.period(),
                m.milestone(),
                m.refArea(),
                m.state(),
                m.date(),
                m.evidence(),
                m.status(),
                m.status().light(),
                m.monthsLate(),
                Encoding.codes(m.waitingFor())
            });
        }
        session.runAll("insert-milestone-status", rows);
    }

    private static void reporting(Session session, Bulletin bulletin, PublishedNames names) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (UnitReporting r : bulletin.reporting()) {
            rows.add(new Object[] {
                bulletin.period(),
                r.unit(),
                names.requireUnit(r.unit()).kind(),
                r.state(),
                r.acceptedVersion(),
                r.firstReceivedAt(),
                r.latestReceivedAt(),
                r.due(),
                r.onTime(),
                r.submissions(),
                r.returns(),
                r.firstPass(),
                r.timeliness().acceptedAt(),
                r.timeliness().remindedAt(),
                r.timeliness().limit(),
                r.timeliness().reminders(),
                r.timeliness().lateness(),
                r.completeness().asked(),
                r.completeness().filled(),
                // Half up, as the rates of the views are: a count over a count is nobody's presentation.
                r.completeness().fillPercent(RoundingMode.HALF_UP),
                r.completeness().unfilledStep()
            });
        }
        session.runAll("insert-unit-reporting", rows);
    }

    private static void review(Session session, Bulletin bulletin) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (OpenFinding open : bulletin.review()) {
            SubmissionRecord submission = open.sourced().submission();
            Finding finding = open.sourced().finding();
            rows.add(new Object[] {
                bulletin.period(),
                open.rank(),
                submission.submissionId(),
                open.findingNo(),
                submission.unit(),
                finding.item(),
                finding.rule(),
                finding.severity(),
                Encoding.codes(open.impact().decides()),
                open.impact().points()
            });
        }
        session.runAll("insert-review", rows);
    }
}
