package huibao.cli.watch;

import huibao.schedule.Agenda;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * When a watch does what.
 *
 * @param nightly cron expression of the nightly run
 * @param reminders cron expression of reminders; empty for none
 * @param inboxEvery how often the inbox is looked at between nights; empty for never
 * @param zone time zone of both expressions, and of printed times
 */
record Timetable(String nightly, Optional<String> reminders, Optional<Duration> inboxEvery, ZoneId zone) {

    /** What a timetable can say is due. */
    enum Task {
        NIGHTLY,
        REMINDERS
    }

    Agenda<Task> agenda() {
        Map<Task, String> entries = new EnumMap<>(Task.class);
        entries.put(Task.NIGHTLY, nightly);
        reminders.ifPresent(cron -> entries.put(Task.REMINDERS, cron));
        return new Agenda<>(entries, zone);
    }
}
