package huibao.delivery;

import huibao.catalogue.NoticeSettings.Login;
import huibao.catalogue.NoticeSettings.Security;
import huibao.catalogue.NoticeSettings.Smtp;
import huibao.delivery.DeliveryException.Scope;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends by SMTP: one connection and one recipient per message, so that nothing is delivered in part. */
final class MailCourier implements Courier {

    private static final Logger LOG = LoggerFactory.getLogger(MailCourier.class);

    /** 421: the server closes the connection, whatever was asked. */
    private static final int TAKES_LEAVE = 421;

    private final Smtp server;
    private final Secrets secrets;
    private final Duration patience;
    private final InstantSource clock;

    /** @param patience how long any one answer of the server is waited for */
    MailCourier(Smtp server, Secrets secrets, Duration patience, InstantSource clock) {
        this.server = server;
        this.secrets = secrets;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public void deliver(Message message) throws DeliveryException {
        Session session = Session.getInstance(settings());
        try {
            MimeMessage mail = mail(session, message);
            Transport transport = session.getTransport();
            try {
                connect(transport);
                transport.sendMessage(mail, mail.getAllRecipients());
            } finally {
                leave(transport);
            }
        } catch (SendFailedException e) {
            throw new DeliveryException(scope(e), "refused: " + reason(e));
        } catch (AuthenticationFailedException e) {
            throw new DeliveryException(Scope.CHANNEL, "login refused: " + e.getMessage());
        } catch (MessagingException e) {
            throw new DeliveryException(Scope.CHANNEL, server.host() + ":" + server.port() + ": " + reason(e));
        }
    }

    /** Once the server has taken the mail, a bad parting does not make it undelivered. */
    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("parting from the mail server", e);
        }
    }

    /**
     * Refused for good is what a 5xx says of the recipient or, once the recipient is taken, of the mail. A 4xx there
     * is for this message and for now; whoever refuses the sender, or takes leave, refuses everything.
     */
    private static Scope scope(SendFailedException failure) {
        Optional<Integer> said = Optional.empty();
        for (Exception one = failure;
                one != null;
                one = one instanceof MessagingException m ? m.getNextException() : null) {
            if (one instanceof SMTPAddressFailedException recipient) {
                said = Optional.of(recipient.getReturnCode());
            } else if (one instanceof SMTPSendFailedException command
                    && !command.getCommand().startsWith("MAIL")) {
                said = Optional.of(command.getReturnCode());
            }
        }
        return said.filter(code -> code != TAKES_LEAVE)
                .map(code -> switch (code / 100) {
                    case 5 -> Scope.MESSAGE;
                    case 4 -> Scope.MESSAGE_FOR_NOW;
                    default -> Scope.CHANNEL;
                })
                .orElse(Scope.CHANNEL);
    }

    private void connect(Transport transport) throws MessagingException, DeliveryException {
        if (server.login().isPresent()) {
            Login login = server.login().get();
            transport.connect(login.user(), secrets.fetch(login.password()));
        } else {
            transport.connect();
        }
    }

    private MimeMessage mail(Session session, Message message) throws MessagingException, DeliveryException {
        MimeMessage mail = new IdentifiedMessage(session, "<" + message.key() + ".huibao@" + domain() + ">");
        mail.setFrom(address(server.from()));
        mail.setRecipient(RecipientType.TO, recipient(message));
        mail.setSubject(oneLine(message.subject()), StandardCharsets.UTF_8.name());
        // Text in mail has lines that end so (RFC 2046, 4.1.1), also where it is encoded and nobody else sees to it.
        mail.setText(message.body().replaceAll("\r\n|\r|\n", "\r\n"), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        // Out-of-office notes and the like would answer a machine.
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.saveChanges();
        return mail;
    }

    private Properties settings() throws DeliveryException {
        String millis = Long.toString(patience.toMillis());
        Properties settings = new Properties();
        String protocol = server.security() == Security.TLS ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        settings.setProperty("mail.transport.protocol", protocol);
        settings.setProperty(prefix + "host", server.host());
        settings.setProperty(prefix + "port", Integer.toString(server.port()));
        settings.setProperty(prefix + "localhost", domain());
        settings.setProperty(prefix + "auth", Boolean.toString(server.login().isPresent()));
        settings.setProperty(prefix + "connectiontimeout", millis);
        settings.setProperty(prefix + "timeout", millis);
        settings.setProperty(prefix + "writetimeout", millis);
        settings.setProperty(prefix + "quitwait", "false");
        settings.setProperty(prefix + "starttls.enable", Boolean.toString(server.security() == Security.STARTTLS));
        settings.setProperty(prefix + "starttls.required", Boolean.toString(server.security() == Security.STARTTLS));
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (server.authorities().isPresent() && server.security() != Security.NONE) {
            settings.put(
                    prefix + "ssl.socketFactory",
                    Trust.only(server.authorities().get()).getSocketFactory());
        }
        return settings;
    }

    private String domain() {
        return server.from().substring(server.from().indexOf('@') + 1);
    }

    private static InternetAddress recipient(Message message) throws DeliveryException {
        try {
            return address(message.recipient());
        } catch (AddressException e) {
            throw new DeliveryException(Scope.MESSAGE, "refused: " + reason(e));
        }
    }

    /** A strict address; what the job folder let through is looked at again where it matters. */
    private static InternetAddress address(String text) throws AddressException {
        InternetAddress[] parsed = InternetAddress.parse(text, true);
        if (parsed.length != 1 || parsed[0].isGroup() || !parsed[0].getAddress().equals(text)) {
            throw new AddressException("not one mail address", text);
        }
        return parsed[0];
    }

    /** Names of files and units are data: a line break in one begins no header. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]+", " ")
                .strip();
    }

    private static String reason(MessagingException e) {
        Throwable deepest = e;
        while (deepest instanceof MessagingException next && next.getNextException() != null) {
            deepest = next.getNextException();
        }
        return deepest == e ? String.valueOf(e.getMessage()) : e.getMessage() + " (" + deepest.getMessage() + ")";
    }

    /** A mail that keeps the identity it is given, however often it is sent. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String identity;

        IdentifiedMessage(Session session, String identity) {
            super(session);
            this.identity = identity;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", identity);
        }
    }
}
