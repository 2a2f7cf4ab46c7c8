package huibao.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Lists grouped and indexed once, each group in the order of its list. */
final class Groups {

    private Groups() {}

    /** The values that belong to each key; one may belong to several, or to none. */
    static <K, V> Map<K, List<V>> of(List<V> values, Function<V, List<K>> keysOf) {
        Map<K, List<V>> groups = new HashMap<>();
        for (V value : values) {
            for (K key : keysOf.apply(value)) {
                groups.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
            }
        }
        groups.replaceAll((key, group) -> List.copyOf(group));
        return groups;
    }

    /** The values that belong to each constant; one may belong to several, or to none. */
    static <K extends Enum<K>, V> Map<K, List<V>> of(Class<K> keys, List<V> values, BiPredicate<K, V> belongs) {
        Map<K, List<V>> groups = new EnumMap<>(keys);
        for (K key : keys.getEnumConstants()) {
            groups.put(
                    key,
                    values.stream().filter(value -> belongs.test(key, value)).toList());
        }
        return groups;
    }

    /** One value per key. */
    static <T, K, V> Map<K, V> index(String what, List<T> lines, Function<T, K> keyOf, Function<T, V> valueOf) {
        Map<K, V> index = new HashMap<>();
        for (T line : lines) {
            if (index.put(keyOf.apply(line), valueOf.apply(line)) != null) {
                throw new IllegalArgumentException("the job has " + what + " " + keyOf.apply(line) + " twice");
            }
        }
        return index;
    }

    /** One value per pair of keys. */
    static <A, B, V> Map<A, Map<B, V>> pairs(String what, List<V> values, Function<V, A> outer, Function<V, B> inner) {
        Map<A, Map<B, V>> pairs = new HashMap<>();
        of(values, value -> List.of(outer.apply(value)))
                .forEach((key, group) ->
                        pairs.put(key, Map.copyOf(index(what + " of " + key + " and", group, inner, v -> v))));
        return pairs;
    }
}
