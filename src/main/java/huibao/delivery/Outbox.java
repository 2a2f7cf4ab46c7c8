package huibao.delivery;

import huibao.files.DurableFiles;
import huibao.json.Json;
import huibao.json.Members;
import huibao.model.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Messages that wait ({@code outbox/<key>.json}) and what became of those that do not wait any more
 * ({@code deliveries/<key>.json}), both kept in the archive: they outlive the database and the output folder.
 */
public final class Outbox {

    private static final String SUFFIX = ".json";

    private static final Members MEMBERS = new Members()
            .of(Waiting.class, "message.* attempts refusals why")
            .of(Settled.class, "key channel recipient fate at attempts why?");

    private final Path waiting;
    private final Path settled;

    /** @param archive the folder that keeps every workbook */
    public Outbox(Path archive) {
        this.waiting = archive.resolve("outbox");
        this.settled = archive.resolve("deliveries");
    }

    /**
     * A message that waits.
     *
     * @param message the message
     * @param attempts how often its delivery was tried
     * @param refusals how often it was itself refused; not more than the attempts
     * @param why what was said at the last attempt; empty if there was none
     */
    record Waiting(Message message, int attempts, int refusals, String why) {}

    /**
     * What is in the outbox.
     *
     * @param messages those that can be read, in the order in which they are tried
     * @param damaged the files that cannot
     */
    record Contents(List<Waiting> messages, List<Damaged> damaged) {}

    /**
     * A file in the outbox that cannot be read as a message.
     *
     * @param file the file
     * @param reason what is wrong with it
     */
    public record Damaged(Path file, Exception reason) {}

    /** What became of a message. */
    public enum Fate {
        DELIVERED,
        /** Refused so often that it is not tried any more. */
        GIVEN_UP,
        /** What it says held no more before it could be sent. */
        OBSOLETE
    }

    /** A waiting message as its file tells of it; two members an older program did not note: such a message always holds. */
    private record Entry(
            String key,
            Channel channel,
            String recipient,
            String subject,
            String body,
            Optional<Map<String, String>> about,
            int attempts,
            OptionalInt refusals,
            String why) {}

    private record Settled(
            String key, Channel channel, String recipient, Fate fate, Instant at, int attempts, String why) {}

    /** Whether it does not wait any more. */
    public boolean isSettled(String key) {
        return Files.exists(settled.resolve(key + SUFFIX));
    }

    /** Whether it waits. */
    public boolean isWaiting(String key) {
        return Files.exists(waiting.resolve(key + SUFFIX));
    }

    /** Lets a message wait, unless it does already or is settled. */
    public void put(Message message) throws IOException {
        if (!isSettled(message.key()) && !isWaiting(message.key())) {
            write(new Waiting(message, 0, 0, ""));
        }
    }

    /** How many messages wait, those that cannot be read included. */
    public int size() throws IOException {
        return keys().size();
    }

    /**
     * What waits, those tried least often first, so that one that always fails holds up no other. A crash after a
     * delivery leaves one that is settled, which is cleared away.
     */
    Contents contents() throws IOException {
        List<Waiting> found = new ArrayList<>();
        List<Damaged> damaged = new ArrayList<>();
        for (String key : keys()) {
            Path file = waiting.resolve(key + SUFFIX);
            if (isSettled(key)) {
                Files.delete(file);
            } else {
                try {
                    found.add(read(file, key));
                } catch (IOException | RuntimeException e) {
                    damaged.add(new Damaged(file, e));
                }
            }
        }
        found.sort(Comparator.comparingInt(Waiting::attempts)
                .thenComparing(one -> one.message().key()));
        return new Contents(found, damaged);
    }

    /** Notes what became of a message after its last attempt, which is counted unless it was none. */
    void settle(Waiting one, Fate fate, Instant at, String why) throws IOException {
        Message message = one.message();
        int attempts = fate == Fate.OBSOLETE ? one.attempts() : one.attempts() + 1;
        DurableFiles.keep(
                settled.resolve(message.key() + SUFFIX),
                Json.bytes(
                        new Settled(message.key(), message.channel(), message.recipient(), fate, at, attempts, why),
                        MEMBERS));
        Files.delete(waiting.resolve(message.key() + SUFFIX));
    }

    /** Notes an attempt that failed; the message goes on waiting. */
    void failed(Waiting one, DeliveryException failure) throws IOException {
        int refusals = one.refusals() + (failure.scope() == DeliveryException.Scope.MESSAGE ? 1 : 0);
        write(new Waiting(one.message(), one.attempts() + 1, refusals, failure.why()));
    }

    private void write(Waiting one) throws IOException {
        DurableFiles.publish(waiting.resolve(one.message().key() + SUFFIX), Json.bytes(one, MEMBERS));
    }

    private List<String> keys() throws IOException {
        if (!Files.isDirectory(waiting)) {
            return List.of();
        }
        try (Stream<Path> listed = Files.list(waiting)) {
            return listed.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }

    private static Waiting read(Path file, String key) throws IOException {
        Entry entry = Json.read(file, Entry.class);
        if (!entry.key().equals(key)) {
            throw new IllegalArgumentException("the key is that of another file: " + entry.key());
        }
        Map<String, String> about = entry.about().orElse(Map.of());
        return new Waiting(
                new Message(key, entry.channel(), entry.recipient(), entry.subject(), entry.body(), about),
                entry.attempts(),
                entry.refusals().orElse(0),
                entry.why());
    }
}
