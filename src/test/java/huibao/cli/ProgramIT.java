package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.Program;
import huibao.testing.Trees;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramIT {

    @TempDir
    Path folder;

    @Test
    void aSecondRunAtTheSameTimeExits75AndDoesNothing() throws Exception {
        Bureau bureau = new Bureau(JobFolder.SEASIDE, folder);
        bureau.drop("SEA-N", "2024-Q1");
        Path working = Files.createDirectories(folder.resolve("output/seaside-2024/.huibao"));
        try (FileChannel channel =
                        FileChannel.open(working.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            Program.Ended second = Program.run(at("run", "--period", "2024-Q1"));

            assertThat(second.exitCode()).isEqualTo(75);
            assertThat(second.output()).contains("Another run");
        }
        assertThat(folder.resolve("input/inbox/SEA-N-2024-Q1.xlsx")).exists();
        assertThat(seaside("run", "--period", "2024-Q1").exitCode()).isZero();
    }

    @Test
    void refusesAJavaThatWouldGarbleChineseNames() throws Exception {
        Program.Ended ended = Program.runIn("C", "status");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.output()).contains("LC_ALL=C.UTF-8");
    }

    @Test
    void tellsEveryMistakeInTheJobFolderAndExits2() throws Exception {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        JobFolder.edit(job, "items.csv", "FERRY,渡轮班次,班,0", "FERRY,渡轮班次,班,none");
        JobFolder.edit(job, "rules.csv", "percent=10", "percent=ten");

        Program.Ended ended = Program.runHere("run", "--job", job.toString(), "--output", folder.toString());

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.output()).contains("items.csv:5: decimals", "rules.csv:3: parameter percent");
    }

    @Test
    void refusesUnknownPeriodsDistrictsAndOptionsWithExit2() throws Exception {
        Files.createDirectories(folder.resolve("input/inbox"));
        assertThat(seaside("run", "--period", "2024-06").output()).contains("2024-Q1 to 2024-Q4");
        assertThat(seaside("run", "--period", "2024-Q1", "--district", "West").exitCode())
                .isEqualTo(2);
        assertThat(seaside("run", "--colour", "red").exitCode()).isEqualTo(2);
        assertThat(seaside("run", "--lang", "fr").exitCode()).isEqualTo(2);
        assertThat(Program.runHere().exitCode()).isEqualTo(2);
        assertThat(seaside("explain", "NOT_A_CODE").exitCode()).isEqualTo(2);
    }

    @Test
    void speaksTheLanguageNamedBeforeTheCommand() throws Exception {
        assertThat(Program.runHere("--lang", "en", "status", "--perod", "x").output())
                .contains("unknown argument: --perod x", "Did you mean --period?");
        assertThat(Program.runHere("--lang=en", "check").output()).contains("argument missing: FILE");
        assertThat(Program.runHere("check").output()).contains("缺少参数：FILE");
        assertThat(Program.runHere("run", "--lang", "en", "--lang", "zh").output())
                .contains("argument given twice");
        assertThat(Program.runHere("--lang", "en", "run", "--help").output()).contains("Usage: huibao run");
    }

    @Test
    void saysInTheOperatorsLanguageWhatStandsInTheWayAndVerifiesNothingWhereNothingIs() throws Exception {
        Program.Ended nothing = seaside("verify");
        assertThat(nothing.exitCode())
                .as("no archive and no database is not well")
                .isEqualTo(2);

        Path database =
                Files.createDirectories(folder.resolve("output/seaside-2024")).resolve("huibao.db");
        Files.writeString(database, "这不是数据库".repeat(999));
        Program.Ended damaged = seaside("status", "--lang", "zh");
        assertThat(damaged.exitCode()).isEqualTo(1);
        assertThat(damaged.output()).contains("文件已损坏", "请从备份恢复", database.toString());
        assertThat(seaside("verify", "--lang", "zh").output()).contains("文件已损坏");
    }

    @Test
    void showsNoPeriodOfARegistryThatWasLost() throws Exception {
        Bureau bureau = new Bureau(JobFolder.SEASIDE, folder);
        bureau.drop("SEA-N", "2024-Q1");
        bureau.run("2024-Q1", "2024-04-08T00:00:00Z");
        Path database = folder.resolve("output/seaside-2024/huibao.db");
        Files.delete(database);

        Program.Ended ended = seaside("status", "--lang", "en");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output()).contains("rebuild --replace", database.toString());
        assertThat(database).doesNotExist();
    }

    @Test
    void rehearsesARuleThatIsNotTheJobsYet() throws Exception {
        Bureau bureau = new Bureau(JobFolder.SEASIDE, folder);
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "7"));
        seaside("run", "--period", "2024-Q1");
        Path rules = Files.writeString(
                folder.resolve("candidates.csv"),
                "rule,kind,severity,state,items,parameters,note\nFISH_MIN,RANGE,VERIFY,ON,FISH,min=8,\n");

        Program.Ended text = seaside("rehearse", "--rules", rules.toString());
        Program.Ended json = seaside("rehearse", "--rules", rules.toString(), "--json");

        assertThat(text.exitCode()).isZero();
        assertThat(text.output())
                .contains("FISH_MIN", "1 hits in 1 of them; 1 of these were accepted", "North Shore", "填报表!E");
        assertThat(json.output()).contains("\"turns_away\" : true", "\"hits\" : 1");
        assertThat(seaside("rehearse", "--rule", "NO_SUCH").exitCode()).isEqualTo(2);
        assertThat(seaside("rehearse").exitCode()).isEqualTo(2);
        assertThat(seaside("explain", "REQUIRED").output()).contains("REQUIRED  It has never fired.");
    }

    @Test
    void checksAFileWithoutTouchingAnything() throws Exception {
        Bureau bureau = new Bureau(JobFolder.SEASIDE, folder);
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", ""));
        Path file = folder.resolve("input/inbox/SEA-N-2024-Q1.xlsx");

        Program.Ended text = seaside("check", file.toString());
        Program.Ended json = seaside("check", "--json", file.toString());

        assertThat(text.exitCode()).isEqualTo(3);
        assertThat(text.output()).contains("→ returned", "[mandatory] Not filled in", "填报表!E10", "Then check again");
        assertThat(json.output())
                .contains(
                        "\"decision\" : \"RETURNED\"",
                        "\"unit\" : \"SEA-N\"",
                        "\"rule\" : \"REQUIRED\"",
                        "\"item\" : \"FISH\"");
        assertThat(folder.resolve("output")).doesNotExist();
        assertThat(file).exists();
    }

    @Test
    void saysWhatIsWrongWhenTheOutputCannotBeWritten() throws Exception {
        Bureau bureau = new Bureau(JobFolder.SEASIDE, folder);
        bureau.drop("SEA-N", "2024-Q1");
        Files.writeString(folder.resolve("output"), "a file where a folder should be");

        Program.Ended ended = seaside("run", "--period", "2024-Q1");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output()).contains("cannot lock the folder").doesNotContain("\tat ");
        assertThat(folder.resolve("input/inbox/SEA-N-2024-Q1.xlsx")).exists();
    }

    @Test
    void namesAnInboxThatDoesNotExistInsteadOfMakingIt() throws Exception {
        Program.Ended ended = seaside("run", "--period", "2024-Q1");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.output()).contains(folder.resolve("input/inbox").toString());
        assertThat(folder.resolve("input")).doesNotExist();
    }

    @Test
    void demonstratesItselfUnderTheLocaleOfCronAndAgain() throws Exception {
        Map<String, String> cron = Map.of("LANG", "C", "PATH", System.getenv("PATH"), "HOME", System.getenv("HOME"));
        String[] demo = {"demo", "--input", folder + "/in", "--output", folder + "/out"};

        Program.Ended ended = Program.launch(cron, demo);

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("合成数据", "13/14", "汇总表-2023-06.xlsx").doesNotContain("building");
        Path output = folder.resolve("out/ningbo-2023");
        assertThat(output.resolve("2023-06/汇总表-2023-06.xlsx")).isNotEmptyFile();
        assertThat(output.resolve("2023-06/退回/330205-江北区-v1.xlsx")).isNotEmptyFile();
        assertThat(folder.resolve("in/inbox")).isEmptyDirectory();
        assertThat(Trees.query(output.resolve("huibao.db"), "SELECT DISTINCT state FROM submission ORDER BY 1"))
                .containsExactly("ACCEPTED", "REJECTED", "RETURNED", "SUPERSEDED");
        assertThat(Trees.query(output.resolve("huibao.db"), "SELECT count(*) FROM v_revision"))
                .noneMatch("0"::equals);
        int submissions = count(output);

        Program.Ended again = Program.launch(cron, demo);
        assertThat(again.exitCode()).as(again.output()).isZero();
        assertThat(count(output)).isEqualTo(submissions);
    }

    @Test
    void theLauncherSaysWhatToInstallWhereJavaIsMissing() throws Exception {
        Path tools = toolsWithoutJava();

        Program.Ended ended = Program.launch(Map.of("PATH", tools.toString()), "--version");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.output())
                .contains("Java 17 or newer (JDK) is not installed")
                .contains("apt-get install openjdk-17-jdk-headless");
    }

    /** A PATH with what a shell script needs, an ordinary user, and no Java. */
    private Path toolsWithoutJava() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : new String[] {"sh", "dirname", "grep", "sed", "head", "locale", "find"}) {
            for (String place : new String[] {"/usr/bin", "/bin"}) {
                if (Files.exists(Path.of(place, tool)) && Files.notExists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), Path.of(place, tool));
                }
            }
        }
        Path id = tools.resolve("id");
        Files.writeString(id, "#!/bin/sh\necho 1000\n", StandardCharsets.UTF_8);
        assertThat(id.toFile().setExecutable(true)).isTrue();
        return tools;
    }

    @Test
    void theDemoKeepsAwayFromRealData() throws Exception {
        Files.createDirectories(folder.resolve("in/inbox"));
        Files.writeString(folder.resolve("in/inbox/real.xlsx"), "a real file", StandardCharsets.UTF_8);

        Program.Ended ended = Program.runHere(
                "demo",
                "--lang",
                "en",
                "--job",
                JobFolder.NINGBO.toString(),
                "--input",
                folder + "/in",
                "--output",
                folder + "/out");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("in/inbox/real.xlsx")).hasContent("a real file");
    }

    @Test
    void explainsAFigureForPeopleAndForPrograms() throws Exception {
        Bureau bureau = new Bureau(JobFolder.SEASIDE, folder);
        bureau.drop("SEA-N", "2024-Q1");
        seaside("run", "--period", "2024-Q1");

        assertThat(seaside("explain", "fish-cap", "--period", "2024-Q1").output())
                .contains("2. The figure of Seaside for 2024-Q1", "SEA-N-2024-Q1.xlsx", "missing: South Shore");
        assertThat(seaside("explain", "FISH-CAP", "--district", "North Shore", "--json")
                        .output())
                .contains("\"ref_area\" : \"SEA-N\"", "\"file_name\" : \"SEA-N-2024-Q1.xlsx\"");
        Program.Ended unknown = seaside("explain", "FISH-CUP");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.output()).contains("Did you mean ", "FISH-CAP Catch kept within quota");
    }

    @Test
    void makesOneFormPerUnitWithItsCodeInTheName() throws Exception {
        seaside(
                "template",
                "--period",
                "2024-Q2",
                "--to",
                folder.resolve("forms").toString());

        try (Stream<Path> forms = Files.list(folder.resolve("forms"))) {
            assertThat(forms.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "SEA-N-北岸-2024-Q2.xlsx", "SEA-S-南岸-2024-Q2.xlsx", "SEA-海滨市-2024-Q2.xlsx");
        }
    }

    private static int count(Path output) {
        return Integer.parseInt(Trees.query(output.resolve("huibao.db"), "SELECT count(*) FROM submission")
                .get(0));
    }

    private Program.Ended seaside(String command, String... arguments) {
        return Program.runHere(at(command, arguments));
    }

    private String[] at(String command, String... arguments) {
        return Stream.concat(
                        Stream.of(
                                command,
                                "--job",
                                JobFolder.SEASIDE.toString(),
                                "--input",
                                folder.resolve("input").toString(),
                                "--output",
                                folder.resolve("output").toString()),
                        Stream.of(arguments))
                .toArray(String[]::new);
    }
}
