package huibao.delivery;

import huibao.catalogue.NoticeSettings;
import huibao.model.Channel;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tries to deliver what waits and still holds. A channel that does not answer is tried once; nothing of it can take
 * longer than its patience allows, no message can hold up another for ever, and no failure leaves here as an exception.
 */
public final class Dispatch {

    /** How long one answer of a server is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** How long a message may take altogether: a server that trickles answers never fails an answer's patience. */
    private static final Duration WHOLE = Duration.ofSeconds(45);

    /** After how long no further message is tried: the rest waits. */
    private static final Duration ALTOGETHER = Duration.ofMinutes(2);

    /** How often a message is refused before it is given up. */
    private static final int MOST_REFUSALS = 20;

    private final Outbox outbox;
    private final Relevance relevance;
    private final InstantSource clock;
    private final Duration whole;
    private final Map<Channel, Courier> couriers = new EnumMap<>(Channel.class);

    /** Delivers by what the job names what still holds, with secrets from the process's environment. */
    public Dispatch(NoticeSettings settings, Outbox outbox, Relevance relevance, InstantSource clock) {
        this(settings, outbox, relevance, clock, new Secrets(System.getenv()), PATIENCE, WHOLE);
    }

    Dispatch(
            NoticeSettings settings,
            Outbox outbox,
            Relevance relevance,
            InstantSource clock,
            Secrets secrets,
            Duration patience,
            Duration whole) {
        this.outbox = outbox;
        this.relevance = relevance;
        this.clock = clock;
        this.whole = whole;
        settings.smtp().ifPresent(smtp -> couriers.put(Channel.MAIL, new MailCourier(smtp, secrets, patience, clock)));
        settings.webhook()
                .ifPresent(hook -> couriers.put(Channel.WEBHOOK, new WebhookCourier(hook, secrets, patience)));
    }

    /** What came of a message. */
    public enum Result {
        DELIVERED,
        /** It waits for the next run. */
        FAILED,
        /** It is not tried any more. */
        GIVEN_UP,
        /** It was not tried, and will not be: what it says holds no more. */
        OBSOLETE
    }

    /**
     * What came of one message.
     *
     * @param message the message
     * @param result what came of it
     * @param why what the server said, or why it holds no more; empty if it is delivered
     */
    public record Attempt(Message message, Result result, String why) {}

    /**
     * What came of trying everything that waits.
     *
     * @param attempts one per message tried or found to hold no more
     * @param damaged files in the outbox that were skipped
     * @param stopped why the outbox could not be gone on with; empty if everything could be noted
     */
    public record Outcome(List<Attempt> attempts, List<Outbox.Damaged> damaged, Optional<IOException> stopped) {}

    /** Tries everything that waits, once, as far as time allows. */
    public Outcome send() {
        List<Attempt> attempts = new ArrayList<>();
        List<Outbox.Damaged> damaged = new ArrayList<>();
        try {
            Outbox.Contents contents = outbox.contents();
            damaged.addAll(contents.damaged());
            Set<Channel> silent = EnumSet.complementOf(channels());
            long begun = System.nanoTime();
            for (Outbox.Waiting one : contents.messages()) {
                if (System.nanoTime() - begun > ALTOGETHER.toNanos()) {
                    silent.addAll(couriers.keySet());
                }
                Optional<String> lost = relevance.lost(one.message());
                if (lost.isPresent()) {
                    attempts.add(new Attempt(one.message(), Result.OBSOLETE, lost.get()));
                    outbox.settle(one, Outbox.Fate.OBSOLETE, clock.instant(), lost.get());
                } else if (!silent.contains(one.message().channel())) {
                    attempt(one, attempts, silent);
                }
            }
        } catch (IOException e) {
            return new Outcome(attempts, damaged, Optional.of(e));
        }
        return new Outcome(attempts, damaged, Optional.empty());
    }

    private EnumSet<Channel> channels() {
        EnumSet<Channel> channels = EnumSet.noneOf(Channel.class);
        channels.addAll(couriers.keySet());
        return channels;
    }

    /** What happened is told also if it cannot be noted. */
    private void attempt(Outbox.Waiting one, List<Attempt> attempts, Set<Channel> silent) throws IOException {
        Message message = one.message();
        try {
            inTime(Objects.requireNonNull(couriers.get(message.channel())), message);
        } catch (DeliveryException e) {
            if (e.scope() == DeliveryException.Scope.CHANNEL) {
                silent.add(message.channel());
            }
            boolean givenUp = e.scope() == DeliveryException.Scope.MESSAGE && one.refusals() + 1 >= MOST_REFUSALS;
            attempts.add(new Attempt(message, givenUp ? Result.GIVEN_UP : Result.FAILED, e.why()));
            if (givenUp) {
                outbox.settle(one, Outbox.Fate.GIVEN_UP, clock.instant(), e.why());
            } else {
                outbox.failed(one, e);
            }
            return;
        }
        attempts.add(new Attempt(message, Result.DELIVERED, ""));
        outbox.settle(one, Outbox.Fate.DELIVERED, clock.instant(), "");
    }

    private void inTime(Courier courier, Message message) throws DeliveryException {
        FutureTask<Boolean> delivery = new FutureTask<>(() -> {
            courier.deliver(message);
            return true;
        });
        Thread thread = new Thread(delivery, "delivery");
        thread.setDaemon(true);
        thread.start();
        try {
            delivery.get(whole.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new DeliveryException(DeliveryException.Scope.CHANNEL, "no end after " + whole.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryException(DeliveryException.Scope.CHANNEL, "interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DeliveryException known) {
                throw known;
            }
            throw new DeliveryException(DeliveryException.Scope.CHANNEL, "unexpected " + e.getCause());
        }
    }
}
