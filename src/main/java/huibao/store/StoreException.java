package huibao.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** The database file cannot be used: an operator's problem that names the file and what to do. */
public final class StoreException extends RuntimeException {

    StoreException(Path file, String what, String remedy, Throwable cause) {
        super(file + ": " + what + "; " + remedy, cause);
    }

    StoreException(Path file, String what, String remedy) {
        super(file + ": " + what + "; " + remedy);
    }

    /** The same of a file that is only read. */
    static StoreException ofReading(Path file, SQLException cause) {
        return switch (SQLiteErrorCode.getErrorCode(cause.getErrorCode() & 0xFF)) {
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                new StoreException(
                        file,
                        "the database cannot be opened for reading",
                        "check that this user may read it and its folder",
                        cause);
            default -> of(file, cause);
        };
    }

    /** Tells from SQLite's code what stands in the way. */
    static StoreException of(Path file, SQLException cause) {
        // The low byte is the primary result code, the rest refines it.
        return switch (SQLiteErrorCode.getErrorCode(cause.getErrorCode() & 0xFF)) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new StoreException(
                        file,
                        "the database is locked by another program",
                        "close the program that is writing to it and run again",
                        cause);
            case SQLITE_NOTADB, SQLITE_CORRUPT ->
                new StoreException(
                        file,
                        "the file is damaged or is not a Huibao database",
                        "restore it from the backup, or make it again from the archive with: huibao rebuild --replace",
                        cause);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                new StoreException(
                        file,
                        "the database cannot be opened for writing",
                        "check that the folder exists and that this user may write to it and to the file",
                        cause);
            case SQLITE_FULL ->
                new StoreException(
                        file, "the disk is full", "free some space and run again; nothing was half written", cause);
            case SQLITE_IOERR ->
                new StoreException(file, "the disk cannot be read or written", "check the disk and run again", cause);
            default ->
                new StoreException(
                        file, "SQLite refuses: " + cause.getMessage(), "report this with the run's log", cause);
        };
    }
}
