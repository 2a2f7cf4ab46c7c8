package huibao.log;

import huibao.json.Json;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Writes events, each on one line unless its text has several. */
public final class EventLog {

    private final PrintStream out;
    private final LogFormat format;
    private final InstantSource clock;
    private final Supplier<ZoneId> zone;

    /**
     * @param out where lines go
     * @param format how they look
     * @param clock the time beside them
     * @param zone where the time before plain lines is told
     */
    public EventLog(PrintStream out, LogFormat format, InstantSource clock, Supplier<ZoneId> zone) {
        this.out = out;
        this.format = format;
        this.clock = clock;
        this.zone = zone;
    }

    /** The same with the time, told in another zone, and the run before plain lines also at a terminal. */
    public EventLog stamped(Supplier<ZoneId> where) {
        return new EventLog(out, format == LogFormat.TEXT ? LogFormat.LINES : format, clock, where);
    }

    /** Writes an event. */
    public void say(Event event) {
        switch (format) {
            case TEXT -> out.println(event.text());
            case LINES -> event.text().lines().forEach(line -> out.println(stamp() + "  " + line.strip()));
            case JSON -> out.println(Json.line(object(event)));
        }
    }

    private String stamp() {
        String run = RunLabel.current();
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(zone.get()))
                + (run.isEmpty() ? "" : " " + run);
    }

    private Map<String, String> object(Event event) {
        Map<String, String> members = line(clock.instant(), event.level().name(), event.name(), plain(event.text()));
        event.fields().forEach(members::putIfAbsent);
        return members;
    }

    /** Without what sets off lines for the eye. */
    private static String plain(String text) {
        return text.replaceFirst("^[\\s·]+", "").stripTrailing();
    }

    /** What every line begins with. */
    static Map<String, String> line(Instant at, String level, String name, String text) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("time", at.truncatedTo(ChronoUnit.MILLIS).toString());
        members.put("level", level);
        String run = RunLabel.current();
        if (!run.isEmpty()) {
            members.put("run", run);
        }
        members.put("event", name);
        members.put("message", text);
        return members;
    }
}
