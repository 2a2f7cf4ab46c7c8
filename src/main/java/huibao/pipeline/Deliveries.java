package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.delivery.Dispatch;
import huibao.delivery.Dispatch.Attempt;
import huibao.delivery.Outbox;
import huibao.message.Trouble;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What came of trying to deliver what waits.
 *
 * @param attempts one per message tried
 * @param waiting how many messages wait for the next run
 * @param trouble why the messages could not be read or written; empty if they could
 */
public record Deliveries(List<Attempt> attempts, int waiting, Optional<Trouble> trouble) {

    /** Nothing was tried. */
    public static final Deliveries NONE = new Deliveries(List.of(), 0, Optional.empty());

    public Deliveries {
        attempts = List.copyOf(attempts);
    }

    /** How many attempts ended so. */
    public long count(Dispatch.Result result) {
        return attempts.stream().filter(attempt -> attempt.result() == result).count();
    }

    /** Tries everything that waits; whatever fails is told here, and fails nothing else. */
    static Deliveries send(Catalogue catalogue, Outbox outbox, InstantSource clock) {
        try {
            List<Attempt> attempts = new Dispatch(catalogue.settings().notices(), outbox, clock).send();
            return new Deliveries(attempts, outbox.size(), Optional.empty());
        } catch (IOException | RuntimeException e) {
            return new Deliveries(
                    List.of(), 0, Optional.of(Trouble.of("outbox.unusable", "reason", Obstruction.of(e))));
        }
    }
}
