package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.column.SubmittedFinding;
import huibao.column.TargetAttainment;
import huibao.column.ToldFinding;
import huibao.dataset.DatasetMetadata;
import huibao.dataset.ParquetDataset;
import huibao.files.DurableFiles;
import huibao.message.Messages;
import huibao.model.Attainment;
import huibao.model.Bulletin;
import huibao.model.Finding;
import huibao.model.Item;
import huibao.model.Period;
import huibao.model.SourcedFinding;
import huibao.model.Target;
import huibao.model.UnitBulletin;
import huibao.pipeline.Progress.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Where Parquet files lie: observations and findings in one file per unit, so that a unit's files change
 * only with the unit; attainments in one file per period, since ranks and the city's rows depend on all.
 */
final class DatasetFiles implements Output {

    private static final List<String> TABLES = List.of("observation", "finding", "attainment");

    private static final String PART = "part.parquet";

    /** Where findings of files lie of which no unit is known; no unit's code can be such. */
    private static final String REJECTED = "unit=_rejected";

    private final Catalogue catalogue;
    private final JobFolders folders;
    private final Messages chinese = Messages.in(Locale.SIMPLIFIED_CHINESE);
    private final Messages english = Messages.in(Locale.ENGLISH);

    DatasetFiles(Catalogue catalogue, JobFolders folders) {
        this.catalogue = catalogue;
        this.folders = folders;
    }

    @Override
    public Step step() {
        return Step.DATASET;
    }

    @Override
    public List<Path> files(Period period) throws IOException {
        return found(period).stream().filter(Files::isRegularFile).toList();
    }

    @Override
    public List<Path> found(Period period) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String table : TABLES) {
            found.addAll(PublishedFolder.everythingIn(ofPeriod(table, period), Integer.MAX_VALUE));
        }
        return found;
    }

    @Override
    public void publish(Bulletin bulletin) {
        DatasetMetadata items = new DatasetMetadata(
                bulletin.catalogueHash(),
                catalogue.items().stream()
                        .collect(Collectors.toMap(item -> item.code().value(), Item::unitMeasure)));
        DatasetMetadata targets = new DatasetMetadata(
                bulletin.catalogueHash(),
                catalogue.targets().stream()
                        .collect(Collectors.toMap(target -> target.code().value(), Target::unitMeasure)));
        publish(
                ofPeriod("finding", bulletin.period()).resolve(REJECTED).resolve(PART),
                told(bulletin.rejectedFindings()),
                (file, rows) -> ParquetDataset.writeFindings(file, rows, items));
        Path attainments = ofPeriod("attainment", bulletin.period()).resolve(PART);
        try {
            if (bulletin.cityAttainments().isEmpty()) {
                DurableFiles.delete(attainments);
                bulletin.units().forEach(unit -> publish(bulletin, unit, items));
            } else {
                DurableFiles.publish(
                        attainments,
                        file -> ParquetDataset.writeAttainments(file, rows -> publish(bulletin, items, rows), targets));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Units are gone through once: their verdicts lie in one file, their rows and findings in files of each. */
    private void publish(Bulletin bulletin, DatasetMetadata items, Consumer<TargetAttainment> verdicts) {
        bulletin.cityAttainments().forEach(row -> verdicts.accept(published(row)));
        bulletin.units().forEach(unit -> {
            publish(bulletin, unit, items);
            unit.attainments().forEach(row -> verdicts.accept(published(row)));
        });
    }

    private TargetAttainment published(Attainment row) {
        return new TargetAttainment(row, catalogue.requireTarget(row.target()), Optional.empty());
    }

    private void publish(Bulletin bulletin, UnitBulletin unit, DatasetMetadata items) {
        publish(
                ofUnit("observation", bulletin, unit),
                unit.observations(),
                (file, rows) -> ParquetDataset.writeObservations(file, rows, items));
        publish(
                ofUnit("finding", bulletin, unit),
                told(unit.findings()),
                (file, rows) -> ParquetDataset.writeFindings(file, rows, items));
    }

    /** Findings are numbered within their submission. */
    private List<SubmittedFinding> told(List<SourcedFinding> findings) {
        Map<String, Integer> numbers = new HashMap<>();
        return findings.stream()
                .map(sourced -> new SubmittedFinding(
                        sourced.submission(),
                        told(numbers.merge(sourced.submission().submissionId(), 1, Integer::sum), sourced.finding())))
                .toList();
    }

    private ToldFinding told(int number, Finding finding) {
        return new ToldFinding(
                number,
                finding,
                chinese.expected(finding),
                english.expected(finding),
                chinese.message(finding),
                english.message(finding));
    }

    private Path ofPeriod(String table, Period period) {
        return folders.parquet().resolve(table).resolve("period=" + period);
    }

    private Path ofUnit(String table, Bulletin bulletin, UnitBulletin unit) {
        return ofPeriod(table, bulletin.period()).resolve("unit=" + unit.unit()).resolve(PART);
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
}
