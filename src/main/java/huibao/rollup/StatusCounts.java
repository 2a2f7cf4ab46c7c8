package huibao.rollup;

import huibao.model.ObsStatus;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many figures have which status: the worst of a sum can still be told when one is taken out.
 *
 * @param counts by status; a status that no figure has is not in it
 */
record StatusCounts(Map<ObsStatus, Integer> counts) {

    static final StatusCounts NONE = new StatusCounts(Map.of());

    static StatusCounts of(ObsStatus status) {
        return new StatusCounts(Map.of(status, 1));
    }

    StatusCounts plus(StatusCounts other) {
        Map<ObsStatus, Integer> sum = copy();
        other.counts.forEach((status, count) -> sum.merge(status, count, Integer::sum));
        return new StatusCounts(Collections.unmodifiableMap(sum));
    }

    StatusCounts minus(StatusCounts other) {
        Map<ObsStatus, Integer> rest = copy();
        other.counts.forEach((status, count) -> rest.merge(status, -count, Integer::sum));
        rest.values().removeIf(count -> count == 0);
        return new StatusCounts(Collections.unmodifiableMap(rest));
    }

    /** {@link ObsStatus#A} if there is none. */
    ObsStatus worst() {
        return counts.keySet().stream().reduce(ObsStatus.A, ObsStatus::worse);
    }

    private Map<ObsStatus, Integer> copy() {
        Map<ObsStatus, Integer> copy = new EnumMap<>(ObsStatus.class);
        copy.putAll(counts);
        return copy;
    }
}
