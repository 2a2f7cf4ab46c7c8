package huibao.delivery;

import huibao.catalogue.NoticeSettings.Webhook;
import huibao.delivery.DeliveryException.Scope;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts JSON to the address the job names. Its receiver knows a message again by {@code Idempotency-Key}, and that it
 * is ours by {@code X-Huibao-Signature}: HMAC-SHA256 over the body. Redirections are not followed.
 */
final class WebhookCourier implements Courier {

    private static final String ALGORITHM = "HmacSHA256";

    /** What a receiver answers that understands who asks and where, and does not like what it is sent. */
    private static final Set<Integer> ABOUT_THE_MESSAGE = Set.of(400, 409, 413, 422);

    private final Webhook webhook;
    private final Secrets secrets;
    private final Duration patience;

    /** @param patience how long the answer is waited for */
    WebhookCourier(Webhook webhook, Secrets secrets, Duration patience) {
        this.webhook = webhook;
        this.secrets = secrets;
        this.patience = patience;
    }

    @Override
    public void deliver(Message message) throws DeliveryException {
        URI address = address();
        byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "huibao")
                .header("Idempotency-Key", message.key())
                .POST(BodyPublishers.ofByteArray(body));
        if (webhook.key().isPresent()) {
            request.header(
                    "X-Huibao-Signature",
                    "sha256=" + signature(body, secrets.fetch(webhook.key().get())));
        }
        HttpClient.Builder client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER);
        if (webhook.authorities().isPresent()) {
            client.sslContext(Trust.only(webhook.authorities().get()));
        }
        try {
            HttpResponse<Void> answer = client.build().send(request.build(), BodyHandlers.discarding());
            judge(answer.statusCode());
        } catch (IOException e) {
            // An address may be a secret, and some messages repeat it: only what kind of failure it was is said.
            throw new DeliveryException(Scope.CHANNEL, address.getHost() + ": " + kind(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryException(Scope.CHANNEL, "interrupted");
        }
    }

    private static void judge(int status) throws DeliveryException {
        if (status >= 200 && status < 300) {
            return;
        }
        throw new DeliveryException(
                ABOUT_THE_MESSAGE.contains(status) ? Scope.MESSAGE : Scope.CHANNEL, "answered with status " + status);
    }

    private static String kind(IOException e) {
        return e.getClass().getSimpleName();
    }

    private URI address() throws DeliveryException {
        if (webhook.address().isPresent()) {
            return webhook.address().get();
        }
        String text = secrets.fetch(webhook.secretAddress().orElseThrow());
        try {
            URI address = URI.create(text);
            if (address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Its message repeats the address, which is a secret.
        }
        throw new DeliveryException(Scope.CHANNEL, "the webhook's secret address is no http or https address");
    }

    static String signature(byte[] body, String key) throws DeliveryException {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new DeliveryException(Scope.CHANNEL, "cannot sign: " + e);
        }
    }
}
