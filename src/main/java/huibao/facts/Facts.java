package huibao.facts;

import java.util.List;
import java.util.Optional;

/** What a text can name: each fact is a record, whose components it can name, or a name followed by its value. */
public final class Facts {

    private final List<Object> facts;

    public Facts(Object... facts) {
        this.facts = List.of(facts);
    }

    /** What is there under a name, or within that as in {@code file.name}; of several the last one given. */
    public Optional<Object> find(String path) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        Optional<Object> value = Optional.empty();
        for (int i = 0; i < facts.size(); i++) {
            if (!(facts.get(i) instanceof String given)) {
                Optional<Object> held = FactPath.find(facts.get(i), name);
                value = held.isPresent() ? held : value;
            } else if (given.equals(name)) {
                value = FactPath.present(facts.get(++i));
            } else {
                i++;
            }
        }
        return dot < 0 ? value : value.flatMap(whole -> new Facts(whole).find(path.substring(dot + 1)));
    }

    /** The first fact of a type. */
    public <T> Optional<T> find(Class<T> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
