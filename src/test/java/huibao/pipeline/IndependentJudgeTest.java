package huibao.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.testing.SeededYear;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A second opinion on a whole year: plain SQL, written from the formulas alone, recomputes every published
 * figure and verdict from the Parquet files and the job's CSV files. It shares no code with what made them.
 */
@Tag("long")
class IndependentJudgeTest {

    private static final int SEED = 2023;

    /** In the order they are run; each says at its top what it makes. */
    private static final List<String> STATEMENTS = List.of(
            "01-job",
            "02-figures",
            "03-sums",
            "04-values",
            "05-verdicts",
            "06-year-end",
            "07-published",
            "08-attainment",
            "09-compared");

    private static final String DIFFERENCES = read("differences");

    private static final String COMPARED_COLUMNS = "SELECT column_name FROM (DESCRIBE attainment) "
            + "WHERE column_name NOT IN ('indicator', 'ref_area', 'month')";

    @TempDir
    static Path folder;

    private static SeededYear year;

    /** The judge as it is; what a test changes in it is taken back. */
    private static Connection judge;

    private interface Assertion {
        void run() throws SQLException;
    }

    @BeforeAll
    static void aYearPasses() throws IOException, SQLException {
        year = new SeededYear(folder, SEED);
        year.pass();
        judge = judge(sql -> sql);
    }

    @AfterAll
    static void theJudgeGoes() throws SQLException {
        judge.close();
    }

    @Test
    void everyFigureAndVerdictOfTheYearIsWhatPlainSqlMakesOfTheParquetFiles() throws SQLException {
        assertThat(rows(judge, DIFFERENCES)).as("published against recomputed").isEmpty();
    }

    @Test
    void everyRowAndEveryColumnIsCompared() throws SQLException {
        // twelve months: 63 targets of the city, and 57 of them of each of its 13 units
        String expected = String.valueOf(12 * (63 + 13 * 57));

        assertThat(rows(judge, "SELECT count(*) FROM attainment")).containsExactly(expected);
        assertThat(rows(
                        judge,
                        "SELECT count(*) FROM (SELECT DISTINCT \"month\", indicator, ref_area FROM compared "
                                + "WHERE published IS NOT NULL AND recomputed IS NOT NULL)"))
                .containsExactly(expected);
        assertThat(rows(
                        judge,
                        "SELECT DISTINCT \"column\" FROM compared "
                                + "WHERE published IS NOT NULL AND recomputed IS NOT NULL"))
                .containsExactlyInAnyOrderElementsOf(rows(judge, COMPARED_COLUMNS));
    }

    @Test
    void theYearHoldsEveryKindOfVerdictAndOfSubmission() throws SQLException {
        assertThat(rows(judge, "SELECT DISTINCT status FROM attainment"))
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
        assertThat(rows(judge, "SELECT DISTINCT certainty FROM attainment WHERE ref_area = '330200'"))
                .containsExactlyInAnyOrder("complete", "certain", "depends", "impossible");
        assertThat(rows(judge, "SELECT DISTINCT obstacle FROM attainment"))
                .contains("NONE", "NO_PRIOR_YEAR", "BASE_NOT_POSITIVE", "NO_DENOMINATOR");
        assertThat(rows(judge, "SELECT DISTINCT obs_status FROM attainment")).contains("A", "V", "O");
        assertThat(rows(judge, "SELECT DISTINCT year_end_outlook FROM attainment"))
                .containsExactlyInAnyOrder(
                        "DONE", "AT_THIS_RATE", "NEEDS_MORE", "LOST", "NOT_COMPUTABLE", "NOT_APPLICABLE");
        assertThat(rows(
                        judge,
                        "SELECT DISTINCT split_part(unnest(string_split(assumption, chr(10))), ' ', 3) "
                                + "FROM attainment"))
                .contains("CONTINUED", "CONTINUED_OR_YEAR_BEFORE", "YEAR_BEFORE", "SWING", "NO_CEILING");
        assertThat(rows(judge, "SELECT DISTINCT above_band FROM attainment"))
                .containsExactlyInAnyOrder("true", "false");
        assertThat(Trees.query(
                        year.folders().database(),
                        "SELECT count(*) > 3 FROM submission WHERE state IN ('ACCEPTED', 'RETURNED', 'SUPERSEDED') "
                                + "GROUP BY state"))
                .as("accepted, returned, superseded")
                .containsExactly("1", "1", "1");
        assertThat(Trees.query(year.folders().database(), "SELECT count(*) > 3 FROM unit_reporting WHERE on_time = 0"))
                .containsExactly("1");
    }

    /** What the last form left out is not what an older one never said. */
    @Test
    void theYearHoldsFiguresLastAcceptedOnAFormBeforeTheLastOne() throws SQLException {
        String lastForm = "(SELECT max(o.\"month\") FROM observation AS o WHERE o.ref_area = known.ref_area "
                + "AND o.\"year\" = 2023 AND o.\"month\" < known.\"month\")";

        assertThat(rows(
                        judge,
                        "SELECT DISTINCT accumulation FROM known WHERE \"value\" IS NULL AND month_before < "
                                + lastForm))
                .containsExactlyInAnyOrder("YTD", "POINT");
        assertThat(rows(
                        judge,
                        "SELECT count(*) > 0 FROM known WHERE prior_year IS NULL AND year_before IS NULL "
                                + "AND asks_prior_year AND prior_month_before < " + lastForm))
                .containsExactly("true");
    }

