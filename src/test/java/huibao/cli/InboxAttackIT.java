package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.testing.Bureau;
import huibao.testing.Extent;
import huibao.testing.JobFolder;
import huibao.testing.Program;
import huibao.testing.Trees;
import huibao.testing.TwoNights;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The inbox while many people write to it at once and badly: whatever ever lay there whole and still is archived
 * exactly once, nothing is archived that nobody wrote, no form counts twice.
 */
class InboxAttackIT {

    private static final int RUNS = Extent.isLong() ? 40 : 3;
    private static final int AT_ONCE = Extent.isLong() ? 600 : 120;
    private static final int SLOW_WRITERS = Extent.isLong() ? 8 : 3;

    /** A writer needs so many parts for a form, with pauses far below the time a file has to lie still. */
    private static final int PARTS = 15;

    private static final int PAUSE_MILLIS = 100;

    /** One of them has a bad line: so few parts, with pauses far above that time. */
    private static final int PARTS_ON_A_BAD_LINE = 4;

    private static final int LONG_PAUSE_MILLIS = 3000;
    private static final int SWAP_MILLIS = 10;

    @TempDir
    Path folder;

    private final Set<String> whole = ConcurrentHashMap.newKeySet();
    private final Set<String> settled = ConcurrentHashMap.newKeySet();
    private final CountDownLatch over = new CountDownLatch(1);

    @Test
    void keepsEverythingOnceAndReadsNothingHalf() throws Exception {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        JobFolder.edit(job, "job.yaml", "settle_seconds: 0", "settle_seconds: 1");
        Path inbox = Files.createDirectories(folder.resolve("input/inbox"));
        List<byte[]> forms = forms(job);
        obstacles(inbox);
        List<Path> links = entries(inbox);

        ExecutorService attackers = Executors.newCachedThreadPool();
        List<Future<?>> attacks = new ArrayList<>();
        for (int i = 0; i < SLOW_WRITERS; i++) {
            int writer = i;
            attacks.add(attackers.submit(() -> writeSlowly(inbox, writer, forms)));
        }
        attacks.add(attackers.submit(() -> swap(inbox, forms.get(0), forms.get(1))));
        attacks.add(attackers.submit(() -> sendUnderTheSameName(inbox, forms)));
        attacks.add(attackers.submit(() -> sendUnderManyNames(inbox, forms.get(2))));
        attacks.add(attackers.submit(() -> sendAtOnce(inbox)));
        List<String> outputs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            outputs.add(night(job));
        }
        over.countDown();
        attackers.shutdown();
        assertThat(attackers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        for (Future<?> attack : attacks) {
            attack.get();
        }
        night(job);
        night(job);

        assertThat(entries(inbox)).as("what is no file stays, and nothing else").isEqualTo(links);
        Path archive = folder.resolve("input/archive/files");
        Map<String, Integer> archived = archived(archive);
        assertThat(archived.keySet()).as("half reads").isSubsetOf(whole);
        assertThat(archived.keySet()).as("lost").containsAll(settled);
        assertThat(archived.values()).as("kept once").containsOnly(1);
        Path database = folder.resolve("output/seaside-2024/huibao.db");
        assertThat(Trees.query(
                        database,
                        "SELECT sha256 FROM submission WHERE state <> 'REJECTED' GROUP BY sha256 HAVING count(*) > 1"))
                .as("double counts")
                .isEmpty();
        assertThat(Trees.query(
                        database,
                        "SELECT ref_area FROM submission WHERE state = 'ACCEPTED' GROUP BY ref_area, time_period HAVING"
                                + " count(*) > 1"))
                .isEmpty();
        Program.Ended verified = Program.runHere(TwoNights.at(job, folder, "verify"));
        assertThat(verified.exitCode()).as(verified.output()).isZero();
        System.out.println("inbox attack: " + (RUNS + 2) + " runs, " + whole.size() + " contents written, "
                + settled.size() + " of them left to lie, " + archived.size() + " archived, "
                + entries(folder.resolve("input/archive/receipts")).size() + " receipts");
    }

    private String night(Path job) throws Exception {
        Program.Ended ended = Program.run(TwoNights.at(job, folder, "run", "--period", "2024-Q1"));
        assertThat(ended.exitCode()).as(ended.output()).isIn(0, 3);
        return ended.output();
    }

