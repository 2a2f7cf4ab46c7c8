package huibao.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What some tests need of their machine besides Java and Maven. Where it is not there they are skipped and say so;
 * they are tagged "strace", "namespaces" and "systemd".
 */
public final class Machine {

    private Machine() {}

    /** System calls can be watched and refused. */
    public static void assumeStrace() {
        assumeTrue(
                succeeds("strace", "-f", "-o", "/dev/null", "true"),
                "strace is not here, or may not trace: package strace");
    }

    /** systemd can be asked about its units. */
    public static void assumeSystemd() {
        assumeTrue(succeeds("systemd-analyze", "--version"), "systemd-analyze is not here: package systemd");
    }

    /**
     * The command that starts a program with mounts of its own: as root, or as a user who may be root in a namespace.
     */
    public static String assumeMounts() {
        return assumeNamespace("-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt");
    }

    /** The command that starts a program with no network but its own loopback. */
    public static String assumeNoNetwork() {
        return assumeNamespace("-n", "true");
    }

    private static String assumeNamespace(String kind, String... trial) {
        Optional<String> how = List.of("unshare " + kind, "unshare -r " + kind).stream()
                .filter(command -> succeeds((command + " " + String.join(" ", trial)).split(" ")))
                .findFirst();
        assumeTrue(how.isPresent(), "neither root nor user namespaces here: unshare " + kind + " is refused");
        return how.orElseThrow();
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
