package huibao.faults;

import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueReader;
import huibao.files.Sha256;
import huibao.message.Messages;
import huibao.model.Period;
import huibao.pipeline.JobFolders;
import huibao.recovery.Verification;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.JsonObjects;
import huibao.testing.MutatedBuild;
import huibao.testing.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A night to be disturbed. A quarter is published already; in the inbox lie two new forms, one that will be returned,
 * a correction that supersedes an accepted form, something that is no workbook, and bytes sent before. Every copy of
 * the prepared folder starts from the same state and has to end in the same one.
 */
final class Night {

    private static final String FIGURES = "figures";
    private static final String JOB = "seaside-2024";
    private static final String BEFORE = "2024-04-12T02:00:00Z";
    private static final String NOW = "2024-07-12T02:00:00Z";
    private static final int RETURNS = 3;

    private final Path root;
    private final Path prepared;
    private final Set<String> sent;
    private final SortedMap<String, String> before;
    private final Map<Integer, SortedMap<String, String>> calm = new HashMap<>();
    private final AtomicInteger copies = new AtomicInteger();

    private Night(Path root, Path prepared, Set<String> sent) throws IOException {
        this.root = root;
        this.prepared = prepared;
        this.sent = sent;
        this.before = files(prepared.resolve("output"));
    }

    /** Makes the evening before. */
    static Night prepare(Path root) throws IOException, InterruptedException {
        Path prepared = Files.createDirectories(root.resolve("prepared"));
        Bureau bureau = new Bureau(JobFolder.copy(JobFolder.SEASIDE, prepared.resolve("job")), prepared);
        bureau.dropAll("2024-Q1");
        byte[] again = Files.readAllBytes(prepared.resolve("input/inbox/SEA-S-2024-Q1.xlsx"));
        bureau.run("2024-Q1", BEFORE);
        bureau.drop("SEA-N", "2024-Q2");
        bureau.drop("SEA-S", "2024-Q2");
        bureau.drop("SEA", "2024-Q2", "", Map.of("FERRY", "-1"));
        bureau.drop("SEA-N", "2024-Q1", "-correction", Map.of("FISH", "*1.01"));
        bureau.drop("notes.xlsx", "no workbook".getBytes(StandardCharsets.UTF_8), Period.parse("2024-Q2"));
        bureau.drop("SEA-S-2024-Q1-again.xlsx", again, Period.parse("2024-Q2"));
        Set<String> sent = new TreeSet<>();
        for (Path file : list(prepared.resolve("input/inbox"))) {
            sent.add(Sha256.of(file));
        }
        return new Night(root, prepared, sent);
    }

    /** A copy of its own for one trial. */
    Path copy() throws IOException {
        Path copy = root.resolve("trial-" + copies.incrementAndGet());
        Trees.copy(prepared, copy);
        Files.createDirectories(copy.resolve("tmp"));
        return copy;
    }

    /** The run as cron would start it. */
    NightlyRun run(Path folder) {
        return new NightlyRun(
                folder,
                List.of(
                        "run",
                        "--lang",
                        "en",
                        "--period",
                        "2024-Q2",
                        "--now",
                        NOW,
                        "--job",
                        folder.resolve("job").toString(),
                        "--input",
                        folder.resolve("input").toString(),
                        "--output",
                        folder.resolve("output").toString()),
                Optional.empty());
    }

    /** The same with a safeguard taken out. */
    NightlyRun run(Path folder, MutatedBuild build) {
        NightlyRun run = run(folder);
        return new NightlyRun(folder, run.arguments(), Optional.of(build));
    }

    /**
     * The same in this process: all that it can know of the one before is what that left. One at a time, as the program
     * does it: Spring Batch keeps the contexts of a process's steps by their number.
     */
    synchronized int runHere(Path folder) throws IOException {
        return new Bureau(folder.resolve("job"), folder)
                .run("2024-Q2", NOW)
                .outcome()
                .exitCode();
    }

