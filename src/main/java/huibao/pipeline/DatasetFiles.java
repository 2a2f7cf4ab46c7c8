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
import huibao.model.SourcedObservation;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.model.UnitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
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

    void publish(Bulletin bulletin) throws IOException {
        DatasetMetadata items = new DatasetMetadata(
                bulletin.catalogueHash(),
                catalogue.items().stream()
                        .collect(Collectors.toMap(item -> item.code().value(), Item::unitMeasure)));
        DatasetMetadata targets = new DatasetMetadata(
                bulletin.catalogueHash(),
                catalogue.targets().stream()
                        .collect(Collectors.toMap(target -> target.code().value(), Target::unitMeasure)));
        for (Unit unit : catalogue.units()) {
            Optional<UnitCode> code = Optional.of(unit.code());
            List<SourcedObservation> observations = bulletin.observations().stream()
                    .filter(row -> row.submission().unit().equals(code))
                    .toList();
            publish(
                    ofUnit("observation", bulletin, unit),
                    observations,
                    file -> ParquetDataset.writeObservations(file, observations, items));
            List<RenderedFinding> findings = bulletin.findings().stream()
                    .filter(row -> row.submission().unit().equals(code))
                    .map(this::render)
                    .toList();
            publish(
                    ofUnit("finding", bulletin, unit),
                    findings,
                    file -> ParquetDataset.writeFindings(file, findings, items));
        }
        publish(
                ofPeriod("attainment", bulletin).resolve(PART),
                bulletin.attainments(),
                file -> ParquetDataset.writeAttainments(file, bulletin.attainments(), catalogue.targets(), targets));
    }

    private Path ofPeriod(String table, Bulletin bulletin) {
        return folders.parquet().resolve(table).resolve("time_period=" + bulletin.period());
    }

    private Path ofUnit(String table, Bulletin bulletin, Unit unit) {
        return ofPeriod(table, bulletin).resolve("ref_area=" + unit.code()).resolve(PART);
    }

    /** Written beside its place and moved there if it differs; without rows there is no file. */
    private static void publish(Path target, List<?> rows, Consumer<Path> writer) throws IOException {
        if (rows.isEmpty()) {
            DurableFiles.delete(target);
            return;
        }
        DurableFiles.publish(target, writer);
    }

    private RenderedFinding render(SourcedFinding finding) {
        return new RenderedFinding(
                finding,
                chinese.expected(finding.finding()),
                chinese.message(finding.finding()),
                english.message(finding.finding()));
    }
}
