package huibao.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.column.SubmittedFinding;
import huibao.column.TargetAttainment;
import huibao.column.ToldFinding;
import huibao.model.*;
import huibao.model.SeasonalPace;
import huibao.model.YearEnd;
import huibao.testing.ColumnsDocument;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetDatasetTest {

    private static final DatasetMetadata METADATA = new DatasetMetadata("c".repeat(64), Map.of("T0204", "亿元"));
    private static final Instant JULY = Instant.parse("2023-07-10T00:00:00Z");
    private static final SubmissionRecord SUBMISSION = new SubmissionRecord(
            "330212-2023-06-v1",
            1,
            Optional.of(new UnitCode("330212")),
            Optional.of(Period.month(2023, 6)),
            Optional.of("甬报01"),
            1,
            SubmissionState.ACCEPTED,
            "CLEAN",
            new SourceFile("鄞州区 6月.xlsx", "a".repeat(64), 1),
            JULY,
            JULY,
            JULY,
            "c".repeat(64),
            false);

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void useAFolderWithBlanksAndChinese() throws Exception {
        root = Files.createDirectories(folder.resolve("数据 集"));
    }

    @Test
    void keepsFiguresToTheLastOfThirtyEightDigits() throws Exception {
        Path file = part("observation", "330212");
        ParquetDataset.writeObservations(
                file,
                List.of(
                        observation("T0204", "12345678901234567890123456.123456789012"),
                        observation("T0201", "-0.000000000001"),
                        missing("T0202")),
                METADATA);
        assertThat(query(
                        "SELECT time_period, ref_area, item, obs_value, typeof(obs_value), missing_reason, explanation,"
                                + " cell, recorded_from::VARCHAR, recorded_to FROM read_parquet('" + root
                                + "/observation/**/*.parquet') ORDER BY item"))
                .containsExactly(
                        "2023-06|330212|T0201|-0.000000000001|DECIMAL(38,12)|null|新签大合同|E8|"
                                + "2023-07-10 00:00:00+00|null",
                        "2023-06|330212|T0202|null|DECIMAL(38,12)|PENDING|新签大合同|null|" + "2023-07-10 00:00:00+00|null",
                        "2023-06|330212|T0204|12345678901234567890123456.123456789012|DECIMAL(38,12)|null|新签大合同|E8|"
                                + "2023-07-10 00:00:00+00|null");
    }

    @Test
    void writesRowsInItemOrderCompressedAndDescribed() throws Exception {
        Path file = part("observation", "330212");
        ParquetDataset.writeObservations(file, List.of(observation("T0204", "2"), observation("T0201", "1")), METADATA);
        assertThat(query("SELECT item FROM '" + file + "'")).containsExactly("T0201", "T0204");
        assertThat(query("SELECT DISTINCT compression FROM parquet_metadata('" + file + "')"))
                .containsExactly("ZSTD");
        assertThat(query("SELECT decode(key), decode(value) FROM parquet_kv_metadata('" + file + "')"))
                .contains(
                        "huibao.schema_version|2",
                        "huibao.catalogue_hash|" + "c".repeat(64),
                        "huibao.unit_measure|T0204=亿元");
    }

    @Test
    void writesTheSameBytesForTheSameRowsAndLeavesNothingBeside() throws Exception {
        Path one = part("observation", "330212");
        Path two = part("observation", "3302-QW");
        ParquetDataset.writeObservations(one, List.of(observation("T0204", "2"), observation("T0201", "1")), METADATA);
        ParquetDataset.writeObservations(two, List.of(observation("T0201", "1"), observation("T0204", "2")), METADATA);
        ParquetDataset.writeObservations(two, List.of(observation("T0201", "1"), observation("T0204", "2")), METADATA);
        assertThat(two).hasSameBinaryContentAs(one);
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactlyInAnyOrder(one, two);
        }
    }

    @Test
    void refusesToRoundAFigure() throws Exception {
        Path file = part("observation", "330212");
        assertThatThrownBy(() -> ParquetDataset.writeObservations(
                        file, List.of(observation("T0204", "0.0000000000001")), METADATA))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> ParquetDataset.writeObservations(
                        file, List.of(observation("T0204", "123456789012345678901234567")), METADATA))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void saysWhichFileCannotBeWritten() {
        Path file = root.resolve("没有/part.parquet");
        assertThatThrownBy(() -> ParquetDataset.writeObservations(file, List.of(), METADATA))
                .hasMessageContaining(file.toString());
    }

    @Test
    void writesVerdictsWithTheirNames() throws Exception {
        Path file = part("attainment", "330200");
        Target target = new Target(
                new TargetCode("T0204"),
                "二(二)",
                "推进科技成果转化",
                "技术交易额",
                "Technology transactions",
                Measure.LEVEL,
                List.of(new ItemCode("T0204")),
                BigDecimal.ONE,
                TargetComparator.MORE_THAN,
                new BigDecimal("600"),
                "亿元",
                ">",
                "突破",
                Pace.LINEAR,
                Reporter.DISTRICT,
                11,
                "");
        Attainment attainment = new Attainment(
                Period.month(2023, 6),
                target.code(),
                new UnitCode("330200"),
                Optional.of(new BigDecimal("600")),
                TargetBasis.CITY,
                Optional.of(new BigDecimal("4.39")),
                Optional.of(new BigDecimal("4.39")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal("0.731666666667")),
                new BigDecimal("50"),
                Optional.of(new BigDecimal("-49.268333333333")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(BigDecimal.ZERO),
                Optional.empty(),
                Certainty.DEPENDS,
                List.of(new UnitCode("330212"), new UnitCode("330203")),
                AttainmentStatus.FAR_BEHIND,
                Obstacle.NONE,
                false,
                OptionalInt.empty(),
                new BigDecimal("90"),
                ObsStatus.V,
                SeasonalPace.NONE,
                YearEnd.NOT_APPLICABLE,
                List.of());
        ParquetDataset.writeAttainments(
                file, rows -> rows.accept(new TargetAttainment(attainment, target, Optional.empty())), METADATA);
        assertThat(query("SELECT indicator, name_zh, target_value, obs_value, high_value, pace_gap_points, certainty,"
                        + " depends_on, status, light, rank, above_band FROM '" + file + "'"))
                .containsExactly("T0204|技术交易额|600.000000000000|4.390000000000|null|-49.268333333333|depends|"
                        + "330212 330203|FAR_BEHIND|RED|null|false");
    }

    @Test
    void writesFindingsWithTheirTexts() throws Exception {
        Path file = part("finding", "330212");
        Finding finding = Finding.ofReading(
                FindingKind.APPROXIMATE,
                Optional.of(new ItemCode("T0204")),
                List.of(new CellRef("填报表", "E8")),
                Map.of("found", "约4.39"));
        ParquetDataset.writeFindings(
                file,
                List.of(new SubmittedFinding(
                        SUBMISSION, new ToldFinding(1, finding, "一个数", "one number", "不是准确数", "approximate"))),
                METADATA);
        assertThat(query("SELECT submission_id, finding_no, rule, severity, trial, item, sheet, cell, found, expected,"
                        + " message_zh, message_en FROM '" + file + "'"))
                .containsExactly(
                        "330212-2023-06-v1|1|APPROXIMATE|MANDATORY|false|T0204|填报表|E8|约4.39|一个数|不是准确数|approximate");
    }

    @Test
    void explainsEveryColumn() throws Exception {
        Path observations = part("observation", "330212");
        ParquetDataset.writeObservations(observations, List.of(), METADATA);
        Path attainments = part("attainment", "330200");
        ParquetDataset.writeAttainments(attainments, rows -> {}, METADATA);
        Path findings = part("finding", "330212");
        ParquetDataset.writeFindings(findings, List.of(), METADATA);

        for (Path file : List.of(observations, attainments, findings)) {
            List<String> columns = query("SELECT column_name FROM (DESCRIBE SELECT * FROM read_parquet('" + file
                    + "', hive_partitioning = false))");
            String dataset = root.relativize(file).getName(0).toString();
            assertThat(columns).as(dataset).hasSizeGreaterThan(10);
            for (String column : columns) {
                assertThat(ColumnsDocument.explaining("parquet/" + dataset)).contains("| `" + column + "` |");
            }
        }
    }

    /** Whatever a reader makes of the folders' names. */
    @Test
    void aCodeOfDigitsStaysText() throws Exception {
        Path file = Files.createDirectories(root.resolve("observation/period=2023/unit=02"))
                .resolve("part.parquet");
        ParquetDataset.writeObservations(file, List.of(observation("T0204", "1")), METADATA);
        String files = root + "/observation/**/*.parquet'";

        assertThat(query("SELECT ref_area, typeof(ref_area), typeof(time_period) FROM read_parquet('" + files + ")"))
                .containsExactly("330212|VARCHAR|VARCHAR");
        assertThat(query("SELECT ref_area, typeof(ref_area), typeof(time_period) FROM read_parquet('" + files
                        + ", hive_partitioning = true)"))
                .as("what the folders are called comes in no column's place")
                .containsExactly("330212|VARCHAR|VARCHAR");
    }

    private Path part(String dataset, String unit) throws Exception {
        return Files.createDirectories(root.resolve(dataset + "/period=2023-06/unit=" + unit))
                .resolve("part.parquet");
    }

    private static SourcedObservation observation(String item, String value) {
        return sourced(
                item,
                new Figure(
                        Optional.of(new CellRef("填报表", "E8")),
                        value,
                        new Amount.Known(new BigDecimal(value)),
                        List.of()));
    }

    private static SourcedObservation missing(String item) {
        return sourced(item, new Figure(Optional.empty(), "待定", new Amount.Missing(MissingReason.PENDING), List.of()));
    }

    private static SourcedObservation sourced(String item, Figure value) {
        Figure none = Figure.notAsked();
        return new SourcedObservation(
                SUBMISSION,
                new Observation(new ItemCode(item), value, none, none, none, none, "新签大合同", ""),
                ObsStatus.A,
                JULY,
                Optional.empty());
    }

    private static List<String> query(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.append(i == 1 ? "" : "|").append(plain(result.getObject(i)));
                    }
                    rows.add(row.toString());
                }
            }
            return rows;
        }
    }

    private static Object plain(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }
}
