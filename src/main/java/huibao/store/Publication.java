package huibao.store;

import huibao.model.Assumption;
import huibao.model.Attainment;
import huibao.model.Bulletin;
import huibao.model.Finding;
import huibao.model.ImputedFigure;
import huibao.model.Item;
import huibao.model.Milestone;
import huibao.model.MilestoneStatus;
import huibao.model.ObsStatus;
import huibao.model.OpenFinding;
import huibao.model.SubmissionRecord;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.model.UnitReporting;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes what is published for one period, and the names that make its codes readable. */
final class Publication {

    private Publication() {}

    static void write(Connection connection, Bulletin bulletin, PublishedNames names) throws SQLException {
        for (String table : List.of(
                "attainment", "milestone-status", "unit-reporting", "city-finding", "review", "imputed-observation")) {
            Sql.run(connection, "delete-" + table + "-of-period", bulletin.period());
        }
        attainments(connection, bulletin, names);
        imputations(connection, bulletin);
        milestoneStatus(connection, bulletin);
        reporting(connection, bulletin, names);
        review(connection, bulletin);
        units(connection, names);
        items(connection, names);
        targets(connection, names);
        milestones(connection, names);
    }

    private static void attainments(Connection connection, Bulletin bulletin, PublishedNames names)
            throws SQLException {
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
        Sql.runAll(connection, "insert-attainment", rows);
    }

    private static void imputations(Connection connection, Bulletin bulletin) throws SQLException {
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
        Sql.runAll(connection, "insert-imputed-observation", figures);
        List<Object[]> values = new ArrayList<>();
        bulletin.imputations()
                .cityValues()
                .forEach((target, value) -> values.add(new Object[] {value, bulletin.period(), target}));
        Sql.runAll(connection, "update-imputed-value", values);
    }

    private static void milestoneStatus(Connection connection, Bulletin bulletin) throws SQLException {
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
        Sql.runAll(connection, "insert-milestone-status", rows);
    }

    private static void reporting(Connection connection, Bulletin bulletin, PublishedNames names) throws SQLException {
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
        Sql.runAll(connection, "insert-unit-reporting", rows);
    }

    private static void review(Connection connection, Bulletin bulletin) throws SQLException {
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
        Sql.runAll(connection, "insert-review", rows);
    }

    private static void units(Connection connection, PublishedNames names) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (Unit u : names.units()) {
            rows.add(new Object[] {u.code(), u.nameZh(), u.shortZh(), u.nameEn(), u.kind(), u.host(), u.order()});
        }
        Sql.run(connection, "delete-units");
        Sql.runAll(connection, "insert-unit", rows);
    }

    private static void items(Connection connection, PublishedNames names) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (Item i : names.items()) {
            rows.add(new Object[] {
                i.code(),
                i.nameZh(),
                i.unitMeasure(),
                i.decimals(),
                i.accumulation(),
                i.asksPriorYear(),
                i.reporter(),
                i.role(),
                rows.size() + 1
            });
        }
        Sql.run(connection, "delete-items");
        Sql.runAll(connection, "insert-item", rows);
    }

    private static void targets(Connection connection, PublishedNames names) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (Target t : names.targets()) {
            rows.add(new Object[] {
                t.code(),
                t.section(),
                t.heading(),
                t.nameZh(),
                t.nameEn(),
                t.measure(),
                Encoding.codes(t.items()),
                t.scale(),
                t.comparator(),
                t.value(),
                t.unitMeasure(),
                t.pace(),
                t.level(),
                t.notes(),
                rows.size() + 1
            });
        }
        Sql.run(connection, "delete-targets");
        Sql.runAll(connection, "insert-target", rows);
    }

    private static void milestones(Connection connection, PublishedNames names) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (Milestone m : names.milestones()) {
            rows.add(new Object[] {
                m.code(),
                m.section(),
                m.heading(),
                m.nameZh(),
                m.verb(),
                m.kind(),
                m.evidence(),
                Encoding.codes(m.reporters()),
                rows.size() + 1
            });
        }
        Sql.run(connection, "delete-milestones");
        Sql.runAll(connection, "insert-milestone", rows);
    }
}
