package huibao.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.pipeline.Registries;
import huibao.pipeline.RunResult;
import huibao.store.Registry;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.JsonObjects;
import huibao.testing.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityFindingsTest {

    @TempDir
    Path folder;

    @Test
    void previousFigureReplacedAfterItWasDueIsNamedWithItsUnitAndCell() throws IOException {
        Bureau bureau = bureau("CITY_REVISED,CITY_REVISED,VERIFY,ON,FISH,percent=10,");
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "1000.5"));
        bureau.drop("SEA-S", "2024-Q1", "", Map.of("FISH", "2000.5"));
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
        bureau.drop("SEA-N", "2024-Q1", "-2", Map.of("FISH", "1500.5"));
        bureau.run("2024-Q1", "2024-05-08T00:00:00Z");
        RunResult run = bureau.run("2024-Q2", "2024-07-08T00:00:00Z");

        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT time_period || ' ' || rule || ' ' || found || ' ' || sheet || '!' || cell"
                                + " FROM city_finding"))
                .containsExactly("2024-Q2 CITY_REVISED 3501 填报表!E10");
        assertThat(Trees.query(bureau.folders().database(), "SELECT message_en FROM city_finding"))
                .containsExactly("\"渔获量\" was 3001 for the city's previous period when it was due and is 3501 now,"
                        + " revised by more than 10 %; revised by 北岸.");
        assertThat(JsonObjects.read(Files.readString(
                                bureau.folders().runs().resolve(run.runId() + ".json"), StandardCharsets.UTF_8))
                        .get("city_findings")
                        .toString())
                .contains("CITY_REVISED", "SEA-N", "3501");
    }

    @Test
    void ruleOverTheCitysSumsHasAHistoryToo() throws IOException {
        Bureau bureau = bureau("FISH_MOVED,SHARE_JUMP,VERIFY,ON,FISH,points=5,");
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "1000.5"));
        bureau.drop("SEA-S", "2024-Q1", "", Map.of("FISH", "1000.5"));
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
        bureau.drop("SEA-N", "2024-Q2", "", Map.of("FISH", "4000.5"));
        bureau.drop("SEA-S", "2024-Q2", "", Map.of("FISH", "1001.5"));
        bureau.run("2024-Q2", "2024-07-08T00:00:00Z");

        try (Registry registry = Registries.open(bureau.catalogue(), bureau.folders())) {
            assertThat(new RuleHistory(bureau.catalogue(), registry).of("FISH_MOVED"))
                    .extracting(hit -> hit.period() + " " + hit.unit() + " "
                            + hit.finding().item().orElseThrow())
                    .containsExactly("2024-Q2 SEA-N FISH", "2024-Q2 SEA-S FISH");
        }
    }

    @Test
    void revisionBeforeThePeriodWasDueIsNoRevisionOfTheBulletin() throws IOException {
        Bureau bureau = bureau("CITY_REVISED,CITY_REVISED,VERIFY,ON,FISH,percent=10,");
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "1000.5"));
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
        bureau.drop("SEA-N", "2024-Q1", "-2", Map.of("FISH", "1500.5"));
        bureau.run("2024-Q1", "2024-04-09T00:00:00Z");
        bureau.run("2024-Q2", "2024-07-08T00:00:00Z");

        assertThat(Trees.query(bureau.folders().database(), "SELECT rule FROM city_finding"))
                .isEmpty();
    }

    @Test
    void unitThatIsMissingDoesNotMakeTheCityFall() throws IOException {
        Bureau bureau = bureau("CITY_BELOW_PREVIOUS,CITY_BELOW_PREVIOUS,VERIFY,ON,FISH,,");
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "1000.5"));
        bureau.drop("SEA-S", "2024-Q1", "", Map.of("FISH", "2000.5"));
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
        bureau.drop("SEA-N", "2024-Q2", "", Map.of("FISH", "1000.6"));
        bureau.run("2024-Q2", "2024-07-08T00:00:00Z");

        assertThat(Trees.query(bureau.folders().database(), "SELECT rule FROM city_finding"))
                .isEmpty();
    }

    private Bureau bureau(String rule) throws IOException {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        Files.writeString(job.resolve("rules.csv"), rule + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        return new Bureau(job, folder);
    }
}
