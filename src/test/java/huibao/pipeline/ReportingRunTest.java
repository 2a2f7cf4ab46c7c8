package huibao.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Period;
import huibao.model.SubmissionState;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.JsonObjects;
import huibao.testing.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportingRunTest {

    private static final String FIRST = "2024-04-08T00:00:00Z";
    private static final String SECOND = "2024-07-08T00:00:00Z";

    @TempDir
    Path folder;

    @Test
    void publishesEverythingAndLeavesTheInboxEmpty() throws IOException {
        Bureau bureau = seaside("a");
        bureau.dropAll("2024-Q1");

        RunResult result = bureau.run("2024-Q1", FIRST);

        assertThat(result.outcome()).isEqualTo(RunResult.Outcome.DONE);
        assertThat(result.decided()).hasSize(3).allMatch(record -> record.state() == SubmissionState.ACCEPTED);
        assertThat(bureau.folders().inbox()).isEmptyDirectory();
        Map<String, Object> manifest = JsonObjects.read(
                Files.readString(bureau.folders().manifest(Period.parse("2024-Q1")), StandardCharsets.UTF_8));
        assertThat(manifest).containsEntry("time_period", "2024-Q1").containsEntry("synthetic", true);
        assertThat(manifest.get("files").toString())
                .contains("汇总表-2024-Q1.xlsx", "unit=SEA-N/part.parquet", "attainment/period=2024-Q1");
        assertThat(bureau.attainment("FERRY-RUNS", "SEA", "2024-Q1", "certainty"))
                .isEqualTo("complete");
    }

    @Test
    void countsTheSameBytesOnce() throws IOException {
        Bureau bureau = seaside("a");
        bureau.drop("SEA-N", "2024-Q1");
        bureau.drop("SEA-N", "2024-Q1", " (1)", Map.of());
        bureau.run("2024-Q1", FIRST);
        bureau.drop("SEA-N", "2024-Q1", "最终版", Map.of());
        bureau.run("2024-Q1", "2024-04-09T00:00:00Z");

        assertThat(bureau.states("SEA-N", "2024-Q1")).containsExactly("v1 ACCEPTED CLEAN");
        assertThat(Trees.query(bureau.folders().database(), "SELECT submission_id FROM duplicate_receipt"))
                .containsExactly("SEA-N-2024-Q1-v1", "SEA-N-2024-Q1-v1");
    }

    @Test
    void keepsTheAcceptedFiguresUntilABetterVersionIsClean() throws IOException {
        Bureau bureau = seaside("a");
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "1000.5"));
        bureau.run("2024-Q1", FIRST);
        bureau.drop("SEA-N", "2024-Q1", "-2", Map.of("FISH", "-3"));
        RunResult second = bureau.run("2024-Q1", "2024-04-09T00:00:00Z");

        assertThat(second.outcome()).isEqualTo(RunResult.Outcome.DONE_WITH_RETURNS);
        assertThat(bureau.states("SEA-N", "2024-Q1")).containsExactly("v1 ACCEPTED CLEAN", "v2 RETURNED NOT_NEGATIVE");
        assertThat(bureau.attainment("FISH-CAP", "SEA-N", "2024-Q1", "obs_value"))
                .isEqualTo("1000.5");
        assertThat(bureau.folders().returns(Period.parse("2024-Q1")).resolve("SEA-N-北岸-v2.xlsx"))
                .isNotEmptyFile();

        bureau.drop("SEA-N", "2024-Q1", "-3", Map.of("FISH", "1001.5"));
        bureau.run("2024-Q1", "2024-04-10T00:00:00Z");

        assertThat(bureau.states("SEA-N", "2024-Q1"))
                .containsExactly("v1 SUPERSEDED SEA-N-2024-Q1-v3", "v2 RETURNED NOT_NEGATIVE", "v3 ACCEPTED CLEAN");
        assertThat(bureau.attainment("FISH-CAP", "SEA-N", "2024-Q1", "obs_value"))
                .isEqualTo("1001.5");
        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT old_value || '>' || new_value || ' ' || difference_num || ' ' || reason"
                                + " FROM v_revision WHERE item = 'FISH'"))
                .containsExactly("1000.5>1001.5 1.0 CORRECTION");
        assertThat(
                        Trees.query(
                                bureau.folders().database(),
                                "SELECT state FROM submission_event WHERE submission_id = 'SEA-N-2024-Q1-v1' ORDER BY event_no"))
                .containsExactly("RECEIVED", "ACCEPTED", "SUPERSEDED");
    }

    @Test
    void rejectsWhatIsNoFormWithAReasonAndGoesOn() throws IOException {
        Bureau bureau = seaside("a");
        bureau.dropAll("2024-Q1");
        bureau.drop("0-notice.txt", "no form".getBytes(StandardCharsets.UTF_8), Period.parse("2024-Q1"));
        bureau.drop("0-empty.xlsx", new byte[0], Period.parse("2024-Q1"));

        RunResult result = bureau.run("2024-Q1", FIRST);

        assertThat(result.outcome()).isEqualTo(RunResult.Outcome.DONE_WITH_RETURNS);
        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT state || ' ' || reason || ' ' || file_name FROM submission ORDER BY receipt"))
                .containsSubsequence("REJECTED EMPTY_FILE 0-empty.xlsx")
                .contains("REJECTED NOT_A_WORKBOOK 0-notice.txt")
                .filteredOn(line -> line.startsWith("ACCEPTED"))
                .hasSize(3);
        try (Stream<Path> returned = Files.list(bureau.folders().returns(Period.parse("2024-Q1")))) {
            assertThat(returned).hasSize(2);
        }
        assertThat(bureau.folders().inbox()).isEmptyDirectory();
    }

    @Test
    void aFileRejectedForItsNameIsTakenUnderItsRightName() throws IOException {
        Bureau bureau = seaside("a");
        bureau.drop("SEA-N", "2024-Q1");
        Path file = bureau.folders().inbox().resolve("SEA-N-2024-Q1.xlsx");
        byte[] bytes = Files.readAllBytes(file);
        Files.move(file, bureau.folders().inbox().resolve("南岸-2024-Q1.xlsx"));
        bureau.run("2024-Q1", FIRST);
        assertThat(Trees.query(bureau.folders().database(), "SELECT reason FROM submission"))
                .containsExactly("UNIT_CONFLICT");

        bureau.drop("南岸-2024-Q1.xlsx", bytes, Period.parse("2024-Q1"));
        assertThat(bureau.run("2024-Q1", "2024-04-09T00:00:00Z").outcome())
                .as("the rejected file once more")
                .isEqualTo(RunResult.Outcome.DONE_WITH_RETURNS);
        bureau.drop("北岸-2024-Q1.xlsx", bytes, Period.parse("2024-Q1"));
        bureau.run("2024-Q1", "2024-04-10T00:00:00Z");

        assertThat(bureau.states("SEA-N", "2024-Q1")).containsExactly("v1 ACCEPTED CLEAN");
    }

    @Test
    void sameInputsGiveTheSameBytes() throws IOException {
        Bureau first = seaside("a");
        Bureau second = seaside("b");
        for (Bureau bureau : List.of(first, second)) {
            bureau.dropAll("2024-Q1");
            bureau.run("2024-Q1", FIRST);
            bureau.dropAll("2024-Q2");
            bureau.run("2024-Q2", SECOND);
        }

        assertThat(Trees.published(second.folders().output()))
                .isEqualTo(Trees.published(first.folders().output()));
    }

    @Test
    void aLateFormRefreshesItsOwnPeriodAndThoseAfterIt() throws IOException {
        Bureau bureau = seaside("a");
        bureau.drop("SEA-N", "2024-Q1");
        bureau.run("2024-Q1", FIRST);
        bureau.dropAll("2024-Q2");
        bureau.run("2024-Q2", SECOND);
        assertThat(bureau.attainment("FISH-UP", "SEA", "2024-Q1", "certainty")).isEqualTo("depends");

        bureau.drop("SEA-S", "2024-Q1");
        bureau.drop("SEA", "2024-Q1");
        RunResult result = bureau.run("2024-Q2", "2024-07-09T00:00:00Z");

        assertThat(result.published()).extracting(Period::toString).containsExactly("2024-Q1", "2024-Q2");
        assertThat(bureau.attainment("FISH-UP", "SEA", "2024-Q1", "certainty")).isEqualTo("complete");
    }

    @Test
    void judgesAgainWhatWasJudgedUnderOtherRules() throws IOException {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        Bureau before = new Bureau(job, folder.resolve("a"));
        before.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "-3"));
        before.run("2024-Q1", FIRST);
        assertThat(before.states("SEA-N", "2024-Q1")).containsExactly("v1 RETURNED NOT_NEGATIVE");

        JobFolder.edit(job, "rules.csv", "NOT_NEGATIVE,NOT_NEGATIVE,MANDATORY", "NOT_NEGATIVE,NOT_NEGATIVE,NOTICE");
        Bureau after = new Bureau(job, folder.resolve("a"));
        after.run("2024-Q1", "2024-04-09T00:00:00Z");

        assertThat(after.states("SEA-N", "2024-Q1")).containsExactly("v1 ACCEPTED CLEAN");
        assertThat(after.folders().returns(Period.parse("2024-Q1"))).isEmptyDirectory();
    }

    @Test
    void oneDistrictAgainGivesWhatAFullRunGivesAndTouchesNobodyElsesFiles() throws IOException {
        Bureau full = new Bureau(JobFolder.NINGBO, folder.resolve("full"));
        full.dropAll("2023-05");
        full.run("2023-05", "2023-06-08T00:00:00Z");
        full.dropAll("2023-06");
        full.run("2023-06", "2023-07-08T00:00:00Z");
        Trees.copy(folder.resolve("full"), folder.resolve("one"));
        Bureau one = new Bureau(JobFolder.NINGBO, folder.resolve("one"));
        Map<String, FileTime> before = unitFiles(one);
        for (Bureau bureau : List.of(full, one)) {
            bureau.drop("330212", "2023-06", "-更正", Map.of("T0304", "*1.01"));
        }

        full.run("2023-06", "2023-07-09T00:00:00Z");
        one.run("2023-06", "2023-07-09T00:00:00Z", "330212");

        assertThat(one.states("330212", "2023-06")).hasSize(2).last().isEqualTo("v2 ACCEPTED CLEAN");
        assertThat(withoutRuns(one)).isEqualTo(withoutRuns(full));
        Map<String, FileTime> after = unitFiles(one);
        Set<String> withWhatIsSaidOfTheCorrection = new TreeSet<>(before.keySet());
        withWhatIsSaidOfTheCorrection.add("parquet/finding/period=2023-06/unit=330212/part.parquet");
        assertThat(after.keySet()).isEqualTo(withWhatIsSaidOfTheCorrection);
        after.forEach((file, time) -> {
            if (!file.contains("330212") && !file.startsWith("parquet/attainment")) {
                assertThat(time).as(file).isEqualTo(before.get(file));
            }
        });
        assertThat(after.get("parquet/observation/period=2023-06/unit=330212/part.parquet"))
                .isNotEqualTo(before.get("parquet/observation/period=2023-06/unit=330212/part.parquet"));
    }

    @Test
    void aRunForOneDistrictLeavesOtherUnitsFilesToTheNextFullRun() throws IOException {
        Bureau bureau = seaside("a");
        bureau.dropAll("2024-Q1");

        RunResult one = bureau.run("2024-Q1", FIRST, "SEA-S");
        assertThat(one.decided())
                .singleElement()
                .satisfies(record -> assertThat(record.submissionId()).isEqualTo("SEA-S-2024-Q1-v1"));
        assertThat(bureau.folders().inbox()).isEmptyDirectory();

        RunResult rest = bureau.run("2024-Q1", "2024-04-09T00:00:00Z");
        assertThat(rest.decided()).hasSize(2);
    }

    @Test
    void writesTheRunDownWithoutAnythingThatChangesFromTryToTry() throws IOException {
        Bureau bureau = seaside("a");
        bureau.drop("SEA-N", "2024-Q1");

        RunResult result = bureau.run("2024-Q1", FIRST);

        assertThat(result.runId()).isEqualTo("20240408T000000Z-2024-Q1");
        assertThat(Files.readString(bureau.folders().runs().resolve(result.runId() + ".json"), StandardCharsets.UTF_8))
                .contains("\"stated_time\" : \"2024-04-08T00:00:00Z\"", "\"submission_id\" : \"SEA-N-2024-Q1-v1\"");
        assertThat(Trees.query(bureau.folders().database(), "SELECT run_id || ' ' || state FROM run"))
                .containsExactly("20240408T000000Z-2024-Q1 COMPLETED");
        assertThat(Instant.parse(FIRST)).isEqualTo(result.decided().get(0).decidedAt());
    }

    private Bureau seaside(String name) {
        return new Bureau(JobFolder.SEASIDE, folder.resolve(name));
    }

    /** Files of single units with their modification times. */
    private static Map<String, FileTime> unitFiles(Bureau bureau) throws IOException {
        Map<String, FileTime> files = new TreeMap<>();
        try (Stream<Path> walked = Files.walk(bureau.folders().parquet())) {
            for (Path file : walked.filter(Files::isRegularFile).toList()) {
                files.put(bureau.folders().output().relativize(file).toString(), Files.getLastModifiedTime(file));
            }
        }
        return files;
    }

    /** What is published, but for the records of runs: one run was asked for less. */
    private static SortedMap<String, String> withoutRuns(Bureau bureau) throws IOException {
        SortedMap<String, String> files = Trees.published(bureau.folders().output());
        files.keySet().removeIf(name -> name.startsWith("runs/") || name.equals("huibao.db"));
        String dump = Trees.dump(bureau.folders().database());
        files.put(
                "huibao.db",
                dump.substring(0, dump.indexOf("== run\n")) + dump.substring(dump.indexOf("== submission\n")));
        return files;
    }
}
