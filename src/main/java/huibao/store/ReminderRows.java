package huibao.store;

import huibao.model.Channel;
import huibao.model.Period;
import huibao.model.Reminder;
import huibao.model.UnitCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of the table {@code reminder}. */
final class ReminderRows {

    private ReminderRows() {}

    static void insert(Connection connection, List<Reminder> reminders) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (Reminder r : reminders) {
            rows.add(new Object[] {
                r.number(), r.unit(), r.period(), r.offsetDays(), r.at(), r.limit(), Encoding.codes(r.channels())
            });
        }
        Sql.runAll(connection, "insert-reminder", rows);
    }

    static List<Reminder> all(Connection connection) throws SQLException {
        return Sql.query(connection, "select-reminders", ReminderRows::read);
    }

    private static Reminder read(Row row) throws SQLException {
        return new Reminder(
                row.integer("reminder_no"),
                new UnitCode(row.text("ref_area")),
                Period.parse(row.text("time_period")),
                Math.toIntExact(row.integer("offset_days")),
                row.instant("reminded_at"),
                row.instant("reminder_limit"),
                Arrays.stream(row.text("channel").split(" "))
                        .map(Channel::valueOf)
                        .toList());
    }
}
