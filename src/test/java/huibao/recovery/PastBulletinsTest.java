package huibao.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.archive.ArchiveException;
import huibao.files.DurableFiles;
import huibao.model.Period;
import huibao.pipeline.Progress;
import huibao.pipeline.RunFailedException;
import huibao.pipeline.RunResult;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights of a bureau in which everything changes that can, and each of them rebuilt afterwards. */
@Tag("long")
class PastBulletinsTest {

    @TempDir
    Path folder;

    private Path job;
    private final Map<String, SortedMap<String, String>> nights = new LinkedHashMap<>();

    @BeforeEach
    void copyTheJob() throws IOException {
        job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
    }

    @Test
    void rebuildsEveryNightByteForByteLeavesTodayAloneAndRebuildsItToo() throws IOException {
        Bureau bureau = nights();
        SortedMap<String, String> today = Trees.published(bureau.folders().output());

        for (Map.Entry<String, SortedMap<String, String>> night : nights.entrySet()) {
            String[] at = night.getKey().split(" ");
            PastBulletin past = asOf(bureau, at[0], Optional.of(Period.parse(at[1])));
            assertThat(ofPeriod(Trees.published(past.folder()), at[1]))
                    .as(night.getKey())
                    .isEqualTo(ofPeriod(night.getValue(), at[1]));
            DurableFiles.deleteTree(bureau.folders().past());
        }

        assertThat(Trees.published(bureau.folders().output())).isEqualTo(today);

        DurableFiles.deleteTree(bureau.folders().output());
        new Rebuild(bureau.folders(), Progress.NOBODY).into(folder.resolve("rebuilt"));
        assertThat(Trees.published(folder.resolve("rebuilt")))
                .as("from the archive alone")
                .isEqualTo(today);
    }

    @Test
    void rebuildsTheLastBulletinOfThePeriodBeforeThatTime() throws IOException {
        Bureau bureau = nights();

        PastBulletin past = asOf(bureau, "2024-07-20T00:00:00Z", Optional.of(Period.parse("2024-Q1")));

        assertThat(past.run().runId()).isEqualTo("20240711T000000Z-2024-Q2");
        assertThat(past.edition()).isEqualTo(5);
        assertThat(past.otherPrograms()).isEmpty();
        assertThat(past.folder().resolve("2024-Q1/汇总表-2024-Q1.xlsx")).isNotEmptyFile();
        assertThat(past.folder().resolve("2024-Q2")).doesNotExist();
    }

    @Test
    void rebuildsARunThatWasContinuedUnderTheJobFolderItBeganWith() throws IOException {
        Bureau bureau = bureau();
        bureau.dropAll("2024-Q1");
        Path summary = bureau.folders().summary(Period.parse("2024-Q1"));
        Files.createDirectories(summary.resolve("in the way"));
        assertThatThrownBy(() -> bureau.run("2024-Q1", "2024-04-08T00:00:00Z")).isInstanceOf(RunFailedException.class);
        assertThat(Trees.query(bureau.folders().database(), "SELECT state FROM run"))
                .containsExactly("FAILED");
        DurableFiles.deleteTree(summary);
        JobFolder.edit(job, "targets.csv", "AT_MOST,9000", "AT_MOST,8000");

        Bureau changed = bureau();
        changed.run("2024-Q1", "2024-04-09T00:00:00Z");

        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT run_id || ' ' || state || ' ' || last_receipt FROM run ORDER BY run_no"))
                .containsExactly("20240408T000000Z-2024-Q1 COMPLETED 3", "20240409T000000Z-2024-Q1 COMPLETED 3");
        assertThat(target(asOf(changed, "2024-04-08T12:00:00Z", Optional.empty())))
                .containsExactly("9000");
        PastBulletin today = asOf(changed, "2024-04-09T00:00:00Z", Optional.empty());
        assertThat(target(today)).containsExactly("8000");
        SortedMap<String, String> published = Trees.published(bureau.folders().output());
        published.keySet().removeIf(name -> name.startsWith("as-of/"));
        assertThat(Trees.published(today.folder())).isEqualTo(published);
    }

    @Test
    void continuesAFailedRunEvenIfTheBatchTablesAreLost() throws IOException {
        Bureau bureau = bureau();
        bureau.dropAll("2024-Q1");
        Path summary = bureau.folders().summary(Period.parse("2024-Q1"));
        Files.createDirectories(summary.resolve("in the way"));
        assertThatThrownBy(() -> bureau.run("2024-Q1", "2024-04-08T00:00:00Z")).isInstanceOf(RunFailedException.class);
        DurableFiles.deleteTree(summary);
        DurableFiles.deleteTree(bureau.folders().working());

        RunResult result = bureau.run("2024-Q1", "2024-04-08T00:00:00Z");

        assertThat(result.runId()).isEqualTo("20240408T000000Z-2024-Q1");
        assertThat(result.decided()).hasSize(3);
        assertThat(Trees.query(bureau.folders().database(), "SELECT state FROM run"))
                .containsExactly("COMPLETED");
    }

