package huibao.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.files.DurableFiles;
import huibao.message.Messages;
import huibao.model.Period;
import huibao.recovery.Verification;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Continuing an unfinished run, and what is lost of what it is continued by. */
@Tag("long")
class ContinuationTest {

    private static final String NOW = "2024-04-08T00:00:00Z";

    @TempDir
    Path folder;

    private Bureau bureau;
    private Path summary;

    @BeforeEach
    void dropForms() throws IOException {
        bureau = new Bureau(JobFolder.SEASIDE, folder);
        bureau.dropAll("2024-Q1");
        summary = bureau.folders().summary(Period.parse("2024-Q1"));
    }

    @Test
    void saysThatNothingIsUnfinishedAndMakesNothing() throws IOException {
        assertThat(restart()).isInstanceOf(Continuation.NothingUnfinished.class);
        assertThat(bureau.folders().output()).doesNotExist();

        bureau.run("2024-Q1", NOW);
        bureau.drop("SEA-N", "2024-Q2");
        assertThat(restart()).isInstanceOf(Continuation.NothingUnfinished.class);
        assertThat(bureau.folders().inbox()).isNotEmptyDirectory();
    }

    @Test
    void continuesTheRunThatFailedAtItsOwnTimeAndBeginsNoOther() throws IOException {
        failOnce();
        bureau.drop("SEA-N", "2024-Q2");

        assertThat(restart()).isInstanceOfSatisfying(Continuation.Continued.class, continued -> {
            assertThat(continued.result().runId()).isEqualTo("20240408T000000Z-2024-Q1");
            assertThat(continued.result().decided()).hasSize(3);
        });
        assertThat(Trees.query(bureau.folders().database(), "SELECT run_id || ' ' || state FROM run"))
                .containsExactly("20240408T000000Z-2024-Q1 COMPLETED");
        assertThat(bureau.folders().inbox()).isNotEmptyDirectory();
    }

