package huibao.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.MessageHandlerFactory;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A real mail server on the loopback address. */
public final class MailServer implements AutoCloseable {

    /** Recipients whose address begins so are refused. */
    public static final String REFUSED = "refused";

    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    /**
     * A mail as it came.
     *
     * @param recipient to whom it was handed over
     * @param message the mail
     */
    public record Mail(String recipient, MimeMessage message) {}

    private MailServer(UnaryOperator<SMTPServer.Builder> manner) {
        this.server = manner.apply(onLoopback().messageHandler((context, from, to, bytes) -> take(to, bytes)))
                .build();
        server.start();
    }

    private MailServer(MessageHandlerFactory handlers) {
        this.server = onLoopback().messageHandlerFactory(handlers).build();
        server.start();
    }

    private static SMTPServer.Builder onLoopback() {
        return new SMTPServer.Builder()
                .bindAddress(InetAddress.getLoopbackAddress())
                .port(0);
    }

    /** A server without protection and login. */
    public static MailServer open() {
        return new MailServer(UnaryOperator.identity());
    }

    /** A server of another manner. */
    public static MailServer with(UnaryOperator<SMTPServer.Builder> manner) {
        return new MailServer(manner);
    }

    /** A server that lets one account in. */
    public static UnaryOperator<SMTPServer.Builder> login(String user, String password) {
        return builder -> builder.requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((name, word, context) -> {
                    if (!name.equals(user) || !word.equals(password)) {
                        throw new LoginFailedException("535 no");
                    }
                }));
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** What it took, in order. */
    public List<Mail> mails() {
        return new ArrayList<>(mails);
    }

    /** What a server says to a command; an exception if it refuses. */
    @FunctionalInterface
    public interface Answer {
        void to(String command, String argument) throws RejectException;
    }

    /** A server that asks before it takes a sender (MAIL), a recipient (RCPT) or what was sent (DATA). */
    public static MailServer answering(Answer answer) {
        return new MailServer((MessageHandlerFactory) context -> new MessageHandler() {

            private String to = "";

            @Override
            public void from(String sender) throws RejectException {
                answer.to("MAIL", sender);
            }

            @Override
            public void recipient(String recipient) throws RejectException {
                to = recipient;
                answer.to("RCPT", recipient);
            }

            @Override
            public String data(InputStream bytes) throws IOException, RejectException {
                bytes.readAllBytes();
                answer.to("DATA", to);
                return "taken";
            }

            @Override
            public void done() {}
        });
    }

    private void take(String recipient, byte[] bytes) throws RejectException {
        if (recipient.startsWith(REFUSED)) {
            throw new RejectException(550, "no such box\u0007 here");
        }
        try {
            mails.add(new Mail(
                    recipient,
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
