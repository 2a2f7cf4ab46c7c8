package huibao.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.bulletin.Bulletins;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editions of bulletins: what changed from one to the next, and why. */
class RevisionsTest {

    private static final Period Q1 = Period.parse("2024-Q1");

    @TempDir
    Path folder;

    @Test
    void aBulletinGetsAnEditionOnlyWhenAFigureChanged() throws IOException {
        Bureau bureau = seaside();
        bureau.dropAll("2024-Q1");
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
        bureau.run("2024-Q1", "2024-04-09T00:00:00Z");
        bureau.run("2024-Q1", "2024-04-09T12:00:00Z", "SEA-N");
        List<String> before = Trees.query(bureau.folders().database(), "SELECT edition FROM attainment_history");
        assertThat(editions(bureau)).containsExactly("2024-Q1 1 2024-04-08T00:00:00Z");
        assertThat(edition(bureau)).isEqualTo("1");

        bureau.drop("SEA-N", "2024-Q1", "-2", Map.of("FISH", "*1.01"));
        bureau.run("2024-Q1", "2024-04-10T00:00:00Z");

        assertThat(editions(bureau))
                .containsExactly("2024-Q1 1 2024-04-08T00:00:00Z", "2024-Q1 2 2024-04-10T00:00:00Z");
        assertThat(edition(bureau)).isEqualTo("2");
        assertThat(Trees.query(bureau.folders().database(), "SELECT edition FROM attainment_history"))
                .hasSizeGreaterThan(before.size())
                .hasSizeLessThan(2 * before.size());
    }

