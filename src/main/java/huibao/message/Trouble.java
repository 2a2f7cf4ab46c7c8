package huibao.message;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands in the program's way and what to do about it, told to the operator in his own language.
 *
 * @param key the text's key
 * @param parameters what fills its placeholders: a text, or another trouble that is told in its place
 */
public record Trouble(String key, Map<String, Object> parameters) {

    public Trouble {
        parameters = Map.copyOf(parameters);
    }

    /** A trouble without anything to name. */
    public static Trouble of(String key) {
        return new Trouble(key, Map.of());
    }

    /** A trouble that names one thing. */
    public static Trouble of(String key, String name, Object value) {
        return new Trouble(key, Map.of(name, value));
    }

    /** A trouble that names two. */
    public static Trouble of(String key, String name, Object value, String other, Object otherValue) {
        return new Trouble(key, Map.of(name, value, other, otherValue));
    }

    /** What is read, on one line. */
    public String in(Messages messages) {
        Map<String, String> texts = new TreeMap<>();
        parameters.forEach((name, value) -> texts.put(name, text(value, messages)));
        return messages.text(key, texts).replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }

    /** For logs: in English. */
    @Override
    public String toString() {
        return in(English.MESSAGES);
    }

    private static String text(Object value, Messages messages) {
        return value instanceof Trouble trouble ? trouble.in(messages) : value.toString();
    }

    /** Read when the first trouble is logged, which may never be. */
    private static final class English {
        private static final Messages MESSAGES = Messages.in(Locale.ENGLISH);
    }
}
