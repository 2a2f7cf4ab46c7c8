package huibao.faults;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.faults.NightlyRun.Ended;
import huibao.faults.Strace.Rule;
import huibao.faults.SystemCall.End;
import huibao.faults.Trace.Site;
import huibao.testing.Machine;
import huibao.testing.MutatedBuild;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night killed with SIGKILL, in each of its system calls that change a file and at random moments, also while it
 * recovers: nothing is half published, and one plain run more ends as if nothing had happened. After a kill in a call
 * that run is done in the test's own process, which is faster; after kills at random moments by the program.
 */
@Tag("strace")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledNightIT {

    private static final int CHAIN = 8;

    @TempDir
    static Path root;

    private Night night;
    private Duration time;

    @BeforeAll
    void prepareTheNight() throws Exception {
        Machine.assumeStrace();
        night = Night.prepare(root.toRealPath());
        night.settle();
        long begun = System.nanoTime();
        night.run(night.copy()).toItsEnd();
        time = Duration.ofNanos(System.nanoTime() - begun);
    }

    @Test
    void recoversFromAKillInAnyCallThatChangesAFile() throws Exception {
        List<Site> sites = night.run(night.copy())
                .traced(Strace.watching(Strace.CHANGING))
                .calls()
                .sites();
        int wanted = Trials.count("calls", 8, sites.size());
        Set<String> killed = new ConcurrentSkipListSet<>();
        List<Trials.Trial> trials = new ArrayList<>();
        int offset = new Random(Trials.SEED).nextInt(sites.size());
        for (int i = 0; i < wanted; i++) {
            Site site = sites.get((int) ((offset + (long) i * sites.size() / wanted) % sites.size()));
            trials.add(() -> kill(site, killed));
        }
        List<String> wrong = Trials.all(trials);
        Map<String, Long> byCall = killed.stream()
                .collect(Collectors.groupingBy(
                        key -> key.substring(0, key.indexOf(' ')), TreeMap::new, Collectors.counting()));
        System.out.println("killed in " + killed.size() + " different calls of " + sites.size() + ": " + byCall);
        assertThat(wrong).isEmpty();
        assertThat(killed).hasSizeGreaterThanOrEqualTo(wanted * 19 / 20);
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
                        "write(temporary, new ByteArrayInputStream(content));\n            rename(temporary, target);",
                        "write(target, new ByteArrayInputStream(content));");
        Path copy = night.copy();
        String summary = "output/seaside-2024/2024-Q1/汇总表-2024-Q1.xlsx";
        Ended killed = night.run(copy, build)
                .traced(new Strace(List.of("write"), List.of(copy.resolve(summary)), List.of(Rule.kill("write", 1))));
        assertThat(killed.exitCode()).isEqualTo(NightlyRun.KILLED);
        assertThat(night.damages(copy)).contains("neither as before nor as it will be: " + summary.substring(7));
    }

    private List<String> kill(Site site, Set<String> killed) throws Exception {
        Path folder = night.copy();
        Ended ended = night.run(folder)
                .traced(new Strace(
                        List.of(site.call()),
                        List.of(folder.resolve(site.file())),
                        List.of(Rule.kill(site.call(), site.nthOfThread()))));
        List<String> wrong = new ArrayList<>();
        if (ended.exitCode() == NightlyRun.KILLED) {
            List<SystemCall> calls = ended.calls().calls();
            List<Site> sites = ended.calls().sites();
            for (int i = 0; i < calls.size(); i++) {
                if (calls.get(i).end() == End.NEVER) {
                    killed.add(sites.get(i).key());
                }
            }
            wrong.addAll(night.damages(folder));
            boolean over = Night.isOver(folder);
            int again = night.runHere(folder);
            wrong.addAll(again == Night.done() ? afterwards(folder, over) : List.of("does not recover: " + again));
        } else if (ended.isDone()) {
            System.out.println("not killed in " + site);
        } else {
            wrong.add("neither killed nor done: " + ended.exitCode() + " " + ended.error());
        }
        return Trials.close(folder, site.key(), wrong);
    }

    private List<String> chain(Random random, int most, AtomicInteger kills) throws Exception {
        Path folder = night.copy();
        List<String> wrong = new ArrayList<>();
        boolean done = false;
        for (int i = 0; i < most && !done && !Night.isOver(folder); i++) {
            long millis = time.toMillis();
            Ended ended = night.run(folder)
                    .killedAfter(Duration.ofMillis(millis / 8 + random.nextInt(Math.toIntExact(millis))));
            done = ended.exitCode() == Night.done();
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