    /** The city grows without the unit that gave this year's figure alone. */
    @Test
    void theYearHoldsAGrowthOfTheCityWithoutAUnitThatGaveNoPriorYear() throws SQLException {
        assertThat(rows(
                        judge,
                        "SELECT count(*) > 0 FROM valued AS v WHERE v.measure = 'GROWTH' AND v.area = '330200' "
                                + "AND v.actual IS NOT NULL AND EXISTS (FROM part AS p WHERE p.indicator = v.indicator "
                                + "AND p.area = v.area AND p.\"month\" = v.\"month\" AND p.\"value\" IS NOT NULL "
                                + "AND p.prior_year IS NULL)"))
                .containsExactly("true");
    }

    @Test
    void anyPublishedColumnThatIsChangedIsNoticed() throws SQLException {
        List<String> columns = rows(judge, COMPARED_COLUMNS);
        List<String> changes = rows(
                judge,
                "SELECT column_name || ' = ' || CASE column_type "
                        + "WHEN 'BOOLEAN' THEN 'NOT ' || column_name "
                        + "WHEN 'VARCHAR' THEN 'coalesce(' || column_name || ', '''') || ''?''' "
                        + "WHEN 'INTEGER' THEN 'coalesce(' || column_name || ', 0) + 1' "
                        + "ELSE 'coalesce(' || column_name || ', 0) + 0.000000000001' END "
                        + "FROM (DESCRIBE attainment) WHERE column_name IN (" + COMPARED_COLUMNS + ")");

        changed(
                "UPDATE attainment SET " + String.join(", ", changes)
                        + " WHERE indicator = 'T0204' AND ref_area = '330203' AND \"month\" = 6",
                () -> assertThat(rows(judge, DIFFERENCES))
                        .allMatch(difference -> difference.startsWith("T0204 330203 month 6 "))
                        .extracting(difference -> difference.split("[ :]")[4])
                        .containsExactlyInAnyOrderElementsOf(columns));
    }

    @Test
    void aDifferenceNamesTheTargetTheUnitThePeriodTheColumnAndBothValues() throws SQLException {
        String row = "WHERE indicator = 'T0204' AND ref_area = '330200' AND \"month\" = 6";
        String status = rows(judge, "SELECT status FROM attainment " + row).get(0);

        changed(
                "UPDATE attainment SET status = 'MISSED' " + row,
                () -> assertThat(rows(judge, DIFFERENCES))
                        .containsExactly("T0204 330200 month 6 status: published MISSED, recomputed " + status));
    }

    @Test
    void aRowThatIsNotPublishedIsNoticed() throws SQLException {
        changed(
                "DELETE FROM attainment WHERE indicator = 'T0204' AND ref_area = '330203' AND \"month\" = 6",
                () -> assertThat(rows(judge, DIFFERENCES))
                        .contains("T0204 330203 month 6 comparator: published nothing, recomputed MORE_THAN"));
    }

    /** What would not notice a wrong formula could not vouch for a right one. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "zones added | u.kind = i.reporter | u.kind = i.reporter OR u.kind = 'ZONE' AND i.reporter = 'DISTRICT'",
                "the number itself not enough | f.n * goal.d >= goal.n * f.d | f.n * goal.d > goal.n * f.d",
                "what the last form left out forgotten | WHERE value_before IS NOT NULL | WHERE true",
                "its prior year forgotten | WHERE prior_year_before IS NOT NULL | WHERE true",
                "a missing unit has nothing | THEN flow_low(k.value_before) | THEN 0",
                "a point more to be ahead | yaml_number('ahead') | yaml_number('ahead') + 1",
                "a growth over units without last year | bool_and(p.prior_year IS NOT NULL) OR | true OR",
                "rounded half up | THEN abs(truncated(f) % 2) | THEN 1",
                "ties broken | printed_value DESC | printed_value DESC, ref_area"
            })
    void aFormulaChangedIsNoticed(String what, String formula, String changed) throws SQLException {
        assertThat(STATEMENTS).filteredOn(name -> read(name).contains(formula)).hasSize(1);
        try (Connection connection = judge(sql -> sql.replace(formula, changed))) {
            assertThat(rows(connection, DIFFERENCES)).as(what).isNotEmpty();
        }
    }

    /** Asserts something of the published rows after a change, which is then taken back. */
    private static void changed(String change, Assertion assertion) throws SQLException {
        try (Statement statement = judge.createStatement()) {
            statement.execute("BEGIN");
            try {
                statement.execute(change);
                assertion.run();
            } finally {
                statement.execute("ROLLBACK");
            }
        }
    }

    private static Connection judge(UnaryOperator<String> change) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET VARIABLE job = '" + year.folders().job() + "'");
            statement.execute("SET VARIABLE parquet = '" + year.folders().parquet() + "'");
            statement.execute(
                    "SET VARIABLE last_parquet = '" + year.foldersBefore().parquet() + "'");
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
