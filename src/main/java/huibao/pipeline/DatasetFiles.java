package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.dataset.DatasetMetadata;
import huibao.dataset.ParquetDataset;
import huibao.dataset.RenderedFinding;
import huibao.files.DurableFiles;
import huibao.message.Messages;
import huibao.model.Bulletin;
import huibao.model.Item;
import huibao.model.SourcedFinding;
import huibao.model.Target;
import huibao.model.UnitBulletin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Where Parquet files lie: observations and findings in one file per unit, so that a unit's files change
 * only with the unit; attainments in one file per period, since ranks and the city's rows depend on all.
 */
public final class DatasetFiles {

    public static final List<String> TABLES = List.of("observation", "finding", "attainment");

    private static final String PART = "part.parquet";

    private final Catalogue catalogue;
    private final JobFolders folders;
    private final Messages chinese = Messages.in(Locale.SIMPLIFIED_CHINESE);
    private final Messages english = Messages.in(Locale.ENGLISH);

    DatasetFiles(Catalogue catalogue, JobFolders folders) {
        this.catalogue = catalogue;
        this.folders = folders;
    }

    void publish(Bulletin bulletin) {
        DatasetMetadata items = new DatasetMetadata(
                bulletin.catalogueHash(),
                catalogue.items().stream()
                        .collect(Collectors.toMap(item -> item.code().value(), Item::unitMeasure)));
        DatasetMetadata targets = new DatasetMetadata(
                bulletin.catalogueHash(),
                catalogue.targets().stream()
                        .collect(Collectors.toMap(target -> target.code().value(), Target::unitMeasure)));
        bulletin.units().forEach(unit -> publish(bulletin, unit, items));
        publish(
                ofPeriod("attainment", bulletin).resolve(PART),
                bulletin.attainments(),
                (file, rows) -> ParquetDataset.writeAttainments(file, rows, catalogue.targets(), targets));
    }

    private void publish(Bulletin bulletin, UnitBulletin unit, DatasetMetadata items) {
        publish(
                ofUnit("observation", bulletin, unit),
                unit.observations(),
                (file, rows) -> ParquetDataset.writeObservations(file, rows, items));
        publish(
                ofUnit("finding", bulletin, unit),
                unit.findings().stream().map(this::render).toList(),
                (file, rows) -> ParquetDataset.writeFindings(file, rows, items));
    }

    private Path ofPeriod(String table, Bulletin bulletin) {
        return folders.parquet().resolve(table).resolve("time_period=" + bulletin.period());
    }

    private Path ofUnit(String table, Bulletin bulletin, UnitBulletin unit) {
        return ofPeriod(table, bulletin).resolve("ref_area=" + unit.unit()).resolve(PART);
    }

    /** Written beside its place and moved there if it differs; without rows there is no file. */
    private static <T> void publish(Path target, List<T> rows, BiConsumer<Path, List<T>> writer) {
        try {
            if (rows.isEmpty()) {
                DurableFiles.delete(target);
            } else {
                DurableFiles.publish(target, file -> writer.accept(file, rows));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RenderedFinding render(SourcedFinding finding) {
        return new RenderedFinding(
                finding,
                chinese.expected(finding.finding()),
                chinese.message(finding.finding()),
                english.message(finding.finding()));
    }
}
