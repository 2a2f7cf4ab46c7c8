package huibao.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What SQLite itself finds wrong with the file. */
final class Integrity {

    private Integrity() {}

    /** Damaged pages and indexes, rows that refer to nothing; empty if there are none. */
    static List<String> damages(Connection connection) throws SQLException {
        List<String> damages = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("PRAGMA integrity_check")) {
                while (found.next()) {
                    if (!found.getString(1).equals("ok")) {
                        damages.add(found.getString(1));
                    }
                }
            }
            try (ResultSet found = statement.executeQuery("PRAGMA foreign_key_check")) {
                while (found.next()) {
                    damages.add(found.getString(1) + " refers to nothing in " + found.getString(3));
                }
            }
        }
        return damages;
    }
}
