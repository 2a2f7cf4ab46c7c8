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
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    @TempDir
    Path folder;

    @Test
    void refusesADatabaseOfAnEarlierVersionAndSaysWhatToDo() throws Exception {
        Path file = folder.resolve("huibao.db");
        Database.open(file, PATIENCE).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = 9");
        }

        for (ThrowingCallable opening : List.<ThrowingCallable>of(
                () -> Database.open(file, PATIENCE), () -> Database.openUnwritable(file, PATIENCE))) {
            assertThatThrownBy(opening)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("schema version 9")
                    .hasMessageContaining("huibao rebuild --replace");
        }
    }

    @Test
    void refusesADatabaseOfAnotherProgram() throws Exception {
        Path file = folder.resolve("huibao.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE theirs (id INTEGER)");
        }

        assertThatThrownBy(() -> Database.open(file, PATIENCE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.toString());
        assertThat(Sample.rows(folder, "SELECT name FROM sqlite_schema")).containsExactly("theirs");
    }

    /** For accounts that may only read; tests that run as root cannot become one of them. */
    @Test
    void readsWhatMayNotBeWrittenAndLeavesNothingBesideIt() throws Exception {
        Path file = folder.resolve("huibao.db");
        Database.open(file, PATIENCE).close();

        try (Database database = Database.openUnwritable(file, PATIENCE)) {
            String rows = database.read(session -> {
                try (Statement statement = session.statement();
                        ResultSet result = statement.executeQuery("SELECT count(*) FROM submission")) {
                    return result.getString(1);
                }
            });
            assertThat(rows).isEqualTo("0");
            assertThatThrownBy(() -> database.write(session -> {
                        try (Statement statement = session.statement()) {
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
