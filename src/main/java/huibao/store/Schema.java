package huibao.store;

import huibao.column.AttainmentColumns;
import huibao.column.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schema of the database: {@code schema.sql}, and the tables and the view that are made from columns. */
final class Schema {

    /** One more whenever the schema changes: a database of another version is not read. */
    static final int VERSION = 12;

    private static final String FINDING_BY_RULE = "CREATE INDEX finding_by_rule ON finding (rule)";
    private static final String REVISED =
            "CREATE INDEX attainment_history_revised ON attainment_history (recorded_from) WHERE edition > 1";

    private Schema() {}

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(Statements.text("schema"));
            for (String definition : fromColumns()) {
                statement.executeUpdate(definition);
            }
            statement.executeUpdate("PRAGMA user_version = " + VERSION);
        }
    }

    private static List<String> fromColumns() {
        return Stream.of(
                        FindingTables.OF_SUBMISSION.definitions(),
                        FindingTables.OF_CITY.definitions(),
                        List.of(
                                FINDING_BY_RULE,
                                PublishedTables.ATTAINMENT.definition(),
                                PublishedTables.MILESTONE_STATUS.definition(),
                                PublishedTables.UNIT_REPORTING.definition(),
                                PublishedTables.REVIEW.definition(),
                                PublishedTables.IMPUTED_OBSERVATION.definition(),
                                AttainmentHistory.definition(),
                                REVISED,
                                publishedAttainments()))
                .flatMap(List::stream)
                .toList();
    }

    /** Published columns in their order, then the binary numbers beside them. */
    private static String publishedAttainments() {
        return Stream.of(
                        Stream.of("time_period", "indicator", "ref_area"),
                        AttainmentColumns.ALL.stream().map(Column::name),
                        AttainmentColumns.ALL.stream()
                                .filter(column -> column.type() == Column.Type.DECIMAL)
                                .map(column -> column.name() + "_num"))
                .flatMap(names -> names)
                .collect(Collectors.joining(",\n    ", "CREATE VIEW v_attainment AS\nSELECT ", "\nFROM attainment"));
    }
}
