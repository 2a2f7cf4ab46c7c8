package huibao.store;

import huibao.column.Column;
import huibao.column.Column.Presence;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of what belongs to a period or a submission, made from its columns. What is to stand in it is held against what
 * stands there where that lies: rows that do not change are neither read nor written.
 *
 * @param <T> its rows
 */
final class PublishedTable<T> {

    /** What belongs to a period. */
    static final String OF_PERIOD = "time_period TEXT NOT NULL";

    /** What belongs to a submission, and goes with it. */
    static final String OF_SUBMISSION = "submission_id TEXT NOT NULL"
            + " REFERENCES submission (submission_id) ON UPDATE CASCADE ON DELETE CASCADE";

    /** The tables that codes refer to, by what the columns are called. */
    private static final Map<String, String> REFERENCES = Map.of(
            "ref_area", "unit",
            "item", "item",
            "indicator", "target",
            "milestone", "milestone");

    private final String name;
    private final String owner;
    private final List<String> constraints;
    private final List<Column<T>> columns;
    private final List<String> key;
    private final String upsert;

    /**
     * @param name what it is called
     * @param owner the column that says what rows belong to
     * @param keys how many further columns name a row, from the first one on
     * @param columns its columns after the owner
     * @param constraints further ones
     */
    PublishedTable(String name, String owner, int keys, List<Column<T>> columns, String... constraints) {
        this.name = name;
        this.owner = owner;
        this.constraints = List.of(constraints);
        this.columns = columns;
        this.key = Stream.concat(
                        Stream.of(owner.substring(0, owner.indexOf(' '))),
                        columns.stream().limit(keys).map(Column::name))
                .toList();
        this.upsert = upsert();
    }

    /**
     * What writing changed.
     *
     * @param changed rows that are new or otherwise than they were
     * @param vanished keys of rows that are gone, without what they were written for
     */
    record Outcome<T>(List<T> changed, List<List<String>> vanished) {

        boolean isNothing() {
            return changed.isEmpty() && vanished.isEmpty();
        }
    }

    /** The statement that makes it. */
    String definition() {
        return Stream.of(
                        Stream.of(owner),
                        columns.stream().map(column -> definition(column, column.presence())),
                        twins(columns),
                        Stream.of("PRIMARY KEY (" + String.join(", ", key) + ")"),
                        constraints.stream())
                .flatMap(lines -> lines)
                .collect(Collectors.joining(
                        ",\n    ", "CREATE TABLE " + name + " (\n    ", "\n) STRICT, WITHOUT ROWID"));
    }

    static String definition(Column<?> column, Presence presence) {
        String type =
                column.type() == Column.Type.INTEGER || column.type() == Column.Type.YES_NO ? " INTEGER" : " TEXT";
        String reference = REFERENCES.containsKey(column.name())
                ? " REFERENCES " + REFERENCES.get(column.name()) + " (" + column.name() + ")"
                : "";
        return column.name() + type + (presence == Presence.ALWAYS ? " NOT NULL" : "") + reference;
    }

    /** Exact figures are text; each has a binary number beside it. */
    static Stream<String> twins(List<? extends Column<?>> columns) {
        return columns.stream()
                .filter(column -> column.type() == Column.Type.DECIMAL)
                .map(Column::name)
                .map(figure -> figure + "_num REAL GENERATED ALWAYS AS (CAST(" + figure + " AS REAL)) VIRTUAL");
    }

    /**
     * Makes rows the only ones of an owner, or of a part of it.
     *
     * @param rows all that is to stand there
     * @param scope values of the first columns of the key, the owner first, which all these rows have
     */
    Outcome<T> write(Session session, List<T> rows, Object... scope) throws SQLException {
        List<Object[]> arguments = rows.stream()
                .map(row -> Stream.concat(Stream.of(scope[0]), columns.stream().map(column -> column.of(row)))
                        .toArray())
                .toList();
        int[] written = session.runAll(upsert, arguments);
        List<T> changed = new ArrayList<>();
        for (int i = 0; i < written.length; i++) {
            if (written[i] > 0) {
                changed.add(rows.get(i));
            }
        }
        return new Outcome<>(changed, count(session, scope) > rows.size() ? clear(session, rows, scope) : List.of());
    }

    private long count(Session session, Object... scope) throws SQLException {
        return session.query(
                        "SELECT count(*) AS rows FROM " + name + " WHERE " + given(key.subList(0, scope.length)),
                        row -> row.integer("rows"),
                        scope)
                .get(0);
    }

    /** Deletes what is not to stand there. */
    private List<List<String>> clear(Session session, List<T> rows, Object... scope) throws SQLException {
        List<String> own = key.subList(scope.length, key.size());
        Set<List<String>> kept = new HashSet<>();
        for (T row : rows) {
            kept.add(columns.subList(scope.length - 1, key.size() - 1).stream()
                    .map(column -> Binding.asText(column.of(row)).orElseThrow())
                    .toList());
        }
        List<List<String>> vanished = new ArrayList<>();
        session.each(
                "SELECT " + String.join(", ", own) + " FROM " + name + " WHERE " + given(key.subList(0, scope.length))
                        + " ORDER BY " + String.join(", ", own),
                row -> {
                    List<String> found = new ArrayList<>();
                    for (String column : own) {
                        found.add(row.text(column));
                    }
                    if (!kept.contains(found)) {
                        vanished.add(found);
                    }
                },
                scope);
        session.runAll(
                "DELETE FROM " + name + " WHERE " + given(key),
                vanished.stream()
                        .map(found ->
                                Stream.concat(Stream.of(scope), found.stream()).toArray())
                        .toList());
        return vanished;
    }

    private String upsert() {
        List<String> all = Stream.concat(Stream.of(key.get(0)), columns.stream().map(Column::name))
                .toList();
        List<String> rest = all.stream().filter(column -> !key.contains(column)).toList();
        return "INSERT INTO " + name + " (" + String.join(", ", all) + ")\nVALUES ("
                + String.join(", ", Collections.nCopies(all.size(), "?")) + ")\nON CONFLICT ("
                + String.join(", ", key) + ") DO UPDATE SET "
                + rest.stream().map(column -> column + " = excluded." + column).collect(Collectors.joining(", "))
                + "\nWHERE (" + prefixed(name, rest) + ") IS NOT (" + prefixed("excluded", rest) + ")";
    }

    private static String prefixed(String prefix, List<String> columns) {
        return columns.stream().map(column -> prefix + "." + column).collect(Collectors.joining(", "));
    }

    private static String given(List<String> columns) {
        return columns.stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
    }
}
