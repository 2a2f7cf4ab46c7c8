package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.catalogue.JobSettings;
import huibao.message.Messages;
import huibao.pipeline.JobFolders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what has to be installed for the nightly run and the reminders, with this machine's folders filled in. */
@Command(name = "install")
public final class InstallCommand implements Callable<Integer> {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    /** Minute and hour of a nightly cron expression with or without seconds. */
    private static final Pattern DAILY =
            Pattern.compile("(?:0 )?([0-5]?[0-9]) ([01]?[0-9]|2[0-3]) [*?] \\* [*?]", Pattern.CASE_INSENSITIVE);

    private static final String ROOT_ADVICE =
            "# The folders are root's. An account of its own that owns them is better.\n";

    /** Where it is to be installed. */
    enum Scheduler {
        CRON,
        SYSTEMD,
        WINDOWS
    }

    @Mixin
    private JobOptions options = new JobOptions();

    @Option(names = "--print", paramLabel = "cron|systemd|windows", required = true, descriptionKey = "option.print")
    private Scheduler scheduler = Scheduler.CRON;

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = options.catalogue();
        JobSettings.Schedule schedule = catalogue.settings().schedule();
        StringBuilder printed = new StringBuilder(filled("", schedule.nightly(), catalogue));
        if (schedule.reminders().isPresent()) {
            printed.append('\n').append(filled("-remind", schedule.reminders().get(), catalogue));
        }
        JobOptions.out().print(printed);
        return ExitCodes.DONE;
    }

    private String filled(String kind, String cron, Catalogue catalogue) throws IOException {
        Matcher daily = DAILY.matcher(cron);
        if (!daily.matches()) {
            throw new UsageException(options.messages(catalogue).text("install.not_daily", Map.of("cron", cron)));
        }
        Map<String, String> values = values(kind, catalogue);
        values.put("minute", twoDigits(daily.group(1)));
        values.put("hour", twoDigits(daily.group(2)));
        return PLACEHOLDER
                .matcher(template(kind))
                .replaceAll(found ->
                        Matcher.quoteReplacement(Objects.requireNonNull(values.get(found.group(1)), found.group())));
    }

    /** The line of a unit that names the account, with a word to whoever would run it as root. */
    private static String account(JobFolders folders) throws IOException {
        String account = new Account().of(folders);
        return (Account.isRoot(account) ? ROOT_ADVICE : "") + "User=" + account;
    }

    private Map<String, String> values(String kind, Catalogue catalogue) throws IOException {
        JobFolders folders = options.folders(catalogue);
        Messages messages = options.messages(catalogue);
        Path home = JobOptions.home().toAbsolutePath().normalize();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("job", catalogue.settings().name());
        values.put("zone", catalogue.settings().zone().getId());
        values.put("home", home.toString());
        values.put("jar", home.resolve("target").resolve("huibao.jar").toString());
        values.put(
                "java", Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (scheduler == Scheduler.SYSTEMD) {
            values.put("account", account(folders));
        }
        values.put("command", quoted(home.resolve("huibao"), messages));
        values.put(
                "script",
                home.resolve("huibao-" + catalogue.settings().name() + kind + ".cmd")
                        .toString());
        values.put("log", quoted(home.resolve(catalogue.settings().name() + ".log"), messages));
        values.put(
                "options",
                "--job " + quoted(folders.job(), messages)
                        + " --inbox " + quoted(folders.inbox(), messages)
                        + " --input " + quoted(parent(folders.archive()), messages)
                        + " --output " + quoted(parent(folders.output()), messages));
        return values;
    }

    private static Path parent(Path folder) {
        return Objects.requireNonNull(folder.toAbsolutePath().normalize().getParent(), "no parent folder");
    }

    private static String quoted(Path path, Messages messages) {
        String text = path.toAbsolutePath().normalize().toString();
        // A percent sign means something of its own to cron and to systemd.
        if (text.chars().anyMatch(c -> c < ' ' || c == '"' || c == '%' || c == '$' || c == '`')) {
            throw new UsageException(messages.text("install.folder", Map.of("found", text)));
        }
        return text.matches("[A-Za-z0-9/._-]+") ? text : '"' + text + '"';
    }

    private static String twoDigits(String number) {
        return String.format(Locale.ROOT, "%02d", Integer.parseInt(number));
    }

    private String template(String kind) throws IOException {
        String name = "/huibao/cli/install-" + scheduler.name().toLowerCase(Locale.ROOT) + kind + ".txt";
        try (InputStream in = Objects.requireNonNull(InstallCommand.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
