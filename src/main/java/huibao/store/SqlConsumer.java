package huibao.store;

import java.sql.SQLException;
import java.util.function.Consumer;

/** Takes what it is shown and writes it. */
interface SqlConsumer<T> {

    void accept(T shown) throws SQLException;

    /** Shows all of a source that knows nothing of SQL and its problems. */
    static <T> void each(Consumer<Consumer<T>> source, SqlConsumer<T> taker) throws SQLException {
        try {
            source.accept(shown -> {
                try {
                    taker.accept(shown);
                } catch (SQLException e) {
                    throw new Refused(e);
                }
            });
        } catch (Refused e) {
            throw e.reason;
        }
    }

    /** On its way through the source. */
    final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final SQLException reason;

        private Refused(SQLException reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
