package huibao.json;

import huibao.facts.FactPath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which members the objects of some types have, in the order in which they are written. Of each other record they are
 * its components, named in snake case.
 *
 * <p>A list names components, with blanks between: {@code version}; another name for one, or for one within it: {@code
 * ref_area=unit received_at=submission.received_at}; all members of one in its place: {@code submission.*}; one that is
 * left out where there is nothing in it: {@code why?}.
 */
public final class Members {

    private final Map<Class<?>, List<Member>> members = new ConcurrentHashMap<>();

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

    List<Member> of(Class<?> type) {
        return members.computeIfAbsent(
                type,
                record -> Arrays.stream(record.getRecordComponents())
                        .map(component -> named(record, snake(component.getName())))
                        .toList());
    }

    private static <T> Member computed(Class<T> type, String name, Function<T, ?> value) {
        return new Member(name, fact -> FactPath.present(value.apply(type.cast(fact))), "", false);
    }

    private static Member named(Class<?> type, String text) {
        boolean omitted = text.endsWith("?");
        boolean inline = text.endsWith(".*");
        String listed = inline ? text.substring(0, text.length() - 2) : omitted ? text.substring(0, text.length() - 1) : text;
        int equals = listed.indexOf('=');
        FactPath path = FactPath.of(type, listed.substring(equals + 1));
        String name = inline ? "" : equals < 0 ? listed : listed.substring(0, equals);
        return new Member(name, path::follow, JsonWriter.absent(path.type()), omitted);
    }

    static String snake(String name) {
        return name.chars()
                .mapToObj(letter -> (Character.isUpperCase(letter) ? "_" : "") + Character.toString(Character.toLowerCase(letter)))
                .collect(Collectors.joining());
    }
}
