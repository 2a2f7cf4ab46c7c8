package huibao.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Folders and databases made comparable. */
public final class Trees {

    /** Tables with a row for each run, or for what each published. */
    private static final List<String> OF_RUNS =
            List.of("run", "run_unit", "run_publication", "edition", "figure_history", "attainment_history");

    private static final Set<PosixFilePermission> WRITE =
            Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private Trees() {}

    /**
     * Every file people or programs read, by its path below a job's output folder, with the SHA-256 of its
     * bytes; the database by what is in it. Measures with their clock times are not published.
     */
    public static SortedMap<String, String> published(Path output) throws IOException {
        SortedMap<String, String> files = publishedFiles(output);
        files.put("huibao.db", sha256(dump(output.resolve("huibao.db")).getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    /** The same without the database. */
    public static SortedMap<String, String> publishedFiles(Path output) throws IOException {
        SortedMap<String, String> files = files(output);
        files.keySet()
                .removeIf(name ->
                        name.startsWith(".huibao") || name.contains("huibao.db") || name.equals("metrics.prom"));
        return files;
    }

    /** Every file by its path below a folder, with the SHA-256 of its bytes. */
    public static SortedMap<String, String> files(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> walked = Files.walk(folder)) {
            for (Path file : walked.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), sha256(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    /** Files below an archive that may be written to, beside what waits to be sent and what has no name of its own yet. */
    public static List<Path> writable(Path archive) throws IOException {
        List<Path> writable = new ArrayList<>();
        try (Stream<Path> walked = Files.walk(archive)) {
            for (Path file : walked.filter(Files::isRegularFile).toList()) {
                Path name = archive.relativize(file);
                if (!name.startsWith("outbox")
                        && !name.equals(Path.of("lock"))
                        && !name.toString().contains(".tmp")
                        && !Collections.disjoint(Files.getPosixFilePermissions(file), WRITE)) {
                    writable.add(name);
                }
            }
        }
        return writable;
    }

    /** All rows of all tables of a SQLite file, ordered by all columns. */
    public static String dump(Path database) {
        StringBuilder dump = new StringBuilder();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String table : column(
                    statement,
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")) {
                dump.append("== ").append(table).append('\n');
                List<String> rows = new ArrayList<>();
                try (ResultSet result = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
                    int columns = result.getMetaData().getColumnCount();
                    while (result.next()) {
                        List<String> cells = new ArrayList<>();
                        for (int i = 1; i <= columns; i++) {
                            cells.add(String.valueOf(result.getString(i)));
                        }
                        rows.add(String.join("|", cells));
                    }
                }
                rows.stream().sorted().forEach(row -> dump.append(row).append('\n'));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot dump " + database, e);
        }
        return dump.toString();
    }

    /**
     * The same without what is kept of each run and of what each published: submissions, findings, figures and
     * verdicts, whichever run brought them.
     */
    public static String figures(Path database) {
        return Stream.of(dump(database).split("(?m)^(?=== )"))
                .filter(table -> OF_RUNS.stream().noneMatch(name -> table.startsWith("== " + name + "\n")))
                .collect(Collectors.joining());
    }

    /** Runs one statement on a database, made if it is not there. */
    public static void execute(Path database, String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Copies a folder with everything in it. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walked = Files.walk(from)) {
            for (Path path : walked.sorted().toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    /** The first column of a query's rows. */
    public static List<String> query(Path database, String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            return column(statement, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static List<String> column(Statement statement, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                values.add(result.getString(1));
            }
        }
        return values;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
