package huibao.facts;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A way from a record to something it holds or says of itself, written in snake case with dots: {@code
 * submission.received_at}. An absent value on the way ends it.
 */
public final class FactPath {

    private static final Pattern NEXT_WORD = Pattern.compile("_([a-z0-9])");

    /** What was found before: Java makes all methods of a type anew for whoever looks for one. */
    private static final ClassValue<Map<String, Optional<Method>>> STEPS = new ClassValue<>() {
        @Override
        protected Map<String, Optional<Method>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private final List<String> names;
    private final Class<?> type;

    private FactPath(List<String> names, Class<?> type) {
        this.names = names;
        this.type = type;
    }

    /**
     * The way from a type.
     *
     * @throws IllegalArgumentException if it does not lead anywhere
     */
    public static FactPath of(Class<?> from, String path) {
        List<String> names = List.of(path.split("\\."));
        Type reached = from;
        for (String name : names) {
            reached = next(reached, name);
        }
        return new FactPath(names, raw(reached));
    }

    /** What a record or a map holds under a name, if it has that name and something is there. */
    public static Optional<Object> find(Object fact, String name) {
        if (fact instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .filter(one -> one.getKey().toString().equalsIgnoreCase(name))
                    .findFirst()
                    .map(one -> one.getValue());
        } else if (fact instanceof Collection<?> list) {
            return name.equals("size") ? Optional.of(list.size()) : Optional.empty();
        }
        return step(fact.getClass(), name).flatMap(step -> present(call(step, fact)));
    }

    /** What it leads to; of an optional value what may be there. */
    public Class<?> type() {
        return type;
    }

    /** Goes the way from a record; empty if something on it is absent. */
    public Optional<Object> follow(Object fact) {
        Optional<Object> reached = Optional.of(fact);
        for (String name : names) {
            reached = reached.flatMap(from -> find(from, name));
        }
        return reached;
    }

    /** A value, or what is within an optional one. */
    public static Optional<Object> present(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(found -> found);
        } else if (value instanceof OptionalInt optional) {
            return optional.stream().<Object>mapToObj(found -> found).findFirst();
        } else if (value instanceof OptionalLong optional) {
            return optional.stream().<Object>mapToObj(found -> found).findFirst();
        }
        return Optional.of(value);
    }

    private static Optional<Method> step(Class<?> type, String name) {
        return STEPS.get(type).computeIfAbsent(name, unknown -> search(type, unknown));
    }

    private static Optional<Method> search(Class<?> type, String name) {
        String method = NEXT_WORD
                .matcher(name)
                .replaceAll((MatchResult word) -> word.group(1).toUpperCase(Locale.ROOT));
        Optional<Method> found = Arrays.stream(type.getMethods())
                .filter(one -> one.getName().equals(method) && one.getParameterCount() == 0)
                .findFirst();
        // Records of one class's own are as good as others.
        found.ifPresent(Method::trySetAccessible);
        return found;
    }

    private static Object call(Method step, Object fact) {
        try {
            return step.invoke(fact);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("no value of " + step, e);
        }
    }

    private static Type next(Type from, String name) {
        if (from instanceof ParameterizedType map && Map.class.isAssignableFrom(raw(map))) {
            return map.getActualTypeArguments()[1];
        }
        Type result = step(raw(from), name)
                .orElseThrow(() -> new IllegalArgumentException("no " + name + " of " + from.getTypeName()))
                .getGenericReturnType();
        return result instanceof ParameterizedType optional && raw(optional) == Optional.class
                ? optional.getActualTypeArguments()[0]
                : result;
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType generic) {
            return raw(generic.getRawType());
        } else if (type == OptionalInt.class || type == OptionalLong.class) {
            return Long.class;
        }
        return type instanceof Class<?> known ? known : Object.class;
    }
}
