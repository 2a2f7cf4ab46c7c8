package huibao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What no program that reads the same forms and leaves the same rows in SQLite can do without: every sheet
 * is inflated, every finished row is stored.
 */
final class Floor {

    private static final String OWN_TABLES =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";

    private final Program program;
    private final Sqlite sqlite;
    private final Path rows;
    private List<String> tables = List.of();

    /**
     * @param rows a folder for the finished rows
     */
    Floor(Program program, Sqlite sqlite, Path rows) {
        this.program = program;
        this.sqlite = sqlite;
        this.rows = rows;
    }

    /** Takes the finished rows of all tables out of a database. */
    void take(Path database) throws IOException {
        Folders.empty(rows);
        List<String> all = sqlite.lines(database, OWN_TABLES);
        sqlite.dump(database, all, rows);
        tables = new ArrayList<>();
        for (String table : all) {
            if (Files.size(rows.resolve(table + ".csv")) > 0) {
                tables.add(table);
            }
        }
    }

    /** Inflates the sheets of all forms: a process of its own, one thread. */
    Usage inflate(Path forms) throws IOException {
        return program.run(List.of(
                Lab.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Inflate.class.getName(),
                forms.toString()));
    }

    /** The same with public tools, a process a form: what it takes somebody who only has a shell. */
    Usage unzip(Path forms) throws IOException {
        return program.run(List.of(
                "sh",
                "-c",
                "for form in \"$1\"/*.xlsx; do unzip -p \"$form\" 'xl/worksheets/*' > /dev/null; done",
                "sh",
                forms.toString()));
    }

    /** Imports the rows taken before into a new database. */
    Usage load() throws IOException {
        return sqlite.load(tables, rows, rows.resolve("floor.db"));
    }
}
