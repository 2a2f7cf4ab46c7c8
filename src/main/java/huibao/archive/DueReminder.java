package huibao.archive;

import huibao.model.Reminder;
import huibao.notice.Notice;
import java.util.List;

/**
 * A reminder that is due or has just been issued.
 *
 * @param reminder the reminder
 * @param notice what it says
 * @param messageKeys the messages it is sent as: an address that is told later of is not reminded after the event
 */
public record DueReminder(Reminder reminder, Notice notice, List<String> messageKeys) {

    public DueReminder {
        messageKeys = List.copyOf(messageKeys);
    }
}
