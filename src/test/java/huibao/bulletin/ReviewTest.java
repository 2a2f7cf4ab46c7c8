package huibao.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Period;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.JsonObjects;
import huibao.testing.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The quota is 9000, so half the year allows 4500. North reports 900 after 1000 and goes back: it may have
 * between 1000 and 2000. South had 1800 in the first quarter, 3600 if it went on like that, and reports
 * 2500 after North was judged.
 */
class ReviewTest {

    private static final String NORTH_FINDING =
            "SELECT rule || ': ' || decides FROM finding WHERE submission_id = 'SEA-N-2024-Q2-v1'";
    private static final String REVIEW = "SELECT rank || ' ' || submission_id || '/' || finding_no || ' ' || ref_area"
            + " || ' ' || coalesce(item, '') || ' ' || rule || ' ' || severity || ' ' || decides FROM review"
            + " WHERE time_period = '2024-Q2' ORDER BY rank";

    @TempDir
    Path folder;

    private Bureau bureau;

    @BeforeEach
    void twoQuarters() throws IOException {
        // Growth is out of the way: what hangs on the quota is seen alone.
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        JobFolder.edit(job, "targets.csv", "AT_LEAST,5,%", "AT_LEAST,-99,%");
        bureau = new Bureau(job, folder.resolve("a"));
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "1000"));
        bureau.drop("SEA-S", "2024-Q1", "", Map.of("FISH", "1800"));
        bureau.drop("SEA", "2024-Q1");
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
        bureau.drop("SEA-N", "2024-Q2", "", Map.of("FISH", "900"));
        bureau.drop("SEA-S", "2024-Q2", "", Map.of("FISH", "2500"));
        bureau.drop("SEA", "2024-Q2");
        bureau.run("2024-Q2", "2024-07-08T00:00:00Z");
    }

    @Test
    void keepsWithTheFindingWhatHungOnItWhenItWasJudged() {
        assertThat(bureau.states("SEA-N", "2024-Q2")).containsExactly("v1 RETURNED YTD_BELOW_PREVIOUS");
        // 900 + 3600 are within the pace, 2000 + 3600 are not
        assertThat(query(NORTH_FINDING)).containsExactly("YTD_BELOW_PREVIOUS: FISH-CAP");
        assertThat(query("SELECT CAST(impact AS REAL) >= 12.2 FROM finding")).containsExactly("1");
        assertThat(Trees.query(bureau.folders().database(), "SELECT impact_num = CAST(impact AS REAL) FROM finding"))
                .containsExactly("1");
    }

    @Test
    void ranksWhatIsOpenByWhatHangsOnItNow() {
        // 900 + 2500 and 2000 + 2500 are both within the pace
        assertThat(query(REVIEW)).containsExactly("1 SEA-N-2024-Q2-v1/1 SEA-N FISH YTD_BELOW_PREVIOUS VERIFY ");
    }

    @Test
    void judgingOneUnitAgainChangesNothingOfIt() throws IOException {
        List<String> before = query("SELECT finding_no || rule || message_zh || impact || decides FROM finding");
        byte[] returned = Files.readAllBytes(returned());

        bureau.run("2024-Q2", "2024-07-09T00:00:00Z", "SEA-N");

        assertThat(query("SELECT finding_no || rule || message_zh || impact || decides FROM finding"))
                .isEqualTo(before);
        assertThat(Files.readAllBytes(returned())).isEqualTo(returned);
    }

    @Test
    void whatWasSentAgainAndAcceptedIsNoLongerOpen() throws IOException {
        bureau.drop("SEA-N", "2024-Q2", "-2", Map.of("FISH", "1900"));
        bureau.run("2024-Q2", "2024-07-09T00:00:00Z");

        assertThat(bureau.states("SEA-N", "2024-Q2")).last().isEqualTo("v2 ACCEPTED CLEAN");
        assertThat(query(REVIEW)).isEmpty();
        assertThat(query(NORTH_FINDING)).containsExactly("YTD_BELOW_PREVIOUS: FISH-CAP");
    }

    @Test
    void asksOnlyForTheNewestOfSeveralThatWentBack() throws IOException {
        bureau.drop("SEA-N", "2024-Q2", "-2", Map.of("FISH", "-1", "BEDS", ""));
        bureau.drop("SEA-S", "2024-Q2", "-2", Map.of("FISH", "2600"));
        bureau.run("2024-Q2", "2024-07-09T00:00:00Z");

        List<String> review = query(REVIEW);
        assertThat(review).hasSize(3).last().isEqualTo("3 SEA-S-2024-Q2-v2/1 SEA-S  REPLACES_ACCEPTED NOTICE ");
        assertThat(review.subList(0, 2))
                .allMatch(line -> line.contains(" SEA-N-2024-Q2-v2/"))
                // 2000 + 2600 are over the pace
                .first()
                .asString()
                .startsWith("1 SEA-N-2024-Q2-v2/1 SEA-N FISH NOT_NEGATIVE MANDATORY FISH-CAP");
        Map<String, Object> report = JsonObjects.read(Files.readString(
                bureau.folders().runs().resolve("20240709T000000Z-2024-Q2.json"), StandardCharsets.UTF_8));
        assertThat(report.toString()).contains("open_findings=3", "deciding_cells=1", "decided_targets=1");
    }

    private Path returned() {
        return bureau.folders().returns(Period.parse("2024-Q2")).resolve("SEA-N-北岸-v1.xlsx");
    }

    private List<String> query(String sql) {
        return Trees.query(bureau.folders().database(), sql);
    }
}
