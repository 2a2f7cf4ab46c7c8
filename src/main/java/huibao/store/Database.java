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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The file, its schema and its transactions; every SQL problem leaves as a {@link StoreException}. */
final class Database implements AutoCloseable {

    static final int SCHEMA_VERSION = 9;
    private static final int CONNECTIONS = 4;

    private final Path file;
    private final HikariDataSource pool;
    private volatile Optional<Transaction> transaction = Optional.empty();

    private Database(Path file, HikariDataSource pool) {
        this.file = file;
        this.pool = pool;
    }

    /** A transaction that goes on; the file has one writer at a time. */
    private record Transaction(Thread owner, Connection connection) {}

    /** Work within one connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Writing within one transaction. */
    interface Writing {
        void on(Connection connection) throws SQLException;
    }

    static Database open(Path file, Duration busyTimeout) {
        if (Files.isDirectory(file)) {
            throw StoreException.of(file, "database.folder", Map.of());
        }
        SQLiteDataSource source = new SQLiteDataSource(settings(busyTimeout));
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        // Before the pool starts, so that what is wrong with the file is said as it is.
        try (Connection connection = source.getConnection()) {
            migrate(connection, file);
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
        return pooled(file, source, false);
    }

    /**
     * Opens a database that is only going to be read: where nobody may write, as it is, else as {@link #open} does.
     *
     * @throws StoreException also if nobody may write and its schema is not this program's
     */
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
            if (version(connection) != SCHEMA_VERSION) {
                throw StoreException.of(
                        file,
                        "database.older_read_only",
                        Map.of("found", version(connection), "expected", SCHEMA_VERSION));
            }
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
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath().toUri() + (Files.exists(log) ? "" : "?immutable=1"));
        return source;
    }

    <T> T read(Work<T> work) {
        Optional<Connection> ongoing = ongoing();
        if (ongoing.isPresent()) {
            return said(() -> work.on(ongoing.get()));
        }
        return said(() -> {
            try (Connection connection = pool.getConnection()) {
                return work.on(connection);
            }
        });
    }

    void write(Writing writing) {
        Optional<Connection> ongoing = ongoing();
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
        inOneTransaction(connection -> {
            transaction = Optional.of(new Transaction(Thread.currentThread(), connection));
            try {
                work.run();
            } finally {
                transaction = Optional.empty();
            }
        });
    }

    private Optional<Connection> ongoing() {
        return transaction.filter(one -> one.owner() == Thread.currentThread()).map(Transaction::connection);
    }

    private void inOneTransaction(Writing writing) {
        said(() -> {
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    writing.on(connection);
                    connection.commit();
                } catch (SQLException | RuntimeException e) {
                    connection.rollback();
                    throw e;
                } finally {
                    connection.setAutoCommit(true);
                }
            }
            return true;
        });
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

    private static SQLiteConfig settings(Duration busyTimeout) {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // What is committed is on disk before anything is published that depends on it: docs/decisions/0012.
        settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        settings.setBusyTimeout(Math.toIntExact(busyTimeout.toMillis()));
        // A deferred transaction that turns to writing fails at once when another one wrote meanwhile.
        settings.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        settings.enforceForeignKeys(true);
        return settings;
    }

    private static void migrate(Connection connection, Path file) throws SQLException {
        int version = version(connection);
        if (version > SCHEMA_VERSION) {
            throw StoreException.of(file, "database.newer", Map.of("found", version, "expected", SCHEMA_VERSION));
        }
        if (version == SCHEMA_VERSION) {
            return;
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // Asked again under the write lock: another program may have migrated meanwhile.
            for (int next = version(connection) + 1; next <= SCHEMA_VERSION; next++) {
                statement.executeUpdate(Sql.text(String.format(Locale.ROOT, "schema-%03d", next)));
                statement.executeUpdate("PRAGMA user_version = " + next);
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA user_version")) {
            return result.getInt(1);
        }
    }
}
