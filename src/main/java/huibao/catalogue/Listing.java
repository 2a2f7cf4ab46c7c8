package huibao.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One of the job's lists: in print order, and by code. */
final class Listing<K, V> {

    private final String what;
    private final List<V> all;
    private final Map<K, Entry<V>> byCode;

    private record Entry<V>(V value, int place) {}

    Listing(String what, List<V> values, Function<V, K> codeOf) {
        this.what = what;
        this.all = List.copyOf(values);
        this.byCode = new HashMap<>();
        for (V value : all) {
            K code = codeOf.apply(value);
            if (byCode.put(code, new Entry<>(value, byCode.size())) != null) {
                throw new IllegalArgumentException("the job has " + what + " " + code + " twice");
            }
        }
    }

    List<V> all() {
        return all;
    }

    Optional<V> find(K code) {
        return Optional.ofNullable(byCode.get(code)).map(Entry::value);
    }

    V require(K code) {
        return entry(code).value();
    }

    /** From 0. */
    int placeOf(K code) {
        return entry(code).place();
    }

    private Entry<V> entry(K code) {
        Entry<V> entry = byCode.get(code);
        if (entry == null) {
            throw new IllegalArgumentException("the job has no " + what + " " + code);
        }
        return entry;
    }
}
