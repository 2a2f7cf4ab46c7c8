package huibao.store;

import huibao.model.Channel;
import huibao.model.Period;
import huibao.model.Reminder;
import huibao.model.UnitCode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every reminder that was issued: table {@code reminder}. */
public final class ReminderLog {

    private final Database database;

    ReminderLog(Database database) {
        this.database = database;
    }

    /** Writes reminders down; those it has already stay as they are. */
    public void add(List<Reminder> reminders) {
        List<Object[]> rows = new ArrayList<>();
        for (Reminder r : reminders) {
            rows.add(new Object[] {
                r.number(), r.unit(), r.period(), r.offsetDays(), r.at(), r.limit(), Encoding.codes(r.channels())
            });
        }
        database.write(session -> session.runAll("insert-reminder", rows));
    }

    /** All of them, in the order in which they were issued. */
    public List<Reminder> reminders() {
        return database.read(session -> session.query("select-reminders", ReminderLog::read));
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
