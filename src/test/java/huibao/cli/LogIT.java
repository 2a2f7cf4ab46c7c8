package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.JsonObjects;
import huibao.testing.Program;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both streams of the program together: in JSON not one line is anything else, and none lacks its time. */
class LogIT {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)";

    @TempDir
    Path folder;

    private Path job;

    @BeforeEach
    void copyTheJob() throws Exception {
        job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        Files.writeString(
                job.resolve("job.yaml"), """
                notices:
                  reminders:
                    days_after: [1]
                    limit_days: 3
                """, StandardCharsets.UTF_8, java.nio.file.StandardOpenOption.APPEND);
    }

    @Test
    void everyLineOfARunARebuildAndAReminderIsAnObject() throws Exception {
        Bureau bureau = new Bureau(job, folder);
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "-31337.7"));
        bureau.drop("SEA", "2024-Q1");
        Files.createDirectories(bureau.folders().inbox().resolve("a folder"));

        Program.Ended run = Program.run(arguments("run", "--period", "2024-Q1", "--now", "2024-04-08T02:00"));
        assertThat(run.exitCode()).as(run.output()).isEqualTo(3);
        List<Map<String, Object>> lines = objects(run);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line).containsKeys("time", "level", "run", "event", "message"))
                .anySatisfy(line -> assertThat(line)
                        .containsEntry("event", "submission_decided")
                        .containsEntry("file", "SEA-N-2024-Q1.xlsx")
                        .containsEntry("unit", "SEA-N")
                        .containsEntry("state", "RETURNED"))
                .anySatisfy(line ->
                        assertThat(line).containsEntry("event", "left_in_inbox").containsEntry("level", "WARN"))
                .anySatisfy(line ->
                        assertThat(line).containsEntry("event", "run_done").containsEntry("exit_code", "3"));
        assertThat(run.output()).doesNotContain("31337");

        Program.Ended due = program("remind", "--print", "--now", "2024-04-11T09:00");
        assertThat(objects(due))
                .extracting(line -> line.get("event"))
                .containsExactly("reminder_due_without_address", "reminder_due_without_address", "reminders_due");
        assertThat(objects(due).get(0)).extractingByKey("notice").asString().contains("2024-Q1", "North Shore");

        Program.Ended remind = program("remind", "--now", "2024-04-11T09:00");
        assertThat(objects(remind))
                .filteredOn(line -> line.get("event").equals("reminded_without_address"))
                .extracting(line -> line.get("unit"))
                .containsExactly("SEA-N", "SEA-S");

        Program.Ended rebuild = program("rebuild");
        assertThat(rebuild.exitCode()).isZero();
        assertThat(objects(rebuild)).extracting(line -> line.get("event")).containsExactly("run_replayed", "rebuilt");
    }

    @Test
    void everyLineThatGoesIntoAFileHasTheTimeAndTheRun() throws Exception {
        Bureau bureau = new Bureau(job, folder);
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "-31337.7"));
        bureau.drop("SEA", "2024-Q1");
        Files.createDirectories(bureau.folders().inbox().resolve("a folder"));

        Program.Ended run = Program.run(folders("run", "--period", "2024-Q1", "--now", "2024-04-08T02:00"));
        assertThat(run.exitCode()).as(run.output()).isEqualTo(3);
        assertThat(run.output().lines())
                .allMatch(line -> line.matches(TIME + " 20240408T010000Z-2024-Q1  \\S.*"))
                .anyMatch(line -> line.endsWith("  · collect and archive"))
                .anyMatch(line -> line.matches(".*  SEA-N-2024-Q1-v1  returned .*  SEA-N-2024-Q1\\.xlsx"))
                .anyMatch(line -> line.contains("  a folder: not a regular file"))
                .anyMatch(line -> line.contains("  done "));
        assertThat(run.output()).doesNotContain("31337");
        assertThat(Program.runHere(folders("remind", "--print", "--now", "2024-04-11T09:00"))
                        .output())
                .contains("due for a reminder: North Shore 2024-Q1", "nothing was recorded or sent")
                .doesNotContain("reminded ");
        assertThat(Program.runHere(folders("remind", "--now", "2024-04-11T09:00"))
                        .output()
                        .lines())
                .hasSizeGreaterThan(2)
                .allMatch(line -> line.matches(TIME + "  \\S.*"));
        assertThat(Program.runHere(folders("rebuild")).output().lines())
                .anyMatch(line -> line.matches(TIME + " 20240408T010000Z-2024-Q1  again: .*"))
                .allMatch(line -> line.matches(TIME + "( 20240408T010000Z-2024-Q1)?  \\S.*"));
        assertThat(Program.runHere(folders("restart")).output()).matches(TIME + "  No run in .* is unfinished.*\n");
        assertThat(Program.runHere(folders("restart", "--log", "text")).output())
                .startsWith("No run in ");
    }

    @Test
    void aWatchNamesTheRunAsWell() throws Exception {
        new Bureau(job, folder).drop("SEA", "2024-Q1");

        Program.Ended watch = Program.runAndStopAt(
                line -> line.contains("  done "), folders("watch", "--nightly", "0 2 1 1 *", "--inbox-every", "1"));

        assertThat(watch.exitCode()).as(watch.output()).isZero();
        assertThat(watch.output().lines())
                .anyMatch(line -> line.matches(TIME + "  watching .*"))
                .anyMatch(line -> line.matches(TIME + " \\d{8}T\\d{6}Z-\\S+  SEA-2024-Q1-v1 .*  SEA-2024-Q1\\.xlsx"))
                .anyMatch(line -> line.matches(TIME + "  stopped"));
    }

    @Test
    void whyACommandFailedIsSaidAsItIs() throws Exception {
        Files.createDirectories(folder.resolve("input/inbox"));
        Files.writeString(Files.createDirectories(folder.resolve("output")).resolve("seaside-2024"), "in the way");

        assertThat(Program.runHere(folders("run")).output())
                .startsWith("huibao: ")
                .hasLineCount(1);
    }

    @Test
    void failuresAndWrongUseAreObjectsToo() throws Exception {
        Files.createDirectories(folder.resolve("input/inbox"));
        Files.writeString(Files.createDirectories(folder.resolve("output")).resolve("seaside-2024"), "in the way");

        Program.Ended failed = program("run");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(objects(failed)).last().satisfies(line -> assertThat(line).containsEntry("level", "ERROR"));
        Program.Ended wrong = program("run", "--peroid", "2024-Q1");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(objects(wrong))
                .singleElement()
                .satisfies(line -> assertThat(line).containsEntry("event", "usage"));
    }

    @Test
    void everyMistakeInTheJobFolderIsAnObject() throws Exception {
        JobFolder.edit(job, "items.csv", "FERRY,渡轮班次,班,0", "FERRY,渡轮班次,班,none");
        JobFolder.edit(job, "rules.csv", "percent=10", "percent=ten");

        Program.Ended wrong = program("run");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(objects(wrong))
                .filteredOn(line -> line.get("event").equals("usage"))
                .extracting(line -> line.get("message").toString())
                .anyMatch(message -> message.startsWith("huibao: ") && message.contains("items.csv:5"))
                .anyMatch(message -> message.startsWith("huibao: ") && message.contains("rules.csv:3"));
    }

    @Test
    void aWatchRemindsBySchedule() throws Exception {
        new Bureau(job, folder).drop("SEA", "2024-Q1");

        Program.Ended watch = Program.runAndStopAt(
                line -> line.contains("\"reminders_done\""),
                arguments("watch", "--nightly", "0 2 1 1 *", "--reminders", "* * * * * *"));

        assertThat(watch.exitCode()).isZero();
        assertThat(objects(watch))
                .extracting(line -> line.get("event"))
                .contains("watching", "submission_decided", "run_done", "reminded_without_address", "stopped");
        assertThat(objects(watch))
                .filteredOn(line -> line.get("event").equals("reminded_without_address"))
                .extracting(line -> line.get("unit") + " " + line.get("period"))
                .containsExactly("SEA-N 2024-Q1", "SEA-S 2024-Q1", "SEA-N 2024-Q2", "SEA-S 2024-Q2", "SEA 2024-Q2");
    }

    private Program.Ended program(String... arguments) throws Exception {
        return Program.runHere(arguments(arguments));
    }

    private String[] arguments(String... arguments) {
        return Stream.concat(Stream.of(folders(arguments)), Stream.of("--log", "json"))
                .toArray(String[]::new);
    }

    private String[] folders(String... arguments) {
        return Stream.concat(
                        Stream.of(arguments),
                        Stream.of(
                                "--lang",
                                "en",
                                "--job",
                                job.toString(),
                                "--input",
                                folder.resolve("input").toString(),
                                "--output",
                                folder.resolve("output").toString()))
                .toArray(String[]::new);
    }

    private static List<Map<String, Object>> objects(Program.Ended ended) {
        return ended.output().lines().map(JsonObjects::read).toList();
    }
}
