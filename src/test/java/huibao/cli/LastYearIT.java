package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastYearIT {

    @TempDir
    Path folder;

    @BeforeEach
    void runTwoYears() throws Exception {
        Path last = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job-2023"));
        JobFolder.edit(last, "job.yaml", "name: seaside-2024", "name: seaside-2023");
        JobFolder.edit(last, "job.yaml", "year: 2024", "year: 2023");
        JobFolder.edit(last, "deadlines.csv", "2024", "2023");
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job-2024"));
        JobFolder.edit(job, "job.yaml", "frequency:", "previous_job: seaside-2023\nfrequency:");
        Files.writeString(
                job.resolve("rules.csv"),
                "PRIOR_YEAR_CHANGED,PRIOR_YEAR_CHANGED,VERIFY,ON,FISH,,\n"
                        + "SAME_ACROSS_UNITS,SAME_ACROSS_UNITS,VERIFY,ON,BEDS,min_units=2;min_digits=3,\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);
        new Bureau(last, folder.resolve("2023")).drop("SEA-N", "2023-Q1", "", Map.of("FISH", "1000.5"));
        assertThat(program("2023", "run", "--period", "2023-Q1", "--now", "2023-04-08T00:00:00Z")
                        .exitCode())
                .isZero();
    }

    @Test
    void formIsCheckedAgainstLastYearAndTheBlankOneShowsIt() throws Exception {
        new Bureau(folder.resolve("job-2024"), folder.resolve("2024")).drop("SEA-N", "2024-Q1");
        Path file = folder.resolve("2024/input/inbox/SEA-N-2024-Q1.xlsx");

        assertThat(program("2024", "check", "--json", file.toString()).output()).contains("PRIOR_YEAR_CHANGED");
        assertThat(program("2024", "template", "--period", "2024-Q1").exitCode())
                .isZero();
        assertThat(priorYear("SEA-N-北岸-2024-Q1.xlsx")).isEqualTo(1000.5);
        assertThat(program("2024", "run", "--period", "2024-Q1").exitCode()).isEqualTo(3);
        assertThat(program("2024", "explain", "FISH-CAP").exitCode()).isZero();
    }

    @Test
    void statusTellsWhatIsSaidOfTheCity() throws Exception {
        Bureau bureau = new Bureau(folder.resolve("job-2024"), folder.resolve("2024"));
        bureau.drop("SEA-S", "2024-Q1", "", Map.of("BEDS", "1234"));
        JobFolder.edit(
                folder.resolve("job-2024"),
                "rules.csv",
                "PRIOR_YEAR_CHANGED,VERIFY,ON",
                "PRIOR_YEAR_CHANGED,VERIFY,OFF");
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("BEDS", "1234"));
        assertThat(program("2024", "run", "--period", "2024-Q1").exitCode()).isZero();

        assertThat(program("2024", "status", "--period", "2024-Q1").output())
                .contains("\"医院床位\" is 1234 in several units: 北岸、南岸.");
        assertThat(program("2024", "status", "--period", "2024-Q1", "--json").output())
                .contains("\"rule\" : \"SAME_ACROSS_UNITS\"", "\"units\" : \"SEA-N SEA-S\"");
    }

    @Test
    void lastYearsRegistryOfAnotherSchemaStopsTheRunWithAWayOut() throws Exception {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("output/seaside-2023/huibao.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 9");
        }

        Program.Ended ended = program("2024", "template", "--period", "2024-Q1");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output())
                .contains(
                        "seaside-2023",
                        "schema version 9",
                        "huibao rebuild --replace",
                        "take previous_job out of job.yaml")
                .doesNotContain("\tat ");
    }

    private double priorYear(String form) throws IOException {
        try (InputStream in = Files.newInputStream(
                        folder.resolve("output/seaside-2024/2024-Q1/填报表").resolve(form));
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            return workbook.getSheet("Figures").getRow(9).getCell(5).getNumericCellValue();
        }
    }

    private Program.Ended program(String year, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--job", folder.resolve("job-" + year).toString(),
                "--input", folder.resolve(year + "/input").toString(),
                "--output", folder.resolve("output").toString()));
        return Program.runHere(all.toArray(String[]::new));
    }
}
