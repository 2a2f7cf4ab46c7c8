package huibao.dataset;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.ColumnNamingStrategy;
import com.jerolba.carpet.TimeUnit;
import com.jerolba.carpet.io.FileSystemOutputFile;
import huibao.model.Attainment;
import huibao.model.SourcedFinding;
import huibao.model.SourcedObservation;
import huibao.model.Target;
import huibao.model.TargetCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Writes one Parquet file at a time, zstd, DECIMAL(38,12), columns in lower snake case. Period and unit
 * are not columns: they stand in the folder names ({@code time_period=2023-06/ref_area=330212}), where
 * every reader of Hive partitions takes them from. An existing file is replaced.
 */
public final class ParquetDataset {

    /** Version of the three schemas; key {@code huibao.schema_version}. */
    public static final int SCHEMA_VERSION = 1;

    private ParquetDataset() {}

    /** Writes observations, by item, then submission. */
    public static void writeObservations(Path file, List<SourcedObservation> rows, DatasetMetadata metadata) {
        write(
                file,
                ObservationRow.class,
                rows.stream()
                        .map(ObservationRow::of)
                        .sorted(Comparator.comparing(ObservationRow::item).thenComparing(ObservationRow::submissionId))
                        .toList(),
                metadata);
    }

    /**
     * Writes verdicts, by indicator.
     *
     * @param targets the targets the verdicts are on, for names and units
     * @throws IllegalArgumentException if a verdict's target is not among them
     */
    public static void writeAttainments(
            Path file, List<Attainment> rows, List<Target> targets, DatasetMetadata metadata) {
        Map<TargetCode, Target> byCode = targets.stream().collect(Collectors.toMap(Target::code, Function.identity()));
        write(
                file,
                AttainmentRow.class,
                rows.stream()
                        .map(row -> AttainmentRow.of(
                                row,
                                Optional.ofNullable(byCode.get(row.target()))
                                        .orElseThrow(() -> new IllegalArgumentException("no target " + row.target()))))
                        .sorted(Comparator.comparing(AttainmentRow::indicator))
                        .toList(),
                metadata);
    }

    /** Writes findings, by receipt of their submission, within one in the order given. */
    public static void writeFindings(Path file, List<RenderedFinding> rows, DatasetMetadata metadata) {
        List<RenderedFinding> sorted = rows.stream()
                .sorted(Comparator.comparingLong(row -> receipt(row.finding())))
                .toList();
        Map<Long, Integer> counts = new HashMap<>();
        List<FindingRow> numbered = new ArrayList<>();
        for (RenderedFinding row : sorted) {
            numbered.add(FindingRow.of(row, counts.merge(receipt(row.finding()), 1, Integer::sum)));
        }
        write(file, FindingRow.class, numbered, metadata);
    }

    private static long receipt(SourcedFinding finding) {
        return finding.submission().receipt();
    }

    private static <T> void write(Path file, Class<T> schema, List<T> rows, DatasetMetadata metadata) {
        try (CarpetWriter<T> writer = new CarpetWriter.Builder<>(new FileSystemOutputFile(file.toFile()), schema)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withColumnNamingStrategy(ColumnNamingStrategy.SNAKE_CASE)
                .withDefaultDecimal(Columns.PRECISION, Columns.SCALE)
                .withDefaultTimeUnit(TimeUnit.MILLIS)
                .withExtraMetaData(keyValues(metadata))
                .build()) {
            writer.write(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    file + ": the Parquet file cannot be written; check that its folder exists and is writable", e);
        }
    }

    private static Map<String, String> keyValues(DatasetMetadata metadata) {
        // Sorted, because the order of an unsorted map would differ from one JVM to the next.
        return new TreeMap<>(Map.of(
                "huibao.schema_version",
                Integer.toString(SCHEMA_VERSION),
                "huibao.catalogue_hash",
                metadata.catalogueHash(),
                "huibao.unit_measure",
                metadata.unitMeasures().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n"))));
    }
}
