package huibao.faults;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.faults.NightlyRun.Ended;
import huibao.faults.Strace.Rule;
import huibao.faults.Trace.Site;
import huibao.testing.Machine;
import huibao.testing.MutatedBuild;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A night in which the system refuses calls on the files of inbox, archive, output and job: a run that says it is
 * done has done everything; any other says in a line what stands in its way, has lost and spoilt nothing, and the next
 * plain run ends as if nothing had happened.
 */
@Tag("strace")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedCallsIT {

    private static final List<String> ERRORS = List.of("EIO", "ENOSPC", "EACCES", "EBUSY", "EINTR");
    private static final int RUNS = 4;

    /** One rule refuses many calls: there are at least as many different ones as there are such parts of all calls. */
    private static final int EACH = 4;

    /** What is said in a line of its own of what a run can do without, and the files that were refused then. */
    private static final Map<Pattern, Pattern> DISPENSABLE = Map.of(
            Pattern.compile(".* WARN +RunMetrics - cannot write \\S+/metrics\\.prom: .*"),
            Pattern.compile("output(/[^/]+(/\\.?metrics\\.prom[^/]*)?)?"),
            Pattern.compile(".* WARN +RunMetrics - no measures of what is published: .*"),
            Pattern.compile("output/[^/]+/huibao\\.db[^/]*"),
            Pattern.compile(".* WARN +BatchRepository - \\S+/batch\\.db was damaged and is made anew; .*"),
            Pattern.compile("output/[^/]+/\\.huibao/batch\\.db[^/]*"));

    private static final Pattern SENT = Pattern.compile("input/inbox/[^.].*");

    @TempDir
    static Path root;

    private Night night;
    private List<Site> sites = List.of();
    private final Map<String, AtomicInteger> injected = new ConcurrentSkipListMap<>();
    private final Set<String> disturbances = new ConcurrentSkipListSet<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger withstood = new AtomicInteger();

    @BeforeAll
    void prepareTheNight() throws Exception {
        Machine.assumeStrace();
        night = Night.prepare(root.toRealPath());
        night.settle();
        sites = night.run(night.copy())
                .traced(Strace.watching(Strace.REFUSABLE))
                .calls()
                .sites();
    }

    @Test
    void losesSpoilsAndClaimsNothingWhenCallsAreRefused() throws Exception {
        int wanted = Trials.count("injections", 16, 2000);
        List<String> wrong = new ArrayList<>();
        int chains = 0;
        while ((count() < wanted || disturbances.size() < wanted / EACH) && wrong.isEmpty()) {
            List<Trials.Trial> trials = new ArrayList<>();
            int missing = Math.max(wanted - count(), wanted - EACH * disturbances.size());
            for (int open = missing; open > 0; open -= 2 * RUNS) {
                Random random = new Random(Trials.SEED + ++chains);
                trials.add(() -> chain(random));
            }
            wrong.addAll(Trials.all(trials));
        }
        Map<String, Integer> byCall = new TreeMap<>();
        injected.forEach((key, times) -> byCall.put(key, times.get()));
        System.out.println(count() + " calls refused by " + disturbances.size() + " different disturbances in " + chains
                + " chains (" + refused + " runs stopped, " + withstood + " went through), seed " + Trials.SEED + ": "
                + byCall);
        assertThat(wrong).isEmpty();
        assertThat(count()).isGreaterThanOrEqualTo(wanted);
        assertThat(disturbances).hasSizeGreaterThanOrEqualTo(wanted / EACH);
    }

    /**
     * When the bytes are checked the run stops; once they were, the form is read again. Neither is a matter for the
     * form's sender.
     */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 3", "1+, 1"})
    void takesNoDiskThatCannotBeReadForADamagedForm(String when, int exitCode) throws Exception {
        Path folder = night.copy();
        String form = sites.stream()
                .filter(site -> site.call().equals("pread64") && site.file().startsWith("input/archive/files/"))
                .map(Site::file)
                .findFirst()
                .orElseThrow();
        Ended ended = night.run(folder)
                .traced(new Strace(
                        Strace.REFUSABLE, List.of(folder.resolve(form)), List.of(Rule.fail("openat", "EIO", when))));
        assertThat(ended.calls().injected()).isNotEmpty();
        assertThat(ended.exitCode()).as(ended.error()).isEqualTo(exitCode);
        assertThat(judge(folder, ended, false)).isEmpty();
        if (exitCode == 1) {
            assertThat(ended.error()).contains(form);
            assertThat(night.run(folder).toItsEnd().exitCode()).isEqualTo(Night.done());
        }
        assertThat(night.differences(folder, 1)).isEmpty();
    }

    /** The night is published without the form, and comes to the same when that is there; half a file is noticed. */
    @ParameterizedTest
    @ValueSource(strings = {"SEA-N-2024-Q1-correction.xlsx", "notes.xlsx"})
    void comesToTheSameWhereAFormCouldNotBeOpenedAtFirst(String form) throws Exception {
        Path folder = night.copy();
        Path file = folder.resolve("input/inbox").resolve(form);
        Ended ended = night.run(folder)
                .traced(new Strace(Strace.REFUSABLE, List.of(file), List.of(Rule.fail("openat", "EACCES", "1+"))));
        assertThat(ended.isDone()).as(ended.error()).isTrue();
        assertThat(file).exists();
        assertThat(judge(folder, ended, true)).isEmpty();

        Path summary = folder.resolve("output/seaside-2024/2024-Q2/汇总表-2024-Q2.xlsx");
        byte[] whole = Files.readAllBytes(summary);
        Files.write(summary, Arrays.copyOf(whole, whole.length / 2));
        assertThat(night.gaps(folder))
                .hasSize(2)
                .allMatch(what -> what.contains(summary.getFileName().toString()));
        Files.write(summary, whole);

        assertThat(night.run(folder).toItsEnd().isDone()).isTrue();
        assertThat(night.shortcomings(folder)).isEmpty();
    }

    /** Control: a folder that could not be forced, and nobody who says so. */
    @Test
    void noticesASwallowedFailure(@TempDir Path folder) throws Exception {
        MutatedBuild build = MutatedBuild.in(folder)
                .with(
                        "huibao/files/DurableFiles.java",
                        "        } catch (IOException e) {\n            throw named(folder, e);\n        }",
                        "        } catch (IOException e) {\n            return;\n        }");
        Path copy = night.copy();
        Ended ended = night.run(copy, build)
                .traced(new Strace(
                        Strace.REFUSABLE,
                        List.of(copy.resolve("input/archive/receipts")),
                        List.of(Rule.fail("fsync", "EIO", "1"))));
        assertThat(ended.calls().injected()).hasSize(1);
        assertThat(judge(copy, ended, false)).anyMatch(what -> what.startsWith("done although it could not force"));
    }

    private int count() {
        return injected.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** Disturbed runs on one folder until one goes through, then a plain one if none did. */
    private List<String> chain(Random random) throws Exception {
        Path folder = night.copy();
        List<String> wrong = new ArrayList<>();
        List<String> tried = new ArrayList<>();
        boolean done = false;
        boolean left = false;
        boolean over = false;
        for (int i = 0; i < RUNS && !done && !over && wrong.isEmpty(); i++) {
            Strace strace = disturbance(folder, random);
            Ended ended = night.run(folder).traced(strace);
            tried.add(strace.rules() + " on "
                    + strace.files().stream().map(ended.calls()::name).toList() + " -> " + ended.exitCode());
            for (SystemCall call : ended.calls().injected()) {
                injected.computeIfAbsent(call.name() + " " + call.error(), key -> new AtomicInteger())
                        .incrementAndGet();
                strace.rules().stream()
                        .filter(rule -> rule.call().equals(call.name()))
                        .forEach(rule ->
                                disturbances.add(rule + " on " + ended.calls().name(call.path())));
            }
            if (!ended.calls().injected().isEmpty()) {
                (ended.isDone() ? withstood : refused).incrementAndGet();
            }
            // What cannot be opened or moved stays in the inbox, and is the next run's.
            left = left || refused(ended, SENT);
            wrong.addAll(judge(folder, ended, left));
            done = ended.isDone();
            // It continued a night to its end, and could not see then whether anything had come since.
            over = !done && Night.isOver(folder);
        }
        if (!done || left) {
            Ended again = night.run(folder).toItsEnd();
            if (!isAsExpected(again, left) || !again.error().isEmpty()) {
                wrong.add("does not recover: " + again.exitCode() + " " + again.error());
            }
        }
        if (wrong.isEmpty()) {
            int runs = over ? Math.min(2, Night.runs(folder)) : 1;
            wrong.addAll(left ? night.shortcomings(folder) : night.differences(folder, runs));
        }
        return Trials.close(folder, String.join("; ", tried), wrong);
    }

    /** Up to three kinds of calls fail on the files of as many places: once, a few times, or from then on. */
    private Strace disturbance(Path folder, Random random) {
        Map<String, Rule> rules = new TreeMap<>();
        List<Path> files = new ArrayList<>();
        int places = 1 + random.nextInt(3);
        for (int i = 0; i < places; i++) {
            // By kind first: half of all calls are reads of pages of a database.
            List<String> kinds =
                    sites.stream().map(Site::call).distinct().sorted().toList();
            String kind = kinds.get(random.nextInt(kinds.size()));
            List<Site> ofKind =
                    sites.stream().filter(site -> site.call().equals(kind)).toList();
            Site site = ofKind.get(random.nextInt(ofKind.size()));
            files.add(folder.resolve(site.file()));
            String error = ERRORS.get(random.nextInt(ERRORS.size()));
            int nth = site.nthOfThread();
            // What is interrupted is tried again, for ever if need be.
            String when = List.of(
                            Integer.toString(nth),
                            nth + ".." + (nth + 2),
                            error.equals("EINTR") ? nth + ".." + (nth + 5) : nth + "+")
                    .get(random.nextInt(3));
            rules.putIfAbsent(kind, Rule.fail(kind, error, when));
        }
        return new Strace(Strace.REFUSABLE, files, List.copyOf(rules.values()));
    }

    /** The night returns a form; without all of its forms it need not. */
    private static boolean isAsExpected(Ended ended, boolean left) {
        return left ? ended.isDone() : ended.exitCode() == Night.done();
    }

    private static boolean refused(Ended ended, Pattern files) {
        return ended.calls().injected().stream()
                .flatMap(call -> call.paths().stream())
                .anyMatch(path -> files.matcher(ended.calls().name(path)).matches());
    }

    /** What was said beside what a run can do without. */
    private static List<String> said(Ended ended) {
        return ended.error()
                .lines()
                .filter(line -> DISPENSABLE.entrySet().stream()
                        .noneMatch(one -> one.getKey().matcher(line).matches() && refused(ended, one.getValue())))
                .toList();
    }

    /**
     * What is wrong with how a disturbed run ended.
     *
     * @param left whether it may have published without a form that it could not take
     */
    private List<String> judge(Path folder, Ended ended, boolean left) throws Exception {
        List<String> wrong = new ArrayList<>(
                !left
                        ? night.damages(folder)
                        : ended.isDone() ? night.gaps(folder) : night.damagesWithoutAForm(folder));
        if (ended.isDone()) {
            if (!isAsExpected(ended, left)) {
                wrong.add("exit code " + ended.exitCode());
            }
            unforced(folder, ended).ifPresent(file -> wrong.add("done although it could not force " + file));
            said(ended).forEach(line -> wrong.add("done, but it says: " + line));
            return wrong;
        }
        if (ended.exitCode() != 1 && ended.exitCode() != 2) {
            wrong.add("exit code " + ended.exitCode());
        }
        if (ended.calls().injected().isEmpty()) {
            wrong.add("stopped although nothing was refused");
        }
        List<String> said = said(ended);
        if (said.size() != 1
                || said.get(0).contains("null")
                || !said.get(0).startsWith("huibao: ")
                || said.get(0).contains("Exception")) {
            wrong.add("it says: " + said.stream().limit(5).collect(Collectors.joining(" / ")));
        }
        return wrong;
    }

    /**
     * A file that could not be forced to disk although the run relies on it, whichever thread tried. A call that was
     * interrupted is made again. What is in a database's log was forced when it was committed; a database is copied
     * from its log, which stays until that was forced. The folder of Spring Batch's tables holds only what helps a
     * restart. The measures and, for them, the folder of all are forced last, and if that fails it is said.
     */
    private static Optional<String> unforced(Path folder, Ended ended) {
        List<SystemCall> calls = ended.calls().calls();
        for (int i = 0; i < calls.size(); i++) {
            SystemCall call = calls.get(i);
            if (!call.forces() || call.end() != SystemCall.End.INJECTED) {
                continue;
            }
            String name = ended.calls().name(call.path());
            boolean again = of(call, calls.subList(i + 1, calls.size())).anyMatch(SystemCall::forced);
            boolean dispensable = switch (name.replaceFirst("^output/[^/]+", "")) {
                case "/huibao.db", "/.huibao/batch.db" -> again || hasLog(folder, name);
                case "/.huibao/batch.db-wal" -> again || Files.exists(folder.resolve(name));
                case "/huibao.db-wal" -> isForced(of(call, calls.subList(0, i)).toList());
                case "/.huibao" -> true;
                case "" -> name.startsWith("output/") && saysThatMeasuresAreNotWritten(ended);
                case "/.metrics.prom.tmp" -> saysThatMeasuresAreNotWritten(ended);
                default -> false;
            };
            if (!dispensable && !(again && call.error().equals("EINTR"))) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static boolean saysThatMeasuresAreNotWritten(Ended ended) {
        return ended.error().lines().anyMatch(line -> line.matches(".* cannot write \\S+/metrics\\.prom: .*"));
    }

    private static Stream<SystemCall> of(SystemCall like, List<SystemCall> calls) {
        return calls.stream().filter(call -> call.path().equals(like.path()));
    }

    /** Whether nothing was written to a file after it was forced last. */
    private static boolean isForced(List<SystemCall> ofFile) {
        boolean forced = true;
        for (SystemCall call : ofFile) {
            forced = call.forced() || (forced && !(call.writes() && call.succeeded()));
        }
        return forced;
    }

    private static boolean hasLog(Path folder, String database) {
        return Files.exists(folder.resolve(database + "-wal"));
    }
}
