package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.log.EventLog;
import huibao.log.LogFormat;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the commands that do something say what they do. */
public final class LogOptions {

    private static final String NAME = "--log";

    @Option(names = NAME, paramLabel = "text|lines|json", descriptionKey = "option.log")
    private @Nullable LogFormat format;

    /** Lines on standard output, their time in the zone of the job. */
    public EventLog out(Catalogue catalogue) {
        return log(JobOptions.out(), catalogue);
    }

    /** Lines on standard error, their time in the zone of the job. */
    EventLog err(Catalogue catalogue) {
        return log(JobOptions.err(), catalogue);
    }

    /** Whether programs read what is said. */
    boolean isJson() {
        return format == LogFormat.JSON;
    }

    private EventLog log(PrintStream stream, Catalogue catalogue) {
        LogFormat chosen =
                Optional.ofNullable(format).orElseGet(() -> Console.isTerminal() ? LogFormat.TEXT : LogFormat.LINES);
        return new EventLog(stream, chosen, Clock.systemUTC(), catalogue.settings()::zone);
    }

    /** How a command line wants to be told that it is not understood, or failed: as an object or as it is. */
    public static LogFormat of(String[] arguments) {
        int at = Arrays.asList(arguments).indexOf(NAME);
        boolean json = (at >= 0 && at + 1 < arguments.length && isJson(arguments[at + 1]))
                || Arrays.stream(arguments)
                        .anyMatch(argument ->
                                argument.startsWith(NAME + "=") && isJson(argument.substring(NAME.length() + 1)));
        return json ? LogFormat.JSON : LogFormat.TEXT;
    }

    private static boolean isJson(String text) {
        return text.toUpperCase(Locale.ROOT).equals(LogFormat.JSON.name());
    }
}
