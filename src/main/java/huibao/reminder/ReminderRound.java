package huibao.reminder;

import huibao.archive.DueReminder;
import huibao.pipeline.Deliveries;
import java.util.List;

/**
 * What came of reminding once.
 *
 * @param issued the reminders issued, by period and in print order
 * @param deliveries what came of delivering them, and of what still waited
 */
public record ReminderRound(List<DueReminder> issued, Deliveries deliveries) {

    public ReminderRound {
        issued = List.copyOf(issued);
    }
}
