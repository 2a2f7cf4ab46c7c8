package huibao.cli.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;

/** Tells when the inbox has to be looked at between nights, and whether what waits there is worth a run. */
final class InboxPoll {

    private final LongSupplier nanos;
    private Set<String> known = Set.of();
    private OptionalLong failedAt = OptionalLong.empty();
    private long lookedAt;

    /** @param nanos a clock that only ever goes on */
    InboxPoll(LongSupplier nanos) {
        this.nanos = nanos;
        this.lookedAt = nanos.getAsLong();
    }

    /** Whether it is time to look again. */
    boolean isTime(Optional<Duration> every) {
        return every.isPresent() && hasPassed(every.get(), lookedAt);
    }

    /** Notes that the inbox was looked at. */
    void looked() {
        lookedAt = nanos.getAsLong();
    }

    /** Notes what waits as a run begins; what of it stays, the run has left there. */
    void begun(Set<String> waiting) {
        known = Set.copyOf(waiting);
        failedAt = OptionalLong.empty();
    }

    /** Notes that the run did not come to its end. */
    void failed() {
        failedAt = OptionalLong.of(nanos.getAsLong());
    }

    /**
     * Whether anything waits that has come or changed since the last run began.
     *
     * @param soon whether what waits for a run that did not come to its end is not to wait any longer
     */
    boolean isNew(Set<String> waiting, boolean soon) {
        if (failedAt.isPresent() && (soon || hasPassed(PendingRuns.RETRY, failedAt.getAsLong()))) {
            known = Set.of();
        }
        return !known.containsAll(waiting);
    }

    private boolean hasPassed(Duration time, long since) {
        return nanos.getAsLong() - since >= time.toNanos();
    }
}
