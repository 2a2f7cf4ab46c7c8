package huibao.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.Logger;

/** What libraries say, from warnings up, a line each on the error stream. In code: a start reads no XML for it. */
public final class LibraryLogConfigurator extends ContextAwareBase implements Configurator {

    private static final List<String> SILENT = List.of(
            // What a library says of a damaged workbook is in nobody's language; the finding says it.
            "org.apache.poi",
            // What stops a run is said once by the run, in a line; with a trace where nobody foresaw it.
            "org.springframework",
            "com.zaxxer.hikari",
            // Of programs that share a folder for temporary files each cleans up after the others, and one comes late.
            "org.sqlite.SQLiteJDBCLoader");

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        SILENT.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
        TextLines lines = new TextLines();
        lines.setContext(context);
        lines.start();
        ch.qos.logback.classic.Logger all = context.getLogger(Logger.ROOT_LOGGER_NAME);
        all.setLevel(Level.WARN);
        all.addAppender(lines);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** A message may carry a name from outside: it stays one line and sends a terminal no commands. */
    static final class TextLines extends AppenderBase<ILoggingEvent> {

        private static final Pattern CONTROL =
                Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+");
        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT);

        @Override
        protected void append(ILoggingEvent event) {
            String name = event.getLoggerName();
            String line = TIME.format(Instant.ofEpochMilli(event.getTimeStamp()).atZone(ZoneId.systemDefault()))
                    + " " + (event.getLevel() + "  ").substring(0, 5)
                    + " " + name.substring(name.lastIndexOf('.') + 1)
                    + " - "
                    + CONTROL.matcher(String.valueOf(event.getFormattedMessage()))
                            .replaceAll(" ")
                    + System.lineSeparator()
                    + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            System.err.write(bytes, 0, bytes.length);
            System.err.flush();
        }
    }
}
