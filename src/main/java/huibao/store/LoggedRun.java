package huibao.store;

import huibao.model.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A run as the log knows it.
 *
 * @param number place in the log, from 1
 * @param run what was to be done
 * @param state where it stands
 * @param lastReceipt number of the newest receipt it may have judged, 0 if there was none; empty if it came to
 *     an end before it had emptied the inbox, or was made by a program that did not note it
 * @param lastReminder number of the newest reminder it may have known of, 0 if there was none; empty like the receipt
 * @param counts what became of the files; empty unless it came to its end
 * @param published the periods it published, in order; empty unless it came to its end
 * @param exitCode what it told its caller; empty unless it came to its end
 */
public record LoggedRun(
        long number,
        RunRecord run,
        RunRecord.State state,
        OptionalLong lastReceipt,
        OptionalLong lastReminder,
        Optional<RunRecord.Counts> counts,
        List<Period> published,
        OptionalInt exitCode) {

    public LoggedRun {
        published = List.copyOf(published);
    }
}
