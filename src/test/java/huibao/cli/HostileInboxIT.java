package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.FindingKind;
import huibao.testing.Bureau;
import huibao.testing.HostileFiles;
import huibao.testing.JobFolder;
import huibao.testing.Program;
import huibao.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program, with little memory, over an inbox in which every hostile file lies beside good ones. */
class HostileInboxIT {

    @TempDir
    static Path hostile;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeEach() throws IOException {
        for (HostileFiles one : HostileFiles.values()) {
            one.in(hostile);
        }
    }

    @Test
    void takesEveryGoodFormAndNamesEveryHostileFile() throws Exception {
        Bureau bureau = new Bureau(JobFolder.NINGBO, folder);
        bureau.dropAll("2023-06");
        Trees.copy(hostile, bureau.folders().inbox());

        Program.Ended ended = run(JobFolder.NINGBO);

        assertThat(ended.output()).doesNotContain("OutOfMemoryError", "not enough memory");
        assertThat(ended.output().lines().filter(line -> line.contains("this is no fault of the file")))
                .as("whoever runs the program is told of each file that a library failed on")
                .hasSize(Math.toIntExact(Arrays.stream(HostileFiles.values())
                        .filter(one -> one.expected() == FindingKind.READER_FAILED)
                        .count()));
        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(3);
        assertThat(acceptedUnits()).hasSize(bureau.units());
        List<String> expected = new ArrayList<>();
        for (HostileFiles one : HostileFiles.values()) {
            expected.add(one.name().toLowerCase(Locale.ROOT) + " " + one.expected());
        }
        assertThat(query("SELECT substr(file_name, 1, instr(file_name, '.') - 1) || ' ' || rule FROM submission"
                        + " JOIN finding USING (submission_id) WHERE state = 'REJECTED'"))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(ended.output()).contains("hundred_thousand_parts.xlsx", "xls_with_a_password.xls");
        try (Stream<Path> left = Files.list(bureau.folders().inbox())) {
            assertThat(left).isEmpty();
        }

        Program.Ended again = run(JobFolder.NINGBO);
        assertThat(again.exitCode()).as(again.output()).isZero();
    }

    @Test
    void goesOnWhereAJobAllowsAFileMoreThanThereIsMemory() throws Exception {
        Path job = JobFolder.copy(JobFolder.NINGBO, folder.resolve("job"));
        JobFolder.edit(
                job,
                "job.yaml",
                "inbox:",
                "limits:\n  seconds: 3000\n  cells: 900000000\n  workbook_cells: 900000000\n  packing_ratio: 2000\n"
                        + "  text_characters: 900000000\ninbox:");
        Bureau bureau = new Bureau(job, folder);
        bureau.dropAll("2023-06");
        HostileFiles.BOMB_OF_CELLS_ON_MANY_SHEETS.in(bureau.folders().inbox());

        Program.Ended ended = run(job);

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(3);
        assertThat(acceptedUnits()).hasSize(bureau.units());
        assertThat(query("SELECT rule || ' ' || found FROM finding WHERE submission_id LIKE 'rejected%'"))
                .containsExactly("TOO_LARGE memory");
    }

    @Test
    void checksEachToAClearDecision() throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "check",
                "--json",
                "--job",
                JobFolder.NINGBO.toString(),
                "--output",
                folder.resolve("none").toString()));
        try (Stream<Path> files = Files.list(hostile)) {
            files.sorted().map(Path::toString).forEach(arguments::add);
        }

        Program.Ended ended = Program.runWithMemory("256m", arguments.toArray(String[]::new));

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(3);
        assertThat(ended.output().lines().filter(line -> line.contains("\"decision\" : \"REJECTED\"")))
                .hasSize(HostileFiles.values().length);
        for (HostileFiles one : HostileFiles.values()) {
            assertThat(ended.output()).contains("\"rule\" : \"" + one.expected() + "\"");
        }
    }

    private Program.Ended run(Path job) throws IOException, InterruptedException {
        return Program.runWithMemory(
                "256m",
                "run",
                "--period",
                "2023-06",
                "--job",
                job.toString(),
                "--input",
                folder.resolve("input").toString(),
                "--output",
                folder.resolve("output").toString());
    }

    private List<String> acceptedUnits() {
        return query("SELECT DISTINCT ref_area FROM submission WHERE state = 'ACCEPTED'");
    }

    private List<String> query(String sql) {
        return Trees.query(folder.resolve("output/ningbo-2023/huibao.db"), sql);
    }
}
