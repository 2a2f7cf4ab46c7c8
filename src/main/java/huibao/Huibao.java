package huibao;

import huibao.catalogue.CatalogueException;
import huibao.cli.CheckCommand;
import huibao.cli.DemoCommand;
import huibao.cli.ExitCodes;
import huibao.cli.Failures;
import huibao.cli.HelpTexts;
import huibao.cli.HistoryCommand;
import huibao.cli.InstallCommand;
import huibao.cli.JobOptions;
import huibao.cli.LogOptions;
import huibao.cli.RebuildCommand;
import huibao.cli.RehearseCommand;
import huibao.cli.RemindCommand;
import huibao.cli.RestartCommand;
import huibao.cli.RetentionCommand;
import huibao.cli.RunCommand;
import huibao.cli.SampleCommand;
import huibao.cli.StatusCommand;
import huibao.cli.TemplateCommand;
import huibao.cli.UsageErrors;
import huibao.cli.UsageException;
import huibao.cli.VerifyCommand;
import huibao.cli.explain.ExplainCommand;
import huibao.cli.watch.StopSignal;
import huibao.cli.watch.WatchCommand;
import huibao.log.Event;
import huibao.log.EventLog;
import huibao.log.LibraryLog;
import huibao.log.LogFormat;
import huibao.message.Messages;
import huibao.pipeline.ReportingRun;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** The program. */
@Command(name = "huibao", mixinStandardHelpOptions = true, version = "huibao " + ReportingRun.PROGRAM_VERSION)
public final class Huibao implements Callable<Integer> {

