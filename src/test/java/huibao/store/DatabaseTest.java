package huibao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    @TempDir
    Path folder;

    @Test
    void bringsAnOlderDatabaseUpToDate() throws Exception {
        Path file = folder.resolve("huibao.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (int version = 1; version <= 8; version++) {
                statement.executeUpdate(Sql.text("schema-00" + version));
            }
            statement.executeUpdate("PRAGMA user_version = 8");
        }

        try (Database database = Database.open(file, PATIENCE)) {
            assertThat(database.read(Database::version)).isEqualTo(Database.SCHEMA_VERSION);
        }
        assertThat(Sample.rows(folder, "SELECT on_time_rate, on_time_rate_num FROM v_reporting_rate"))
                .isEmpty();
    }

    /** For accounts that may only read; tests that run as root cannot become one of them. */
    @Test
    void readsWhatMayNotBeWrittenAndLeavesNothingBesideIt() throws Exception {
        Path file = folder.resolve("huibao.db");
        Database.open(file, PATIENCE).close();

        try (Database database = Database.openUnwritable(file, PATIENCE)) {
            String rows = database.read(connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet result = statement.executeQuery("SELECT count(*) FROM submission")) {
                    return result.getString(1);
                }
            });
            assertThat(rows).isEqualTo("0");
            assertThatThrownBy(() -> database.write(connection -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.executeUpdate("DELETE FROM run");
                        }
                    }))
                    .isInstanceOf(StoreException.class);
        }
        try (Stream<Path> listed = Files.list(folder)) {
            assertThat(listed).containsExactly(file);
        }
    }
}
