package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.testing.Machine;
import huibao.testing.Program;
import huibao.testing.Trees;
import huibao.testing.TwoNights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the program asks of the machine it is installed on: no network, and no more rights than its account gives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SafeToInstallIT {

    private TwoNights nights;

    @TempDir
    private Path base;

    @BeforeAll
    void prepare(@TempDir Path folder) throws IOException {
        nights = TwoNights.in(folder);
    }

    @Test
    @Tag("strace")
    void connectsToNothingAndListensToNothing() throws Exception {
        Machine.assumeStrace();
        Path copy = nights.copy(base.resolve("copy"));
        Path calls = base.resolve("calls");
        Program.Ended ended =
                sh("exec strace -f -qq -o " + calls + " -e trace=network " + BadGroundIT.shell(TwoNights.second(copy)));

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(3);
        // Java asks once for each protocol whether the system has it, by a socket that is not used.
        assertThat(Files.readAllLines(calls).stream()
                        .filter(line -> line.matches(".*\\b(connect|bind|listen|accept4?|send(to|msg|mmsg))\\(.*"))
                        .filter(line -> !line.contains("AF_UNIX")))
                .isEmpty();
        assertThat(Trees.published(TwoNights.output(copy))).isEqualTo(nights.undisturbed());
    }

    @Test
    @Tag("namespaces")
    void runsWhereThereIsNoNetwork() throws Exception {
        String unshare = Machine.assumeNoNetwork();
        Path copy = nights.copy(base.resolve("copy"));
        Program.Ended ended = sh("exec " + unshare + " " + BadGroundIT.shell(TwoNights.second(copy)));

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(3);
        assertThat(Trees.published(TwoNights.output(copy))).isEqualTo(nights.undisturbed());
    }

    @Test
    void makesFilesWithTheUmaskOfItsAccountAndTheArchiveReadOnly() throws Exception {
        Path copy = nights.copy(base.resolve("copy"));
        Set<Path> before = all(copy);
        Program.Ended ended = sh("umask 027; exec " + BadGroundIT.shell(TwoNights.second(copy)));
        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(3);

        Set<Path> made = all(copy);
        made.removeAll(before);
        assertThat(made.size()).isGreaterThan(20);
        for (Path path : made) {
            String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
            assertThat(mode).as(path.toString()).matches(Files.isDirectory(path) ? "rwxr-x---" : "r[w-]-r-----");
        }
        assertThat(Trees.writable(copy.resolve("input/archive"))).isEmpty();
    }

    @Test
    @Tag("strace")
    void leavesNoArchivedFileWritableHoweverItIsKilled() throws Exception {
        Machine.assumeStrace();
        Path copy = nights.copy(base.resolve("copy"));
        for (int at = 1; at <= 3; at++) {
            Program.Ended ended = sh("strace -f -qq -o /dev/null -e 'trace=/^f?chmod(at2?)?$' -e"
                    + " 'inject=/^f?chmod(at2?)?$:signal=KILL:when=" + at + "' "
                    + BadGroundIT.shell(TwoNights.second(copy)) + "; true");
            assertThat(ended.output()).doesNotContain("done ");
            assertThat(Trees.writable(copy.resolve("input/archive"))).isEmpty();
        }
        Program.Ended ended = TwoNights.runSecond(copy);
        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(3);
        assertThat(Trees.published(TwoNights.output(copy))).isEqualTo(nights.undisturbed());
        assertThat(Trees.writable(copy.resolve("input/archive"))).isEmpty();
    }

    private static Set<Path> all(Path folder) throws IOException {
        try (Stream<Path> walked = Files.walk(folder)) {
            return new java.util.TreeSet<>(walked.toList());
        }
    }

    private static Program.Ended sh(String command) throws Exception {
        return TwoNights.end(TwoNights.start(List.of("sh", "-c", command)));
    }
}
