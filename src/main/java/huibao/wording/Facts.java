package huibao.wording;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a text can name: each fact is a record, whose components it can name, or a name followed by its value. */
final class Facts {

    private static final Pattern NEXT_WORD = Pattern.compile("_([a-z0-9])");

    private final List<Object> facts;

    Facts(Object... facts) {
        this.facts = List.of(facts);
    }

    /** The value of a name in snake case, or of one within it as in {@code file.name}; of several the last one given. */
    Optional<Object> find(String path) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        Optional<Object> value = Optional.empty();
        for (int i = 0; i < facts.size(); i++) {
            Optional<Object> found;
            if (facts.get(i) instanceof String given) {
                i++;
                found = given.equals(name) ? Optional.of(facts.get(i)) : Optional.empty();
            } else {
                found = component(facts.get(i), name);
            }
            value = found.isPresent() ? found : value;
        }
        return dot < 0 ? value : value.flatMap(whole -> new Facts(whole).find(path.substring(dot + 1)));
    }

    /** The first fact of a type. */
    <T> Optional<T> find(Class<T> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** A component, or what a record says of itself. */
    private static Optional<Object> component(Object fact, String name) {
        String method = NEXT_WORD
                .matcher(name)
                .replaceAll((MatchResult word) -> word.group(1).toUpperCase(Locale.ROOT));
        return Arrays.stream(fact.getClass().getMethods())
                .filter(one -> one.getName().equals(method) && one.getParameterCount() == 0)
                .findFirst()
                .map(one -> call(one, fact));
    }

    private static Object call(Method method, Object fact) {
        try {
            method.setAccessible(true);
            return method.invoke(fact);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("no text for " + method, e);
        }
    }
}
