package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.pipeline.RunResult;
import huibao.testing.Bureau;
import huibao.testing.Extent;
import huibao.testing.JobFolder;
import huibao.testing.Program;
import huibao.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A run of the whole city killed with SIGKILL and run again ends as if nothing had happened. It is run again in the
 * process of this test, which has done so before; that a new process does the same shows the test of a night's calls.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledRunIT {

    private static final String NOW = "2023-07-08T02:00:00+08:00";
    private static final Instant NIGHT = OffsetDateTime.parse(NOW).toInstant();

    private Path prepared;
    private SortedMap<String, String> undisturbed;

    @BeforeAll
    void runOnceUndisturbed(@TempDir(cleanup = CleanupMode.NEVER) Path folder) throws Exception {
        prepared = Files.createDirectories(folder.resolve("prepared"));
        Bureau bureau = new Bureau(JobFolder.NINGBO, prepared);
        bureau.dropAll("2023-05");
        assertThat(bureau.run("2023-05", "2023-06-07T18:00:00Z").exitCode()).isZero();
        bureau.dropAll("2023-06");
        bureau.drop("330212", "2023-05", "-更正", Map.of("T0304", "*1.01"));
        bureau.drop("330205", "2023-06", "-错", Map.of("T0304", "-1"));
        Path calm = folder.resolve("calm");
        Trees.copy(prepared, calm);
        assertThat(new Bureau(JobFolder.NINGBO, calm)
                        .run("2023-06", NIGHT.toString())
                        .exitCode())
                .isEqualTo(3);
        undisturbed = Trees.published(calm.resolve("output/ningbo-2023"));
        assertThat(undisturbed.size()).isGreaterThan(35);
    }

    @AfterAll
    void removeWhatWasPrepared() throws IOException {
        Path root = Objects.requireNonNull(prepared.getParent());
        try (Stream<Path> walked = Files.walk(root)) {
            for (Path path : walked.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("points")
    void endsWithTheBytesOfAnUndisturbedRun(String killedAt, @TempDir Path folder) throws Exception {
        Path killed = folder.resolve("killed");
        Trees.copy(prepared, killed);

        boolean wasKilled = Program.runUntil(at(killedAt), arguments(killed, "2023-06", NOW));
        assertThat(wasKilled).as("killed at " + killedAt).isTrue();
        RunResult again = new Bureau(JobFolder.NINGBO, killed).run("2023-06", NIGHT.toString());

        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(Trees.published(killed.resolve("output/ningbo-2023"))).isEqualTo(undisturbed);
        assertThat(killed.resolve("input/inbox")).isEmptyDirectory();
        assertThat(Trees.query(killed.resolve("output/ningbo-2023/huibao.db"), "SELECT run_id FROM run"))
                .as("continued, not begun again")
                .hasSize(2);
    }

    /** A part of a line that the run prints, or the number of a workbook; all of them in the long trial. */
    static Stream<String> points() {
        Stream<String> sample = Stream.of("· 收件并存档", "9", "· 汇总、评价", "· 写 Parquet", "· 写汇总表", "· 写清单");
        Stream<String> others = Stream.of("运行 ", "· 重新审核", "· 读取并审核", "3", "16", "· 写退回件", "· 写通知");
        return Extent.isLong() ? Stream.concat(sample, others) : sample;
    }

    /** A line that says so, or the n-th workbook's line. */
    private static Predicate<String> at(String point) {
        if (!point.matches("\\d+")) {
            return line -> line.contains(point);
        }
        AtomicInteger workbooks = new AtomicInteger();
        return line -> line.contains(" 条审核结果 ") && workbooks.incrementAndGet() == Integer.parseInt(point);
    }

    private static String[] arguments(Path folder, String period, String now) {
        return new String[] {
            "run",
            "--period",
            period,
            "--now",
            now,
            "--job",
            JobFolder.NINGBO.toString(),
            "--input",
            folder.resolve("input").toString(),
            "--output",
            folder.resolve("output").toString()
        };
    }
}
