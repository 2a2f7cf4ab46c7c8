package huibao.cli;

import huibao.log.EventLog;
import huibao.log.LogFormat;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How the commands that do something say what they do. */
final class LogOptions {

    private static final String NAME = "--log";

    @Option(names = NAME, paramLabel = "text|json", descriptionKey = "option.log")
    private LogFormat format = LogFormat.TEXT;

    /** Lines on standard output. */
    EventLog out() {
        return new EventLog(JobOptions.out(), format, Clock.systemUTC());
    }

    /** Lines on standard error. */
    EventLog err() {
        return new EventLog(JobOptions.err(), format, Clock.systemUTC());
    }

    /** The format a command line asks for, before it is understood. */
    static LogFormat of(String[] arguments) {
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
