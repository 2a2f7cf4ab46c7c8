package huibao.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import huibao.catalogue.NoticeSettings;
import huibao.catalogue.NoticeSettings.Webhook;
import huibao.catalogue.SecretSource;
import huibao.delivery.Dispatch.Attempt;
import huibao.delivery.Dispatch.Result;
import huibao.model.Channel;
import huibao.testing.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookDeliveryTest {

    @TempDir
    Path folder;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Outbox outbox;
    private volatile int status = 204;

    @BeforeEach
    void startTheServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        outbox = new Outbox(folder);
    }

    @AfterEach
    void stopTheServer() {
        server.stop(0);
    }

    @Test
    void postsJsonSignedByItsKey() throws IOException {
        outbox.put(message("n1", "{\"name\":\"鄞州区\"}"));

        assertThat(send(Optional.of("Jefe"))).extracting(Attempt::result).containsExactly(Result.DELIVERED);

        // By openssl: printf '{"name":"鄞州区"}' | openssl dgst -sha256 -hmac Jefe
        assertThat(received)
                .containsExactly("POST /hook application/json; charset=utf-8 n1 sha256="
                        + "8a4f784c2caa58b627dfe45b5b7e860712c216cfb85f5b463891dd8aa28d4af1"
                        + " {\"name\":\"鄞州区\"}");
        assertThat(outbox.isSettled("n1")).isTrue();
    }

    @Test
    void postsWithoutASignatureWhereThereIsNoKey() throws IOException {
        outbox.put(message("n1", "{}"));
        send(Optional.empty());

        assertThat(received).containsExactly("POST /hook application/json; charset=utf-8 n1 null {}");
    }

    @ParameterizedTest
    @CsvSource({
        "301,1", "302,1", "400,2", "401,1", "403,1", "404,1", "407,1", "408,1", "413,2", "422,2", "429,1", "500,1",
        "503,1"
    })
    void whateverIsNoSuccessWaitsUnderTheSameName(int answered, int tried) throws IOException {
        status = answered;
        outbox.put(message("n1", "{}"));
        outbox.put(message("n2", "{}"));

        List<Attempt> attempts = send(Optional.empty());

        assertThat(attempts).hasSize(tried).allMatch(attempt -> attempt.result() == Result.FAILED);
        assertThat(attempts.get(0).why()).contains(Integer.toString(answered));
        status = 200;
        received.clear();
        assertThat(send(Optional.empty())).extracting(Attempt::result).containsOnly(Result.DELIVERED);
        assertThat(received).hasSize(2).anyMatch(one -> one.contains(" n1 "));
    }

    @Test
    void anAddressThatIsASecretIsNotSaidWhenItFails() throws IOException {
        int port = server.getAddress().getPort();
        server.stop(0);
        outbox.put(message("n1", "{}"));

        assertThat(send(
                        new Webhook(
                                Optional.empty(),
                                Optional.of(new SecretSource.Environment("HOOK")),
                                Optional.empty(),
                                Optional.empty()),
                        Map.of("HOOK", "http://localhost:" + port + "/robot?token=t0ken")))
                .singleElement()
                .satisfies(attempt ->
                        assertThat(attempt.why()).contains("localhost").doesNotContain("t0ken"));
    }

    @Test
    void postsOverTlsOnlyToAReceiverOfItsOwnAuthoritiesAndName() throws Exception {
        Tls own = Tls.forHost("localhost", folder);
        Tls elsewhere = Tls.forHost("elsewhere", folder);
        HttpsServer secured = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secured.setHttpsConfigurator(new HttpsConfigurator(own.server()));
        secured.createContext("/", this::answer);
        secured.start();
        HttpsServer another = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        another.setHttpsConfigurator(new HttpsConfigurator(elsewhere.server()));
        another.createContext("/", this::answer);
        another.start();
        try {
            outbox.put(message("n1", "{}"));
            int port = secured.getAddress().getPort();
            assertThat(send(port, Optional.empty()))
                    .as("the authorities of the machine")
                    .singleElement()
                    .satisfies(attempt -> assertThat(attempt.why()).contains("SSLHandshakeException"));
            assertThat(send(port, Optional.of(elsewhere.certificate(folder))))
                    .as("another authority")
                    .extracting(Attempt::result)
                    .containsExactly(Result.FAILED);
            assertThat(send(another.getAddress().getPort(), Optional.of(elsewhere.certificate(folder))))
                    .as("certificate for another name")
                    .extracting(Attempt::result)
                    .containsExactly(Result.FAILED);
            assertThat(send(port, Optional.of(folder.resolve("none.pem"))))
                    .as("no authorities")
                    .singleElement()
                    .satisfies(attempt -> assertThat(attempt.why()).contains("none.pem"));
            assertThat(received).isEmpty();

            assertThat(send(port, Optional.of(own.certificate(folder))))
                    .extracting(Attempt::result)
                    .containsExactly(Result.DELIVERED);
            assertThat(received).hasSize(1);
        } finally {
            secured.stop(0);
            another.stop(0);
        }
    }

    private List<Attempt> send(int port, Optional<Path> authorities) {
        return send(
                new Webhook(
                        Optional.of(URI.create("https://localhost:" + port + "/hook")),
                        Optional.empty(),
                        Optional.empty(),
                        authorities),
                Map.of());
    }

    private List<Attempt> send(Optional<String> key) {
        return send(
                new Webhook(
                        Optional.of(URI.create(
                                "http://localhost:" + server.getAddress().getPort() + "/hook")),
                        Optional.empty(),
                        key.map(word -> new SecretSource.Environment("KEY")),
                        Optional.empty()),
                key.map(word -> Map.of("KEY", word)).orElse(Map.of()));
    }

    private List<Attempt> send(Webhook webhook, Map<String, String> environment) {
        return new Dispatch(
                        settings(webhook),
                        outbox,
                        Relevance.ALWAYS,
                        Instant::now,
                        new Secrets(environment),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30))
                .send()
                .attempts();
    }

    private static NoticeSettings settings(Webhook webhook) {
        return new NoticeSettings(
                NoticeSettings.NONE.figures(), NoticeSettings.NONE.reminding(), Optional.empty(), Optional.of(webhook));
    }

    private static Message message(String key, String body) {
        return new Message(key, Channel.WEBHOOK, "", "subject", body, Map.of());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                + exchange.getRequestHeaders().getFirst("X-Huibao-Signature") + " " + body);
        exchange.getResponseHeaders().add("Location", "http://localhost/elsewhere");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
