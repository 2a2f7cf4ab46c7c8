package huibao.cli;

import huibao.log.EventLog;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What a watch does and asks of its job. */
interface Duties {

    /** When what is done, read anew. */
    Timetable timetable();

    /** What waits in the inbox: an identity of each arrival, another once the file is changed. */
    Set<String> waiting();

    /** When the last run began, by the clock; empty if there was none. */
    Optional<Instant> lastBegan();

    /** Runs, and says what came of it; whether the run came to its end. */
    boolean run(EventLog log);

    /** Reminds, and says what came of it. */
    void remind(EventLog log);
}