    @Test
    void saysWhatTheArchiveLacks() throws IOException {
        Bureau bureau = bureau();
        bureau.dropAll("2024-Q1");
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
        Path catalogues = bureau.folders().archive().resolve("catalogues");
        Path kept = catalogues.resolve(bureau.catalogue().hash());
        assertThat(kept.resolve("units.csv").toFile().setWritable(true)).isTrue();
        Files.writeString(
                kept.resolve("units.csv"), "\n", StandardCharsets.UTF_8, java.nio.file.StandardOpenOption.APPEND);
        assertThatThrownBy(() -> asOf(bureau, "2024-04-08T00:00:00Z", Optional.empty()))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining(kept.toString())
                .hasMessageContaining("was changed");

        DurableFiles.deleteTree(kept);
        assertThatThrownBy(() -> asOf(bureau, "2024-04-08T00:00:00Z", Optional.empty()))
                .hasMessageContaining(
                        "holds no job folder " + bureau.catalogue().hash());

        bureau.run("2024-Q1", "2024-04-09T00:00:00Z");
        assertThat(kept).isDirectory();
        Path file;
        try (Stream<Path> files = Files.walk(bureau.folders().archive().resolve("files"))) {
            file = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
        Files.delete(file);
        assertThatThrownBy(() -> asOf(bureau, "2024-04-08T00:00:00Z", Optional.empty()))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("has no file with SHA-256");
        assertThat(bureau.folders().past()).isEmptyDirectory();
    }

    @Test
    void refusesATimeBeforeTheFirstRun() throws IOException {
        Bureau bureau = bureau();
        bureau.dropAll("2024-Q1");
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");

        assertThatThrownBy(() -> asOf(bureau, "2024-04-07T00:00:00Z", Optional.empty()))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("no run took place by 2024-04-07T00:00:00Z");
    }

    /** A form late, one returned and corrected, one district again, other rules, another target, a late quarter. */
    private Bureau nights() throws IOException {
        Bureau bureau = bureau();
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "-3"));
        bureau.drop("SEA", "2024-Q1");
        night(bureau, "2024-04-08T00:00:00Z", "2024-Q1");
        bureau.drop("SEA-N", "2024-Q1", "-2", Map.of("FISH", "1000.5"));
        bureau.drop("SEA", "2024-Q1", " (1)", Map.of());
        night(bureau, "2024-04-09T00:00:00Z", "2024-Q1");
        bureau.drop("SEA-S", "2024-Q1");
        bureau.drop("SEA-N", "2024-Q1", "-3", Map.of("FISH", "1100.5"));
        night(bureau, "2024-04-12T00:00:00Z", "2024-Q1", "SEA-N");
        night(bureau, "2024-04-13T00:00:00Z", "2024-Q1");
        JobFolder.edit(job, "targets.csv", "AT_MOST,9000", "AT_MOST,8000");
        bureau = bureau();
        bureau.dropAll("2024-Q2");
        night(bureau, "2024-07-08T00:00:00Z", "2024-Q2");
        JobFolder.edit(job, "rules.csv", "NOT_NEGATIVE,NOT_NEGATIVE,MANDATORY", "NOT_NEGATIVE,NOT_NEGATIVE,NOTICE");
        bureau = bureau();
        bureau.drop("SEA-S", "2024-Q2", "-2", Map.of("FISH", "*1.01"));
        night(bureau, "2024-07-09T00:00:00Z", "2024-Q2");
        bureau.drop("SEA-S", "2024-Q1", "-2", Map.of("FISH", "*1.1"));
        bureau.drop("notice.txt", "no form".getBytes(StandardCharsets.UTF_8), Period.parse("2024-Q2"));
        night(bureau, "2024-07-11T00:00:00Z", "2024-Q2");
        night(bureau, "2024-07-12T00:00:00Z", "2024-Q2", "SEA-S");
        return bureau;
    }

    private void night(Bureau bureau, String now, String period, String... districts) throws IOException {
        bureau.run(period, now, districts);
        nights.put(now + " " + period, Trees.published(bureau.folders().output()));
    }

    private Bureau bureau() {
        return new Bureau(job, folder.resolve("a"));
    }

    private static PastBulletin asOf(Bureau bureau, String at, Optional<Period> period) {
        return new PastBulletins(bureau.catalogue(), bureau.folders(), Progress.NOBODY).asOf(Instant.parse(at), period);
    }

    private static List<String> target(PastBulletin past) {
        return Trees.query(
                past.folder().resolve("huibao.db"),
                "SELECT target_value FROM attainment WHERE indicator = 'FISH-CAP' AND ref_area = 'SEA'");
    }

    /** What was published for the period, the database and the records of runs. */
    private static SortedMap<String, String> ofPeriod(SortedMap<String, String> tree, String period) {
        SortedMap<String, String> files = new TreeMap<>(tree);
        files.keySet()
                .removeIf(name -> name.startsWith("as-of/")
                        || !(name.equals("huibao.db")
                                || name.startsWith("runs/")
                                || name.startsWith(period + "/")
                                || name.startsWith("notices/" + period + "/")
                                || name.contains("period=" + period + "/")));
        return files;
    }
}
