package huibao.spec;

import huibao.intake.Collected.Left;
import huibao.model.Period;
import huibao.pipeline.RunResult;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.Trees;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What 北岸 of the second job puts into a real inbox in one night or several, and what the registry then holds. */
final class Nights {

    private static final Pattern SENT = Pattern.compile(
            "(.+?)( holding FISH (\\S+)| of zero bytes| cut off half way| still being copied| whose copying pauses half way)?");
    private static final String UNIT = "SEA-N";
    private static final String QUARTER = "2024-Q1";

    private final Bureau bureau;
    private final Path form;
    private final List<Copying> copying = new ArrayList<>();
    private final List<Pausing> pausing = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private int nights;

    Nights(Path folder) throws IOException {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("seaside"));
        JobFolder.edit(job, "job.yaml", "settle_seconds: 0", "settle_seconds: 1");
        this.bureau = new Bureau(job, folder);
        this.form = bureau.folders().inbox().resolve(UNIT + "-" + QUARTER + ".xlsx");
    }

    /** Puts what the steps say into the inbox, "next night" between two runs, and runs the last night. */
    void live(List<String> steps) throws Exception {
        for (String step : steps) {
            if (step.equals("next night")) {
                run();
            } else {
                put(step);
            }
        }
        run();
    }

    /** What was left in the inbox, then every submission in the order of receipt. */
    List<String> registered() {
        List<String> all = new ArrayList<>(left);
        all.addAll(Trees.query(
                bureau.folders().database(),
                "SELECT 'v' || version || ' ' || state || ' ' || file_name FROM submission ORDER BY receipt"));
        return all;
    }

    /** Everything said of them, as it is published. */
    List<String> findings() {
        return Trees.query(
                bureau.folders().database(),
                "SELECT rule || ' ' || severity || coalesce(' ' || sheet || '!' || cell, '') || ' [found=' || found || ']'"
                        + " FROM finding JOIN submission USING (submission_id) ORDER BY receipt, finding_no");
    }

    private void put(String step) throws IOException {
        Matcher words = SENT.matcher(step);
        if (!words.matches()) {
            throw new IllegalArgumentException("nobody can send: " + step);
        }
        String how = words.group(2) == null ? "" : words.group(2).strip();
        byte[] whole = form(how.startsWith("holding") ? Map.of("FISH", words.group(3)) : Map.of());
        switch (how) {
            case "of zero bytes" -> drop(words.group(1), new byte[0]);
            case "cut off half way" -> drop(words.group(1), Arrays.copyOf(whole, whole.length / 2));
            case "still being copied" ->
                copying.add(new Copying(bureau.folders().inbox().resolve(words.group(1)), whole));
            case "whose copying pauses half way" ->
                pausing.add(new Pausing(bureau.folders().inbox().resolve(words.group(1)), whole));
            default -> drop(words.group(1), whole);
        }
    }

    private byte[] form(Map<String, String> changes) throws IOException {
        bureau.drop(UNIT, QUARTER, "", changes);
        byte[] bytes = Files.readAllBytes(form);
        Files.delete(form);
        return bytes;
    }

    private void drop(String name, byte[] bytes) throws IOException {
        bureau.drop(name, bytes, Period.parse(QUARTER));
    }

    private void run() throws IOException, InterruptedException {
        nights++;
        RunResult result = bureau.run(QUARTER, "2024-04-%02dT00:00:00Z".formatted(7 + nights));
        for (Left one : result.left()) {
            left.add("left " + one.name() + " " + one.why());
        }
        for (Copying one : copying) {
            one.finish();
        }
        copying.clear();
        for (Pausing one : pausing) {
            one.finish();
        }
        pausing.clear();
    }

    /** A program that has written half of a form, holds it open and goes on in the morning. */
    private static final class Pausing {

        private final OutputStream out;
        private final byte[] rest;

        Pausing(Path file, byte[] bytes) throws IOException {
            out = Files.newOutputStream(file);
            out.write(bytes, 0, bytes.length / 2);
            rest = Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length);
        }

        void finish() throws IOException {
            try (out) {
                out.write(rest);
            }
        }
    }

    /** A program that copies a form slowly: what stands in the inbox is its beginning, and grows. */
    private static final class Copying {

        private static final long PAUSE_NANOS = 1_000_000;

        private final AtomicBoolean hurried = new AtomicBoolean();
        private final Thread writer;

        Copying(Path file, byte[] bytes) {
            writer = new Thread(() -> write(file, bytes));
            writer.start();
        }

        private void write(Path file, byte[] bytes) {
            try (OutputStream out = Files.newOutputStream(file)) {
                for (byte one : bytes) {
                    out.write(one);
                    if (!hurried.get()) {
                        LockSupport.parkNanos(PAUSE_NANOS);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void finish() throws InterruptedException {
            hurried.set(true);
            writer.join();
        }
    }
}
