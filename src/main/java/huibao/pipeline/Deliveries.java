package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.delivery.Dispatch;
import huibao.delivery.Dispatch.Attempt;
import huibao.delivery.Outbox;
import huibao.delivery.Relevance;
import huibao.message.Trouble;
import huibao.store.Registry;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of trying to deliver what waits.
 *
 * @param attempts one per message tried, or found to hold no more
 * @param waiting how many messages wait for the next run, also those that cannot be read; 0 with a trouble if nobody
 *     could count them
 * @param troubles what in the outbox could not be read or written; empty if all could
 */
public record Deliveries(List<Attempt> attempts, int waiting, List<Trouble> troubles) {

    /** Nothing was tried. */
    public static final Deliveries NONE = new Deliveries(List.of(), 0, List.of());

    public Deliveries {
        attempts = List.copyOf(attempts);
        troubles = List.copyOf(troubles);
    }

    /** Of how many messages that came. */
    public long count(Dispatch.Result result) {
        return attempts.stream().filter(attempt -> attempt.result() == result).count();
    }

    /** Tries everything that waits and still holds; whatever fails is told here, and fails nothing else. */
    public static Deliveries send(
            Catalogue catalogue, Outbox outbox, Registry registry, InstantSource present, InstantSource clock) {
        List<Attempt> attempts = new ArrayList<>();
        List<Trouble> troubles = new ArrayList<>();
        try {
            Relevance relevance = new MessageRelevance(catalogue, registry, present);
            Dispatch.Outcome outcome = new Dispatch(catalogue.settings().notices(), outbox, relevance, clock).send();
            attempts.addAll(outcome.attempts());
            outcome.damaged().forEach(one -> troubles.add(damaged(one)));
            outcome.stopped().ifPresent(why -> troubles.add(unusable(why)));
        } catch (RuntimeException e) {
            troubles.add(unusable(e));
        }
        int waiting = 0;
        try {
            waiting = outbox.size();
        } catch (IOException e) {
            troubles.add(unusable(e));
        }
        return new Deliveries(attempts, waiting, troubles);
    }

    private static Trouble damaged(Outbox.Damaged one) {
        return Trouble.of("outbox.damaged", "file", one.file(), "reason", FailureReason.of(one.reason()));
    }

    private static Trouble unusable(Exception why) {
        return Trouble.of("outbox.unusable", "reason", FailureReason.of(why));
    }
}
