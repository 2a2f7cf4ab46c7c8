package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.json.Json;
import huibao.pipeline.Bureau;
import huibao.testing.JobFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both streams of the program together: in JSON not one line is anything else. */
class LogIT {

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

        Program.Ended run = program("run", "--period", "2024-Q1", "--now", "2024-04-08T02:00");
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
        return Program.run(arguments(arguments));
    }

    private String[] arguments(String... arguments) {
        return Stream.concat(
                        Stream.of(arguments),
                        Stream.of(
                                "--log",
                                "json",
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
        return ended.output().lines().map(Json::readObject).toList();
    }
}
