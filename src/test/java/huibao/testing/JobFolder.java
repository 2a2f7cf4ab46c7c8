package huibao.testing;

import huibao.catalogue.Catalogue;
import huibao.catalogue.CatalogueReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Job folders for tests: the Ningbo one, and a tiny one of another city. */
public final class JobFolder {

    /** The job the product ships. */
    public static final Path NINGBO = Path.of("jobs/ningbo-2023");

    /** Another city: quarterly, three units, other items, English. */
    public static final Path SEASIDE = Path.of("src/test/resources/jobs/seaside-2024");

    private JobFolder() {}

    public static Catalogue ningbo() {
        return CatalogueReader.read(NINGBO);
    }

    public static Catalogue seaside() {
        return CatalogueReader.read(SEASIDE);
    }

    /** A copy that a test may change. */
    public static Path copy(Path job, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(job)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    /** Replaces text in one file of a copy; the text must be there. */
    public static void edit(Path job, String file, String old, String replacement) throws IOException {
        Path path = job.resolve(file);
        String text = Files.readString(path, StandardCharsets.UTF_8);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(file + " does not contain " + old);
        }
        Files.writeString(path, text.replace(old, replacement), StandardCharsets.UTF_8);
    }
}
