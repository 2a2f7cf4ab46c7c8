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
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tries to deliver what waits. A channel that does not answer is tried once; nothing of it can take longer than its
 * patience allows, and no failure leaves here as an exception.
 */
public final class Dispatch {

    /** How long one answer of a server is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** How long a message may take altogether: a server that trickles answers never fails an answer's patience. */
    private static final Duration WHOLE = Duration.ofSeconds(45);

    /** After how long no further message is tried: the rest waits. */
    private static final Duration ALTOGETHER = Duration.ofMinutes(2);

    /** Attempts after which a message is given up. */
    private static final int MOST_ATTEMPTS = 20;

    private final Outbox outbox;
    private final InstantSource clock;
    private final Duration whole;
    private final Map<Channel, Courier> couriers = new EnumMap<>(Channel.class);

    /** Delivers by what the job names, with secrets from the process's environment. */
    public Dispatch(NoticeSettings settings, Outbox outbox, InstantSource clock) {
        this(settings, outbox, clock, new Secrets(System.getenv()), PATIENCE, WHOLE);
    }

    Dispatch(
            NoticeSettings settings,
            Outbox outbox,
            InstantSource clock,
            Secrets secrets,
            Duration patience,
            Duration whole) {
        this.outbox = outbox;
        this.clock = clock;
        this.whole = whole;
        settings.smtp().ifPresent(smtp -> couriers.put(Channel.MAIL, new MailCourier(smtp, secrets, patience, clock)));
        settings.webhook()
                .ifPresent(hook -> couriers.put(Channel.WEBHOOK, new WebhookCourier(hook, secrets, patience)));
    }

    /** How an attempt ended. */
    public enum Result {
        DELIVERED,
        /** It waits for the next run. */
        FAILED,
        /** It is not tried any more. */
        GIVEN_UP
    }

    /**
     * What came of one message.
     *
     * @param message the message
     * @param result how the attempt ended
     * @param why what the server said; empty if it is delivered
     */
    public record Attempt(Message message, Result result, String why) {}

    /**
     * Tries everything that waits, once, as far as time allows.
     *
     * @throws IOException if the outbox itself cannot be read or written
     */
    public List<Attempt> send() throws IOException {
        List<Attempt> attempts = new ArrayList<>();
        Set<Channel> silent = EnumSet.noneOf(Channel.class);
        long begun = System.nanoTime();
        for (Outbox.Waiting one : outbox.waiting()) {
            if (System.nanoTime() - begun > ALTOGETHER.toNanos()) {
                break;
            }
            Courier courier = couriers.get(one.message().channel());
            if (courier != null && !silent.contains(one.message().channel())) {
                try {
                    inTime(courier, one.message());
                    outbox.settle(one, Outbox.Fate.DELIVERED, clock.instant(), "");
                    attempts.add(new Attempt(one.message(), Result.DELIVERED, ""));
                } catch (DeliveryException e) {
                    if (e.scope() == DeliveryException.Scope.CHANNEL) {
                        silent.add(one.message().channel());
                    }
                    attempts.add(new Attempt(one.message(), failed(one, e), e.why()));
                }
            }
        }
        return attempts;
    }

    /** A channel that is down gives up nothing: only messages that are refused themselves are. */
    private Result failed(Outbox.Waiting one, DeliveryException e) throws IOException {
        if (e.scope() == DeliveryException.Scope.MESSAGE && one.attempts() + 1 >= MOST_ATTEMPTS) {
            outbox.settle(one, Outbox.Fate.GIVEN_UP, clock.instant(), e.why());
            return Result.GIVEN_UP;
        }
        outbox.failed(one, e.why());
        return Result.FAILED;
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
