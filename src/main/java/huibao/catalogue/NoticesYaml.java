package huibao.catalogue;

import huibao.catalogue.NoticeSettings.Login;
import huibao.catalogue.NoticeSettings.Reminding;
import huibao.catalogue.NoticeSettings.Security;
import huibao.catalogue.NoticeSettings.Smtp;
import huibao.catalogue.NoticeSettings.Webhook;
import huibao.model.NoticeFigures;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Reads {@code notices} of {@code job.yaml}. A password is never in it, only where one is found. */
final class NoticesYaml {

    private static final int MOST_DAYS = 366;
    private static final int HIGHEST_PORT = 65_535;

    private final Problems problems;

    NoticesYaml(Problems problems) {
        this.problems = problems;
    }

    /** What a job says of notices, if it says anything. */
    NoticeSettings read(Optional<JobYaml.Keys> given) {
        return given.map(this::read).orElse(NoticeSettings.NONE);
    }

    private NoticeSettings read(JobYaml.Keys keys) {
        NoticeFigures figures = keys.optional("figures", "none or findings", NoticesYaml::figures)
                .orElse(NoticeFigures.NONE);
        Reminding reminding =
                keys.optionalMapping("reminders").map(this::reminding).orElse(NoticeSettings.NONE.reminding());
        Optional<Smtp> smtp = keys.optionalMapping("smtp").map(this::smtp);
        Optional<Webhook> webhook = keys.optionalMapping("webhook").map(this::webhook);
        keys.refuseOthers();
        return new NoticeSettings(figures, reminding, smtp, webhook);
    }

    private Reminding reminding(JobYaml.Keys keys) {
        List<Integer> before = days(keys, "days_before");
        List<Integer> after = days(keys, "days_after");
        int limit = keys.text("limit_days", "1 to 366", NoticesYaml::day, 1);
        keys.refuseOthers();
        return new Reminding(before, after, limit);
    }

    private List<Integer> days(JobYaml.Keys keys, String key) {
        TreeSet<Integer> days = new TreeSet<>();
        for (String text : keys.optionalList(key)) {
            try {
                if (!days.add(day(text))) {
                    throw new IllegalArgumentException(text);
                }
            } catch (IllegalArgumentException e) {
                problems.add(
                        JobYaml.FILE, keys.line(), "notices.reminders." + key, text, "days from 1 to 366, each once");
            }
        }
        return new ArrayList<>(days);
    }

    private Smtp smtp(JobYaml.Keys keys) {
        String host = keys.text("host", "a host name", NoticesYaml::host, "");
        int port = keys.text("port", "1 to 65535", NoticesYaml::port, 1);
        Security security = keys.text("security", "none, starttls or tls", NoticesYaml::security, Security.NONE);
        Optional<String> user = keys.optional("user", "an account without control characters", NoticesYaml::plain);
        Optional<SecretSource> password = secret(keys, "password");
        String from = keys.text("from", MailAddresses.EXPECTED, MailAddresses::require, "");
        List<String> bureau = addresses(keys);
        Optional<Path> authorities = keys.optional("authorities", "a file of certificates (PEM)", NoticesYaml::file);
        keys.refuseOthers();
        if (user.isPresent() != password.isPresent()) {
            problems.add(
                    JobYaml.FILE,
                    keys.line(),
                    "notices.smtp",
                    user.isPresent() ? "user alone" : "password alone",
                    "user with password_env or password_file, or none of them");
        }
        Optional<Login> login = user.flatMap(name -> password.map(source -> new Login(name, source)));
        return new Smtp(host, port, security, login, from, bureau, authorities);
    }

    private List<String> addresses(JobYaml.Keys keys) {
        List<String> addresses = new ArrayList<>();
        for (String text : keys.optionalList("bureau")) {
            try {
                addresses.add(MailAddresses.require(text));
            } catch (IllegalArgumentException e) {
                problems.add(JobYaml.FILE, keys.line(), "notices.smtp.bureau", text, MailAddresses.EXPECTED);
            }
        }
        return addresses;
    }

    private Webhook webhook(JobYaml.Keys keys) {
        Optional<URI> address = keys.optional("url", "an http or https address", NoticesYaml::address);
        Optional<SecretSource> secretAddress = secret(keys, "url");
        Optional<SecretSource> key = secret(keys, "secret");
        Optional<Path> authorities = keys.optional("authorities", "a file of certificates (PEM)", NoticesYaml::file);
        keys.refuseOthers();
        if (!problems.any() && address.isPresent() == secretAddress.isPresent()) {
            problems.add(
                    JobYaml.FILE,
                    keys.line(),
                    "notices.webhook",
                    address.isPresent() ? "two addresses" : "no address",
                    "one of url, url_env, url_file");
        }
        return new Webhook(address, secretAddress, key, authorities);
    }

    private Optional<SecretSource> secret(JobYaml.Keys keys, String what) {
        Optional<SecretSource> variable =
                keys.optional(what + "_env", "the name of an environment variable", NoticesYaml::variable);
        Optional<SecretSource> file =
                keys.optional(what + "_file", "the path of a file", text -> new SecretSource.SecretFile(file(text)));
        if (variable.isPresent() && file.isPresent()) {
            problems.add(JobYaml.FILE, keys.line(), "notices", what + "_env and " + what + "_file", "one of the two");
        }
        return variable.or(() -> file);
    }

    private static SecretSource variable(String text) {
        return new SecretSource.Environment(matching(text, "[A-Za-z_][A-Za-z0-9_]{0,99}"));
    }

    private static NoticeFigures figures(String text) {
        return NoticeFigures.valueOf(lower(text).toUpperCase(Locale.ROOT));
    }

    private static Security security(String text) {
        return Security.valueOf(lower(text).toUpperCase(Locale.ROOT));
    }

    private static String lower(String text) {
        return matching(text, "[a-z]+");
    }

    private static String host(String text) {
        return matching(text, "[A-Za-z0-9][A-Za-z0-9.-]{0,252}|[0-9a-fA-F:]{2,45}");
    }

    private static int port(String text) {
        return atLeastOne(text, HIGHEST_PORT);
    }

    private static int day(String text) {
        return atLeastOne(text, MOST_DAYS);
    }

    private static int atLeastOne(String text, int most) {
        int value = JobYaml.bounded(text, most);
        if (value == 0) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    private static String plain(String text) {
        return matching(text, "[^\\p{Cntrl}]{1,200}");
    }

    private static Path file(String text) {
        return Path.of(plain(text));
    }

    private static URI address(String text) {
        URI address = URI.create(plain(text));
        boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
        if (!web || address.getHost() == null || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(text);
        }
        return address;
    }

    private static String matching(String text, String shape) {
        if (!text.matches(shape)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
