package huibao.cli.watch;

import huibao.log.EventLog;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What a watch does and asks of its job. */
interface JobActions {

    /** What came of a run, or of a round of reminders. */
    enum Ending {
        /** It came to its end. */
        DONE,
        /** It did not, or another run held the lock. */
        UNFINISHED,
        /** The job folder or the command line holds a mistake; nothing was begun. */
        REFUSED
    }

    /** When what is done, read anew. */
    Timetable timetable();

    /** What waits in the inbox: an identity of each arrival, another once the file is changed. */
    Set<String> waiting();

    /** When the last run began, by the clock; empty if there was none. */
    Optional<Instant> lastBegan();

    /** Whether the last run has not come to its end: it died, it failed, or another process is at it. */
    boolean isUnfinished();

    /** Runs, and says what came of it. */
    Ending run(EventLog log);

    /** Continues the run that is unfinished, and says what came of it; done without a word if there is none. */
    Ending resume(EventLog log);

    /** Reminds, and says what came of it. */
    Ending remind(EventLog log);
}