    @Test
    void whatCameAfterARunThatDiedCollectingIsTheNextOnesAndNotGivenItsTime() throws IOException {
        Path copying = bureau.folders().archive().resolve("incoming-0.tmp");
        Files.createDirectories(copying.resolve("in the way"));
        assertThatThrownBy(() -> bureau.run("2024-Q1", NOW)).isInstanceOf(RuntimeException.class);
        DurableFiles.deleteTree(copying);
        bureau.drop("SEA-N", "2024-Q1", "-late", Map.of("FISH", "*1.01"));

        assertThat(restart())
                .isInstanceOfSatisfying(
                        Continuation.Continued.class,
                        continued -> assertThat(continued.result().decided()).hasSize(3));
        assertThat(bureau.folders().inbox()).isNotEmptyDirectory();
        bureau.run("2024-Q1", "2024-04-12T00:00:00Z");
        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT submission_id || ' ' || received_at FROM submission WHERE ref_area = 'SEA-N'"
                                + " ORDER BY version"))
                .containsExactly("SEA-N-2024-Q1-v1 " + NOW, "SEA-N-2024-Q1-v2 2024-04-12T00:00:00Z");
    }

    /** The process that died told nobody what it had returned. */
    @Test
    void whatAContinuedRunReturnedIsToldWithTheNightThatContinuedIt() throws IOException {
        bureau.drop("SEA-S", "2024-Q1", "", Map.of("FISH", "-3"));
        failOnce();
        bureau.drop("SEA-S", "2024-Q1", "-2", Map.of());

        RunResult night = bureau.run("2024-Q1", "2024-04-09T00:00:00Z");

        assertThat(night.runs())
                .extracting(run ->
                        run.runId() + " " + run.outcome() + " " + run.decided().size())
                .containsExactly("20240408T000000Z-2024-Q1 DONE_WITH_RETURNS 3", "20240409T000000Z-2024-Q1 DONE 1");
        assertThat(night.exitCode()).isEqualTo(3);
        assertThat(bureau.folders().metrics())
                .content()
                .contains("huibao_last_run_exit_code{huibao_job=\"seaside-2024\"} 3")
                .contains("huibao_last_run_submissions{huibao_job=\"seaside-2024\",state=\"returned\"} 1");
    }

    /** Deadlines have passed since, and a quarter. */
    @Test
    void aNightAfterTheOneThatDiedIsRunAsWell() throws IOException {
        failOnce();

        assertThat(plain("2024-07-20T00:00:00Z").runs())
                .extracting(RunResult::runId)
                .containsExactly("20240408T000000Z-2024-Q1", "20240720T000000Z-2024-Q2");
    }

    /** Forms are due at 12:00 in Lisbon, which is 11:00 in Greenwich. */
    @Test
    void soIsARunAfterADeadlineOfTheSameDay() throws IOException {
        failOnce("2024-04-10T10:59:59Z");

        assertThat(plain("2024-04-10T11:00:00Z").runs())
                .extracting(RunResult::runId)
                .containsExactly("20240410T105959Z-2024-Q1", "20240410T110000Z-2024-Q1");
    }

    @Test
    void runAgainOnTheSameDayItIsTheSameNight() throws IOException {
        failOnce();

        assertThat(plain("2024-04-08T22:59:59Z").runs())
                .extracting(RunResult::runId)
                .containsExactly("20240408T000000Z-2024-Q1");
    }

    @Test
    void doesNothingWhileAnotherRunHoldsTheLock() {
        try (RunLock held = RunLock.tryTake(bureau.folders()).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(restart()).isInstanceOf(Continuation.Locked.class);
        }
    }

    /** A disk that is full when a step is to be noted. */
    @Test
    void namesTheTablesThatTakeNoStep() throws IOException {
        bureau.run("2024-Q1", NOW);
        Path tables = bureau.folders().batchDatabase();
        Trees.execute(
                tables,
                "CREATE TRIGGER refuse BEFORE INSERT ON BATCH_STEP_EXECUTION BEGIN SELECT RAISE(ABORT, 'no room'); END");

        assertThatThrownBy(() -> bureau.run("2024-Q1", "2024-04-09T00:00:00Z"))
                .isInstanceOfSatisfying(
                        RunFailedException.class,
                        failure -> assertThat(failure.trouble().in(Messages.in(Locale.ENGLISH)))
                                .startsWith("run 20240409T000000Z-2024-Q1 stopped: cannot use " + tables)
                                .contains("no room")
                                .contains("run again"));

        Trees.execute(tables, "DROP TRIGGER refuse");
        assertThat(restart()).isInstanceOf(Continuation.Continued.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "empty",
                "truncated",
                "one table",
                "gone",
                "begun and no more",
                "a step that runs",
                "ends unknown"
            })
    void continuesAlsoWhenTheTablesForThatAreDamaged(String how) throws Exception {
        failOnce();
        Path tables = bureau.folders().batchDatabase();
        damage(tables, how);

        assertThat(restart()).isInstanceOf(Continuation.Continued.class);

        bureau.run("2024-Q1", "2024-04-09T00:00:00Z");
        assertThat(new Verification(bureau.catalogue(), bureau.folders(), Messages.in(Locale.ENGLISH)).verify())
                .isEmpty();
        Bureau calm = new Bureau(JobFolder.SEASIDE, folder.resolve("calm"));
        calm.dropAll("2024-Q1");
        calm.run("2024-Q1", NOW);
        calm.run("2024-Q1", "2024-04-09T00:00:00Z");
        assertThat(Trees.published(bureau.folders().output()))
                .isEqualTo(Trees.published(calm.folders().output()));
    }

    private static void damage(Path tables, String how) throws Exception {
        byte[] bytes = Files.readAllBytes(tables);
        Files.deleteIfExists(tables.resolveSibling("batch.db-wal"));
        Files.deleteIfExists(tables.resolveSibling("batch.db-shm"));
        switch (how) {
            case "garbage" ->
                Files.writeString(tables, "this is no database, but long enough to be looked at".repeat(99));
            case "empty" -> Files.write(tables, new byte[0]);
            case "truncated" -> Files.write(tables, java.util.Arrays.copyOf(bytes, bytes.length / 2 + 100));
            case "one table" -> {
                Files.delete(tables);
                Trees.execute(tables, "CREATE TABLE BATCH_JOB_INSTANCE (JOB_INSTANCE_ID INTEGER)");
            }
            // What a run can leave whose last words were refused.
            case "a step that runs" ->
                Trees.execute(tables, "UPDATE BATCH_STEP_EXECUTION SET STATUS = 'STARTED' WHERE STATUS = 'FAILED'");
            case "ends unknown" -> {
                for (String table : List.of("BATCH_STEP_EXECUTION", "BATCH_JOB_EXECUTION")) {
                    Trees.execute(tables, "UPDATE " + table + " SET STATUS = 'UNKNOWN' WHERE STATUS = 'FAILED'");
                }
            }
            // A full disk can let the first of two transactions through.
            case "begun and no more" -> {
                for (String table : List.of(
                        "STEP_EXECUTION_CONTEXT",
                        "STEP_EXECUTION",
                        "JOB_EXECUTION_CONTEXT",
                        "JOB_EXECUTION_PARAMS",
                        "JOB_EXECUTION")) {
                    Trees.execute(tables, "DELETE FROM BATCH_" + table);
                }
            }
            default -> Files.delete(tables);
        }
    }

    private void failOnce() throws IOException {
        failOnce(NOW);
    }

    private void failOnce(String now) throws IOException {
        Files.createDirectories(summary.resolve("in the way"));
        assertThatThrownBy(() -> bureau.run("2024-Q1", now)).isInstanceOf(RunFailedException.class);
        DurableFiles.deleteTree(summary);
    }

    private Continuation restart() {
        return at("2024-05-01T00:00:00Z").continueUnfinished();
    }

    /** A run for which no time and no period is asked. */
    private RunResult plain(String now) {
        return at(now).run(new RunRequest(Optional.empty(), List.of(), Optional.empty()))
                .orElseThrow();
    }

    private ReportingRun at(String now) {
        return new ReportingRun(
                bureau.catalogue(), bureau.folders(), Clock.fixed(Instant.parse(now), ZoneOffset.UTC), Progress.NOBODY);
    }
}
