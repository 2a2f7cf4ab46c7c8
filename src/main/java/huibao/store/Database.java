package huibao.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** The file, its schema and its transactions; every SQL problem leaves as a {@link StoreException}. */
final class Database implements AutoCloseable {

    private static final int CONNECTIONS = 4;
    private static final int PAGE_BYTES = 16_384;

    private final Path file;
    private final HikariDataSource pool;
    private final Map<Connection, Session> sessions = new ConcurrentHashMap<>();
    private volatile Optional<Transaction> transaction = Optional.empty();

    private Database(Path file, HikariDataSource pool) {
        this.file = file;
        this.pool = pool;
    }

    /** A transaction that goes on; the file has one writer at a time. */
    private record Transaction(Thread owner, Session session) {}

    /** Work within one connection. */
    interface Work<T> {
        T on(Session session) throws SQLException;
    }

    /** Writing within one transaction. */
    interface Writing {
        void on(Session session) throws SQLException;
    }

    static Database open(Path file, Duration busyTimeout) {
        if (Files.isDirectory(file)) {
            throw StoreException.of(file, "database.folder", Map.of());
        }
        SQLiteDataSource source = new SQLiteDataSource(settings(busyTimeout));
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        // Before the pool starts, so that what is wrong with the file is said as it is.
        try (Connection connection = source.getConnection()) {
            create(connection);
            requireThisSchema(new Session(connection), file, "database.older");
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
        return pooled(file, source, false);
    }

    /** Opens a database that is only going to be read: where nobody may write, as it is, else as {@link #open} does. */
    static Database openToRead(Path file, Duration busyTimeout) {
        if (Files.isWritable(file) && Files.isWritable(file.toAbsolutePath().resolveSibling(""))) {
            return open(file, busyTimeout);
        }
        return openUnwritable(file, busyTimeout);
    }

    /** The same as if nobody could write. */
    static Database openUnwritable(Path file, Duration busyTimeout) {
        SQLiteDataSource source = readOnly(file, busyTimeout);
        try (Connection connection = source.getConnection()) {
            requireThisSchema(new Session(connection), file, "database.older");
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
        return pooled(file, source, true);
    }

    private static Database pooled(Path file, SQLiteDataSource source, boolean readOnly) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("huibao-store");
        config.setDataSource(source);
        // The pool sets every connection to what it is told, and SQLite takes no change of it.
        config.setReadOnly(readOnly);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        try {
            return new Database(file, new HikariDataSource(config));
        } catch (PoolInitializationException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw StoreException.of(file, refused);
            }
            throw e;
        }
    }

    /**
     * Connections that can change nothing in the file. Where no program is writing it (there is no log
     * beside it), it is read as a file that does not change: that leaves no log of our own behind, and works
     * in a folder that nobody may write to.
     */
    static SQLiteDataSource readOnly(Path file, Duration busyTimeout) {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setReadOnly(true);
        settings.setBusyTimeout(Math.toIntExact(busyTimeout.toMillis()));
        SQLiteDataSource source = new SQLiteDataSource(settings);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath().toUri() + (Files.exists(log(file)) ? "" : "?immutable=1"));
        return source;
    }

    /** What lies beside a file while a program writes it. */
    static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    <T> T read(Work<T> work) {
        Optional<Session> ongoing = ongoing();
        if (ongoing.isPresent()) {
            return said(() -> work.on(ongoing.get()));
        }
        return said(() -> {
            try (Connection connection = pool.getConnection()) {
                return work.on(session(connection));
            }
        });
    }

    void write(Writing writing) {
        Optional<Session> ongoing = ongoing();
        if (ongoing.isPresent()) {
            said(() -> {
                writing.on(ongoing.get());
                return true;
            });
        } else {
            inOneTransaction(writing);
        }
    }

    /**
     * Does what reads and writes on this thread in one transaction: it sees what it wrote itself, and others see all
     * of it or nothing.
     */
    void inOneTransaction(Runnable work) {
        inOneTransaction(session -> {
            transaction = Optional.of(new Transaction(Thread.currentThread(), session));
            try {
                work.run();
            } finally {
                transaction = Optional.empty();
            }
        });
    }

    private Optional<Session> ongoing() {
        return transaction.filter(one -> one.owner() == Thread.currentThread()).map(Transaction::session);
    }

    private void inOneTransaction(Writing writing) {
        said(() -> {
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    writing.on(session(connection));
                    connection.commit();
                } catch (SQLException | RuntimeException e) {
                    giveUp(connection, e);
                    throw e;
                }
                connection.setAutoCommit(true);
            }
            return true;
        });
    }

    /** On a full disk SQLite has given up the transaction itself, and refuses to end it once more: that is no news. */
    private static void giveUp(Connection connection, Exception because) {
        for (Ending ending : List.<Ending>of(Connection::rollback, open -> open.setAutoCommit(true))) {
            try {
                ending.of(connection);
            } catch (SQLException endedAlready) {
                because.addSuppressed(endedAlready);
            }
        }
    }

    private interface Ending {
        void of(Connection connection) throws SQLException;
    }

    private <T> T said(Asked<T> asked) {
        try {
            return asked.answer();
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    private interface Asked<T> {
        T answer() throws SQLException;
    }

    @Override
    public void close() {
        pool.close();
    }

    /** The pool closes what was prepared on its own connections; what is prepared on SQLite's lasts as long as these. */
    private Session session(Connection pooled) throws SQLException {
        Connection lasting = pooled.unwrap(SQLiteConnection.class);
        if (sessions.size() >= CONNECTIONS && !sessions.containsKey(lasting)) {
            // Some of them are closed by now; on the others a statement is prepared once more.
            sessions.clear();
        }
        return sessions.computeIfAbsent(lasting, Session::new);
    }

    private static SQLiteConfig settings(Duration busyTimeout) {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // What is committed is on disk before anything is published that depends on it: docs/decisions/0012.
        settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        // Rows are wide and written in order: larger pages are fewer to look after.
        settings.setPageSize(PAGE_BYTES);
        settings.setBusyTimeout(Math.toIntExact(busyTimeout.toMillis()));
        // A deferred transaction that turns to writing fails at once when another one wrote meanwhile.
        settings.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        settings.enforceForeignKeys(true);
        // Nothing here is numbered by the database, and to ask for its numbers costs a query per row.
        settings.setGetGeneratedKeys(false);
        return settings;
    }

    private static void create(Connection connection) throws SQLException {
        if (!isEmpty(connection)) {
            return;
        }
        connection.setAutoCommit(false);
        try {
            // Asked again under the write lock: another program may have done it meanwhile.
            if (isEmpty(connection)) {
                Schema.create(connection);
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet first = statement.executeQuery("SELECT 1 FROM sqlite_schema LIMIT 1")) {
            return !first.next();
        }
    }

    /**
     * Refuses a database of another version.
     *
     * @param older key of what an operator is told of one that an older program made
     */
    static void requireThisSchema(Session session, Path file, String older) throws SQLException {
        int found = version(session);
        if (found != Schema.VERSION) {
            throw StoreException.of(
                    file,
                    found < Schema.VERSION ? older : "database.newer",
                    Map.of("found", found, "expected", Schema.VERSION));
        }
    }

    static int version(Session session) throws SQLException {
        try (Statement statement = session.statement();
                ResultSet result = statement.executeQuery("PRAGMA user_version")) {
            return result.getInt(1);
        }
    }
}
