package huibao.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One row of a result, in the vocabulary's types. */
final class Row {

    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    String text(String column) throws SQLException {
        return find(column).orElseThrow(() -> new SQLException("column " + column + " is empty"));
    }

    Optional<String> find(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    /** Several columns as they are. */
    List<Optional<String>> all(List<String> columns) throws SQLException {
        List<Optional<String>> values = new ArrayList<>();
        for (String column : columns) {
            values.add(find(column));
        }
        return values;
    }

    <T> Optional<T> find(String column, Function<String, T> reader) throws SQLException {
        return find(column).map(reader);
    }

    <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, text(column));
    }

    <E extends Enum<E>> Optional<E> findConstant(String column, Class<E> type) throws SQLException {
        return find(column).map(name -> Enum.valueOf(type, name));
    }

    Optional<BigDecimal> decimal(String column) throws SQLException {
        return find(column).map(BigDecimal::new);
    }

    Instant instant(String column) throws SQLException {
        return Instant.parse(text(column));
    }

    Optional<Instant> findInstant(String column) throws SQLException {
        return find(column).map(Instant::parse);
    }

    long integer(String column) throws SQLException {
        return result.getLong(column);
    }

    byte[] bytes(String column) throws SQLException {
        return result.getBytes(column);
    }

    boolean yes(String column) throws SQLException {
        return result.getLong(column) != 0;
    }
}
