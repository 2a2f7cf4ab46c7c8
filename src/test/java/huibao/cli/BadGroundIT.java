package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.testing.Extent;
import huibao.testing.Machine;
import huibao.testing.Program;
import huibao.testing.Trees;
import huibao.testing.TwoNights;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Disks that are full or read-only, files that other programs hold: the run says so and fails, every published file
 * is the old or the new one, and the next run ends with the bytes of an undisturbed night.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadGroundIT {

    /** How much room, in KiB, the disk has beside what lies there already. */
    private static final List<Integer> ROOM =
            Extent.isLong() ? steps(0, 1200, 20) : List.of(8, 160, 300, 640, 780, 900, 1000);

    private TwoNights nights;
    private Path base;

    @BeforeAll
    void prepare(@TempDir Path folder) throws IOException {
        base = folder;
        nights = TwoNights.in(folder);
    }

    @Test
    @Tag("namespaces")
    void aFullDiskLosesNothingAndTheNextRunEndsUndisturbed() throws Exception {
        String unshare = Machine.assumeMounts();
        Path report = Files.createDirectories(base.resolve("full"));
        StringBuilder script = new StringBuilder("set -u\n");
        script.append("disk=")
                .append(Files.createDirectories(base.resolve("disk")))
                .append('\n');
        for (int room : ROOM) {
            Path of = Files.createDirectories(report.resolve(Integer.toString(room)));
            script.append("mount -t tmpfs -o size=64m tmpfs $disk\n")
                    .append("cp -a ")
                    .append(nights.prepared())
                    .append("/. $disk/\n")
                    .append(inOrder("$disk"))
                    .append("used=$(df -k --output=used $disk | tail -n 1)\n")
                    .append("mount -o remount,size=$((used + ")
                    .append(room)
                    .append("))k $disk\n")
                    .append(shell(TwoNights.second(base.resolve("disk"))))
                    .append(" > ")
                    .append(of)
                    .append("/output 2>&1; echo $? > ")
                    .append(of)
                    .append("/exit\n")
                    .append("mount -o remount,size=64m $disk\n")
                    .append("cp -a $disk/. ")
                    .append(of)
                    .append("/failed\n")
                    .append(inOrder(of + "/failed"))
                    .append("umount $disk\n");
        }
        inNamespace(unshare, script.toString());

        int full = 0;
        Map<String, List<Integer>> stoppedAt = new LinkedHashMap<>();
        for (int room : ROOM) {
            Path of = report.resolve(Integer.toString(room));
            Program.Ended ended = new Program.Ended(
                    Integer.parseInt(Files.readString(of.resolve("exit")).strip()),
                    Files.readString(of.resolve("output")));
            Path failed = of.resolve("failed");
            if (ended.exitCode() == 3) {
                assertThat(Trees.published(TwoNights.output(failed))).isEqualTo(nights.undisturbed());
                continue;
            }
            full++;
            DamagedFilesIT.refused(ended, "");
            assertThat(ended.output())
                    .as("room " + room)
                    .containsPattern("No space left|disk is full|SQLITE_FULL|disk cannot be|free space");
            stoppedAt
                    .computeIfAbsent(lastStep(ended.output()), step -> new ArrayList<>())
                    .add(room);
            nothingHalf(failed);
            begunAfterTheCopyWasMade(failed);
            if (ended.output().contains("no room") || ended.output().contains("free space of the archive")) {
                nights.endWithWhatWasLeft(failed);
            } else {
                nights.endUndisturbed(failed);
            }
        }
        System.out.println("full disks: " + full + " of " + ROOM.size()
                + ", the room with which they stopped at each step: " + stoppedAt);
        assertThat(full).isGreaterThan(1);
        assertThat(stoppedAt).as("at different steps").hasSizeGreaterThan(3);
    }

    /** A copy is made in any order; its forms come in that of their names. */
    private static String inOrder(String folder) {
        return "export LC_ALL=C.UTF-8; for f in " + folder + "/input/inbox/*; do if [ -e \"$f\" ]; then mv \"$f\" "
                + folder + "/form; mv " + folder + "/form \"$f\"; fi; done\n";
    }

    @ParameterizedTest
    @Tag("namespaces")
    @ValueSource(strings = {"output", "input/archive", "input/inbox"})
    void aReadOnlyFolderIsNamedAndNothingIsTouched(String which) throws Exception {
        String unshare = Machine.assumeMounts();
        Path copy = nights.copy(base.resolve("read-only-" + which.replace('/', '-')));
        Map<String, String> inbox = Trees.files(copy.resolve("input/inbox"));
        Path output = copy.resolve("said");
        String folder = copy.resolve(which).toString();
        inNamespace(
                unshare,
                "mount --bind " + folder + " " + folder + " && mount -o remount,ro,bind " + folder + "\n"
                        + shell(TwoNights.second(copy)) + " > " + output + " 2>&1; echo $? >> " + output + "\n");

        List<String> lines = Files.readAllLines(output);
        Program.Ended ended = new Program.Ended(
                Integer.parseInt(lines.get(lines.size() - 1)), String.join("\n", lines.subList(0, lines.size() - 1)));
        DamagedFilesIT.refused(ended, which.equals("output") ? "output" : folder);
        assertThat(ended.output()).containsIgnoringCase("read-only");
        assertThat(Trees.files(copy.resolve("input/inbox"))).isEqualTo(inbox);
        nothingHalf(copy);
        nights.endUndisturbed(copy);
    }

    @Test
    void aSummaryThatSomebodyHasOpenIsReplacedBeneathThem() throws Exception {
        Path copy = nights.copy(base.resolve("open"));
        Path summary = TwoNights.output(copy).resolve("2024-Q1/汇总表-2024-Q1.xlsx");
        byte[] before = Files.readAllBytes(summary);
        try (FileChannel open = FileChannel.open(summary, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            assertThat(open.lock()).isNotNull();
            nights.endUndisturbed(copy);
            java.nio.ByteBuffer read = java.nio.ByteBuffer.allocate(before.length);
            while (read.hasRemaining() && open.read(read) >= 0) {
                // Until all of it is read.
            }
            assertThat(read.array()).as("whoever has it open reads the old one").isEqualTo(before);
        }
    }

    @Test
    void aReaderOfTheDatabaseDisturbsNobodyAndSeesOneState() throws Exception {
        Path copy = nights.copy(base.resolve("reader"));
        Path database = TwoNights.output(copy).resolve("huibao.db");
        try (Connection reader = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = reader.createStatement()) {
            statement.execute("BEGIN");
            String before = count(statement);
            Program.Ended ended = TwoNights.runSecond(copy);
            assertThat(ended.exitCode()).as(ended.output()).isEqualTo(3);
            assertThat(count(statement)).isEqualTo(before);
            statement.execute("COMMIT");
            assertThat(count(statement)).isNotEqualTo(before);
        }
        assertThat(Trees.published(TwoNights.output(copy))).isEqualTo(nights.undisturbed());
    }

    @Test
    void aWriterOfADatabaseIsWaitedForThenNamed() throws Exception {
        List<String> held = List.of("huibao.db", ".huibao/batch.db");
        List<Path> copies = new ArrayList<>();
        List<Connection> holders = new ArrayList<>();
        List<Process> runs = new ArrayList<>();
        for (String name : held) {
            for (String how : List.of("BEGIN IMMEDIATE", "PRAGMA locking_mode = EXCLUSIVE")) {
                Path copy = nights.copy(base.resolve("writer-" + copies.size()));
                copies.add(copy);
                Connection holder = DriverManager.getConnection(
                        "jdbc:sqlite:" + TwoNights.output(copy).resolve(name));
                holders.add(holder);
                try (Statement statement = holder.createStatement()) {
                    statement.execute("PRAGMA journal_mode = WAL");
                    statement.execute(how);
                    if (how.startsWith("PRAGMA")) {
                        statement.execute("BEGIN EXCLUSIVE");
                    }
                }
                runs.add(TwoNights.start(TwoNights.command(Optional.empty(), List.of(), TwoNights.second(copy))));
            }
        }
        for (int i = 0; i < runs.size(); i++) {
            Program.Ended ended = TwoNights.end(runs.get(i));
            DamagedFilesIT.refused(ended, held.get(i / 2));
            assertThat(ended.output()).contains("other program").contains("again");
            holders.get(i).close();
            nothingHalf(copies.get(i));
            nights.endUndisturbed(copies.get(i));
        }
    }

    private static String count(Statement statement) throws Exception {
        try (var result = statement.executeQuery("SELECT count(*) FROM submission")) {
            return result.getString(1);
        }
    }

    /** Every published file is that of the first night or of the second. */
    private void nothingHalf(Path copy) throws IOException {
        SortedMap<String, String> files = Trees.files(TwoNights.output(copy));
        files.forEach((name, hash) -> {
            boolean passing = name.startsWith(".huibao")
                    || name.contains("huibao.db")
                    || name.equals("metrics.prom")
                    || name.matches("(.*/)?\\..*\\.tmp");
            assertThat(passing
                            || hash.equals(nights.first().get(name))
                            || hash.equals(nights.undisturbed().get(name)))
                    .as(name)
                    .isTrue();
        });
        assertThat(files.keySet()).as("nothing of the first night is gone").containsAll(without(nights.first()));
    }

    /** Files of the first night that the second keeps. */
    private List<String> without(SortedMap<String, String> first) {
        return first.keySet().stream()
                .filter(name -> nights.undisturbed().containsKey(name))
                .toList();
    }

    private static String lastStep(String output) {
        return output.lines()
                .filter(line -> line.contains("  · "))
                .map(line -> line.substring(line.indexOf("  · ") + 4))
                .reduce((earlier, later) -> later)
                .orElse("(before the first step)");
    }

    /** The program's command line for a shell. */
    static String shell(String[] arguments) throws IOException, InterruptedException {
        StringBuilder line = new StringBuilder();
        for (String word : TwoNights.command(Optional.empty(), List.of(), arguments)) {
            line.append('\'').append(word.replace("'", "'\\''")).append("' ");
        }
        return line.toString();
    }

    private static void inNamespace(String unshare, String script) throws Exception {
        Path file = Files.writeString(Files.createTempFile("mounts", ".sh"), script, StandardCharsets.UTF_8);
        try {
            Program.Ended ended = sh(unshare + " sh " + file);
            assertThat(ended.exitCode()).as(ended.output()).isZero();
        } finally {
            Files.delete(file);
        }
    }

    private static Program.Ended sh(String command) throws Exception {
        Process process = TwoNights.start(List.of("sh", "-c", command));
        Program.Ended ended = TwoNights.end(process);
        assertThat(process.waitFor(1, TimeUnit.SECONDS)).isTrue();
        return ended;
    }

    private static List<Integer> steps(int from, int to, int by) {
        List<Integer> steps = new ArrayList<>();
        for (int step = from; step <= to; step += by) {
            steps.add(step);
        }
        return steps;
    }

    /** By the clock, the files of a copy came later than the run that stopped, and would be left to the next one. */
    private static void begunAfterTheCopyWasMade(Path copy) {
        Path tables = TwoNights.output(copy).resolve(".huibao/batch.db");
        String name = "BATCH_JOB_EXECUTION_PARAMS";
        if (Files.exists(tables)
                && !Trees.query(tables, "SELECT name FROM sqlite_master WHERE name = '" + name + "'")
                        .isEmpty()) {
            Trees.execute(
                    tables,
                    "UPDATE " + name + " SET PARAMETER_VALUE = '" + Instant.now() + "' WHERE PARAMETER_NAME = 'begun'");
        }
    }
}
