package huibao.bench.jmh;

import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueReader;
import huibao.model.Decision;
import huibao.pipeline.FileCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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
import org.openjdk.jmh.annotations.Warmup;

/** One unit's filled form, read and decided on, beside merely inflating its sheets. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx1g", "-Dfile.encoding=UTF-8"})
public class OneForm {

    /** The job folder. */
    @Param("")
    public String job = "";

    /** The form. */
    @Param("")
    public String form = "";

    private final byte[] buffer = new byte[65_536];
    private Path file = Path.of("");
    private Optional<FileCheck> check = Optional.empty();

    @Setup
    public void open() {
        Catalogue catalogue = CatalogueReader.read(Path.of(job));
        file = Path.of(form);
        check = Optional.of(new FileCheck(catalogue, Optional.empty(), Optional.empty()));
    }

    @Benchmark
    public long inflate() throws IOException {
        long size = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().startsWith("xl/worksheets/")) {
                    size += drain(zip.getInputStream(entry));
                }
            }
        }
        return size;
    }

    @Benchmark
    public Decision readAndDecide() throws IOException {
        Decision decision = check.orElseThrow().check(file).decision();
        if (!decision.findings().isEmpty()) {
            throw new IllegalStateException(form + " has findings: " + decision.findings());
        }
        return decision;
    }

    private long drain(InputStream sheet) throws IOException {
        try (sheet) {
            long size = 0;
            for (int read = sheet.read(buffer); read >= 0; read = sheet.read(buffer)) {
                size += read;
            }
            return size;
        }
    }
}
