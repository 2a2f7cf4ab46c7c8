package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.pipeline.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same bytes under every time zone and language of the machine, in another folder, and after what may be deleted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnyMachineIT {

    private TwoNights nights;

    @TempDir
    private Path base;

    @BeforeAll
    void prepare(@TempDir Path folder) throws IOException {
        nights = TwoNights.in(folder);
        assertThat(nights.undisturbed().keySet().stream().filter(name -> name.contains("退回")))
                .as("returned workbooks are among what is compared")
                .hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, en, US, C.UTF-8",
        "Asia/Shanghai, zh, CN, zh_CN.UTF-8",
        "America/St_Johns, tr, TR, tr_TR.UTF-8",
        "America/St_Johns, de, DE, de_DE.UTF-8"
    })
    void givesTheSameBytes(String zone, String language, String country, String locale) throws Exception {
        Path copy = nights.copy(base.resolve("copy"));
        List<String> java = List.of(
                "-Duser.language=" + language,
                "-Duser.country=" + country,
                "-Duser.timezone=" + zone,
                // Where the system does not have the locale, names are to be UTF-8 all the same.
                "-Dsun.jnu.encoding=UTF-8",
                "-Dfile.encoding=UTF-8");
        ProcessBuilder builder = new ProcessBuilder(TwoNights.command(Optional.empty(), java, TwoNights.second(copy)))
                .redirectErrorStream(true);
        builder.environment().put("TZ", zone);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("LANG", locale);

        Program.Ended ended = TwoNights.end(builder.start());

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(3);
        assertThat(Trees.published(TwoNights.output(copy))).isEqualTo(nights.undisturbed());
    }

    @Test
    void movesToAnotherFolderAndGoesOnThere() throws Exception {
        Path elsewhere = nights.copy(base.resolve("另一台 机器/x"));

        nights.endUndisturbed(elsewhere);
    }

    @Test
    void aBackupTakenAtAnyTimeIsPutBackAndRunOnce() throws Exception {
        Path copy = nights.copy(base.resolve("copy"));
        Path database = TwoNights.output(copy).resolve("huibao.db");
        Path backup = base.resolve("backup.db");
        Trees.execute(database, "VACUUM INTO '" + backup + "'");
        Path restored = base.resolve("restored");
        Trees.copy(copy.resolve("input"), Files.createDirectories(restored).resolve("input"));
        Files.createDirectories(TwoNights.output(restored));
        Files.copy(backup, TwoNights.output(restored).resolve("huibao.db"));

        new Bureau(JobFolder.SEASIDE, restored).run("2024-Q2", TwoNights.SECOND);

        SortedMap<String, String> published = Trees.published(TwoNights.output(restored));
        SortedMap<String, String> expected = new java.util.TreeMap<>(nights.undisturbed());
        expected.remove("runs/20240408T000000Z-2024-Q1.json");
        assertThat(published).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-Q1", "2024-Q1/退回", "parquet", "runs", ".huibao"})
    void whatMayBeDeletedIsMadeAgain(String folder) throws Exception {
        Path copy = nights.copy(base.resolve("copy"));
        Path gone = TwoNights.output(copy).resolve(folder);
        if (Files.exists(gone)) {
            huibao.files.DurableFiles.deleteTree(gone);
        }

        new Bureau(JobFolder.SEASIDE, copy).run("2024-Q2", TwoNights.SECOND);

        SortedMap<String, String> expected = new java.util.TreeMap<>(nights.undisturbed());
        if (folder.equals("runs")) {
            expected.remove("runs/20240408T000000Z-2024-Q1.json");
        }
        assertThat(Trees.published(TwoNights.output(copy))).isEqualTo(expected);
    }
}
