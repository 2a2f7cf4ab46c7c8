package huibao.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The vocabulary's types as the columns have them. */
final class Binding {

    private Binding() {}

    static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, column(arguments[i]));
        }
    }

    /** A value as it reads in a column; empty for none. */
    static Optional<String> asText(Object value) {
        return Optional.ofNullable(column(value)).map(Object::toString);
    }

    private static @Nullable Object column(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? column(optional.get()) : null;
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? optional.getAsInt() : null;
        }
        if (value instanceof Boolean yes) {
            return yes ? 1 : 0;
        }
        if (value instanceof Integer || value instanceof Long || value instanceof byte[]) {
            return value;
        }
        if (value instanceof BigDecimal number) {
            return Encoding.decimal(number);
        }
        if (value instanceof Instant instant) {
            return Encoding.instant(instant);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        // Identifiers, periods and dates print as the columns have them.
        return value.toString();
    }
}