    /**
     * What is wrong in a folder after a run that said it was done; empty if it is as after that many undisturbed
     * runs. More than one is right only where a run was over when it was killed.
     */
    List<String> differences(Path folder, int runs) throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>(differences(calm(runs), state(folder)));
        wrong.addAll(unfinished(folder));
        return wrong;
    }

    /**
     * The same where forms could not be taken at first, and came into a run of their own: runs and editions are more,
     * everything else the registry holds is the same, and what is published is what the manifests say.
     */
    List<String> shortcomings(Path folder) throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>(unfinished(folder));
        wrong.addAll(gaps(folder));
        List<String> expected = calm(1).get(FIGURES).lines().toList();
        List<String> found = figures(folder).lines().toList();
        found.stream().filter(row -> !expected.contains(row)).forEach(row -> wrong.add("not expected: " + row));
        expected.stream().filter(row -> !found.contains(row)).forEach(row -> wrong.add("missing: " + row));
        return wrong;
    }

    private static List<String> unfinished(Path folder) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path left : list(folder.resolve("input/inbox"))) {
            wrong.add("left in the inbox: " + left.getFileName());
        }
        for (Path file : below(folder)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".tmp") || name.contains(".huibao-taken-")) {
                wrong.add("left behind: " + folder.relativize(file));
            }
        }
        Catalogue catalogue = CatalogueReader.read(folder.resolve("job"));
        new Verification(catalogue, folders(folder), Messages.in(Locale.ENGLISH))
                .verify()
                .forEach(fault -> wrong.add("verify: " + fault.kind() + " " + fault.where() + " " + fault.found()));
        return wrong;
    }

    /**
     * What is wrong in a folder in which a run was disturbed: a file sent that is neither in the inbox nor archived
     * under a receipt, or sent once and received twice; a published file that is neither as before nor as it will be.
     */
    List<String> damages(Path folder) throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        SortedMap<String, String> after = calm(1);
        SortedMap<String, String> found = files(folder.resolve("output"));
        found.forEach((name, hash) -> {
            if (!hash.equals(before.get(name)) && !hash.equals(after.get("output/" + name))) {
                wrong.add("neither as before nor as it will be: " + name);
            }
        });
        before.keySet().stream()
                .filter(name -> !found.containsKey(name))
                .forEach(name -> wrong.add("published before and gone: " + name));
        wrong.addAll(losses(folder));
        return wrong;
    }

    /**
     * The same where the run may have published without a form it could not take: a published file is as before, as it
     * will be, or what a manifest that stands there says. Only a run that stopped may have left others, which its
     * manifest was to list; they are whole.
     */
    List<String> damagesWithoutAForm(Path folder) throws IOException, InterruptedException {
        SortedMap<String, String> after = calm(1);
        SortedMap<String, String> found = files(folder.resolve("output"));
        Map<String, String> listed =
                Manifests.in(folder.resolve("output").resolve(JOB)).listed();
        List<String> wrong = new ArrayList<>(losses(folder));
        found.forEach((name, hash) -> {
            boolean known = hash.equals(before.get(name))
                    || hash.equals(after.get("output/" + name))
                    || hash.equals(listed.get(name.substring(JOB.length() + 1)));
            if (!known && !Manifests.isWhole(folder.resolve("output").resolve(name))) {
                wrong.add("half published: " + name);
            }
        });
        before.keySet().stream()
                .filter(name -> !found.containsKey(name))
                .forEach(name -> wrong.add("published before and gone: " + name));
        return wrong;
    }

    /** The same where that run says that it is done: every published file is listed, and every listed one there. */
    List<String> gaps(Path folder) throws IOException, InterruptedException {
        List<String> wrong = damagesWithoutAForm(folder);
        wrong.addAll(Manifests.in(folder.resolve("output").resolve(JOB)).gaps());
        return wrong;
    }

    /** Of that only what concerns the files sent. */
    private List<String> losses(Path folder) throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> received = new HashMap<>();
        Set<String> safe = new TreeSet<>();
        for (Path receipt : list(folder.resolve("input/archive/receipts"))) {
            if (!receipt.toString().endsWith(".json")) {
                continue;
            }
            Map<String, Object> members = JsonObjects.read(Files.readString(receipt, StandardCharsets.UTF_8));
            received.merge(members.get("file_name") + " " + members.get("sha256"), 1, Integer::sum);
            String hash = String.valueOf(members.get("sha256"));
            for (Path file : list(folder.resolve("input/archive/files").resolve(hash.substring(0, 2)))) {
                if (file.getFileName().toString().startsWith(hash)
                        && Sha256.of(file).equals(hash)) {
                    safe.add(hash);
                }
            }
        }
        received.forEach((name, times) -> {
            if (times > 1) {
                wrong.add("sent once, received " + times + " times: " + name);
            }
        });
        for (Path file : list(folder.resolve("input/inbox"))) {
            safe.add(Sha256.of(file));
        }
        sent.stream().filter(hash -> !safe.contains(hash)).forEach(hash -> wrong.add("lost: " + hash));
        return wrong;
    }

    /** The exit code of a run that did everything. */
    static int done() {
        return RETURNS;
    }

    /** Whether the last thing a run does before it says that it is done has been done: its entry in the archive. */
    static boolean isOver(Path folder) throws IOException {
        return list(folder.resolve("input/archive/runs")).stream()
                .anyMatch(file -> file.getFileName().toString().equals("20240712T020000Z-2024-Q2.json"));
    }

    /** How often the night was run to its end in a folder, by the log of runs. */
    static int runs(Path folder) {
        return Trees.query(folder.resolve("output").resolve(JOB).resolve("huibao.db"), "SELECT run_id FROM run")
                        .size()
                - 1;
    }

    private static JobFolders folders(Path folder) {
        return new JobFolders(
                folder.resolve("job"),
                folder.resolve("input/inbox"),
                folder.resolve("input/archive"),
                folder.resolve("output").resolve(JOB));
    }

    /** As it is after that many runs that nobody disturbed. */
    private synchronized SortedMap<String, String> calm(int runs) throws IOException, InterruptedException {
        if (!calm.containsKey(runs)) {
            Path folder = copy();
            for (int i = 0; i < runs; i++) {
                NightlyRun.Ended ended = run(folder).toItsEnd();
                if (ended.exitCode() != done() || !ended.error().isEmpty()) {
                    throw new IllegalStateException("an undisturbed run fails: " + ended);
                }
            }
            calm.put(runs, state(folder));
        }
        return calm.get(runs);
    }

    /** Has the undisturbed state made, so that trials may run beside each other. */
    void settle() throws IOException, InterruptedException {
        calm(1);
    }

    private static List<String> differences(SortedMap<String, String> expected, SortedMap<String, String> found) {
        TreeSet<String> names = new TreeSet<>(expected.keySet());
        names.addAll(found.keySet());
        return names.stream()
                .filter(name -> !String.valueOf(expected.get(name)).equals(found.get(name)))
                .map(name -> !expected.containsKey(name)
                        ? "not expected: " + name
                        : found.containsKey(name) ? "differs: " + name : "missing: " + name)
                .collect(Collectors.toList());
    }

    /** Published files and the database's rows, and the archive with what may be done to its files. */
    private static SortedMap<String, String> state(Path folder) throws IOException {
        SortedMap<String, String> state = new TreeMap<>();
        Trees.published(folder.resolve("output").resolve(JOB))
                .forEach((name, hash) -> state.put("output/" + JOB + "/" + name, hash));
        state.put(FIGURES, figures(folder));
        Path archive = folder.resolve("input/archive");
        for (Path file : below(archive)) {
            String name = archive.relativize(file).toString();
            if (name.equals("lock")) {
                // Whose process it was, which is another one's each time.
                continue;
            }
            String content = name.startsWith("receipts")
                    ? receipt(file)
                    : Sha256.of(file) + " " + PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            state.put("archive/" + name, content);
        }
        return state;
    }

    /** The registry without its runs, and without the numbers files have in the order in which they came. */
    private static String figures(Path folder) {
        return Trees.figures(folder.resolve("output").resolve(JOB).resolve("huibao.db"))
                .replaceAll("rejected-\\d{8}", "rejected")
                // Of a submission it stands between the hash of the job folder and the file's size,
                .replaceAll("(?m)^(.*\\|[0-9a-f]{64}\\|)\\d+(\\|\\d+\\|[01]\\|[A-Z]+\\|.*)$", "$1$2")
                // and of bytes sent again it comes first.
                .replaceAll("(?m)^\\d+(\\|.*\\|[0-9a-f]{64}\\|\\d+\\|[^|]+)$", "$1");
    }

    /** A receipt without the inode and the time the copy of the inbox has. */
    private static String receipt(Path file) throws IOException {
        Map<String, Object> members = new TreeMap<>(JsonObjects.read(Files.readString(file, StandardCharsets.UTF_8)));
        members.remove("arrival");
        return members.toString();
    }

    private static SortedMap<String, String> files(Path output) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (Path file : below(output)) {
            String name = output.relativize(file).toString();
            boolean published = !name.contains(".huibao") && !name.contains("huibao.db") && !name.endsWith(".tmp");
            // Measures hold the clock's time and are no part of what is published.
            if (published && !name.endsWith("metrics.prom")) {
                files.put(name, Sha256.of(file));
            }
        }
        return files;
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.sorted().toList();
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> walked = Files.walk(folder)) {
            return walked.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("tmp")))
                    .toList();
        }
    }
}
