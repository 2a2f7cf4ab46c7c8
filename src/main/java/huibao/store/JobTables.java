package huibao.store;

import huibao.model.Item;
import huibao.model.Milestone;
import huibao.model.Target;
import huibao.model.Unit;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The names that make a job's codes readable: the tables unit, item, target, target_item, milestone and
 * milestone_reporter. Rows refer to them, so what the job no longer has stays, without a place in print.
 */
final class JobTables {

    private JobTables() {}

    static void write(Session session, PublishedNames names) throws SQLException {
        keep(session, "unit", names.units().stream().map(JobTables::row).toList());
        List<Object[]> items = new ArrayList<>();
        names.items().forEach(item -> items.add(row(item, items.size() + 1)));
        keep(session, "item", items);
        List<Object[]> targets = new ArrayList<>();
        names.targets().forEach(target -> targets.add(row(target, targets.size() + 1)));
        keep(session, "target", targets);
        for (Target target : names.targets()) {
            keepList(session, "target-item", target.code(), target.items());
        }
        List<Object[]> milestones = new ArrayList<>();
        names.milestones().forEach(milestone -> milestones.add(row(milestone, milestones.size() + 1)));
        keep(session, "milestone", milestones);
        for (Milestone milestone : names.milestones()) {
            keepList(session, "milestone-reporter", milestone.code(), milestone.reporters());
        }
    }

    /** @param rows by code, their first column */
    private static void keep(Session session, String table, List<Object[]> rows) throws SQLException {
        session.runAll("upsert-" + table, rows);
        List<String> codes = rows.stream().map(row -> row[0].toString()).toList();
        List<String> gone = new ArrayList<>(session.query("select-" + table + "-codes", row -> row.text("code")));
        gone.removeAll(new HashSet<>(codes));
        for (String code : gone) {
            session.run("retire-" + table, code);
        }
    }

    private static void keepList(Session session, String table, Object key, List<?> codes) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        codes.forEach(code -> rows.add(new Object[] {key, rows.size() + 1, code}));
        session.runAll("upsert-" + table, rows);
        session.run("trim-" + table + "s", key, codes.size());
    }

    private static Object[] row(Unit u) {
        return new Object[] {u.code(), u.nameZh(), u.shortZh(), u.nameEn(), u.kind(), u.host(), u.order()};
    }

    private static Object[] row(Item i, int printOrder) {
        return new Object[] {
            i.code(),
            i.nameZh(),
            i.unitMeasure(),
            i.decimals(),
            i.accumulation(),
            i.asksPriorYear(),
            i.reporter(),
            i.role(),
            printOrder
        };
    }

    private static Object[] row(Target t, int printOrder) {
        return new Object[] {
            t.code(),
            t.section(),
            t.heading(),
            t.nameZh(),
            t.nameEn(),
            t.measure(),
            t.scale(),
            t.comparator(),
            t.value(),
            t.unitMeasure(),
            t.pace(),
            t.level(),
            t.notes(),
            printOrder
        };
    }

    private static Object[] row(Milestone m, int printOrder) {
        return new Object[] {
            m.code(), m.section(), m.heading(), m.nameZh(), m.verb(), m.kind(), m.evidence(), printOrder
        };
    }
}
