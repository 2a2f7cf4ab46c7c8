package huibao.pipeline;

import huibao.model.Reminder;
import huibao.notice.Notice;

/**
 * A reminder that is due or has just been issued.
 *
 * @param reminder the reminder
 * @param notice what it says
 */
public record DueReminder(Reminder reminder, Notice notice) {}
