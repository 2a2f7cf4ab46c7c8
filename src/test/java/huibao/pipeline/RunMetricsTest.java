package huibao.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.files.DurableFiles;
import huibao.model.Period;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.Scrape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMetricsTest {

    @TempDir
    Path folder;

    @Test
    void measuresARunAndKeepsItsSuccessThroughAFailure() throws IOException {
        Bureau bureau = new Bureau(JobFolder.SEASIDE, folder);
        bureau.drop("SEA", "2024-Q1");
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "-3"));
        Files.createDirectories(bureau.folders().inbox().resolve("a folder"));
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");

        String text = Files.readString(bureau.folders().metrics(), StandardCharsets.UTF_8);
        Map<String, Double> samples = ofTheJob(Scrape.samples(text));
        assertThat(Scrape.wrongLines(text)).isEmpty();
        assertThat(samples)
                .containsEntry("huibao_info{version=" + ReportingRun.PROGRAM_VERSION + "}", 1.0)
                .containsEntry("huibao_last_run_success{}", 1.0)
                .containsEntry("huibao_last_run_exit_code{}", 3.0)
                .containsEntry("huibao_inbox_left{}", 1.0)
                .containsEntry("huibao_last_run_submissions{state=accepted}", 1.0)
                .containsEntry("huibao_last_run_submissions{state=returned}", 1.0)
                .containsEntry("huibao_submissions{period=2024-Q1, state=returned}", 1.0)
                .containsEntry("huibao_last_run_rows_read{}", 4.0)
                .containsEntry("huibao_rows_written{period=2024-Q1, table=observation}", 1.0)
                .containsEntry("huibao_rows_written{period=2024-Q1, table=attainment}", 10.0)
                .containsEntry("huibao_findings{period=2024-Q1, rule=NOT_NEGATIVE, severity=mandatory}", 1.0)
                .containsEntry("huibao_reporting_rate_percent{period=2024-Q1}", 33.333333)
                .containsEntry("huibao_on_time_rate_percent{period=2024-Q1}", 66.666667)
                .containsEntry("huibao_deliveries{channel=mail, result=failed}", 0.0)
                .containsKey("huibao_targets{light=grey, period=2024-Q1}");
        for (Progress.Step step : Progress.Step.values()) {
            assertThat(samples)
                    .containsKey("huibao_last_run_step_duration_seconds{step="
                            + step.name().toLowerCase(java.util.Locale.ROOT) + "}");
        }
        double success = samples.get("huibao_last_success_timestamp_seconds{}");
        assertThat(samples.get("huibao_last_run_duration_seconds{}")).isPositive();

        Path summary = bureau.folders().summary(Period.parse("2024-Q1"));
        DurableFiles.deleteTree(summary);
        Files.createDirectories(summary.resolve("in the way"));
        assertThatThrownBy(() -> bureau.run("2024-Q1", "2024-04-09T00:00:00Z")).isInstanceOf(RunFailedException.class);

        String after = Files.readString(bureau.folders().metrics(), StandardCharsets.UTF_8);
        assertThat(ofTheJob(Scrape.samples(after)))
                .containsEntry("huibao_last_run_success{}", 0.0)
                .containsEntry("huibao_last_run_exit_code{}", 1.0)
                .containsEntry("huibao_last_success_timestamp_seconds{}", success)
                .containsKey("huibao_last_run_step_duration_seconds{step=summary}")
                .doesNotContainKey("huibao_last_run_step_duration_seconds{step=manifest}");
        assertThat(Scrape.wrongLines(after)).isEmpty();
    }

    /** Without the label that every sample has: by it the files of two jobs can be read together. */
    private static Map<String, Double> ofTheJob(Map<String, Double> samples) {
        Map<String, Double> without = new TreeMap<>();
        samples.forEach((name, value) -> {
            assertThat(name).contains("huibao_job=seaside-2024");
            without.put(
                    name.replace("huibao_job=seaside-2024, ", "")
                            .replace(", huibao_job=seaside-2024", "")
                            .replace("huibao_job=seaside-2024", ""),
                    value);
        });
        return without;
    }
}
