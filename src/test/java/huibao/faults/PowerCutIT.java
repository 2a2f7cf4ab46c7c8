package huibao.faults;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.faults.NightlyRun.Ended;
import huibao.faults.Strace.Rule;
import huibao.testing.Machine;
import huibao.testing.MutatedBuild;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing a run relies on could be taken back by a power cut; with any of the safeguards taken out this is noticed. */
@Tag("strace")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PowerCutIT {

    @TempDir
    static Path root;

    private Night night;

    @BeforeAll
    void prepareTheNight() throws Exception {
        Machine.assumeStrace();
        night = Night.prepare(root.toRealPath());
    }

    @Test
    void reliesOnNothingThatWasNotForced() throws Exception {
        Path folder = night.copy();
        Ended ended = night.run(folder).traced(Strace.watching(Strace.CHANGING));
        assertThat(ended.exitCode()).as(ended.error()).isEqualTo(Night.done());
        assertThat(ended.calls().calls())
                .filteredOn(call -> call.name().equals("rename"))
                .as("files that got their names")
                .hasSizeGreaterThan(30);
        assertThat(PowerCut.dangers(ended.calls())).isEmpty();
    }

    /** A name whose folder could not be forced is not claimed by the next run before it has been. */
    @ParameterizedTest
    @CsvSource({"input/archive/receipts, 1", "input/archive/files/, 1", "output/seaside-2024/2024-Q1, 1"})
    void forcesWhatAnEarlierRunCouldNotForce(String place, int nth) throws Exception {
        Path folder = night.copy();
        String refused = place.endsWith("/") ? folderOfTheFirstFile() : place;
        Ended stopped = night.run(folder)
                .traced(new Strace(
                        Strace.CHANGING,
                        List.of(folder.resolve(refused)),
                        List.of(Rule.fail("fsync", "EIO", Integer.toString(nth)))));
        assertThat(stopped.calls().injected()).hasSize(1);
        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(stopped.error()).startsWith("huibao: ").contains(refused + ": Input/output error");

        Ended next = night.run(folder).traced(Strace.watching(Strace.CHANGING));
        assertThat(next.exitCode()).as(next.error()).isEqualTo(Night.done());
        // What the first run had brought to its end before is not done again.
        assertThat(PowerCut.dangers(next.calls())).noneMatch(danger -> danger.contains(refused));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            content.transferTo(out);\\n            channel.force(true); | content.transferTo(out); | files/DurableFiles | not forced before it got its name
            ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);\\n        forceFolder(Objects.requireNonNull(to.toAbsolutePath().getParent())); | ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING); | files/DurableFiles | its folder was not forced before
            SynchronousMode.FULL | SynchronousMode.NORMAL | store/Database | the registry was not forced before
            Receipt receipt = archive.keep(staged.get(), at, arrival); | Files.delete(sighting.path());\\n            Receipt receipt = archive.keep(staged.get(), at, arrival); | intake/Inbox | left the inbox before its bytes and its receipt were certain
            forceFolder(parent); | parent.toString(); | files/DurableFiles | in a folder that was not forced
            """)
    void noticesAMissingSafeguard(String safeguard, String without, String source, String danger, @TempDir Path changed)
            throws Exception {
        MutatedBuild build = MutatedBuild.in(changed)
                .with("huibao/" + source + ".java", safeguard.replace("\\n", "\n"), without.replace("\\n", "\n"));
        Path folder = night.copy();
        Ended ended = night.run(folder, build).traced(Strace.watching(Strace.CHANGING));
        assertThat(ended.exitCode()).as(ended.error()).isEqualTo(Night.done());
        List<String> dangers = PowerCut.dangers(ended.calls());
        assertThat(dangers).anyMatch(found -> found.startsWith(danger));
    }

    private String folderOfTheFirstFile() throws Exception {
        Ended ended = night.run(night.copy()).traced(Strace.watching(Strace.CHANGING));
        return ended.calls().calls().stream()
                .filter(call -> call.name().equals("rename"))
                .map(call -> ended.calls().name(call.paths().get(1).resolveSibling("")))
                .filter(name -> name.startsWith("input/archive/files/"))
                .findFirst()
                .orElseThrow();
    }
}
