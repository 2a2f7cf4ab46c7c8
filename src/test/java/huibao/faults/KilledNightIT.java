package huibao.faults;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.faults.NightlyRun.Ended;
import huibao.faults.Strace.Rule;
import huibao.faults.SystemCall.End;
import huibao.faults.Trace.Site;
import huibao.testing.Extent;
import huibao.testing.Machine;
import huibao.testing.MutatedBuild;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night killed with SIGKILL, in each of its system calls that change a file and at random moments, also while it
 * recovers: nothing is half published, and one plain run more ends as if nothing had happened. Of the many runs after a
 * kill in a call nine of ten are done in the test's own process, which is faster; all others by the program.
 */
@Tag("strace")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledNightIT {

    private static final int CHAIN = 8;

    /** How long, in seconds, a call is held to be killed in; longer whenever it was missed on a busy machine. */
    private static final List<Integer> HOLDS = List.of(2, 5, 15);

    @TempDir
    static Path root;

    private Night night;

    /** How long a whole run takes, in milliseconds; it changes as other work on the machine comes and goes. */
    private final AtomicLong usual = new AtomicLong();

    @BeforeAll
    void prepareTheNight() throws Exception {
        Machine.assumeStrace();
        night = Night.prepare(root.toRealPath());
        night.settle();
        long begun = System.nanoTime();
        night.run(night.copy()).toItsEnd();
        usual.set(millisSince(begun));
    }

    @Test
    void recoversFromAKillInAnyCallThatChangesAFile() throws Exception {
        List<Site> sites = night.run(night.copy())
                .traced(Strace.watching(Strace.CHANGING))
                .calls()
                .sites();
        int wanted = Trials.count("calls", 8, sites.size());
        List<Site> sample = sample(sites, wanted);
        Set<String> killed = new ConcurrentSkipListSet<>();
        AtomicInteger byProgram = new AtomicInteger();
        List<Trials.Trial> trials = new ArrayList<>();
        for (Site site : sample) {
            boolean program = !Extent.isLong() || trials.size() % 10 == 0;
            trials.add(() -> kill(site, killed, program ? Optional.of(byProgram) : Optional.empty()));
        }
        List<String> wrong = Trials.all(trials);
        List<String> missed = sample.stream()
                .map(Site::key)
                .filter(key -> !killed.contains(key))
                .toList();
        Map<String, Long> byCall = killed.stream()
                .collect(Collectors.groupingBy(
                        key -> key.substring(0, key.indexOf(' ')), TreeMap::new, Collectors.counting()));
        System.out.println("killed in " + killed.size() + " different calls of " + sites.size() + " (" + sample.size()
                + " aimed at, " + sample.stream().filter(Site::shadowed).count() + " of them by holding them; "
                + byProgram + " recovered by the program): " + byCall);
        assertThat(wrong).isEmpty();
        assertThat(missed).as("calls never killed in").isEmpty();
    }

    /** So many, evenly, and one at least of those that have to be held. */
    private static List<Site> sample(List<Site> sites, int wanted) {
        Set<Site> sample = new LinkedHashSet<>();
        int offset = new Random(Trials.SEED).nextInt(sites.size());
        for (int i = 0; i < wanted; i++) {
            sample.add(sites.get((int) ((offset + (long) i * sites.size() / wanted) % sites.size())));
        }
        if (sample.stream().noneMatch(Site::shadowed)) {
            sites.stream().filter(Site::shadowed).findFirst().ifPresent(sample::add);
        }
        return List.copyOf(sample);
    }

    @Test
    void recoversFromKillsAtRandomMomentsAlsoOfTheRecovery() throws Exception {
        int wanted = Trials.count("kills", 6, 1000);
        AtomicInteger kills = new AtomicInteger();
        AtomicInteger chains = new AtomicInteger();
        List<String> wrong = new ArrayList<>();
        while (kills.get() < wanted && wrong.isEmpty()) {
            List<Trials.Trial> trials = new ArrayList<>();
            for (int open = wanted - kills.get(); open > 0; open -= CHAIN) {
                int most = Math.min(CHAIN, open);
                Random random = new Random(Trials.SEED + chains.incrementAndGet());
                trials.add(() -> chain(random, most, kills));
            }
            wrong.addAll(Trials.all(trials));
        }
        System.out.println(kills + " kills at random moments in " + chains + " chains, seed " + Trials.SEED);
        assertThat(wrong).isEmpty();
        assertThat(kills.get()).isGreaterThanOrEqualTo(wanted);
    }

    /** Control: without the temporary file and the rename a kill leaves half a workbook under its name. */
    @Test
    void noticesAFileWrittenInItsPlace(@TempDir Path folder) throws Exception {
        MutatedBuild build = MutatedBuild.in(folder)
                .with(
                        "huibao/files/DurableFiles.java",
                        "writer.accept(temporary);",
                        "writer.accept(target); if (Files.size(target) > 0) { return; }");
        Path copy = night.copy();
        String summary = "output/seaside-2024/2024-Q1/汇总表-2024-Q1.xlsx";
        Ended killed = night.run(copy, build)
                .traced(new Strace(List.of("write"), List.of(copy.resolve(summary)), List.of(Rule.kill("write", 1))));
        assertThat(killed.exitCode()).isEqualTo(NightlyRun.KILLED);
        assertThat(night.damages(copy)).contains("neither as before nor as it will be: " + summary.substring(7));
    }

    /**
     * Aims at a call until it was killed there, and recovers after each kill, also one that hit another call.
     *
     * @param byProgram counts recoveries by the program; empty where they are done here
     */
    private List<String> kill(Site site, Set<String> killed, Optional<AtomicInteger> byProgram) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (int hold : HOLDS) {
            if (killed.contains(site.key()) || !wrong.isEmpty()) {
                break;
            }
            Path folder = night.copy();
            boolean held = site.shadowed() || hold != HOLDS.get(0);
            Ended ended = held ? held(folder, site, hold) : aimed(folder, site);
            List<String> found = new ArrayList<>();
            if (ended.exitCode() == NightlyRun.KILLED) {
                killed.addAll(diedIn(ended.calls()));
                found.addAll(night.damages(folder));
                boolean over = Night.isOver(folder);
                if (byProgram.isPresent()) {
                    byProgram.get().incrementAndGet();
                    found.addAll(recover(folder, over));
                } else {
                    int again = night.runHere(folder);
                    found.addAll(
                            again == Night.done() ? afterwards(folder, over) : List.of("does not recover: " + again));
                }
            } else if (!ended.isDone()) {
                found.add("neither killed nor done: " + ended.exitCode() + " " + ended.error());
            }
            wrong.addAll(Trials.close(folder, site.key(), found));
        }
        return wrong;
    }

    /** Killed by strace, in the first thread's call that has this place. */
    private Ended aimed(Path folder, Site site) throws Exception {
        return night.run(folder).traced(strace(folder, site, Rule.kill(site.call(), site.nthOfThread())));
    }

    /** Killed from outside in a call that strace cannot tell from an earlier one of another thread. */
    private Ended held(Path folder, Site site, int seconds) throws Exception {
        Rule hold = Rule.hold(site.call(), seconds, site.nthOfThread());
        return night.run(folder).killedAt(strace(folder, site, hold), site.nth());
    }

    private static Strace strace(Path folder, Site site, Rule rule) {
        return new Strace(List.of(site.call()), List.of(folder.resolve(site.file())), List.of(rule));
    }

    private static List<String> diedIn(Trace calls) {
        List<Site> sites = calls.sites();
        List<String> died = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++) {
            if (calls.calls().get(i).end() == End.NEVER) {
                died.add(sites.get(i).key());
            }
        }
        return died;
    }

    private List<String> chain(Random random, int most, AtomicInteger kills) throws Exception {
        Path folder = night.copy();
        List<String> wrong = new ArrayList<>();
        boolean done = false;
        for (int i = 0; i < most && !done && !Night.isOver(folder); i++) {
            long millis = usual.get();
            long begun = System.nanoTime();
            Ended ended = night.run(folder)
                    .killedAfter(Duration.ofMillis(millis / 8 + random.nextInt(Math.toIntExact(millis))));
            done = ended.exitCode() == Night.done();
            if (i == 0) {
                usual.set(done ? millisSince(begun) : millis + millis / 20);
            }
            if (ended.exitCode() == NightlyRun.KILLED) {
                kills.incrementAndGet();
                wrong.addAll(night.damages(folder));
            } else if (!done) {
                wrong.add("neither killed nor done: " + ended.exitCode() + " " + ended.error());
            }
        }
        wrong.addAll(done ? night.differences(folder, 1) : recover(folder, Night.isOver(folder)));
        return Trials.close(folder, "chain", wrong);
    }

    private static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }

    /** One plain run; if the killed one was over before it was killed, it may be another. */
    private List<String> recover(Path folder, boolean over) throws Exception {
        Ended again = night.run(folder).toItsEnd();
        if (again.exitCode() != Night.done() || !again.error().isEmpty()) {
            return List.of("does not recover: " + again.exitCode() + " " + again.error());
        }
        return afterwards(folder, over);
    }

    private List<String> afterwards(Path folder, boolean over) throws Exception {
        int runs = Night.runs(folder);
        return runs == 1 || (over && runs == 2)
                ? night.differences(folder, runs)
                : List.of("the log of runs has " + runs + " of this night");
    }
}
