package huibao.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.archive.ArchiveException;
import huibao.catalogue.CatalogueException;
import huibao.catalogue.CatalogueReader;
import huibao.catalogue.Retention.Kind;
import huibao.message.Messages;
import huibao.model.Period;
import huibao.model.SourceFile;
import huibao.model.SubmissionRecord;
import huibao.pipeline.Progress;
import huibao.pipeline.RunLock;
import huibao.pipeline.RunResult;
import huibao.recovery.Pruning.Outdated;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deleted after a time, and what never is. */
@Tag("long")
class PruningTest {

    private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");

    @TempDir
    Path folder;

    private Path job;
    private Bureau bureau;

    @BeforeEach
    void twoNightsAYearAgo() throws IOException {
        job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        setting("retention:\n  runs_days: 390\n  as_of_days: 30\n  forms_days: 60\n  notices_days: 100\n");
        bureau = new Bureau(job, folder);
        bureau.drop("SEA-N", "2024-Q1", "-1", Map.of("FISH", "-3"));
        bureau.dropAll("2024-Q1");
        bureau.run("2024-Q1", "2024-04-01T00:00:00Z");
        bureau.drop("SEA-N", "2024-Q1", "-2", Map.of("FISH", "*1.01"));
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
    }

    @Test
    void namesWhatIsOlderThanTheJobSaysAndNothingElse() throws IOException {
        Path old = made(bureau.folders().past().resolve("20240401T000000Z/huibao.db"), "2025-01-01T00:00:00Z");
        Path form = made(bureau.folders().forms(Period.parse("2024-Q2")).resolve("SEA-N.xlsx"), "2025-01-01T00:00:00Z");
        made(bureau.folders().forms(Period.parse("2024-Q3")).resolve("SEA-N.xlsx"), "2025-04-01T00:00:00Z");
        Path notice = made(bureau.folders().output().resolve("notices/a/b.txt"), "2025-01-01T00:00:00Z");
        Path left = made(bureau.folders().output().resolveSibling(".rebuild1/x"), "2025-04-20T00:00:00Z");

        assertThat(new Pruning(bureau.catalogue(), bureau.folders()).outdated(MAY))
                .extracting(Outdated::kind, Outdated::path)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Kind.RUNS, bureau.folders().runs().resolve("20240401T000000Z-2024-Q1.json")),
                        org.assertj.core.groups.Tuple.tuple(Kind.AS_OF, old.getParent()),
                        org.assertj.core.groups.Tuple.tuple(Kind.FORMS, form),
                        org.assertj.core.groups.Tuple.tuple(Kind.NOTICES, notice),
                        org.assertj.core.groups.Tuple.tuple(Kind.LEFTOVERS, left.getParent()));
    }

    @Test
    void deletesItAndEverythingElseStandsAsVerified() throws IOException {
        SortedMap<String, String> before = Trees.published(bureau.folders().output());
        Pruning pruning = new Pruning(bureau.catalogue(), bureau.folders());

        assertThat(pruning.delete(pruning.outdated(MAY))).isTrue();

        before.remove("runs/20240401T000000Z-2024-Q1.json");
        assertThat(Trees.published(bureau.folders().output())).isEqualTo(before);
        assertThat(pruning.outdated(MAY)).isEmpty();
        assertThat(new Verification(bureau.catalogue(), bureau.folders(), Messages.in(Locale.ENGLISH)).verify())
                .isEmpty();
    }

    @Test
    void deletesNothingWhileARunGoesOn() {
        Pruning pruning = new Pruning(bureau.catalogue(), bureau.folders());
        try (RunLock held = RunLock.tryTake(bureau.folders()).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(pruning.delete(pruning.outdated(MAY))).isFalse();
        }
        assertThat(pruning.outdated(MAY)).isNotEmpty();
    }

    @Test
    void aJobThatSaysNothingKeepsEverythingButLeftovers() throws IOException {
        Bureau silent = new Bureau(JobFolder.SEASIDE, folder);
        made(silent.folders().past().resolve("20240401T000000Z/huibao.db"), "2024-05-01T00:00:00Z");

        assertThat(new Pruning(silent.catalogue(), silent.folders()).outdated(MAY))
                .isEmpty();
    }

    @Test
    void refusesAKeyItDoesNotKnow() throws IOException {
        setting("  archive_days: 10\n");
        assertThatThrownBy(() -> CatalogueReader.read(job))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("retention.archive_days");
    }

    @Test
    void discardsOnlyOldArchivedFilesThatNoPublishedFigureRestsOn() throws IOException {
        ArchivePruning pruning = new ArchivePruning(bureau.catalogue(), bureau.folders());

        List<SourceFile> outdated = pruning.outdated(MAY, Duration.ofDays(365));

        assertThat(outdated)
                .extracting(SourceFile::name)
                .as("returned, and superseded; those that stand are kept")
                .containsExactlyInAnyOrder("SEA-N-2024-Q1-1.xlsx", "SEA-N-2024-Q1.xlsx");
        assertThat(pruning.outdated(MAY, Duration.ofDays(395))).isEmpty();
    }

    @Test
    void whatWasDiscardedKeepsItsReceiptsAndIsNotMissed() throws IOException {
        ArchivePruning pruning = new ArchivePruning(bureau.catalogue(), bureau.folders());
        List<SourceFile> outdated = pruning.outdated(MAY, Duration.ofDays(365));
        SortedMap<String, String> before = Trees.published(bureau.folders().output());

        assertThat(pruning.discard(outdated, MAY)).isTrue();

        assertThat(pruning.outdated(MAY, Duration.ofDays(365))).isEmpty();
        assertThat(bureau.folders().archive().resolve("discarded")).isNotEmptyDirectory();
        assertThat(Trees.writable(bureau.folders().archive())).isEmpty();
        assertThat(new Verification(bureau.catalogue(), bureau.folders(), Messages.in(Locale.ENGLISH)).verify())
                .isEmpty();
        bureau.run("2024-Q1", "2025-05-02T00:00:00Z");
        SortedMap<String, String> after = Trees.published(bureau.folders().output());
        after.keySet().retainAll(before.keySet());
        before.keySet().removeIf(name -> name.startsWith("2024-Q1/退回/") || name.endsWith("manifest.json"));
        after.keySet().retainAll(before.keySet());
        // What carries the time it was stated at.
        for (SortedMap<String, String> files : List.of(before, after)) {
            files.keySet()
                    .removeIf(name -> name.equals("huibao.db")
                            || name.equals("2024-Q1/汇总表-2024-Q1.xlsx")
                            || name.startsWith("notices/2024-Q1/summary."));
        }
        assertThat(after).isEqualTo(before);
    }

    @Test
    void aUnitAFileOfWhichWasDiscardedStandsAsItWasJudgedAndNothingElseIsHeldUp() throws IOException {
        ArchivePruning pruning = new ArchivePruning(bureau.catalogue(), bureau.folders());
        assertThat(pruning.discard(pruning.outdated(MAY, Duration.ofDays(365)), MAY))
                .isTrue();
        List<String> before = bureau.states("SEA-N", "2024-Q1");
        bureau.drop("SEA-S", "2024-Q1", "-again", Map.of("FISH", "*1.01"));

        RunResult result = bureau.run("2024-Q1", "2025-05-03T00:00:00Z", "SEA-N", "SEA-S");

        assertThat(bureau.states("SEA-N", "2024-Q1")).isEqualTo(before);
        assertThat(result.decided()).extracting(SubmissionRecord::submissionId).contains("SEA-S-2024-Q1-v2");
    }

    @Test
    void aChangedJobFolderJudgesAgainOnlyWhatCanStillBeRead() throws IOException {
        ArchivePruning pruning = new ArchivePruning(bureau.catalogue(), bureau.folders());
        assertThat(pruning.discard(pruning.outdated(MAY, Duration.ofDays(365)), MAY))
                .isTrue();
        JobFolder.edit(job, "rules.csv", "percent=10", "percent=11");
        Bureau changed = new Bureau(job, folder);

        changed.run("2024-Q1", "2025-05-02T00:00:00Z");

        assertThat(changed.states("SEA-N", "2024-Q1"))
                .containsExactly("v1 RETURNED NOT_NEGATIVE", "v2 SUPERSEDED SEA-N-2024-Q1-v3", "v3 ACCEPTED CLEAN");
    }

    @Test
    void theSameBytesSentAgainAreArchivedAgain() throws IOException {
        ArchivePruning pruning = new ArchivePruning(bureau.catalogue(), bureau.folders());
        assertThat(pruning.discard(pruning.outdated(MAY, Duration.ofDays(365)), MAY))
                .isTrue();
        bureau.drop("SEA-N", "2024-Q1");
        bureau.run("2024-Q1", "2025-05-02T00:00:00Z");

        assertThat(new Verification(bureau.catalogue(), bureau.folders(), Messages.in(Locale.ENGLISH)).verify())
                .isEmpty();
        assertThat(bureau.states("SEA-N", "2024-Q1"))
                .as("what was sent again is meant")
                .endsWith("v3 SUPERSEDED SEA-N-2024-Q1-v4", "v4 ACCEPTED CLEAN");
    }

    @Test
    void earlierDaysThatRestOnItCannotBeMadeAgainAndThatIsSaid() throws IOException {
        ArchivePruning pruning = new ArchivePruning(bureau.catalogue(), bureau.folders());
        assertThat(pruning.discard(pruning.outdated(MAY, Duration.ofDays(365)), MAY))
                .isTrue();

        assertThatThrownBy(() -> new PastBulletins(bureau.catalogue(), bureau.folders(), Progress.NOBODY)
                        .asOf(Instant.parse("2024-04-01T00:00:00Z"), Optional.empty()))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("retention deleted it");
    }

    private void setting(String lines) throws IOException {
        Files.writeString(job.resolve("job.yaml"), lines, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    private static Path made(Path file, String at) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        FileTime time = FileTime.from(Instant.parse(at));
        Files.setLastModifiedTime(file, time);
        Files.setLastModifiedTime(file.getParent(), time);
        return file;
    }
}
