package huibao.catalogue;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How long what may be deleted is kept. The archive is none of it.
 *
 * @param kept the time of each kind; what is not named is kept for ever
 */
public record Retention(Map<Kind, Duration> kept) {

    /** What holds where the job says nothing. */
    public static final Retention OF_LEFTOVERS = new Retention(Map.of(Kind.LEFTOVERS, Duration.ofDays(7)));

    public Retention {
        Map<Kind, Duration> copy = new EnumMap<>(Kind.class);
        copy.putAll(kept);
        kept = Collections.unmodifiableMap(copy);
    }

    /** What may be deleted: it can be made again, or nothing reads it again. */
    public enum Kind {
        /** Records of runs, {@code runs/<id>.json}; the registry keeps the log of runs. */
        RUNS,
        /** Bulletins of earlier days, {@code as-of/<time>}; {@code run --as-of} makes them again. */
        AS_OF,
        /** Blank forms, {@code <period>/填报表}; {@code template} makes them again. */
        FORMS,
        /** Notices to units and summaries of runs, {@code notices}. */
        NOTICES,
        /** What a killed rebuild left half made. */
        LEFTOVERS;

        /** Its key below {@code retention} in {@code job.yaml}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT) + "_days";
        }
    }

    /** How long a kind is kept; empty for ever. */
    public Optional<Duration> of(Kind kind) {
        return Optional.ofNullable(kept.get(kind));
    }
}
