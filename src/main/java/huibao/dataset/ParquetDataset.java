package huibao.dataset;

import huibao.column.AttainmentColumns;
import huibao.column.Column;
import huibao.column.FindingColumns;
import huibao.column.ObservationColumns;
import huibao.column.SubmittedFinding;
import huibao.column.TargetAttainment;
import huibao.dataset.RowFile.Repeated;
import huibao.model.SourcedObservation;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes one Parquet file at a time, zstd, DECIMAL(38,12), columns in lower snake case. Period and unit are columns
 * of their own, as text; the folders they lie in ({@code period=2023-06/unit=330212}) have other names, so that what a
 * reader makes of a folder's name (02 is a number to many) never takes a column's place. An existing file is replaced.
 */
public final class ParquetDataset {

    /** Version of the three schemas; key {@code huibao.schema_version}. */
    public static final int SCHEMA_VERSION = 2;

    /** Of verdicts the unit is a column: ranks and the city's rows depend on all units, so all lie in one file. */
    private static final List<Column<TargetAttainment>> ATTAINMENT = Stream.of(
                    List.of(AttainmentColumns.TIME_PERIOD, AttainmentColumns.REF_AREA, AttainmentColumns.INDICATOR),
                    AttainmentColumns.ALL)
            .flatMap(List::stream)
            .toList();

    private ParquetDataset() {}

    /** Writes observations, by item, then submission. */
    public static void writeObservations(Path file, List<SourcedObservation> rows, DatasetMetadata metadata) {
        List<SourcedObservation> sorted = rows.stream()
                .sorted(Comparator.<SourcedObservation, String>comparing(
                                row -> row.observation().item().value())
                        .thenComparing(row -> row.submission().submissionId()))
                .toList();
        RowFile.write(
                file,
                "observation",
                ObservationColumns.PUBLISHED,
                keyValues(metadata),
                Repeated.LITTLE,
                sorted::forEach);
    }

    /**
     * Writes the verdicts of a period in the order given.
     *
     * @param rows shows them one after the other
     */
    public static void writeAttainments(
            Path file, Consumer<Consumer<TargetAttainment>> rows, DatasetMetadata metadata) {
        RowFile.write(file, "attainment", ATTAINMENT, keyValues(metadata), Repeated.MUCH, rows);
    }

    /** Writes findings, by receipt of their submission, within one by number. */
    public static void writeFindings(Path file, List<SubmittedFinding> rows, DatasetMetadata metadata) {
        List<SubmittedFinding> sorted = rows.stream()
                .sorted(Comparator.<SubmittedFinding>comparingLong(
                                row -> row.submission().receipt())
                        .thenComparingInt(row -> row.told().number()))
                .toList();
        RowFile.write(file, "finding", FindingColumns.PUBLISHED, keyValues(metadata), Repeated.LITTLE, sorted::forEach);
    }

    private static Map<String, String> keyValues(DatasetMetadata metadata) {
        // A sorted map: the order of an immutable one changes from process to process, and so would the bytes.
        Map<String, String> pairs = new TreeMap<>();
        pairs.put("huibao.schema_version", Integer.toString(SCHEMA_VERSION));
        pairs.put("huibao.catalogue_hash", metadata.catalogueHash());
        pairs.put(
                "huibao.unit_measure",
                metadata.unitMeasures().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n")));
        return pairs;
    }
}
