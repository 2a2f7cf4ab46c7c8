package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import huibao.files.DurableFiles;
import huibao.model.Period;
import huibao.testing.Bureau;
import huibao.testing.Extent;
import huibao.testing.JobFolder;
import huibao.testing.KeptClasses;
import huibao.testing.Program;
import huibao.testing.Trees;
import huibao.testing.TwoNights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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
    @MethodSource("machines")
    void givesTheSameBytes(String zone, String locale) throws Exception {
        Path copy = nights.copy(base.resolve("copy"));

        Program.Ended ended = launch(zone, locale, TwoNights.second(copy));

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(3);
        assertThat(Trees.published(TwoNights.output(copy))).isEqualTo(nights.undisturbed());
        assertThat(receipts(copy)).isEqualTo(receipts(nights.calm()));
    }

    /** Every zone and every language; each with each in the long trial. */
    static Stream<Arguments> machines() {
        if (!Extent.isLong()) {
            return Stream.of(
                    arguments("UTC", "en_US"),
                    arguments("Asia/Shanghai", "zh_CN"),
                    arguments("America/St_Johns", "tr_TR"),
                    arguments("America/St_Johns", "de_DE"),
                    arguments("UTC", "ar_EG"));
        }
        return Stream.of("UTC", "Asia/Shanghai", "America/St_Johns")
                .flatMap(zone ->
                        Stream.of("en_US", "zh_CN", "tr_TR", "de_DE", "ar_EG").map(locale -> arguments(zone, locale)));
    }

    /** Names, orders and notices in Chinese, of a city, districts and a zone; and all of it made again elsewhere. */
    @Test
    void givesTheSameBytesOfAChineseJobAndMakesThemAgain() throws Exception {
        Path prepared = Files.createDirectories(base.resolve("prepared"));
        Bureau bureau = new Bureau(JobFolder.NINGBO, prepared);
        for (String unit : List.of("330200", "330205", "330282", "3302-QW")) {
            bureau.drop(unit, "2023-06");
        }
        bureau.drop("330212", "2023-06", "-错", Map.of("T0304", "-1"));
        bureau.drop("统计表 最终版.xlsx", "不是表".getBytes(StandardCharsets.UTF_8), Period.parse("2023-06"));
        Path one = base.resolve("one");
        Path other = base.resolve("other");
        Trees.copy(prepared, one);
        Trees.copy(prepared, other);

        assertThat(launch("UTC", "en_US", ningbo(one, "run", "--period", "2023-06", "--now", "2023-07-08T02:00:00Z"))
                        .exitCode())
                .isEqualTo(3);
        Program.Ended ended = launch(
                "America/St_Johns",
                "tr_TR",
                ningbo(other, "run", "--period", "2023-06", "--now", "2023-07-08T02:00:00Z"));
        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(3);

        SortedMap<String, String> published = Trees.published(one.resolve("output/ningbo-2023"));
        assertThat(published)
                .containsKeys(
                        "2023-06/退回/330212-鄞州区-v1.xlsx", "notices/2023-06/summary.txt", "2023-06/汇总表-2023-06.xlsx");
        assertThat(Trees.published(other.resolve("output/ningbo-2023"))).isEqualTo(published);
        assertThat(receipts(other)).isEqualTo(receipts(one)).hasSize(6);
        Program.Ended rebuilt = launch("Asia/Shanghai", "de_DE", ningbo(other, "rebuild", "--replace"));
        assertThat(rebuilt.exitCode()).as(rebuilt.output()).isZero();
        assertThat(Trees.published(other.resolve("output/ningbo-2023"))).isEqualTo(published);
    }

    @Test
    void movesToAnotherFolderAndGoesOnThere() throws Exception {
        Path elsewhere = nights.copy(base.resolve("另一台 机器/x"));

        nights.endUndisturbed(elsewhere);
    }

    /** "Backup and restore" of docs/operations.md, step by step. */
    @Test
    void aBackupIsPutBackOnANewDisk() throws Exception {
        Path copy = nights.copy(base.resolve("copy"));
        TwoNights.runSecond(copy);
        Path backup = Files.createDirectories(base.resolve("backup"));
        Trees.copy(copy.resolve("input/archive"), backup.resolve("archive"));
        Trees.copy(JobFolder.SEASIDE, backup.resolve("job"));
        Trees.execute(TwoNights.output(copy).resolve("huibao.db"), "VACUUM INTO '" + backup.resolve("huibao.db") + "'");
        Path disk = base.resolve("disk");
        Path job = disk.resolve("jobs/seaside-2024");

        Files.createDirectories(disk.resolve("input/inbox"));
        Files.createDirectories(TwoNights.output(disk));

        Trees.copy(backup.resolve("archive"), disk.resolve("input/archive"));
        Files.copy(backup.resolve("huibao.db"), TwoNights.output(disk).resolve("huibao.db"));
        Trees.copy(backup.resolve("job"), Files.createDirectories(job));

        String[] next = {"--period", "2024-Q1", "--now", "2024-07-09T00:00:00Z"};
        Program.Ended ended = Program.runHere(TwoNights.at(job, disk, "run", next));
        Program.Ended verified = Program.runHere(TwoNights.at(job, disk, "verify"));

        assertThat(verified.exitCode()).as(verified.output()).isZero();
        // Nothing changed, so what is published would stay as it is; on the new disk it has to be published anew.
        for (String published : List.of("2024-Q1", "2024-Q2", "notices", "parquet")) {
            DurableFiles.deleteTree(TwoNights.output(copy).resolve(published));
        }
        Program.Ended undisturbed = Program.runHere(TwoNights.at(copy, "run", next));
        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(undisturbed.exitCode());
        SortedMap<String, String> expected = Trees.published(TwoNights.output(copy));
        expected.keySet().removeIf(name -> name.startsWith("runs/") && !name.startsWith("runs/20240709T"));
        assertThat(expected).containsKey("2024-Q2/汇总表-2024-Q2.xlsx");
        assertThat(Trees.published(TwoNights.output(disk))).isEqualTo(expected);
    }

    @Test
    void aMistypedFolderIsToldAndNotMade() throws Exception {
        Path copy = nights.copy(base.resolve("copy"));
        Path mistyped = copy.resolve("inptu");

        Program.Ended ended = Program.runHere(
                TwoNights.at(copy, "run", "--inbox", mistyped.resolve("inbox").toString()));

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(2);
        assertThat(ended.output()).contains("There is no inbox folder " + mistyped);
        assertThat(mistyped).doesNotExist();
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

    /** The launcher on a machine of that place. It sees to UTF-8 names itself, whatever language is set. */
    private static Program.Ended launch(String zone, String locale, String... arguments) throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PATH", System.getenv("PATH"), "HOME", System.getenv("HOME"), "TZ", zone, "LANG", locale + ".UTF-8"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        // Few machines have all of these locales; Java has.
        environment.put(
                "HUIBAO_JAVA_OPTS",
                "-Duser.timezone=" + zone + " -Duser.language=" + locale.substring(0, 2) + " -Duser.country="
                        + locale.substring(3));
        KeptClasses.option();
        return Program.launch(environment, arguments);
    }

    private static String[] ningbo(Path copy, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(
                "--job", JobFolder.NINGBO.toAbsolutePath().toString(),
                "--input", copy.resolve("input").toString(),
                "--output", copy.resolve("output").toString()));
        return arguments.toArray(String[]::new);
    }

    /** Without the inode and the times that the file in the copy of the inbox had. */
    private static List<String> receipts(Path copy) throws IOException {
        List<String> receipts = new ArrayList<>();
        try (Stream<Path> files = Files.list(copy.resolve("input/archive/receipts"))) {
            for (Path file : files.sorted().toList()) {
                receipts.add(Files.readString(file).replaceAll("\"arrival\" : \"[^\n]*", ""));
            }
        }
        return receipts;
    }
}
