package huibao.delivery;

import huibao.files.DurableFiles;
import huibao.json.Json;
import huibao.model.Channel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Messages that wait ({@code outbox/<key>.json}) and what became of those that do not wait any more
 * ({@code deliveries/<key>.json}), both kept in the archive: they outlive the database and the output folder.
 */
public final class Outbox {

    private static final String SUFFIX = ".json";

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
     */
    record Waiting(Message message, int attempts) {}

    /** What became of a message. */
    public enum Fate {
        DELIVERED,
        /** Tried so often in vain that it is not tried any more. */
        GIVEN_UP
    }

    /** Whether it is delivered or given up. */
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
            write(new Waiting(message, 0), "");
        }
    }

    /** How many messages wait. */
    public int size() throws IOException {
        return keys().size();
    }

    /** What waits, by key; a crash after a delivery leaves one that is settled, which is cleared away. */
    List<Waiting> waiting() throws IOException {
        List<Waiting> found = new ArrayList<>();
        for (String key : keys()) {
            Path file = waiting.resolve(key + SUFFIX);
            if (isSettled(key)) {
                Files.delete(file);
            } else {
                found.add(read(file));
            }
        }
        return found;
    }

    void settle(Waiting one, Fate fate, Instant at, String why) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("key", one.message().key());
        members.put("channel", one.message().channel().name());
        members.put("recipient", one.message().recipient());
        members.put("fate", fate.name());
        members.put("at", at.toString());
        members.put("attempts", one.attempts() + 1);
        if (!why.isEmpty()) {
            members.put("why", why);
        }
        publish(settled.resolve(one.message().key() + SUFFIX), members);
        Files.delete(waiting.resolve(one.message().key() + SUFFIX));
    }

    /** Notes an attempt that failed; the message goes on waiting. */
    void failed(Waiting one, String why) throws IOException {
        write(new Waiting(one.message(), one.attempts() + 1), why);
    }

    private void write(Waiting one, String why) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("key", one.message().key());
        members.put("channel", one.message().channel().name());
        members.put("recipient", one.message().recipient());
        members.put("subject", one.message().subject());
        members.put("body", one.message().body());
        members.put("attempts", one.attempts());
        members.put("why", why);
        publish(waiting.resolve(one.message().key() + SUFFIX), members);
    }

    private static void publish(Path file, Map<String, Object> members) throws IOException {
        DurableFiles.publish(file, Json.write(members).getBytes(StandardCharsets.UTF_8));
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

    private static Waiting read(Path file) throws IOException {
        try {
            Map<String, Object> members = Json.readObject(Files.readString(file, StandardCharsets.UTF_8));
            Message message = new Message(
                    Json.text(members, "key"),
                    Channel.valueOf(Json.text(members, "channel")),
                    Json.text(members, "recipient"),
                    Json.text(members, "subject"),
                    Json.text(members, "body"));
            return new Waiting(message, Integer.parseInt(Json.text(members, "attempts")));
        } catch (RuntimeException e) {
            throw new IOException("damaged message " + file + ": delete it or restore it from a backup", e);
        }
    }
}
