package huibao.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.bulletin.Bulletins;
import huibao.model.Finding;
import huibao.model.Period;
import huibao.model.UnitCode;
import huibao.recovery.PastBulletin;
import huibao.recovery.PastBulletins;
import huibao.recovery.Rebuild;
import huibao.store.Registry;
import huibao.store.StoreException;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class LastYearTest {

    private static final String LAST_APRIL = "2023-04-08T00:00:00Z";
    private static final String APRIL = "2024-04-08T00:00:00Z";

    @TempDir
    Path folder;

    @Test
    void priorYearValueThatLastYearsRegistryDoesNotKnowIsAsked() throws IOException {
        lastYear().run("2023-Q1", LAST_APRIL);
        Bureau bureau = thisYear();
        bureau.drop("SEA-N", "2024-Q1");
        bureau.run("2024-Q1", APRIL);

        assertThat(bureau.states("SEA-N", "2024-Q1")).containsExactly("v1 RETURNED PRIOR_YEAR_CHANGED");
        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT expected FROM finding WHERE rule = 'PRIOR_YEAR_CHANGED' AND item = 'FISH'"))
                .containsExactly("1000.5");
    }

    @Test
    void withoutLastYearsRegistryNothingIsComparedWithLastYear() throws IOException {
        Bureau bureau = thisYear();
        bureau.drop("SEA-N", "2024-Q1");
        bureau.run("2024-Q1", APRIL);

        assertThat(bureau.states("SEA-N", "2024-Q1")).containsExactly("v1 ACCEPTED CLEAN");
    }

    @Test
    void fileIsCheckedAgainstLastYearBeforeAnythingIsRun() throws IOException {
        lastYear().run("2023-Q1", LAST_APRIL);
        Bureau bureau = thisYear();
        bureau.drop("SEA-N", "2024-Q1");

        FileCheck checks = new FileCheck(
                bureau.catalogue(), Optional.empty(), Registries.lastYear(bureau.catalogue(), bureau.folders()));

        assertThat(checks.check(bureau.folders().inbox().resolve("SEA-N-2024-Q1.xlsx"))
                        .decision()
                        .findings())
                .extracting(Finding::rule)
                .contains("PRIOR_YEAR_CHANGED");
    }

    @Test
    void missingUnitIsBoundedByWhatItReachedLastYear() throws IOException {
        Bureau last = lastYear();
        last.drop("SEA-S", "2023-Q1", "", Map.of("FISH", "7000"));
        last.run("2023-Q1", LAST_APRIL);
        Bureau bureau = thisYear();
        bureau.drop("SEA", "2024-Q1");
        bureau.run("2024-Q1", APRIL);

        assertThat(bureau.attainment("FISH-CAP", "SEA-S", "2024-Q1", "high_value"))
                .isEqualTo("7000");
        assertThat(bureau.attainment("FISH-CAP", "SEA", "2024-Q1", "high_value"))
                .isEqualTo("8000.5");
    }

    @Test
    void flowIsHeldAgainstLastYearsOwnCourseBesideTheElapsedShareOfTheYear() throws IOException {
        Bureau last = lastYear();
        last.drop("SEA-S", "2023-Q1", "", Map.of("FISH", "999.5"));
        last.run("2023-Q1", LAST_APRIL);
        last.drop("SEA-N", "2023-Q4", "", Map.of("FISH", "6000"));
        last.drop("SEA-S", "2023-Q4", "", Map.of("FISH", "4000"));
        last.run("2023-Q4", "2024-01-15T00:00:00Z");
        Bureau bureau = thisYear();
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "1500", "FISH 核实说明", "上年同期口径调整，剔除远洋渔获"));
        bureau.drop("SEA-S", "2024-Q1", "", Map.of("FISH", "1200", "FISH 核实说明", "上年同期口径调整，剔除远洋渔获"));
        bureau.run("2024-Q1", APRIL);

        assertThat(bureau.attainment("FISH-CAP", "SEA", "2024-Q1", "obs_value")).isEqualTo("2700");
        assertThat(bureau.attainment("FISH-CAP", "SEA", "2024-Q1", "pace_percent || ' ' || seasonal_pace_percent"))
                .as("2000 of last year's 10000 were caught by the end of March")
                .isEqualTo("25 20");
        assertThat(bureau.attainment("FISH-CAP", "SEA", "2024-Q1", "seasonal_projected_value"))
                .isEqualTo("13500");
    }

    @Test
    void submissionJudgedAgainIsComparedWithWhatStoodThenAlsoOfLastYear() throws IOException {
        Bureau last = lastYear();
        last.run("2023-Q1", LAST_APRIL);
        Bureau bureau = thisYear();
        bureau.drop("SEA-N", "2024-Q1");
        bureau.run("2024-Q1", APRIL);
        last.drop("SEA-N", "2023-Q1", "-late", Map.of("FISH", "2000.5"));
        last.run("2023-Q1", "2024-05-01T00:00:00Z");
        bureau.run("2024-Q1", "2024-05-02T00:00:00Z", "SEA-N");

        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT expected FROM finding WHERE rule = 'PRIOR_YEAR_CHANGED' AND item = 'FISH'"))
                .containsExactly("1000.5");
    }

    /** A correction, a form that is judged otherwise under other rules, and one that was late, all since. */
    @Test
    void pastBulletinIsRebuiltFromWhatLastYearsRegistryHeldThen() throws IOException {
        Path lastJob = lastYearsJob();
        Bureau last = lastYear(lastJob);
        last.drop("SEA-S", "2023-Q1", "", Map.of("FISH", "7000"));
        last.drop("SEA-N", "2023-Q4", "", Map.of("FISH", "9000.5"));
        last.run("2023-Q4", "2024-01-15T00:00:00Z");
        Bureau bureau = thisYear();
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "1500", "FISH 核实说明", "上年同期口径调整，剔除远洋渔获"));
        bureau.drop("SEA", "2024-Q1");
        bureau.run("2024-Q1", APRIL);
        SortedMap<String, String> april = Trees.published(bureau.folders().output());

        Files.writeString(
                lastJob.resolve("rules.csv"),
                Files.readString(lastJob.resolve("rules.csv")) + "USUAL,RANGE,MANDATORY,ON,FISH,min=1100;max=8500,\n");
        Bureau stricter = new Bureau(lastJob, folder.resolve("last"), folder.resolve("输出 1"));
        stricter.drop("SEA-S", "2023-Q1", "-2", Map.of("FISH", "8000"));
        stricter.drop("SEA-S", "2023-Q4", "", Map.of("FISH", "8400"));
        stricter.run("2023-Q1", "2024-05-01T00:00:00Z");
        stricter.run("2023-Q4", "2024-05-02T00:00:00Z");
        assertThat(stricter.states("SEA-N", "2023-Q1")).containsExactly("v1 RETURNED USUAL");
        assertThat(stricter.states("SEA-N", "2023-Q4")).containsExactly("v1 RETURNED USUAL");
        assertThat(stricter.states("SEA-S", "2023-Q1"))
                .containsExactly("v1 SUPERSEDED SEA-S-2023-Q1-v2", "v2 ACCEPTED CLEAN");
        bureau.run("2024-Q1", "2024-05-03T00:00:00Z", "SEA-N");
        assertThat(bureau.attainment("FISH-CAP", "SEA-S", "2024-Q1", "high_value"))
                .as("a run of today reads what stands today")
                .isEqualTo("8000");
        SortedMap<String, String> may = Trees.published(bureau.folders().output());

        PastBulletin past = new PastBulletins(bureau.catalogue(), bureau.folders(), Progress.NOBODY)
                .asOf(Instant.parse(APRIL), Optional.empty());

        assertThat(Trees.published(past.folder())).isEqualTo(april);
        new Rebuild(bureau.folders(), Progress.NOBODY).into(folder.resolve("rebuilt"));
        assertThat(Trees.published(folder.resolve("rebuilt"))).isEqualTo(may);
    }

    @Test
    void bulletinIsShownAsItWasPublishedWhateverBecameOfLastYearsFiguresSince() throws IOException {
        Bureau last = lastYear();
        last.drop("SEA-S", "2023-Q1", "", Map.of("FISH", "7000"));
        last.run("2023-Q1", LAST_APRIL);
        Bureau bureau = thisYear();
        bureau.drop("SEA", "2024-Q1");
        bureau.run("2024-Q1", APRIL);
        last.drop("SEA-S", "2023-Q1", "-2", Map.of("FISH", "8000"));
        last.run("2023-Q1", "2024-05-01T00:00:00Z");

        try (Registry registry = Registries.open(bureau.catalogue(), bureau.folders())) {
            assertThat(Bulletins.asPublished(bureau.catalogue(), registry)
                            .of(Period.parse("2024-Q1"))
                            .units()
                            .find(new UnitCode("SEA-S"))
                            .orElseThrow()
                            .attainments())
                    .filteredOn(row -> row.target().value().equals("FISH-CAP"))
                    .extracting(row -> row.highValue().orElseThrow().intValue())
                    .containsExactly(7000);
        }
    }

    @Test
    void itemMeasuredInAnotherUnitLastYearIsNotCompared() throws IOException {
        Path job = lastYearsJob();
        JobFolder.edit(job, "items.csv", "FISH,渔获量,吨", "FISH,渔获量,万吨");
        JobFolder.edit(job, "targets.csv", "AT_MOST,9000,吨", "AT_MOST,9000,万吨");
        lastYear(job).run("2023-Q1", LAST_APRIL);
        Bureau bureau = thisYear();
        bureau.drop("SEA-N", "2024-Q1");
        bureau.run("2024-Q1", APRIL);

        assertThat(bureau.states("SEA-N", "2024-Q1")).containsExactly("v1 ACCEPTED CLEAN");
    }

    @Test
    void lastYearsRegistryIsReadAndNothingInItsFolderChanges() throws IOException {
        Bureau last = lastYear();
        last.run("2023-Q1", LAST_APRIL);
        byte[] before = Files.readAllBytes(last.folders().database());
        Bureau bureau = thisYear();
        bureau.dropAll("2024-Q1");
        bureau.run("2024-Q1", APRIL);

        assertThat(Files.readAllBytes(last.folders().database())).isEqualTo(before);
        try (Stream<Path> files = Files.list(last.folders().output())) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "huibao.db", "parquet", "2023-Q1", "runs", "notices", "metrics.prom", ".huibao");
        }
    }

    @Test
    void registryOfAnEarlierVersionIsNamedAndNotTouched() throws Exception {
        Bureau last = lastYear();
        last.run("2023-Q1", LAST_APRIL);
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + last.folders().database());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 9");
        }
        Bureau bureau = thisYear();

        assertThatThrownBy(() -> bureau.run("2024-Q1", APRIL))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("seaside-2023/huibao.db")
                .hasMessageContaining("schema version 9")
                .hasMessageContaining("huibao rebuild --replace")
                .hasMessageContaining("previous_job");
        assertThat(version(last)).isEqualTo(9);
    }

    @Test
    void registryKnowsLastYearForEveryCommandThatOpensIt() throws IOException {
        lastYear().run("2023-Q1", LAST_APRIL);
        Bureau bureau = thisYear();
        Files.createDirectories(bureau.folders().output());

        try (Registry registry = Registries.open(bureau.catalogue(), bureau.folders())) {
            assertThat(registry.lastYear()).isPresent();
        }
    }

    private static int version(Bureau bureau) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + bureau.folders().database());
                Statement statement = connection.createStatement()) {
            return statement.executeQuery("PRAGMA user_version").getInt(1);
        }
    }

    private Path lastYearsJob() throws IOException {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job-2023"));
        JobFolder.edit(job, "job.yaml", "name: seaside-2024", "name: seaside-2023");
        JobFolder.edit(job, "job.yaml", "year: 2024", "year: 2023");
        JobFolder.edit(job, "job.yaml", "2025-03-31", "2024-03-31");
        JobFolder.edit(job, "deadlines.csv", "2024", "2023");
        return job;
    }

    private Bureau lastYear() throws IOException {
        return lastYear(lastYearsJob());
    }

    /** Last year's bureau, with the northern form in its inbox. */
    private Bureau lastYear(Path job) throws IOException {
        Bureau bureau = new Bureau(job, folder.resolve("last"), folder.resolve("输出 1"));
        bureau.drop("SEA-N", "2023-Q1", "", Map.of("FISH", "1000.5"));
        return bureau;
    }

    private Bureau thisYear() throws IOException {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job-2024"));
        JobFolder.edit(job, "job.yaml", "frequency:", "previous_job: seaside-2023\nfrequency:");
        Files.writeString(
                job.resolve("rules.csv"),
                Files.readString(job.resolve("rules.csv"))
                        + "PRIOR_YEAR_CHANGED,PRIOR_YEAR_CHANGED,VERIFY,ON,FISH,,\n");
        return new Bureau(job, folder.resolve("this"), folder.resolve("输出 1"));
    }
}
