package huibao.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Period;
import huibao.store.Registry;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a night does on which nothing, or little, is new. */
class QuietNightTest {

    private static final String PERIOD = "2024-Q1";
    private static final Period Q1 = Period.parse(PERIOD);

    @TempDir
    Path folder;

    private Path job;
    private Bureau bureau;

    @BeforeEach
    void oneNightHasBeen() throws IOException {
        job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        bureau = new Bureau(job, folder);
        bureau.dropAll(PERIOD);
        bureau.run(PERIOD, "2024-04-05T02:00:00Z");
    }

    @Test
    void writesNothingWhereNothingIsNew() throws IOException {
        SortedMap<Path, FileTime> before = files();

        RunResult result = night(6);

        assertThat(result.published()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(files()).isEqualTo(before);
        assertThat(Trees.query(
                        bureau.folders().database(), "SELECT state || ' ' || exit_code FROM run ORDER BY run_no"))
                .containsExactly("COMPLETED 0", "COMPLETED 0");
    }

    @Test
    void tellsInItsReportWhatIsStillOpen() throws IOException {
        bureau.drop("SEA-N", PERIOD, "-2", Map.of("FISH", "-31337.7"));
        String first = report(night(6));

        String quiet = report(night(7));

        assertThat(open(quiet)).isEqualTo(open(first)).doesNotContain(": 0,");
    }

    @Test
    void writesFilesAgainThatAreGoneOrWereChanged() throws IOException {
        Path parquet = bureau.folders().parquet().resolve("observation/period=2024-Q1/unit=SEA-N/part.parquet");
        byte[] published = Files.readAllBytes(parquet);
        Files.delete(parquet);
        assertThat(night(6).published()).containsExactly(Q1);
        assertThat(parquet).hasBinaryContent(published);

        byte[] changed = published.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(parquet, changed);
        assertThat(night(7).published()).containsExactly(Q1);
        assertThat(parquet).hasBinaryContent(published);
        assertThat(night(8).published()).isEmpty();
    }

    @Test
    void removesWhatLiesBesideWhatWasPublished() throws IOException {
        Path stray = bureau.folders().notices(Q1).resolve("unit-OLD.txt");
        Files.createDirectories(bureau.folders().notices(Q1));
        Files.writeString(stray, "of yesterday", StandardCharsets.UTF_8);

        assertThat(night(6).published()).containsExactly(Q1);
        assertThat(stray).doesNotExist();
    }

    @Test
    void publishesAgainUnderAnotherStateOfTheJobFolder() throws IOException {
        Path rules = job.resolve("rules.csv");
        Files.writeString(rules, Files.readString(rules) + "\n", StandardCharsets.UTF_8);

        assertThat(new Bureau(job, folder).run(PERIOD, "2024-04-06T02:00:00Z").published())
                .containsExactly(Q1);
    }

    @Test
    void publishesAgainWhatWasJudgedAgainForOneUnit() throws IOException {
        assertThat(bureau.run(PERIOD, "2024-04-06T02:00:00Z", "SEA-N").published())
                .containsExactly(Q1);
        assertThat(night(7).published()).isEmpty();
    }

    /** As a run leaves it that is killed after judging again. */
    @Test
    void publishesWhatWasJudgedAgainAndNeverPublished() throws IOException {
        try (Registry registry = Registries.open(bureau.catalogue(), bureau.folders())) {
            registry.editions().overtake(Q1);
        }

        assertThat(night(6).published()).containsExactly(Q1);
        assertThat(night(7).published()).isEmpty();
    }

    @Test
    void publishesAgainWhatAnotherProgramPublished() throws Exception {
        Trees.execute(bureau.folders().database(), "UPDATE run SET program_version = '0.0.1'");

        assertThat(night(6).published()).containsExactly(Q1);
    }

    @Test
    void publishesAgainOnceTheDeadlineHasPassed() throws IOException {
        assertThat(night(6).published()).isEmpty();
        assertThat(night(20).published()).containsExactly(Q1);
        assertThat(night(21).published()).isEmpty();
    }

    @Test
    void looksAfterLaterPeriodsToo() throws IOException {
        Period q2 = Period.parse("2024-Q2");
        bureau.dropAll("2024-Q2");
        bureau.run("2024-Q2", "2024-07-05T02:00:00Z");
        assertThat(bureau.run(PERIOD, "2024-07-06T02:00:00Z").published()).isEmpty();
        Files.delete(bureau.folders().summary(q2));

        assertThat(bureau.run(PERIOD, "2024-07-07T02:00:00Z").published()).containsExactly(q2);
        assertThat(bureau.folders().summary(q2)).exists();
    }

    private RunResult night(int day) throws IOException {
        return bureau.run(PERIOD, "2024-04-%02dT02:00:00Z".formatted(day));
    }

    private String report(RunResult result) throws IOException {
        return Files.readString(bureau.folders().runs().resolve(result.runId() + ".json"));
    }

    private static List<String> open(String report) {
        return report.lines()
                .filter(line -> line.contains("open_findings") || line.contains("deciding_cells"))
                .toList();
    }

    /** What is published, with the times at which it was written. */
    private SortedMap<Path, FileTime> files() throws IOException {
        SortedMap<Path, FileTime> files = new TreeMap<>();
        for (Path below : List.of(
                bureau.folders().period(Q1),
                bureau.folders().parquet(),
                bureau.folders().notices(Q1))) {
            try (var walked = Files.walk(below)) {
                for (Path file : walked.filter(Files::isRegularFile).toList()) {
                    files.put(file, Files.getLastModifiedTime(file));
                }
            }
        }
        return files;
    }
}
