package huibao.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Runs the statements of the resource folder, one per file, and binds the vocabulary's types. */
final class Sql {

    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

    private Sql() {}

    /** Makes a value of a row. */
    interface RowReader<T> {
        T read(Row row) throws SQLException;
    }

    static String text(String name) {
        return TEXTS.computeIfAbsent(name, Sql::load);
    }

    static void run(Connection connection, String name, Object... arguments) throws SQLException {
        runAll(connection, name, List.<Object[]>of(arguments));
    }

    static void runAll(Connection connection, String name, List<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text(name))) {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.executeUpdate();
            }
        }
    }

    static <T> List<T> query(Connection connection, String name, RowReader<T> reader, Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text(name))) {
            bind(statement, arguments);
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                Row row = new Row(result);
                while (result.next()) {
                    rows.add(reader.read(row));
                }
                return rows;
            }
        }
    }

    private static void bind(PreparedStatement statement, Object[] arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            bind(statement, i + 1, arguments[i]);
        }
    }

    private static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                bind(statement, index, optional.get());
            } else {
                statement.setNull(index, Types.VARCHAR);
            }
        } else if (value instanceof OptionalInt optional) {
            if (optional.isPresent()) {
                statement.setLong(index, optional.getAsInt());
            } else {
                statement.setNull(index, Types.INTEGER);
            }
        } else if (value instanceof Boolean yes) {
            statement.setLong(index, yes ? 1 : 0);
        } else if (value instanceof Integer || value instanceof Long) {
            statement.setLong(index, ((Number) value).longValue());
        } else if (value instanceof BigDecimal number) {
            statement.setString(index, Encoding.decimal(number));
        } else if (value instanceof Instant instant) {
            statement.setString(index, Encoding.instant(instant));
        } else if (value instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else {
            // Identifiers, periods and dates print as the columns have them.
            statement.setString(index, value.toString());
        }
    }

    /** A value as it reads in a column; empty for none. */
    static Optional<String> asText(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.flatMap(Sql::asText);
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? Optional.of(Integer.toString(optional.getAsInt())) : Optional.empty();
        }
        if (value instanceof Boolean yes) {
            return Optional.of(yes ? "1" : "0");
        }
        if (value instanceof BigDecimal number) {
            return Optional.of(Encoding.decimal(number));
        }
        return Optional.of(value instanceof Enum<?> constant ? constant.name() : value.toString());
    }

    private static String load(String name) {
        try (InputStream in = Sql.class.getResourceAsStream(name + ".sql")) {
            if (in == null) {
                throw new IllegalArgumentException("no statement " + name + ".sql");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ".sql", e);
        }
    }
}
