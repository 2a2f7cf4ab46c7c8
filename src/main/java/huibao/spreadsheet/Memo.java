package huibao.spreadsheet;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a function came to for what it was asked lately: the forms of a night hold the same texts, unit after
 * unit. Takes room for a fixed number of answers; a newer one takes an older one's place. Safe for several threads.
 *
 * @param <K> what is asked
 * @param <V> the answer
 */
public final class Memo<K, V> {

    private static final int PLACES = 1 << 12;

    private final Function<K, V> function;
    private final AtomicReferenceArray<@Nullable Answer<K, V>> answers = new AtomicReferenceArray<>(PLACES);

    /** @param function always answers the same to the same */
    public Memo(Function<K, V> function) {
        this.function = function;
    }

    private record Answer<K, V>(K asked, V value) {}

    public V of(K asked) {
        int hash = asked.hashCode();
        int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
        Answer<K, V> known = answers.get(place);
        if (known != null && known.asked().equals(asked)) {
            return known.value();
        }
        V value = function.apply(asked);
        answers.set(place, new Answer<>(asked, value));
        return value;
    }
}
