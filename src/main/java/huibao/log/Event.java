package huibao.log;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that happened.
 *
 * @param level how much it matters
 * @param name what it is, stable and readable: "submission_decided"
 * @param text the line people read; may hold no reported figure
 * @param fields what programs read beside it: "file", "unit", "period" and the like
 */
public record Event(Level level, String name, String text, Map<String, String> fields) {

    public Event {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** How much something matters. */
    public enum Level {
        INFO,
        /** Somebody should look, the program goes on. */
        WARN,
        /** Something was not done. */
        ERROR
    }

    /** An event of which programs need no more than its name. */
    public static Event info(String name, String text) {
        return new Event(Level.INFO, name, text, Map.of());
    }

    /** An event with fields, given as name, value, name, value; empty values are left out. */
    public static Event of(Level level, String name, String text, String... pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                fields.put(pairs[i], pairs[i + 1]);
            }
        }
        return new Event(level, name, text, fields);
    }
}
