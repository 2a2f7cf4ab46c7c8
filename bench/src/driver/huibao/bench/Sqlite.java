package huibao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** SQLite's own command line, by which results are looked at and rows are imported. */
final class Sqlite {

    private final Program program;

    /** @throws BenchException if {@code sqlite3} is not installed */
    Sqlite(Program program) throws IOException {
        this.program = program;
        if (!program.isInstalled("sqlite3", "-version")) {
            throw new BenchException("sqlite3 is not installed; Debian and Ubuntu: apt-get install sqlite3");
        }
    }

    /** The lines a query of a database gives, fields parted by {@code |}. */
    List<String> lines(Path database, String sql) throws IOException {
        program.run(List.of("sqlite3", "-readonly", database.toString(), sql));
        return Files.readAllLines(program.printed());
    }

    /** The one number a query gives. */
    long number(Path database, String sql) throws IOException {
        return Long.parseLong(lines(database, sql).get(0));
    }

    /** Writes tables as CSV files with a header line, computed columns left out. */
    void dump(Path database, List<String> tables, Path folder) throws IOException {
        for (String table : tables) {
            String columns = String.join(
                    ", ", lines(database, "SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid"));
            program.run(
                    List.of(
                            "sqlite3",
                            "-readonly",
                            "-csv",
                            "-header",
                            database.toString(),
                            "SELECT " + columns + " FROM " + table),
                    Set.of(0),
                    folder.resolve(table + ".csv"));
        }
    }

    /** Imports such files into a new database. */
    Usage load(List<String> tables, Path folder, Path database) throws IOException {
        Files.deleteIfExists(database);
        List<String> command = new ArrayList<>(List.of("sqlite3", database.toString(), ".mode csv"));
        tables.forEach(table -> command.add(".import '" + folder.resolve(table + ".csv") + "' " + table));
        return program.run(command);
    }
}
