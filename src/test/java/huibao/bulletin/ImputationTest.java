package huibao.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Period;
import huibao.spec.FormEditor;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImputationTest {

    private static final String APRIL = "2024-04-08T00:00:00Z";
    private static final String JULY = "2024-07-08T00:00:00Z";
    private static final String VERDICTS = "SELECT * FROM v_attainment ORDER BY time_period, indicator, ref_area";

    @TempDir
    Path folder;

    @Test
    void missingFlowStandsAtItsLastAcceptedFigureBesideThePublishedOne() throws IOException {
        Bureau bureau = southIsMissing("a", "imputation: last_value");

        assertThat(bureau.attainment("FISH-CAP", "SEA", "2024-Q2", "obs_value")).isEqualTo("2500.5");
        assertThat(imputed(bureau, "FISH-CAP")).containsExactly("3701");
        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT ref_area || ' ' || obs_value || ' ' || obs_status || ' ' || method || ' ' || basis"
                                + " FROM imputed_observation WHERE item = 'FISH'"))
                .containsExactly("SEA-S 1200.5 I last_value 2024-Q1");
    }

    @Test
    void nobodysVerdictAndNoCurrentFigureChanges() throws IOException {
        Bureau with = southIsMissing("a", "imputation: last_value");
        Bureau without = southIsMissing("b", "imputation: none");

        assertThat(Trees.query(with.folders().database(), VERDICTS))
                .isEqualTo(Trees.query(without.folders().database(), VERDICTS))
                .isNotEmpty();
        assertThat(Trees.query(
                        with.folders().database(),
                        "SELECT ref_area FROM current_observation WHERE time_period = '2024-Q2' AND item = 'FISH'"))
                .containsExactly("SEA-N");
        assertThat(sheets(with)).contains("Imputation");
    }

    @Test
    void jobThatAsksForNoneHasNone() throws IOException {
        Bureau bureau = southIsMissing("a", "imputation: none");

        assertThat(Trees.query(bureau.folders().database(), "SELECT count(*) FROM imputed_observation"))
                .containsExactly("0");
        assertThat(Trees.query(bureau.folders().database(), "SELECT count(imputed_value) FROM attainment"))
                .containsExactly("0");
        assertThat(sheets(bureau)).doesNotContain("Imputation");
    }

    @Test
    void withNothingMissingTheImputedValueIsThePublishedOne() throws IOException {
        Bureau bureau = bureau("a", "imputation: seasonal_share");
        bureau.dropAll("2024-Q1");
        bureau.run("2024-Q1", APRIL);

        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT indicator FROM attainment WHERE ref_area = 'SEA' AND imputed_value IS obs_value"))
                .hasSize(4);
        assertThat(Trees.query(bureau.folders().database(), "SELECT count(*) FROM imputed_observation"))
                .containsExactly("0");
    }

    @Test
    void missingFlowGoesOnAsTheUnitsOwnWentOnLastYear() throws IOException {
        lastYear("1000", "2501");
        Bureau bureau = southIsMissing("a", "previous_job: seaside-2023\nimputation: seasonal_share");

        // 1200.5 × 2501 ÷ 1000 = 3002.4505, to the item's one decimal
        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT obs_value || ' ' || method || ' ' || basis FROM imputed_observation"
                                + " WHERE item = 'FISH'"))
                .containsExactly("3002.5 seasonal_share 2024-Q1 2023-Q1 2023-Q2");
        assertThat(imputed(bureau, "FISH-CAP")).containsExactly("5503");
    }

    @Test
    void figureTheLastFormLeftOutIsReckonedFromTheFormThatHadItAndTheSameMonthsOfLastYear() throws IOException {
        lastYear("1000", "2501", "4000");
        Bureau bureau = southIsMissing("a", "previous_job: seaside-2023\nimputation: seasonal_share");
        bureau.drop(
                "SEA-S-2024-Q2.xlsx",
                FormEditor.apply(
                        bureau.form("SEA-S", "2024-Q2", Map.of()),
                        List.of("FISH 本年累计 := —", "FISH 核实说明 := 二季度渔获量统计口径待市局核定")),
                Period.parse("2024-Q2"));
        bureau.drop("SEA-N", "2024-Q3", "", Map.of("FISH", "4500.5"));
        bureau.drop("SEA", "2024-Q3");
        bureau.run("2024-Q3", "2024-10-08T00:00:00Z");

        assertThat(bureau.states("SEA-S", "2024-Q2")).containsExactly("v1 ACCEPTED CLEAN");
        // 1200.5 × 4000 ÷ 1000: the first quarter is the last of which there is a figure
        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT obs_value || ' ' || method || ' ' || basis FROM imputed_observation"
                                + " WHERE item = 'FISH' AND time_period = '2024-Q3'"))
                .containsExactly("4802 seasonal_share 2024-Q1 2023-Q1 2023-Q3");
    }

    @Test
    void courseOfAnotherYearIsNeededForASeasonalShareAndStocksStandWhereTheyStood() throws IOException {
        Bureau bureau = southIsMissing("a", "imputation: seasonal_share");

        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT DISTINCT item || ' ' || method FROM imputed_observation ORDER BY item"))
                .containsExactly("BEDS last_value", "HEADS last_value");
        assertThat(imputed(bureau, "FISH-CAP")).containsExactly("");
        assertThat(imputed(bureau, "BEDS-RATE")).doesNotContain("");
    }

    /** Everybody reports the first quarter, all but the south the second. */
    private Bureau southIsMissing(String name, String settings) throws IOException {
        Bureau bureau = bureau(name, settings);
        bureau.drop("SEA-N", "2024-Q1");
        bureau.drop("SEA-S", "2024-Q1", "", Map.of("FISH", "1200.5"));
        bureau.drop("SEA", "2024-Q1");
        bureau.run("2024-Q1", APRIL);
        bureau.drop("SEA-N", "2024-Q2", "", Map.of("FISH", "2500.5"));
        bureau.drop("SEA", "2024-Q2");
        bureau.run("2024-Q2", JULY);
        return bureau;
    }

    private Bureau bureau(String name, String settings) throws IOException {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job-" + name));
        JobFolder.edit(job, "job.yaml", "frequency:", settings + "\nfrequency:");
        JobFolder.edit(job, "rules.csv", "YTD_BELOW_PREVIOUS,VERIFY,ON", "YTD_BELOW_PREVIOUS,VERIFY,OFF");
        return new Bureau(job, folder.resolve(name), folder.resolve("out-" + name));
    }

    /** What the south had by the end of each quarter of last year. */
    private void lastYear(String... quarters) throws IOException {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job-2023"));
        JobFolder.edit(job, "job.yaml", "name: seaside-2024", "name: seaside-2023");
        JobFolder.edit(job, "job.yaml", "year: 2024", "year: 2023");
        JobFolder.edit(job, "deadlines.csv", "2024", "2023");
        Bureau last = new Bureau(job, folder.resolve("last"), folder.resolve("out-a"));
        for (int quarter = 1; quarter <= quarters.length; quarter++) {
            last.drop("SEA-S", "2023-Q" + quarter, "", Map.of("FISH", quarters[quarter - 1]));
        }
        last.run("2023-Q" + quarters.length, "2024-01-08T00:00:00Z");
    }

    private static List<String> imputed(Bureau bureau, String indicator) {
        return Trees.query(
                bureau.folders().database(),
                "SELECT ifnull(imputed_value, '') FROM attainment WHERE time_period = '2024-Q2' AND ref_area = 'SEA'"
                        + " AND indicator = '" + indicator + "'");
    }

    private static List<String> sheets(Bureau bureau) throws IOException {
        try (InputStream in = Files.newInputStream(bureau.folders().summary(Period.parse("2024-Q2")));
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            return IntStream.range(0, workbook.getNumberOfSheets())
                    .mapToObj(workbook::getSheetName)
                    .toList();
        }
    }
}