    /** As the help lists them. */
    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            SampleCommand.class,
            TemplateCommand.class,
            CheckCommand.class,
            RunCommand.class,
            RestartCommand.class,
            WatchCommand.class,
            RemindCommand.class,
            VerifyCommand.class,
            InstallCommand.class,
            StatusCommand.class,
            ExplainCommand.class,
            RehearseCommand.class,
            HistoryCommand.class,
            RebuildCommand.class,
            RetentionCommand.class);

    @Spec
    private @Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        StopSignal stop = new StopSignal();
        if (isWatch(languageLast(arguments))) {
            stop.heed();
        }
        int code = ExitCodes.FAILED;
        try {
            code = run(arguments, stop);
        } finally {
            stop.ended(code);
        }
        System.exit(code);
    }

    /** Does what the words say, in this process; returns the exit code. */
    public static int run(String[] arguments, StopSignal stop) {
        PrintStream err = JobOptions.err();
        if (!namesAreSafe()) {
            err.println("huibao: this Java cannot hold Chinese file names (sun.jnu.encoding is "
                    + System.getProperty("sun.jnu.encoding")
                    + "). Start it with ./huibao, or set LC_ALL=C.UTF-8 before starting Java.");
            return ExitCodes.USAGE;
        }
        Locale language = language(arguments);
        EventLog log = new EventLog(err, LogOptions.of(arguments), Clock.systemUTC(), () -> ZoneOffset.UTC);
        LibraryLog.install(LogOptions.of(arguments), err);
        CommandLine commandLine = commandLine(stop, language, commands(languageLast(arguments)));
        commandLine.setOut(new PrintWriter(JobOptions.out(), true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        commandLine.setParameterExceptionHandler((exception, args) -> {
            log.say(failure("usage", "huibao: " + UsageErrors.text(exception, Messages.in(language))));
            if (LogOptions.of(arguments) == LogFormat.TEXT) {
                err.println(exception.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            }
            return ExitCodes.USAGE;
        });
        commandLine.setExecutionExceptionHandler(
                (exception, command, parsed) -> failed(exception, Messages.in(language(command, arguments)), log));
        return commandLine.execute(languageLast(arguments));
    }

    /** All commands with their help in a language. */
    static CommandLine commandLine(StopSignal stop, Locale language) {
        return commandLine(stop, language, COMMANDS);
    }

    private static CommandLine commandLine(StopSignal stop, Locale language, List<Class<?>> commands) {
        CommandLine commandLine = new CommandLine(new Huibao(), new Commands(stop));
        commands.forEach(commandLine::addSubcommand);
        // Shown in the help; every command has the option itself, see languageLast.
        commandLine
                .getCommandSpec()
                .addOption(OptionSpec.builder("--lang")
                        .type(String.class)
                        .paramLabel("zh|en")
                        .descriptionKey("option.lang")
                        .build());
        commandLine.setResourceBundle(new HelpTexts(language));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setUsageHelpAutoWidth(false);
        commandLine.setUsageHelpWidth(100);
        commandLine.setAdjustLineBreaksForWideCJKCharacters(true);
        return commandLine;
    }

    /** The command that is named; all where none is, for the help and for what may have been meant. */
    private static List<Class<?>> commands(String[] arguments) {
        List<Class<?>> named = COMMANDS.stream()
                .filter(command -> arguments.length > 0
                        && arguments[0].equals(
                                command.getAnnotation(Command.class).name()))
                .toList();
        return named.isEmpty() ? COMMANDS : named;
    }

    /** Whatever else is ended by a signal has failed. */
    private static boolean isWatch(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals("watch");
    }

    @Override
    public Integer call() {
        CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
        commandLine.usage(commandLine.getErr());
        return ExitCodes.USAGE;
    }

    private static Event failure(String name, String text) {
        return new Event(Event.Level.ERROR, name, text, Map.of());
    }

    private static int failed(Exception exception, Messages messages, EventLog log) {
        if (exception instanceof UsageException || exception instanceof CatalogueException) {
            String.valueOf(exception.getMessage())
                    .lines()
                    .forEach(line -> log.say(failure("usage", "huibao: " + line)));
            return ExitCodes.USAGE;
        }
        Failures.log(exception);
        log.say(failure("failed", "huibao: " + Failures.why(exception, messages)));
        return ExitCodes.FAILED;
    }

    /** Windows keeps names in UTF-16 whatever the locale says. */
    private static boolean namesAreSafe() {
        String encoding = System.getProperty("sun.jnu.encoding", "");
        return encoding.toUpperCase(Locale.ROOT).equals("UTF-8")
                || System.getProperty("os.name", "").startsWith("Windows");
    }

    /** A language named before the command is the command's: huibao --lang en run is huibao run --lang en. */
    private static String[] languageLast(String[] arguments) {
        int words = arguments.length > 0 && arguments[0].equals("--lang")
                ? 2
                : arguments.length > 0 && arguments[0].startsWith("--lang=") ? 1 : 0;
        if (words == 0 || arguments.length <= words || arguments[words].startsWith("-")) {
            return arguments;
        }
        return Stream.of(
                        Arrays.stream(arguments, words, words + 1),
                        Arrays.stream(arguments, 0, words),
                        Arrays.stream(arguments, words + 1, arguments.length))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    /** The language asked for, else that of the job if it was read before the command failed. */
    private static Locale language(CommandLine command, String[] arguments) {
        return command.getCommandSpec().mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(JobOptions.class::isInstance)
                .map(JobOptions.class::cast)
                .filter(options -> !options.isLanguageAsked())
                .flatMap(options -> options.languageOfTheJob().stream())
                .findFirst()
                .orElseGet(() -> language(arguments));
    }

    /** Help has to be in a language before any job is read. */
    private static Locale language(String[] arguments) {
        int at = Arrays.asList(arguments).indexOf("--lang");
        boolean english = (at >= 0 && at + 1 < arguments.length && arguments[at + 1].equals("en"))
                || Arrays.asList(arguments).contains("--lang=en");
        return english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    /** Makes the commands; the one that ends by a signal is given it. */
    private record Commands(StopSignal stop) implements IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == WatchCommand.class
                    ? type.cast(new WatchCommand(stop))
                    : CommandLine.defaultFactory().create(type);
        }
    }
}
