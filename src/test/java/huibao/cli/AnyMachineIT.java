package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import huibao.model.Period;
import huibao.pipeline.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.Trees;
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

    static Stream<Arguments> machines() {
        return Stream.of("UTC", "Asia/Shanghai", "America/St_Johns")
                .flatMap(zone -> Stream.of("en_US", "zh_CN", "tr_TR", "de_DE").map(locale -> arguments(zone, locale)));
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
