package huibao.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import huibao.json.Json;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what libraries say into the format asked for. */
public final class LibraryLog {

    private LibraryLog() {}

    /**
     * Sends warnings of libraries that use the JDK's own logging the way of all others, and all of them, in JSON,
     * to a stream.
     *
     * @param err where lines go in JSON; in text they go to the error stream
     */
    public static void install(LogFormat format, PrintStream err) {
        LogManager.getLogManager().reset();
        java.util.logging.Logger root = java.util.logging.Logger.getLogger("");
        root.addHandler(new ToSlf4j());
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext context) {
            ch.qos.logback.classic.Logger all = context.getLogger(Logger.ROOT_LOGGER_NAME);
            all.detachAndStopAllAppenders();
            AppenderBase<ILoggingEvent> lines =
                    format == LogFormat.JSON ? new JsonLines(err) : new LibraryLogConfigurator.TextLines();
            lines.setContext(context);
            lines.start();
            all.addAppender(lines);
        }
    }

    /** Lines of libraries as objects. */
    private static final class JsonLines extends AppenderBase<ILoggingEvent> {

        private final PrintStream out;

        JsonLines(PrintStream out) {
            this.out = out;
        }

        @Override
        protected void append(ILoggingEvent event) {
            Map<String, String> members = EventLog.line(
                    Instant.ofEpochMilli(event.getTimeStamp()),
                    event.getLevel().toString(),
                    "library",
                    String.valueOf(event.getFormattedMessage()));
            members.put("logger", event.getLoggerName());
            if (event.getThrowableProxy() != null) {
                members.put("stack", ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
            out.println(Json.line(members));
        }
    }

    /** Records of the JDK's own logging, from warnings up. */
    private static final class ToSlf4j extends Handler {

        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                Logger logger = LoggerFactory.getLogger(
                        Optional.ofNullable(entry.getLoggerName()).orElse("java.util.logging"));
                String message = String.valueOf(entry.getMessage());
                if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                    logger.error(message, entry.getThrown());
                } else {
                    logger.warn(message, entry.getThrown());
                }
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
