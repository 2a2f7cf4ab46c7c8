package huibao.bench.jmh;

import huibao.column.TargetAttainment;
import huibao.attainment.AttainmentAssessor;
import huibao.bulletin.Bulletins;
import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueReader;
import huibao.dataset.DatasetMetadata;
import huibao.dataset.ParquetDataset;
import huibao.message.Messages;
import huibao.model.Attainment;
import huibao.model.Bulletin;
import huibao.model.ItemFigure;
import huibao.model.Period;
import huibao.model.SubmissionState;
import huibao.model.UnitReport;
import huibao.pipeline.JobFolders;
import huibao.pipeline.Registries;
import huibao.rollup.History;
import huibao.rollup.RollUp;
import huibao.store.Registry;
import huibao.workbook.summary.SummaryWorkbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What is made of all units' figures of one period, step by step, from a database a night left behind. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx1g", "-Dfile.encoding=UTF-8"})
public class OnePeriod {

    private static final String FILE = "written";

    /** The job folder. */
    @Param("")
    public String job = "";

    /** The job's folder of what is published: the one with huibao.db. */
    @Param("")
    public String output = "";

    /** The period. */
    @Param("2023-03")
    public String period = "";

    private Setting setting;

    private record Setting(
            Catalogue catalogue,
            Registry registry,
            Period period,
            List<UnitReport> reports,
            List<ItemFigure> figures,
            Bulletin bulletin,
            Path scratch) {}

    @Setup
    public void open() throws IOException {
        Path published = Path.of(output);
        Catalogue catalogue = CatalogueReader.read(Path.of(job));
        Registry registry =
                Registries.openToRead(catalogue, new JobFolders(Path.of(job), published, published, published));
        Period wanted = Period.find(period).orElseThrow();
        List<UnitReport> reports = reports(registry, wanted);
        setting = new Setting(
                catalogue,
                registry,
                wanted,
                reports,
                new RollUp(catalogue).fold(wanted, reports, History.none()),
                Bulletins.asPublished(catalogue, registry).published(wanted),
                Files.createTempDirectory("bench"));
    }

    @TearDown
    public void close() throws IOException {
        setting.registry().close();
        Files.deleteIfExists(setting.scratch().resolve(FILE));
        Files.delete(setting.scratch());
    }

    @Benchmark
    public List<ItemFigure> rollUp() {
        return new RollUp(setting.catalogue()).fold(setting.period(), setting.reports(), History.none());
    }

    @Benchmark
    public List<Attainment> attainments() {
        return new AttainmentAssessor(setting.catalogue()).assess(setting.period(), setting.figures());
    }

    /** Everything a bulletin is put together from is read from the database. */
    @Benchmark
    public Bulletin bulletin() {
        return Bulletins.asPublished(setting.catalogue(), setting.registry()).published(setting.period());
    }

    @Benchmark
    public Path summaryWorkbook() {
        Path file = setting.scratch().resolve(FILE);
        new SummaryWorkbook(
                        setting.catalogue(),
                        Messages.in(setting.catalogue().settings().language()))
                .write(setting.bulletin(), file);
        return file;
    }

    @Benchmark
    public Path attainmentFile() {
        Path file = setting.scratch().resolve(FILE);
        Bulletin bulletin = setting.bulletin();
        ParquetDataset.writeAttainments(
                file,
                rows -> {
                    bulletin.cityAttainments().forEach(row -> rows.accept(published(row)));
                    bulletin.units().forEach(unit -> unit.attainments().forEach(row -> rows.accept(published(row))));
                },
                new DatasetMetadata(bulletin.catalogueHash(), Map.of()));
        return file;
    }

    private TargetAttainment published(Attainment row) {
        return new TargetAttainment(row, setting.catalogue().requireTarget(row.target()), Optional.empty());
    }

    private static List<UnitReport> reports(Registry registry, Period period) {
        return registry.submissions(period).stream()
                .filter(record -> record.state() == SubmissionState.ACCEPTED)
                .map(registry::report)
                .toList();
    }
}
