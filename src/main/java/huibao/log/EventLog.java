package huibao.log;

import huibao.json.Json;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Writes events, each on one line. */
public final class EventLog {

    private final PrintStream out;
    private final LogFormat format;
    private final InstantSource clock;
    private final UnaryOperator<String> plainLine;

    /**
     * @param out where lines go
     * @param format how they look
     * @param clock the time beside them
     */
    public EventLog(PrintStream out, LogFormat format, InstantSource clock) {
        this(out, format, clock, UnaryOperator.identity());
    }

    private EventLog(PrintStream out, LogFormat format, InstantSource clock, UnaryOperator<String> plainLine) {
        this.out = out;
        this.format = format;
        this.clock = clock;
        this.plainLine = plainLine;
    }

    /** The same with plain lines made into others, as with their time before them. */
    public EventLog withPlainLines(UnaryOperator<String> plain) {
        return new EventLog(out, format, clock, plain);
    }

    /** Writes an event. */
    public void say(Event event) {
        if (format == LogFormat.TEXT) {
            out.println(plainLine.apply(event.text()));
            return;
        }
        Map<String, Object> members = line(clock.instant(), event.level().name(), event.name(), plain(event.text()));
        event.fields().forEach(members::putIfAbsent);
        out.println(Json.line(members));
    }

    /** Without what sets off lines for the eye. */
    private static String plain(String text) {
        return text.replaceFirst("^[\\s·]+", "").stripTrailing();
    }

    /** What every line begins with. */
    static Map<String, Object> line(Instant at, String level, String name, String text) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("time", at.truncatedTo(ChronoUnit.MILLIS).toString());
        members.put("level", level);
        String run = RunContext.current();
        if (!run.isEmpty()) {
            members.put("run", run);
        }
        members.put("event", name);
        members.put("message", text);
        return members;
    }
}
