package huibao.store;

import huibao.model.Bulletin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the registry by itself: the file, and what is published in it. */
public final class Integrity {

    private final Database database;

    Integrity(Database database) {
        this.database = database;
    }

    /** Damaged pages and indexes, rows that refer to nothing; empty if there are none. */
    public List<String> damages() {
        return database.read(Integrity::damages);
    }

    /**
     * Rows of the published tables that are not what the stored cells come to; empty if there are none.
     *
     * @param bulletin computed from the cells
     */
    public List<String> contradictions(Bulletin bulletin) {
        return database.read(session -> Contradictions.of(session, bulletin));
    }

    private static List<String> damages(Session session) throws SQLException {
        List<String> damages = new ArrayList<>();
        try (Statement statement = session.statement()) {
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
