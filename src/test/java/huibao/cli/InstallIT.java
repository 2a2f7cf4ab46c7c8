package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.testing.JobFolder;
import huibao.testing.Machine;
import huibao.testing.Program;
import huibao.testing.TwoNights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
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
                .contains(
                        "ExecStart=", " run --job ", " watch --job ", "SuccessExitStatus=3 75", "SuccessExitStatus=143")
                .contains("OnCalendar=*-*-* 02:00:00 Asia/Shanghai", "Persistent=true")
                .doesNotContain("{");
    }

    @Test
    void theUnitsNameTheOwnerOfTheFoldersAndSayThatRootIsNoGoodOne() throws Exception {
        Files.createDirectories(folder.resolve("my output"));
        String owner = Files.getOwner(folder).getName();
        String units = install("systemd", reminding("0 9 * * *")).output();

        assertThat(units.lines().filter(line -> line.startsWith("User=")))
                .hasSize(3)
                .containsOnly("User=" + owner);
        assertThat(units.contains("# The folders are root's.")).isEqualTo(owner.equals("root"));
    }

    @Test
    @Tag("systemd")
    void systemdFindsNothingWrongWithTheUnits() throws Exception {
        Machine.assumeSystemd();
        String units = install("systemd", reminding("0 9 * * *")).output();
        List<String> files = new ArrayList<>();
        for (String unit : units.split("# --- ")) {
            Matcher name = Pattern.compile("/etc/systemd/system/(\\S+)").matcher(unit);
            if (name.find()) {
                files.add(Files.writeString(folder.resolve(name.group(1)), unit.substring(unit.indexOf("[Unit]")))
                        .toString());
            }
        }
        assertThat(files).hasSize(5);
        List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify", "--man=no"));
        command.addAll(files);

        Program.Ended ended = TwoNights.end(TwoNights.start(command));

        assertThat(ended.output()).isEmpty();
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void printsATaskForWindowsWhoseCommandIsShortEnough() throws Exception {
        String printed = install("windows", JobFolder.NINGBO).output();

        assertThat(printed).contains(" -jar ", "--output \"" + folder.resolve("my output") + "\"");
        Matcher task = Pattern.compile(
                        "schtasks /Create /F /TN \"[^\"]+\" /SC DAILY /ST 02:00 /RU SYSTEM /TR \"(\\\\\"[^\"]+\\\\\")\"")
                .matcher(printed);
        assertThat(task.find()).as(printed).isTrue();
        String command = task.group(1).replace("\\\"", "\"");
        assertThat(command.length()).as("schtasks takes no longer one").isLessThan(262);
        assertThat(printed).contains("save as " + command.replace("\"", ""));
    }

    @Test
    void printsTheRemindersOfAJobThatHasThemForEveryScheduler() throws Exception {
        Path job = reminding("30 9 * * *");

        assertThat(install("cron", job).output().lines().filter(line -> line.startsWith("30 09 * * * ")))
                .singleElement()
                .asString()
                .contains("/huibao remind --job " + job, "--output \"" + folder.resolve("my output") + "\"")
                .endsWith(" 2>&1");
        assertThat(install("systemd", job).output())
                .contains(
                        "/etc/systemd/system/huibao-seaside-2024-remind.service",
                        "OnCalendar=*-*-* 09:30:00 Europe/Lisbon",
                        " remind --job ")
                .doesNotContain("{");
        assertThat(install("windows", job).output())
                .contains("/TN \"Huibao seaside-2024 reminders\" /SC DAILY /ST 09:30", " remind --job ")
                .containsOnlyOnce("huibao-seaside-2024-remind.cmd\n")
                .doesNotContain("{");
        assertThat(install("cron", JobFolder.SEASIDE).output()).doesNotContain(" remind ");
    }

    @Test
    void saysThatRemindersOnceAWeekCannotBePrinted() throws Exception {
        Program.Ended ended = install("cron", reminding("0 9 * * 1"));

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.output()).contains("0 9 * * 1");
    }

    @Test
    void saysThatAFolderCannotBeWrittenIntoATimetable() throws Exception {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("50% done"));

        Program.Ended ended = install("cron", job);

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.output())
                .startsWith("huibao: " + job.toAbsolutePath())
                .contains("cannot be written into a timetable");
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

    private Path reminding(String cron) throws Exception {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        Files.writeString(
                job.resolve("job.yaml"),
                Files.readString(job.resolve("job.yaml")) + "\nschedule:\n  reminders: \"" + cron + "\"\n");
        return job;
    }

    private Program.Ended install(String scheduler, Path job) throws Exception {
        return Program.runHere(
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