    @Test
    void whatStandsOfTheHistoryIsWhatIsPublished() throws IOException {
        Bureau bureau = seaside();
        bureau.drop("SEA-N", "2024-Q1");
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
        bureau.drop("SEA-N", "2024-Q1", "-2", Map.of("FISH", "*1.01"));
        bureau.drop("SEA-S", "2024-Q1");
        bureau.run("2024-Q1", "2024-04-12T00:00:00Z");

        String columns =
                "time_period, indicator, ref_area, target_value, obs_value, level_value, growth_percent, low_value,"
                        + " high_value, certainty, depends_on, status, rank, reporting_rate, obs_status";
        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT count(*) FROM (SELECT " + columns + " FROM attainment EXCEPT SELECT " + columns
                                + " FROM attainment_history WHERE recorded_to IS NULL)"))
                .containsExactly("0");
        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT o.ref_area || o.item FROM current_observation AS o LEFT JOIN figure_history AS h"
                                + " USING (time_period, ref_area, item) WHERE h.recorded_to IS NULL"
                                + " AND h.obs_value IS NOT o.obs_value"))
                .isEmpty();
        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT recorded_from || ' ' || coalesce(recorded_to, '') FROM attainment_history"
                                + " WHERE indicator = 'FISH-CAP' AND ref_area = 'SEA' ORDER BY edition"))
                .containsExactly("2024-04-08T00:00:00Z 2024-04-12T00:00:00Z", "2024-04-12T00:00:00Z ");
    }

    @Test
    void saysWhyAFormsFiguresAreNew() throws IOException {
        Bureau bureau = seaside();
        bureau.drop("SEA", "2024-Q1");
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
        bureau.drop("SEA-N", "2024-Q1");
        bureau.run("2024-Q1", "2024-04-09T00:00:00Z");
        bureau.drop("SEA-S", "2024-Q1");
        bureau.run("2024-Q1", "2024-04-12T00:00:00Z");

        assertThat(reasons(bureau, "FISH", "VALUE"))
                .containsExactly("2 SEA-N FIRST_REPORT SEA-N-2024-Q1-v1", "3 SEA-S LATE_REPORT SEA-S-2024-Q1-v1");
        assertThat(reasons(bureau, "FISH-UP", "GROWTH"))
                .containsExactly(
                        "2 SEA FIRST_REPORT ", "2 SEA-N FIRST_REPORT ", "3 SEA LATE_REPORT ", "3 SEA-S LATE_REPORT ");
        assertThat(reasons(bureau, "FERRY-RUNS", "LEVEL")).isEmpty();
    }

    @Test
    void aCorrectedLevelRevisesItsGrowthToo() throws IOException {
        Bureau bureau = seaside();
        bureau.dropAll("2024-Q1");
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
        bureau.drop("SEA-N", "2024-Q1", "-2", Map.of("FISH", "*1.01"));
        bureau.run("2024-Q1", "2024-04-09T00:00:00Z");

        assertThat(reasons(bureau, "FISH", "VALUE")).containsExactly("2 SEA-N CORRECTION SEA-N-2024-Q1-v2");
        assertThat(reasons(bureau, "FISH-UP", "LEVEL")).containsExactly("2 SEA CORRECTION ", "2 SEA-N CORRECTION ");
        assertThat(reasons(bureau, "FISH-UP", "GROWTH")).containsExactly("2 SEA CORRECTION ", "2 SEA-N CORRECTION ");
        assertThat(reasons(bureau, "BEDS-RATE", "RATE")).isEmpty();
    }

    @Test
    void tellsOtherRulesOtherTargetsAndOtherAllocationsApart() throws IOException {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        Bureau bureau = new Bureau(job, folder.resolve("a"));
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "-3"));
        bureau.drop("SEA-S", "2024-Q1");
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
        JobFolder.edit(job, "rules.csv", "NOT_NEGATIVE,NOT_NEGATIVE,MANDATORY", "NOT_NEGATIVE,NOT_NEGATIVE,NOTICE");
        new Bureau(job, folder.resolve("a")).run("2024-Q1", "2024-04-09T00:00:00Z");
        JobFolder.edit(job, "targets.csv", "AT_MOST,9000", "AT_MOST,8000");
        new Bureau(job, folder.resolve("a")).run("2024-Q1", "2024-04-10T00:00:00Z");
        JobFolder.edit(job, "allocations.csv", "SEA-S,4000", "SEA-S,3000");
        new Bureau(job, folder.resolve("a")).run("2024-Q1", "2024-04-11T00:00:00Z");
        JobFolder.edit(job, "rules.csv", "NOT_NEGATIVE,NOT_NEGATIVE,NOTICE", "NOT_NEGATIVE,NOT_NEGATIVE,MANDATORY");
        new Bureau(job, folder.resolve("a")).run("2024-Q1", "2024-04-12T00:00:00Z");

        assertThat(reasons(bureau, "FISH", "VALUE"))
                .containsExactly("2 SEA-N RULE_CHANGE SEA-N-2024-Q1-v1", "5 SEA-N RULE_CHANGE ");
        assertThat(reasons(bureau, "FISH-CAP", "TARGET_VALUE"))
                .containsExactly("3 SEA TARGET_CHANGE ", "4 SEA-S ALLOCATION_CHANGE ");
        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT edition || ' ' || coalesce(old_value, '-') || '>' || coalesce(new_value, '-')"
                                + " FROM v_figure_revision WHERE code = 'FISH' AND figure = 'VALUE' ORDER BY edition"))
                .containsExactly("2 ->-3", "5 -3>-");
    }

    @Test
    void namesTheExplanationThatLetAFigureIn() throws IOException {
        Bureau bureau = seaside();
        bureau.dropAll("2024-Q1");
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
        bureau.drop("SEA-S", "2024-Q2", "", Map.of("BEDS", "*1.5"));
        bureau.run("2024-Q2", "2024-07-08T00:00:00Z");
        assertThat(bureau.states("SEA-S", "2024-Q2")).containsExactly("v1 RETURNED PERIOD_SWING");
        bureau.explain(
                "SEA-S", "2024-Q2", "-2", Map.of("BEDS", "*1.5"), "the new hospital opened in May with two wings");
        bureau.run("2024-Q2", "2024-07-09T00:00:00Z");

        assertThat(bureau.states("SEA-S", "2024-Q2").get(1)).startsWith("v2 ACCEPTED");
        assertThat(reasons(bureau, "BEDS", "VALUE")).containsExactly("2 SEA-S EXPLANATION_ACCEPTED SEA-S-2024-Q2-v2");
    }

    @Test
    void theBulletinListsWhatItsReaderCannotKnow() throws IOException {
        Bureau bureau = seaside();
        bureau.drop("SEA-N", "2024-Q1");
        bureau.drop("SEA", "2024-Q1");
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
        bureau.drop("SEA-S", "2024-Q1");
        bureau.run("2024-Q1", "2024-04-12T00:00:00Z");
        bureau.dropAll("2024-Q2");
        bureau.drop("SEA-N", "2024-Q1", "-2", Map.of("FISH", "*1.01"));
        bureau.run("2024-Q2", "2024-07-08T00:00:00Z");

        try (var registry = Registries.open(bureau.catalogue(), bureau.folders())) {
            var q2 = Bulletins.asPublished(bureau.catalogue(), registry).of(Period.parse("2024-Q2"));
            assertThat(q2.edition()).isEqualTo(1);
            assertThat(q2.revisions())
                    .extracting(revision -> revision.period() + " " + revision.refArea() + " " + revision.code() + " "
                            + revision.figure() + " " + revision.reasons())
                    .startsWith("2024-Q1 SEA FISH-CAP GROWTH [CORRECTION]", "2024-Q1 SEA FISH-CAP LEVEL [CORRECTION]")
                    .contains("2024-Q1 SEA-N FISH VALUE [CORRECTION]", "2024-Q1 SEA-S FISH VALUE [LATE_REPORT]");
        }
    }

    private Bureau seaside() {
        return new Bureau(JobFolder.SEASIDE, folder.resolve("a"));
    }

    private static List<String> reasons(Bureau bureau, String code, String figure) {
        return Trees.query(
                bureau.folders().database(),
                "SELECT edition || ' ' || ref_area || ' ' || reason || ' ' || coalesce(new_submission, '')"
                        + " FROM v_figure_revision WHERE code = '" + code + "' AND figure = '" + figure
                        + "' ORDER BY time_period, edition, ref_area");
    }

    private static List<String> editions(Bureau bureau) {
        return Trees.query(
                bureau.folders().database(),
                "SELECT time_period || ' ' || edition || ' ' || published_at FROM edition ORDER BY 1");
    }

    private static String edition(Bureau bureau) throws IOException {
        return JsonObjects.read(Files.readString(bureau.folders().manifest(Q1), StandardCharsets.UTF_8))
                .get("edition")
                .toString();
    }
}
