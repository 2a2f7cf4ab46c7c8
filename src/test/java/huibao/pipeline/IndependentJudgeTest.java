package huibao.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.testing.JobFolder;
import huibao.testing.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A second opinion on a whole year: plain SQL, written from the formulas alone, recomputes every published
 * figure and verdict from the Parquet files and the job's CSV files. It shares no code with what made them.
 */
class IndependentJudgeTest {

    private static final int SEED = 2023;

    /** In the order they are run; each says at its top what it makes. */
    private static final List<String> STATEMENTS = List.of(
            "01-job", "02-figures", "03-sums", "04-values", "05-verdicts", "06-published", "07-compared");

    private static final String DIFFERENCES = read("differences");

    @TempDir
    static Path folder;

    private static JobFolders folders;

    @BeforeAll
    static void aYearPasses() throws IOException {
        Bureau bureau = new Bureau(JobFolder.NINGBO, folder);
        folders = bureau.folders();
        new SeededYear(bureau, SEED).pass();
    }

    @Test
    void everyFigureAndVerdictOfTheYearIsWhatPlainSqlMakesOfTheParquetFiles() throws SQLException {
        try (Connection connection = judge(sql -> sql)) {
            assertThat(rows(connection, DIFFERENCES))
                    .as("published against recomputed")
                    .isEmpty();
            // 63 targets of the city, 57 of them judged for 13 units, for twelve months
            assertThat(rows(connection, "SELECT count(*) FROM attainment")).containsExactly("9648");
            assertThat(rows(connection, "SELECT DISTINCT \"column\" FROM compared ORDER BY 1"))
                    .hasSize(28);
        }
    }

    @Test
    void theYearHoldsEveryKindOfVerdictAndOfSubmission() throws SQLException {
        try (Connection connection = judge(sql -> sql)) {
            assertThat(rows(connection, "SELECT DISTINCT status FROM attainment"))
                    .containsExactlyInAnyOrder(
                            "ACHIEVED",
                            "AHEAD",
                            "ON_PACE",
                            "NEAR",
                            "BEHIND",
                            "FAR_BEHIND",
                            "IN_PROGRESS",
                            "BELOW",
                            "MISSED",
                            "NO_DATA",
                            "CANNOT_ASSESS",
                            "NO_TARGET");
            assertThat(rows(connection, "SELECT DISTINCT certainty FROM attainment WHERE ref_area = '330200'"))
                    .containsExactlyInAnyOrder("complete", "certain", "depends", "impossible");
            assertThat(rows(connection, "SELECT DISTINCT obstacle FROM attainment"))
                    .contains("NONE", "NO_PRIOR_YEAR", "BASE_NOT_POSITIVE", "NO_DENOMINATOR");
            assertThat(rows(connection, "SELECT DISTINCT obs_status FROM attainment"))
                    .contains("A", "V", "O");
        }
        assertThat(Trees.query(
                        folders.database(),
                        "SELECT count(*) > 3 FROM submission WHERE state IN ('ACCEPTED', 'RETURNED', 'SUPERSEDED') "
                                + "GROUP BY state"))
                .as("accepted, returned, superseded")
                .containsExactly("1", "1", "1");
        assertThat(Trees.query(folders.database(), "SELECT count(*) > 3 FROM unit_reporting WHERE on_time = 0"))
                .containsExactly("1");
    }

    /** What would not notice a wrong formula could not vouch for a right one. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "zones added | u.kind = i.reporter | u.kind = i.reporter OR u.kind = 'ZONE' AND i.reporter = 'DISTRICT'",
                "the number itself not enough | f.n * goal.d >= goal.n * f.d | f.n * goal.d > goal.n * f.d",
                "a missing unit has nothing | THEN flow_low(k.value_before) | THEN 0"
            })
    void aFormulaChangedIsNoticed(String what, String formula, String changed) throws SQLException {
        assertThat(STATEMENTS).filteredOn(name -> read(name).contains(formula)).hasSize(1);
        try (Connection connection = judge(sql -> sql.replace(formula, changed))) {
            assertThat(rows(connection, DIFFERENCES)).as(what).isNotEmpty();
        }
    }

    private static Connection judge(UnaryOperator<String> change) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET VARIABLE job = '" + JobFolder.NINGBO + "'");
            statement.execute("SET VARIABLE parquet = '" + folders.parquet() + "'");
            statement.execute("SET VARIABLE year = 2023");
            for (String name : STATEMENTS) {
                statement.execute(change.apply(read(name)));
            }
        }
        return connection;
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }

    private static String read(String name) {
        try (InputStream in = IndependentJudgeTest.class.getResourceAsStream("/huibao/judge/" + name + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
