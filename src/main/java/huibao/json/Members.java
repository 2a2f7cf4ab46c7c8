package huibao.json;

import com.fasterxml.jackson.databind.ObjectWriter;
import huibao.facts.FactPath;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which members the objects of some types have where those are not simply a record's components.
 *
 * <p>A list names components in snake case in the order in which they are written, with blanks between: {@code version};
 * another name for one, or for one within it: {@code ref_area=unit received_at=submission.received_at}; all members of
 * one in its place: {@code submission.*}; one that is left out where there is nothing in it: {@code why?}.
 */
public final class Members {

    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    private final Map<Class<?>, List<Member>> members = new ConcurrentHashMap<>();

    private @Nullable ObjectWriter writer;

    /** What is written under a name; in the place of an empty name all members of the value. */
    record Member(String name, Function<Object, Optional<Object>> value, Object absent, boolean omitted) {}

    /**
     * Lists the members of a type.
     *
     * @throws IllegalArgumentException if a name is none of its components
     */
    public Members of(Class<?> type, String names) {
        return of(type, names, Map.of());
    }

    /** The same with members that are no components, by name. */
    public <T> Members of(Class<T> type, String names, Map<String, Function<T, ?>> computed) {
        members.put(
                type,
                Arrays.stream(names.strip().split("\\s+"))
                        .map(name -> computed.containsKey(name)
                                ? computed(type, name, computed.get(name))
                                : named(type, name))
                        .toList());
        return this;
    }

    private static <T> Member computed(Class<T> type, String name, Function<T, ?> value) {
        return new Member(name, fact -> FactPath.present(value.apply(type.cast(fact))), "", false);
    }

    private static Member named(Class<?> type, String text) {
        boolean omitted = text.endsWith("?");
        boolean inline = text.endsWith(".*");
        String listed = text.substring(0, text.length() - (inline ? 2 : omitted ? 1 : 0));
        int equals = listed.indexOf('=');
        FactPath path = FactPath.of(type, listed.substring(equals + 1));
        String name = inline ? "" : equals < 0 ? listed : listed.substring(0, equals);
        return new Member(name, path::follow, Texts.absent(path.type()), omitted);
    }

    List<Member> of(Class<?> type) {
        return members.computeIfAbsent(
                type,
                record -> Arrays.stream(record.getRecordComponents())
                        .map(component -> named(record, snake(component.getName())))
                        .toList());
    }

    private static String snake(String name) {
        return CAPITAL.matcher(name).replaceAll(letter -> "_" + letter.group().toLowerCase(Locale.ROOT));
    }

    /** What writes objects so. */
    synchronized ObjectWriter writer() {
        if (writer == null) {
            writer = RecordMapper.writer(this);
        }
        return writer;
    }
}
