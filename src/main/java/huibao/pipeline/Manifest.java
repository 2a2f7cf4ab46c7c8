package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.files.DurableFiles;
import huibao.files.Sha256;
import huibao.json.Json;
import huibao.model.Bulletin;
import huibao.model.Period;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The list of what is published for a period, with hashes and counts; written when all of it is there. */
final class Manifest {

    private final Catalogue catalogue;
    private final JobFolders folders;

    Manifest(Catalogue catalogue, JobFolders folders) {
        this.catalogue = catalogue;
        this.folders = folders;
    }

    void publish(Bulletin bulletin) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("job", catalogue.settings().name());
        members.put("time_period", bulletin.period().toString());
        members.put("edition", bulletin.edition());
        members.put("stated_time", bulletin.at().toString());
        members.put("catalogue_hash", bulletin.catalogueHash());
        members.put("synthetic", bulletin.synthetic());
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put("observation", bulletin.observations().size());
        rows.put("attainment", bulletin.attainments().size());
        rows.put("finding", bulletin.findings().size());
        members.put("rows", rows);
        List<Object> files = new ArrayList<>();
        for (Path file : published(bulletin)) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("path", folders.output().relativize(file).toString().replace('\\', '/'));
            one.put("size", Files.size(file));
            one.put("sha256", Sha256.of(file));
            files.add(one);
        }
        members.put("files", files);
        DurableFiles.publish(
                folders.manifest(bulletin.period()), Json.write(members).getBytes(StandardCharsets.UTF_8));
    }

    /** The time of which a period's manifest tells; empty if there is none, or one that cannot be read. */
    static Optional<Instant> statedTime(JobFolders folders, Period period) throws IOException {
        try {
            Map<String, Object> members = Json.readObject(folders.manifest(period));
            return Optional.of(Instant.parse(Json.text(members, "stated_time")));
        } catch (NoSuchFileException | IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The files of a period's manifest whose bytes are others now; none if the manifest cannot be read. */
    static Set<Path> damaged(JobFolders folders, Period period) throws IOException {
        Set<Path> damaged = new TreeSet<>();
        try {
            Map<String, Object> members = Json.readObject(folders.manifest(period));
            if (members.get("files") instanceof List<?> files) {
                for (Object entry : files) {
                    if (entry instanceof Map<?, ?> one) {
                        Path file = folders.output().resolve(String.valueOf(one.get("path")));
                        if (Files.isRegularFile(file) && !Sha256.of(file).equals(one.get("sha256"))) {
                            damaged.add(file);
                        }
                    }
                }
            }
        } catch (NoSuchFileException | IllegalArgumentException e) {
            return Set.of();
        }
        return damaged;
    }

    private List<Path> published(Bulletin bulletin) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(folders.summary(bulletin.period()));
        files.addAll(PublishedFolder.ofReturns(folders, bulletin.period()).files());
        files.addAll(PublishedFolder.ofNotices(folders, bulletin.period()).files());
        for (String table : DatasetFiles.TABLES) {
            files.addAll(below(folders.parquet().resolve(table).resolve("time_period=" + bulletin.period())));
        }
        return files;
    }

    private static List<Path> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walked = Files.walk(folder)) {
            return walked.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
