package huibao.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What no program that reads the same forms and leaves the same rows in SQLite can do without: every sheet
 * is inflated, every finished row is stored.
 */
final class Floor {

    private static final List<String> TABLES = List.of("observation", "attainment");

    private final Sqlite sqlite;
    private final Path rows;

    /**
     * @param rows a folder for the finished rows
     */
    Floor(Sqlite sqlite, Path rows) {
        this.sqlite = sqlite;
        this.rows = rows;
    }

    /** Takes the finished rows out of a database. */
    void take(Path database) throws IOException {
        Folders.empty(rows);
        sqlite.dump(database, TABLES, rows);
    }

    /** Inflates the sheets of all forms and imports the rows taken before. */
    Usage measure(Path forms) throws IOException {
        return inflate(forms).plus(sqlite.load(TABLES, rows, rows.resolve("floor.db")));
    }

    /** Inflates the sheets of all forms in this thread; nothing is done with what comes out. */
    static Usage inflate(Path forms) throws IOException {
        byte[] buffer = new byte[65_536];
        List<Path> files = Folders.files(forms);
        long start = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long inflated = 0;
        for (Path file : files) {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    if (entry.getName().startsWith("xl/worksheets/")) {
                        inflated += drain(zip.getInputStream(entry), buffer);
                    }
                }
            }
        }
        if (inflated == 0) {
            throw new BenchException("no sheets in " + forms);
        }
        return new Usage(
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9,
                (System.nanoTime() - start) / 1e9,
                0);
    }

    private static long drain(InputStream sheet, byte[] buffer) throws IOException {
        try (sheet) {
            long size = 0;
            for (int read = sheet.read(buffer); read >= 0; read = sheet.read(buffer)) {
                size += read;
            }
            return size;
        }
    }
}
