package huibao.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.cli.JobOptions;
import huibao.cli.watch.JobActions.Ending;
import huibao.log.EventLog;
import huibao.log.LogFormat;
import huibao.message.Messages;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandJobActionsTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final EventLog log = new EventLog(
            new PrintStream(said, true, StandardCharsets.UTF_8),
            LogFormat.TEXT,
            () -> Instant.EPOCH,
            () -> ZoneOffset.UTC);
    private Path job;
    private Bureau bureau;
    private JobActions duties;

    @BeforeEach
    void dropAForm() throws IOException {
        job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        bureau = new Bureau(job, folder);
        bureau.drop("SEA-N", "2024-Q1");
        JobOptions options = new JobOptions();
        options.job = job;
        options.input = folder.resolve("input");
        options.output = folder.resolve("output");
        duties = new CommandJobActions(
                options,
                options.catalogue(),
                catalogue -> new Timetable(
                        "0 2 * * *",
                        Optional.empty(),
                        Optional.empty(),
                        catalogue.settings().zone()),
                Messages.in(Locale.ENGLISH));
    }

    @Test
    void aRunThatFailedAfterItCollectedIsUnfinishedUntilItIsResumed() throws IOException {
        Path inTheWay = Files.createDirectories(bureau.folders().output()).resolve("2024-Q1");
        Files.writeString(inTheWay, "in the way");

        assertThat(duties.isUnfinished()).isFalse();
        assertThat(duties.run(log)).isEqualTo(Ending.UNFINISHED);
        assertThat(bureau.folders().inbox()).isEmptyDirectory();
        assertThat(duties.isUnfinished()).isTrue();
        assertThat(duties.resume(log)).isEqualTo(Ending.UNFINISHED);
        assertThat(said()).contains("run failed: ", "2024-Q1", "It is tried again in ten minutes.");
        Files.delete(inTheWay);
        assertThat(duties.resume(log)).isEqualTo(Ending.DONE);
        assertThat(duties.isUnfinished()).isFalse();
        assertThat(said()).contains("continuing the interrupted run", "1 accepted");
        assertThat(inTheWay).isDirectory();
    }

    @Test
    void nothingIsSaidWhereNoRunIsUnfinished() {
        assertThat(duties.resume(log)).isEqualTo(Ending.DONE);
        assertThat(said()).isEmpty();
        assertThat(duties.run(log)).isEqualTo(Ending.DONE);
        said.reset();
        assertThat(duties.resume(log)).isEqualTo(Ending.DONE);
        assertThat(said()).isEmpty();
    }

    @Test
    void aMistakeInTheJobFolderIsToldApartFromARunThatFailed() throws IOException {
        Files.writeString(job.resolve("job.yaml"), Files.readString(job.resolve("job.yaml")) + "nonsense: 1\n");

        assertThat(duties.run(log)).isEqualTo(Ending.REFUSED);
        assertThat(said()).contains("nonsense", "The next run reads the job folder again.");
        assertThat(bureau.folders().inbox()).isNotEmptyDirectory();
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