    private static List<byte[]> forms(Path job) throws IOException {
        Path drawer = Files.createTempDirectory("forms");
        Bureau clerk = new Bureau(job, drawer);
        List<byte[]> forms = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            clerk.drop(i % 2 == 0 ? "SEA-N" : "SEA-S", "2024-Q1", "", Map.of("FISH", "*1.%03d".formatted(i + 1)));
            try (Stream<Path> dropped = Files.list(clerk.folders().inbox())) {
                Path file = dropped.findFirst().orElseThrow();
                forms.add(Files.readAllBytes(file));
                Files.delete(file);
            }
        }
        return forms;
    }

    private static void obstacles(Path inbox) throws Exception {
        Files.createDirectories(inbox.resolve("folder.xlsx/inside"));
        Files.createSymbolicLink(inbox.resolve("link.xlsx"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(inbox.resolve("dangling.xlsx"), inbox.resolve("nowhere"));
        Process pipe = new ProcessBuilder("mkfifo", inbox.resolve("pipe.xlsx").toString()).start();
        assertThat(pipe.waitFor()).isZero();
    }

    /** A form that grows for seconds, then lies there; again and again under other names. */
    private void writeSlowly(Path inbox, int writer, List<byte[]> forms) {
        int parts = writer == 0 ? PARTS_ON_A_BAD_LINE : PARTS;
        int millis = writer == 0 ? LONG_PAUSE_MILLIS : PAUSE_MILLIS;
        for (int round = 0; round == 0 || !isOver(); round++) {
            byte[] form = withTrailer(forms.get((writer + round) % forms.size()), "slow " + writer + " " + round);
            whole.add(sha256(form));
            try (OutputStream out = Files.newOutputStream(inbox.resolve("slow-" + writer + "-" + round + ".xlsx"))) {
                for (int part = 0; part < parts; part++) {
                    int from = form.length * part / parts;
                    out.write(form, from, form.length * (part + 1) / parts - from);
                    out.flush();
                    pause(millis);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            settled.add(sha256(form));
        }
    }

    /** Two forms that take each other's place every few milliseconds; the last one stays. */
    private void swap(Path inbox, byte[] one, byte[] other) {
        Path name = inbox.resolve("swapped.xlsx");
        Path beside = inbox.resolve(".swapped.tmp");
        whole.add(sha256(one));
        whole.add(sha256(other));
        for (int i = 0; !isOver(); i++) {
            put(beside, i % 2 == 0 ? one : other);
            move(beside, name);
            pause(SWAP_MILLIS);
        }
        put(beside, one);
        move(beside, name);
        settled.add(sha256(one));
    }

    /** Another form under the same name whenever the one before has been taken. */
    private void sendUnderTheSameName(Path inbox, List<byte[]> forms) {
        Path name = inbox.resolve("SEA-S.xlsx");
        Path beside = inbox.resolve(".SEA-S.tmp");
        for (int i = 0; !isOver(); i++) {
            byte[] form = withTrailer(forms.get(i % forms.size()), "same name " + i);
            whole.add(sha256(form));
            put(beside, form);
            move(beside, name);
            settled.add(sha256(form));
            while (Files.exists(name) && !isOver()) {
                pause(SWAP_MILLIS);
            }
        }
    }

    private void sendUnderManyNames(Path inbox, byte[] form) {
        whole.add(sha256(form));
        for (int i = 0; i < 20; i++) {
            Path beside = inbox.resolve(".copy-" + i + ".tmp");
            put(beside, form);
            move(beside, inbox.resolve("copy-" + i + ".xlsx"));
            settled.add(sha256(form));
            pause(SWAP_MILLIS);
        }
    }

    private void sendAtOnce(Path inbox) {
        for (int i = 0; i < AT_ONCE; i++) {
            byte[] bytes = ("no workbook " + i).getBytes(StandardCharsets.UTF_8);
            whole.add(sha256(bytes));
            put(inbox.resolve(".n-" + i + ".tmp"), bytes);
            move(inbox.resolve(".n-" + i + ".tmp"), inbox.resolve("n-" + i + ".xlsx"));
            settled.add(sha256(bytes));
        }
    }

    private boolean isOver() {
        return over.getCount() == 0;
    }

    /** Waits, or until it is over. */
    private void pause(int millis) {
        try {
            over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Bytes after a zip archive's end change its hash and nothing a reader sees. */
    private static byte[] withTrailer(byte[] form, String comment) {
        byte[] trailer = comment.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = java.util.Arrays.copyOf(form, form.length + trailer.length);
        System.arraycopy(trailer, 0, bytes, form.length, trailer.length);
        // The length of the archive's comment stands in its last two bytes.
        bytes[form.length - 2] = (byte) trailer.length;
        return bytes;
    }

    private static void put(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> archived(Path files) throws IOException {
        Map<String, Integer> archived = new TreeMap<>();
        try (Stream<Path> walked = Files.walk(files)) {
            for (Path file : walked.filter(Files::isRegularFile).toList()) {
                archived.merge(sha256(Files.readAllBytes(file)), 1, Integer::sum);
            }
        }
        return archived;
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.sorted().toList();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
