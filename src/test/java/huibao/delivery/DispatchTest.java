package huibao.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.NoticeSettings;
import huibao.catalogue.NoticeSettings.Security;
import huibao.catalogue.NoticeSettings.Smtp;
import huibao.delivery.Dispatch.Attempt;
import huibao.delivery.Dispatch.Outcome;
import huibao.delivery.Dispatch.Result;
import huibao.json.Json;
import huibao.model.Channel;
import huibao.testing.JsonObjects;
import huibao.testing.MailServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subethamail.smtp.RejectException;

/** Which messages are tried, in which order, and what a failure means for the others. */
class DispatchTest {

    @TempDir
    Path archive;

    private Outbox outbox;

    @BeforeEach
    void openTheOutbox() {
        outbox = new Outbox(archive);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 550, 1, 0",
        "MAIL, 451, 1, 0",
        "RCPT, 550, 2, 1",
        "RCPT, 552, 2, 1",
        "RCPT, 554, 2, 1",
        "RCPT, 450, 2, 0",
        "RCPT, 421, 1, 0",
        "DATA, 554, 2, 1",
        "DATA, 451, 2, 0",
    })
    void onlyWhatIsRefusedForItselfCountsAgainstAMessage(String command, int code, int tried, int refusals)
            throws Exception {
        try (MailServer server = MailServer.answering((asked, argument) -> {
            if (asked.equals(command) && (asked.equals("MAIL") || argument.startsWith("a@"))) {
                throw new RejectException(code, "not now or never");
            }
        })) {
            outbox.put(message("a"));
            outbox.put(message("b"));

            assertThat(send(server.port()).attempts())
                    .extracting(Attempt::result)
                    .containsExactlyElementsOf(
                            List.of(Result.FAILED, Result.DELIVERED).subList(0, tried));
            assertThat(waiting("a")).containsEntry("attempts", "1").containsEntry("refusals", "" + refusals);
        }
    }

    @Test
    void whoIsAskedForPatienceOrFindsTheServerDownIsNeverGivenUp() throws Exception {
        try (MailServer server = MailServer.answering((asked, argument) -> {
            if (asked.equals("RCPT")) {
                throw new RejectException(450, "try again later");
            }
        })) {
            outbox.put(message("a"));
            for (int i = 0; i < 25; i++) {
                assertThat(send(server.port()).attempts())
                        .extracting(Attempt::result)
                        .containsExactly(Result.FAILED);
            }
        }
        assertThat(waiting("a")).containsEntry("attempts", "25").containsEntry("refusals", "0");
    }

    @Test
    void aMessageThatAlwaysHangsHoldsUpTheOthersOnceOnly() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (MailServer server = MailServer.answering((asked, argument) -> {
            if (asked.equals("DATA") && argument.startsWith("a@")) {
                await(end);
            }
        })) {
            outbox.put(message("a"));
            outbox.put(message("b"));
            outbox.put(message("c"));

            Duration patience = Duration.ofMillis(500);
            assertThat(send(server.port(), patience, Relevance.ALWAYS).attempts())
                    .extracting(attempt -> attempt.message().key() + " " + attempt.result())
                    .containsExactly("a FAILED");
            assertThat(send(server.port(), patience, Relevance.ALWAYS).attempts())
                    .extracting(attempt -> attempt.message().key() + " " + attempt.result())
                    .containsExactly("b DELIVERED", "c DELIVERED", "a FAILED");
            end.countDown();
        }
    }

    @Test
    void whatHoldsNoMoreIsSettledAndNotSentAlsoWhereNobodyListens() throws Exception {
        outbox.put(message("a"));
        outbox.put(message("b"));
        outbox.put(new Message("c", Channel.WEBHOOK, "", "s", "{}", Map.of("what", "was")));

        Outcome outcome = send(
                1,
                Duration.ofSeconds(20),
                one -> one.about().containsKey("what") || one.key().equals("b")
                        ? Optional.of("FORM_ACCEPTED")
                        : Optional.empty());

        assertThat(outcome.attempts())
                .extracting(attempt -> attempt.message().key() + " " + attempt.result())
                .containsExactly("a FAILED", "b OBSOLETE", "c OBSOLETE");
        assertThat(outbox.size()).isEqualTo(1);
        assertThat(JsonObjects.read(Files.readString(archive.resolve("deliveries/c.json"), StandardCharsets.UTF_8)))
                .containsEntry("fate", "OBSOLETE")
                .containsEntry("why", "FORM_ACCEPTED")
                .hasToString("{key=c, channel=WEBHOOK, recipient=, fate=OBSOLETE, at=2023-07-10T00:00:00Z, attempts=0,"
                        + " why=FORM_ACCEPTED}");
        outbox.put(message("b"));
        assertThat(outbox.isWaiting("b")).isFalse();
    }

    @Test
    void aFileThatIsNoMessageIsNamedAndTheOthersAreSent() throws Exception {
        try (MailServer server = MailServer.open()) {
            outbox.put(message("a"));
            Files.writeString(archive.resolve("outbox/0.json"), "{}", StandardCharsets.UTF_8);
            Files.copy(archive.resolve("outbox/a.json"), archive.resolve("outbox/z.json"));
            Files.createDirectories(archive.resolve("outbox/folder.json"));

            Outcome outcome = send(server.port());

            assertThat(outcome.attempts()).extracting(Attempt::result).containsExactly(Result.DELIVERED);
            assertThat(outcome.damaged())
                    .extracting(one -> one.file().getFileName().toString())
                    .containsExactly("0.json", "folder.json", "z.json");
            assertThat(outbox.size()).isEqualTo(3);
        }
    }

    @Test
    void whatWasDeliveredIsToldAlsoIfItCannotBeNoted() throws Exception {
        try (MailServer server = MailServer.open()) {
            outbox.put(message("a"));
            outbox.put(message("b"));
            Files.writeString(archive.resolve("deliveries"), "in the way", StandardCharsets.UTF_8);

            Outcome outcome = send(server.port());

            assertThat(outcome.attempts()).extracting(Attempt::result).containsExactly(Result.DELIVERED);
            assertThat(outcome.stopped()).isPresent();
            assertThat(server.mails())
                    .as("no more than one of which nothing is known")
                    .hasSize(1);
        }
    }

    @Test
    void aMessageOfAnOlderProgramIsSent() throws Exception {
        try (MailServer server = MailServer.open()) {
            Files.createDirectories(archive.resolve("outbox"));
            Files.writeString(
                    archive.resolve("outbox/a.json"),
                    Json.write(Map.of(
                            "key",
                            "a",
                            "channel",
                            "MAIL",
                            "recipient",
                            "a@example.org",
                            "subject",
                            "s",
                            "body",
                            "b",
                            "attempts",
                            19,
                            "why",
                            "")),
                    StandardCharsets.UTF_8);

            assertThat(send(server.port()).attempts())
                    .extracting(Attempt::result)
                    .containsExactly(Result.DELIVERED);
        }
    }

    private Outcome send(int port) {
        return send(port, Duration.ofSeconds(20), Relevance.ALWAYS);
    }

    private Outcome send(int port, Duration patience, Relevance relevance) {
        Smtp smtp = new Smtp(
                "localhost",
                port,
                Security.NONE,
                Optional.empty(),
                "office@stat.example.org",
                List.of(),
                Optional.empty());
        return new Dispatch(
                        new NoticeSettings(
                                NoticeSettings.NONE.figures(),
                                NoticeSettings.NONE.reminding(),
                                Optional.of(smtp),
                                Optional.empty()),
                        outbox,
                        relevance,
                        () -> Instant.parse("2023-07-10T00:00:00Z"),
                        new Secrets(Map.of()),
                        patience,
                        patience.multipliedBy(3))
                .send();
    }

    private Map<String, String> waiting(String key) throws IOException {
        Map<String, Object> members = JsonObjects.read(
                Files.readString(archive.resolve("outbox").resolve(key + ".json"), StandardCharsets.UTF_8));
        return Map.of(
                "attempts", members.get("attempts").toString(),
                "refusals", members.get("refusals").toString());
    }

    private static Message message(String key) {
        return new Message(key, Channel.MAIL, key + "@example.org", "s", "b", Map.of());
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
