package huibao.spreadsheet;

import java.net.URI;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogBuilder;
import org.apache.logging.log4j.message.MessageFactory;
import org.apache.logging.log4j.simple.SimpleLogger;
import org.apache.logging.log4j.simple.SimpleLoggerContext;
import org.apache.logging.log4j.spi.ExtendedLogger;
import org.apache.logging.log4j.spi.LoggerContext;
import org.apache.logging.log4j.spi.LoggerContextFactory;
import org.apache.logging.log4j.spi.Provider;
import org.apache.logging.log4j.util.PropertiesUtil;
import org.jspecify.annotations.Nullable;

/**
 * Where POI's log goes: nowhere, and no text of it is ever built. What POI says of a workbook is in nobody's
 * language. But it asks at every record and cell it makes whether it may say something, and each time a step of
 * the reading's allowance is taken: so limits hold inside its loops, where no code of ours runs otherwise.
 */
public final class PoiLog extends Provider {

    private static final ThreadLocal<@Nullable Allowance> READING = new ThreadLocal<>();

    /** Found by Log4j as a service. */
    public PoiLog() {
        super(15, CURRENT_VERSION, Factory.class);
    }

    /** What this thread does from now on is counted. */
    static void counts(Allowance allowance) {
        READING.set(allowance);
    }

    /** What this thread does is counted no more. */
    static void countsNothing() {
        READING.remove();
    }

    /** Gives everybody the same silent logger. */
    public static final class Factory implements LoggerContextFactory {

        private final LoggerContext context = new Context();

        @Override
        public LoggerContext getContext(
                String className, @Nullable ClassLoader loader, @Nullable Object external, boolean currentContext) {
            return context;
        }

        @Override
        public LoggerContext getContext(
                String className,
                @Nullable ClassLoader loader,
                @Nullable Object external,
                boolean currentContext,
                @Nullable URI location,
                @Nullable String name) {
            return context;
        }

        @Override
        public void removeContext(LoggerContext context) {}
    }

    /** The logger, whatever it is asked for. */
    private static final class Context extends SimpleLoggerContext {

        private final Silent logger = new Silent();

        @Override
        public ExtendedLogger getLogger(String name) {
            return logger;
        }

        @Override
        public ExtendedLogger getLogger(String name, @Nullable MessageFactory messages) {
            return logger;
        }
    }

    /** Says nothing; counts how often it is asked. */
    private static final class Silent extends SimpleLogger {

        private static final long serialVersionUID = 1L;

        Silent() {
            super("", Level.OFF, false, false, false, false, "", null, new PropertiesUtil("none"), System.err);
        }

        @Override
        public LogBuilder atLevel(Level level) {
            Allowance allowance = READING.get();
            if (allowance != null) {
                allowance.step();
            }
            return LogBuilder.NOOP;
        }
    }
}
