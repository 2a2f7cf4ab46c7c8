package huibao.store;

import huibao.message.Trouble;
import huibao.message.TroubleException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.sqlite.SQLiteErrorCode;

/** The database file cannot be used: an operator's problem that names the file and what to do. */
public final class StoreException extends TroubleException {

    private StoreException(Trouble trouble, Throwable cause) {
        super(trouble, cause);
    }

    private StoreException(Trouble trouble) {
        super(trouble, null);
    }

    /** What is wrong is not what SQLite says, but what the file is. */
    static StoreException of(Path file, String key, Map<String, ?> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("file", file);
        return new StoreException(new Trouble(key, all));
    }

    /** The same of a file that is only read. */
    static StoreException ofReading(Path file, SQLException cause) {
        return switch (code(cause)) {
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                because(file, "database.not_readable", cause);
            default -> of(file, cause);
        };
    }

    /** Tells from SQLite's code what stands in the way. */
    static StoreException of(Path file, SQLException cause) {
        return switch (code(cause)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> because(file, "database.locked", cause);
            case SQLITE_NOTADB, SQLITE_CORRUPT -> because(file, "database.damaged", cause);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                because(file, "database.not_writable", cause);
            case SQLITE_FULL -> because(file, "database.full", cause);
            case SQLITE_IOERR -> because(file, "database.disk", cause);
            default -> because(file, "database.refused", cause);
        };
    }

    private static StoreException because(Path file, String key, SQLException cause) {
        return new StoreException(Trouble.of(key, "file", file, "reason", String.valueOf(cause.getMessage())), cause);
    }

    /** The low byte is the primary result code, the rest refines it. */
    private static SQLiteErrorCode code(SQLException cause) {
        return SQLiteErrorCode.getErrorCode(cause.getErrorCode() & 0xFF);
    }
}
