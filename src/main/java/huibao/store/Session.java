package huibao.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A connection and the statements prepared on it, each once however often it runs. A statement is named by its file, or
 * given as it is where it is made from columns. For one thread at a time.
 */
final class Session {

    /** Enough that what a batch costs by itself does not show, and few enough that its values are soon forgotten. */
    private static final int ROWS_PER_BATCH = 500;

    private final Connection connection;
    private final Map<String, PreparedStatement> idle = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    /** Makes a value of a row. */
    interface RowReader<T> {
        T read(Row row) throws SQLException;
    }

    /** Takes a row; it must not be kept. */
    interface RowConsumer {
        void take(Row row) throws SQLException;
    }

    /** Something done with a prepared statement. */
    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** @return rows written */
    int run(String name, Object... arguments) throws SQLException {
        return with(name, statement -> {
            Binding.bind(statement, arguments);
            return statement.executeUpdate();
        });
    }

    /**
     * Runs a statement once for each row of arguments.
     *
     * @return for each how many rows it wrote
     */
    int[] runAll(String name, List<Object[]> rows) throws SQLException {
        int[] written = new int[rows.size()];
        if (rows.isEmpty()) {
            return written;
        }
        return with(name, statement -> {
            int waiting = 0;
            for (int i = 0; i < rows.size(); i++) {
                Binding.bind(statement, rows.get(i));
                statement.addBatch();
                waiting++;
                if (waiting == ROWS_PER_BATCH || i == rows.size() - 1) {
                    System.arraycopy(statement.executeBatch(), 0, written, i + 1 - waiting, waiting);
                    waiting = 0;
                }
            }
            return written;
        });
    }

    <T> List<T> query(String name, RowReader<T> reader, Object... arguments) throws SQLException {
        List<T> rows = new ArrayList<>();
        each(name, row -> rows.add(reader.read(row)), arguments);
        return rows;
    }

    /** The first row. */
    <T> Optional<T> find(String name, RowReader<T> reader, Object... arguments) throws SQLException {
        return query(name, reader, arguments).stream().findFirst();
    }

    /** Hands over one row after the other; other statements may run meanwhile. */
    void each(String name, RowConsumer consumer, Object... arguments) throws SQLException {
        with(name, statement -> {
            Binding.bind(statement, arguments);
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result);
                while (result.next()) {
                    consumer.take(row);
                }
                return row;
            }
        });
    }

    /** A statement for what is no file of ours: schema and pragmas. */
    Statement statement() throws SQLException {
        return connection.createStatement();
    }

    /** One that runs within its own results is prepared once more. */
    private <T> T with(String name, Use<T> use) throws SQLException {
        PreparedStatement ready = idle.remove(name);
        PreparedStatement statement = ready == null ? connection.prepareStatement(Statements.text(name)) : ready;
        try {
            return use.of(statement);
        } finally {
            statement.clearBatch();
            PreparedStatement other = idle.put(name, statement);
            if (other != null) {
                other.close();
            }
        }
    }
}
