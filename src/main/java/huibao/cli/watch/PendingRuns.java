package huibao.cli.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** What a watch still owes: a run that did not come to its end, a night that could not be begun. */
final class PendingRuns {

    /** When what is owed is tried again. */
    static final Duration RETRY = Duration.ofMinutes(10);

    private final LongSupplier nanos;
    private Optional<Instant> night = Optional.empty();
    private OptionalLong triedAt = OptionalLong.empty();

    /** @param nanos a clock that only ever goes on */
    PendingRuns(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Owes a night: a run that begins then or later, in whole seconds as runs are noted. */
    void owe(Instant due) {
        night = Optional.of(due);
    }

    /** Notes that what is owed was tried; from now on something is. */
    void tried() {
        triedAt = OptionalLong.of(nanos.getAsLong());
    }

    /** Notes that nothing is owed any more. */
    void settle() {
        night = Optional.empty();
        triedAt = OptionalLong.empty();
    }

    /** Whether something is owed. */
    boolean isPending() {
        return triedAt.isPresent();
    }

    /** Whether it is time to try again what is owed. */
    boolean isTime() {
        return triedAt.isPresent() && nanos.getAsLong() - triedAt.getAsLong() >= RETRY.toNanos();
    }

    /**
     * Whether a night is owed.
     *
     * @param lastBegan when the last run began; empty if there was none
     */
    boolean isNightOwed(Optional<Instant> lastBegan) {
        return night.filter(
                        due -> lastBegan.filter(began -> !began.isBefore(due)).isEmpty())
                .isPresent();
    }
}
