package huibao.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.NoticeSettings;
import huibao.catalogue.NoticeSettings.Login;
import huibao.catalogue.NoticeSettings.Security;
import huibao.catalogue.NoticeSettings.Smtp;
import huibao.catalogue.SecretSource;
import huibao.delivery.Dispatch.Attempt;
import huibao.delivery.Dispatch.Result;
import huibao.model.Channel;
import huibao.testing.MailServer;
import huibao.testing.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailDeliveryTest {

    private static final String PASSWORD = "pass phrase of a test";

    @TempDir
    Path folder;

    private Outbox outbox;

    @BeforeEach
    void openTheOutbox() {
        outbox = new Outbox(folder.resolve("archive"));
    }

    @Test
    void deliversOnceWithASubjectInUtf8AndANameThatStays() throws Exception {
        try (MailServer server = MailServer.open()) {
            outbox.put(message("n1", "north@example.org", "催报通知：鄞州区 2023-06", "请于 7 月 12 日前报送。\n"));

            assertThat(send(plain(server.port()))).extracting(Attempt::result).containsExactly(Result.DELIVERED);
            outbox.put(message("n1", "north@example.org", "催报通知：鄞州区 2023-06", "请于 7 月 12 日前报送。\n"));
            assertThat(send(plain(server.port()))).isEmpty();

            assertThat(server.mails()).singleElement().satisfies(mail -> {
                assertThat(mail.recipient()).isEqualTo("north@example.org");
                assertThat(mail.message().getSubject()).isEqualTo("催报通知：鄞州区 2023-06");
                assertThat(mail.message().getContent().toString()).contains("请于 7 月 12 日前报送。");
                assertThat(mail.message().getMessageID()).isEqualTo("<n1.huibao@stat.example.org>");
                assertThat(mail.message().getHeader("Auto-Submitted")).containsExactly("auto-generated");
                assertThat(mail.message().getFrom())
                        .extracting(Object::toString)
                        .containsExactly("office@stat.example.org");
            });
            assertThat(outbox.isSettled("n1")).isTrue();
            assertThat(outbox.size()).isZero();
        }
    }

    @Test
    void aCrashAfterDeliveryButBeforeItWasNotedSendsTheSameNameAgain() throws Exception {
        try (MailServer server = MailServer.open()) {
            outbox.put(message("n1", "north@example.org", "s", "b"));
            send(plain(server.port()));
            Files.delete(folder.resolve("archive/deliveries/n1.json"));
            outbox.put(message("n1", "north@example.org", "s", "b"));
            send(plain(server.port()));

            List<String> names = new ArrayList<>();
            for (MailServer.Mail mail : server.mails()) {
                names.add(mail.message().getMessageID());
            }
            assertThat(names).containsExactly("<n1.huibao@stat.example.org>", "<n1.huibao@stat.example.org>");
        }
    }

    @Test
    void aCrashAfterItWasNotedSendsNothingAgain() throws Exception {
        try (MailServer server = MailServer.open()) {
            outbox.put(message("n1", "north@example.org", "s", "b"));
            Path waiting = folder.resolve("archive/outbox/n1.json");
            byte[] kept = Files.readAllBytes(waiting);
            send(plain(server.port()));
            Files.write(waiting, kept);

            assertThat(send(plain(server.port()))).isEmpty();
            assertThat(server.mails()).hasSize(1);
            assertThat(waiting).doesNotExist();
        }
    }

    @Test
    void aLineBreakInASubjectBeginsNoHeader() throws Exception {
        try (MailServer server = MailServer.open()) {
            outbox.put(message(
                    "n1",
                    "north@example.org",
                    "退回：a.xlsx\r\nBcc: thief@example.org\r\n\r\nbody",
                    "x\r\n.\r\nQUIT\r\n"));
            send(plain(server.port()));

            assertThat(server.mails()).singleElement().satisfies(mail -> {
                assertThat(mail.message().getHeader("Bcc")).isNull();
                assertThat(mail.message().getSubject()).isEqualTo("退回：a.xlsx Bcc: thief@example.org body");
                assertThat(mail.message().getContent().toString()).contains("QUIT");
            });
        }
    }

    @Test
    void anAddressThatIsMoreThanOneIsNotSentTo() throws Exception {
        try (MailServer server = MailServer.open()) {
            outbox.put(message("n1", "a@example.org, thief@example.org", "s", "b"));
            outbox.put(message("n2", "a@example.org\r\nRCPT TO:<thief@example.org>", "s", "b"));

            assertThat(send(plain(server.port()))).extracting(Attempt::result).containsOnly(Result.FAILED);
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void logsInOverStartTlsWithThePasswordOfAVariableOrAFile() throws Exception {
        Tls tls = Tls.forHost("localhost", folder);
        Path file = Files.writeString(folder.resolve("password"), PASSWORD + "\n", StandardCharsets.UTF_8);
        try (MailServer server = MailServer.with(builder -> MailServer.login("huibao", PASSWORD)
                .apply(builder.enableTLS().requireTLS().startTlsSocketFactory(context(tls))))) {
            outbox.put(message("n1", "north@example.org", "s", "b"));
            assertThat(send(secured(server.port(), Security.STARTTLS, tls, new SecretSource.Environment("SMTP_WORD"))))
                    .extracting(Attempt::result)
                    .containsExactly(Result.DELIVERED);
            outbox.put(message("n2", "north@example.org", "s", "b"));
            assertThat(send(secured(server.port(), Security.STARTTLS, tls, new SecretSource.SecretFile(file))))
                    .extracting(Attempt::result)
                    .containsExactly(Result.DELIVERED);
            assertThat(server.mails()).hasSize(2);
        }
    }

    @Test
    void sendsOverTlsFromTheFirstByte() throws Exception {
        Tls tls = Tls.forHost("localhost", folder);
        try (MailServer server = MailServer.with(
                builder -> MailServer.login("huibao", PASSWORD).apply(builder.serverSocketFactory(context(tls))))) {
            outbox.put(message("n1", "north@example.org", "s", "b"));
            assertThat(send(secured(server.port(), Security.TLS, tls, new SecretSource.Environment("SMTP_WORD"))))
                    .extracting(Attempt::result)
                    .containsExactly(Result.DELIVERED);
        }
    }

    @Test
    void sendsNothingUnprotectedWhereTlsIsAskedFor() throws Exception {
        Tls tls = Tls.forHost("localhost", folder);
        try (MailServer server = MailServer.open()) {
            outbox.put(message("n1", "north@example.org", "s", "b"));

            assertThat(send(secured(server.port(), Security.STARTTLS, tls, new SecretSource.Environment("SMTP_WORD"))))
                    .singleElement()
                    .satisfies(attempt -> assertThat(attempt.why()).contains("STARTTLS"));
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void trustsNeitherAnotherNameNorAnotherAuthority() throws Exception {
        Tls elsewhere = Tls.forHost("elsewhere", folder);
        Tls own = Tls.forHost("localhost", folder);
        try (MailServer server = MailServer.with(
                builder -> builder.enableTLS().requireTLS().startTlsSocketFactory(context(elsewhere)))) {
            outbox.put(message("n1", "north@example.org", "s", "b"));
            SecretSource word = new SecretSource.Environment("SMTP_WORD");

            assertThat(send(secured(server.port(), Security.STARTTLS, elsewhere, word)))
                    .as("certificate for another name")
                    .extracting(Attempt::result)
                    .containsExactly(Result.FAILED);
            assertThat(send(secured(server.port(), Security.STARTTLS, own, word)))
                    .as("certificate of another authority")
                    .extracting(Attempt::result)
                    .containsExactly(Result.FAILED);
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void aWrongPasswordIsSaidWithoutIt() throws Exception {
        Tls tls = Tls.forHost("localhost", folder);
        try (MailServer server = MailServer.with(builder -> MailServer.login("huibao", "another")
                .apply(builder.enableTLS().requireTLS().startTlsSocketFactory(context(tls))))) {
            outbox.put(message("n1", "north@example.org", "s", "b"));
            List<Attempt> attempts =
                    send(secured(server.port(), Security.STARTTLS, tls, new SecretSource.Environment("SMTP_WORD")));

            assertThat(attempts).singleElement().satisfies(attempt -> {
                assertThat(attempt.result()).isEqualTo(Result.FAILED);
                assertThat(attempt.why()).startsWith("login refused").doesNotContain(PASSWORD);
            });
            assertThat(everythingKept()).doesNotContain(PASSWORD);
        }
    }

    @Test
    void aSecretThatIsNotThereIsNamedByItsPlace() throws Exception {
        Tls tls = Tls.forHost("localhost", folder);
        outbox.put(message("n1", "north@example.org", "s", "b"));
        try (MailServer server =
                MailServer.with(builder -> builder.enableTLS().requireTLS().startTlsSocketFactory(context(tls)))) {
            assertThat(send(secured(server.port(), Security.STARTTLS, tls, new SecretSource.Environment("NOT_SET"))))
                    .extracting(Attempt::why)
                    .containsExactly("the environment variable NOT_SET is not set");
            Path none = folder.resolve("none");
            assertThat(send(secured(server.port(), Security.STARTTLS, tls, new SecretSource.SecretFile(none))))
                    .extracting(Attempt::why)
                    .containsExactly("there is no file " + none);
        }
    }

    @Test
    void aRecipientThatIsRefusedStopsNobodyElseAndIsGivenUpInTheEnd() throws Exception {
        try (MailServer server = MailServer.open()) {
            outbox.put(message("a", MailServer.REFUSED + "@example.org", "s", "b"));
            outbox.put(message("b", "north@example.org", "s", "b"));

            List<Attempt> first = send(plain(server.port()));
            assertThat(first).extracting(Attempt::result).containsExactly(Result.FAILED, Result.DELIVERED);
            assertThat(first.get(0).why()).contains("no such box").doesNotContain("\u0007");
            List<Result> later = new ArrayList<>();
            for (int i = 0; i < 19; i++) {
                send(plain(server.port())).forEach(attempt -> later.add(attempt.result()));
            }
            assertThat(later).hasSize(19).endsWith(Result.GIVEN_UP);
            assertThat(send(plain(server.port()))).isEmpty();
            assertThat(Files.readString(folder.resolve("archive/deliveries/a.json"), StandardCharsets.UTF_8))
                    .contains("\"fate\" : \"GIVEN_UP\"", "\"attempts\" : 20");
        }
    }

    @Test
    void whereNobodyListensOneMessageIsTriedAndAllWait() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        outbox.put(message("a", "north@example.org", "s", "b"));
        outbox.put(message("b", "south@example.org", "s", "b"));

        assertThat(send(plain(port))).singleElement().satisfies(attempt -> {
            assertThat(attempt.result()).isEqualTo(Result.FAILED);
            assertThat(attempt.why()).contains(Integer.toString(port)).doesNotContain("\n");
        });
        assertThat(outbox.size()).isEqualTo(2);

        try (MailServer server = MailServer.open()) {
            assertThat(send(plain(server.port())))
                    .extracting(Attempt::result)
                    .containsExactly(Result.DELIVERED, Result.DELIVERED);
        }
    }

    @ParameterizedTest
    @EnumSource(SilentServer.Manner.class)
    void aServerThatNeverComesToAnEndHoldsNobodyUp(SilentServer.Manner manner) throws Exception {
        try (SilentServer server = new SilentServer(manner)) {
            outbox.put(message("a", "north@example.org", "s", "b"));
            outbox.put(message("b", "north@example.org", "s", "b"));
            long begun = System.nanoTime();

            List<Attempt> attempts = new Dispatch(
                            plain(server.port()),
                            outbox,
                            Relevance.ALWAYS,
                            Instant::now,
                            new Secrets(Map.of()),
                            Duration.ofMillis(400),
                            Duration.ofMillis(1500))
                    .send()
                    .attempts();

            assertThat(attempts).extracting(Attempt::result).containsExactly(Result.FAILED);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
            assertThat(outbox.size()).isEqualTo(2);
        }
    }

    @Test
    void linesEndAsMailWantsThem() throws Exception {
        try (MailServer server = MailServer.open()) {
            outbox.put(message("n1", "north@example.org", "s", "第一行\n第二行\r\n第三行\r"));
            send(plain(server.port()));

            assertThat(server.mails().get(0).message().getContent()).isEqualTo("第一行\r\n第二行\r\n第三行\r\n");
        }
    }

    private List<Attempt> send(NoticeSettings settings) throws IOException {
        return new Dispatch(
                        settings,
                        outbox,
                        Relevance.ALWAYS,
                        () -> Instant.parse("2023-07-10T00:00:00Z"),
                        new Secrets(Map.of("SMTP_WORD", PASSWORD)),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(60))
                .send()
                .attempts();
    }

    private static Message message(String key, String to, String subject, String body) {
        return new Message(key, Channel.MAIL, to, subject, body, Map.of());
    }

    private static NoticeSettings plain(int port) {
        return settings(new Smtp(
                "localhost",
                port,
                Security.NONE,
                Optional.empty(),
                "office@stat.example.org",
                List.of(),
                Optional.empty()));
    }

    private NoticeSettings secured(int port, Security security, Tls tls, SecretSource password) throws Exception {
        return settings(new Smtp(
                "localhost",
                port,
                security,
                Optional.of(new Login("huibao", password)),
                "office@stat.example.org",
                List.of(),
                Optional.of(tls.certificate(folder))));
    }

    private static NoticeSettings settings(Smtp smtp) {
        return new NoticeSettings(
                NoticeSettings.NONE.figures(), NoticeSettings.NONE.reminding(), Optional.of(smtp), Optional.empty());
    }

    private static javax.net.ssl.SSLContext context(Tls tls) {
        try {
            return tls.server();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String everythingKept() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> walked = Files.walk(folder.resolve("archive"))) {
            for (Path file : walked.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
