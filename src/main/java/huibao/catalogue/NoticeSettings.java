package huibao.catalogue;

import huibao.model.Channel;
import huibao.model.NoticeFigures;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Who is told and reminded, and how: {@code notices} in {@code job.yaml}.
 *
 * @param figures whether notices may hold reported figures
 * @param reminding when units are reminded
 * @param smtp the mail server; empty if no mail is sent
 * @param webhook where notices are posted; empty if nowhere
 */
public record NoticeSettings(
        NoticeFigures figures, Reminding reminding, Optional<Smtp> smtp, Optional<Webhook> webhook) {

    /** Notices are files only, and nobody is reminded. */
    public static final NoticeSettings NONE = new NoticeSettings(
            NoticeFigures.NONE, new Reminding(List.of(), List.of(), 0), Optional.empty(), Optional.empty());

    /**
     * Whether a notice that went out so reached the unit it is for: where the job sends mail, by mail; the webhook
     * then is the bureau's own.
     */
    public boolean reaches(List<Channel> channels) {
        return smtp.isPresent() ? channels.contains(Channel.MAIL) : channels.contains(Channel.WEBHOOK);
    }

    /**
     * When units are reminded whose form is not accepted.
     *
     * @param daysBefore days before the deadline's day
     * @param daysAfter days after it
     * @param limitDays days a reminder after the deadline gives
     */
    public record Reminding(List<Integer> daysBefore, List<Integer> daysAfter, int limitDays) {

        public Reminding {
            daysBefore = List.copyOf(daysBefore);
            daysAfter = List.copyOf(daysAfter);
        }

        /** Whether the job names no day at all: then nobody is ever reminded. */
        public boolean isNever() {
            return daysBefore.isEmpty() && daysAfter.isEmpty();
        }
    }

    /** How the connection to the mail server is protected. */
    public enum Security {
        /** Not at all: for a server on the same machine or network. */
        NONE,
        /** TLS asked for after connecting; without it nothing is sent. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS
    }

    /**
     * The mail server.
     *
     * @param host its name
     * @param port its port
     * @param security how the connection is protected
     * @param login who logs in; empty for no login
     * @param from sender address
     * @param bureau addresses of the bureau, which get the summary of every run; possibly empty
     * @param authorities certificates (PEM) trusted besides none other; empty for those Java trusts
     */
    public record Smtp(
            String host,
            int port,
            Security security,
            Optional<Login> login,
            String from,
            List<String> bureau,
            Optional<Path> authorities) {

        public Smtp {
            bureau = List.copyOf(bureau);
        }
    }

    /**
     * Who logs in.
     *
     * @param user the account
     * @param password where its password is found
     */
    public record Login(String user, SecretSource password) {}

    /**
     * Where notices are posted.
     *
     * @param address the address; empty if it is itself secret
     * @param secretAddress where the address is found if it is secret
     * @param key where the key is found by which posts are signed; empty for no signature
     * @param authorities certificates (PEM) trusted besides none other; empty for those Java trusts
     */
    public record Webhook(
            Optional<URI> address,
            Optional<SecretSource> secretAddress,
            Optional<SecretSource> key,
            Optional<Path> authorities) {}
}
