package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.testing.JobFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallIT {

    @TempDir
    Path folder;

    @Test
    void printsACrontabLineWithTheFoldersAndTheTimeOfTheJob() throws Exception {
        String line = lastLine(install("cron", JobFolder.NINGBO).output());

        assertThat(line)
                .startsWith("00 02 * * * ")
                .contains("/huibao run --job ")
                .contains("--output \"" + folder.resolve("my output") + "\"")
                .endsWith(" 2>&1");
    }

    @Test
    void printsSystemdUnitsForWhichAReturnedFormIsNoFailure() throws Exception {
        String units = install("systemd", JobFolder.NINGBO).output();

        assertThat(units)
                .contains("ExecStart=", " run --job ", " watch --job ", "SuccessExitStatus=3 75")
                .contains("OnCalendar=*-*-* 02:00:00 Asia/Shanghai", "Persistent=true")
                .doesNotContain("{");
    }

    @Test
    void printsATaskForWindows() throws Exception {
        assertThat(install("windows", JobFolder.NINGBO).output()).contains("schtasks /Create", "/ST 02:00", "-jar");
    }

    @Test
    void saysThatAScheduleOfSeveralRunsADayCannotBePrinted() throws Exception {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        Files.writeString(
                job.resolve("job.yaml"),
                Files.readString(job.resolve("job.yaml")) + "\nschedule:\n  nightly: \"0 2,14 * * *\"\n");

        Program.Ended ended = install("cron", job);

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.output()).contains("0 2,14 * * *");
    }

    private Program.Ended install(String scheduler, Path job) throws Exception {
        return Program.run(
                "install",
                "--print",
                scheduler,
                "--job",
                job.toString(),
                "--output",
                folder.resolve("my output").toString());
    }

    private static String lastLine(String text) {
        return text.strip().lines().reduce((first, second) -> second).orElseThrow();
    }
}
