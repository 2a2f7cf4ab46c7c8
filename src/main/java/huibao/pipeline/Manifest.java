package huibao.pipeline;

import huibao.archive.Sighting;
import huibao.catalogue.Catalogue;
import huibao.files.DurableFiles;
import huibao.files.Sha256;
import huibao.json.Json;
import huibao.model.Bulletin;
import huibao.model.Period;
import huibao.store.PublishedCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The list of what is published for a period, with hashes and counts; written when all of it is there. */
public final class Manifest {

    private final Catalogue catalogue;
    private final JobFolders folders;

    /**
     * What a manifest says.
     *
     * @param job the job's name
     * @param timePeriod the period
     * @param edition which edition of its bulletin
     * @param statedTime the stated time of the run that published it
     * @param catalogueHash the job folder it was made under
     * @param synthetic whether any figure in it is synthetic
     * @param rows how many rows there are of what
     * @param files what was published
     */
    public record Contents(
            String job,
            Period timePeriod,
            int edition,
            Instant statedTime,
            String catalogueHash,
            boolean synthetic,
            Rows rows,
            List<Listed> files) {}

    /** How many rows are published of each kind. */
    public record Rows(int observation, int attainment, int finding) {}

    /**
     * A published file.
     *
     * @param path below the job's output folder
     * @param size in bytes
     * @param sha256 of its bytes
     */
    public record Listed(String path, long size, String sha256) {}

    Manifest(Catalogue catalogue, JobFolders folders) {
        this.catalogue = catalogue;
        this.folders = folders;
    }

    /**
     * @param counted what the database holds of the period
     * @param published what was published
     */
    void publish(Bulletin bulletin, PublishedCounts.Rows counted, List<Path> published) throws IOException {
        Map<String, Listed> untouched = untouched(folders, bulletin.period());
        List<Listed> files = new ArrayList<>();
        for (Path file : published) {
            String path = folders.output().relativize(file).toString().replace('\\', '/');
            Listed known = untouched.get(path);
            files.add(known == null ? new Listed(path, Files.size(file), Sha256.of(file)) : known);
        }
        Contents contents = new Contents(
                catalogue.settings().name(),
                bulletin.period(),
                bulletin.edition(),
                bulletin.at(),
                bulletin.catalogueHash(),
                bulletin.synthetic(),
                new Rows(counted.observations(), counted.attainments(), counted.findings() + ofNoPeriod(bulletin)),
                files);
        DurableFiles.publish(folders.manifest(bulletin.period()), Json.bytes(contents));
    }

    /** Findings on files that name no period, which the database does not count under one. */
    private static int ofNoPeriod(Bulletin bulletin) {
        return Math.toIntExact(bulletin.rejectedFindings().stream()
                .filter(sourced -> sourced.submission().period().isEmpty())
                .count());
    }

    /**
     * Reads a manifest.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Contents read(Path manifest) throws IOException {
        return Json.read(manifest, Contents.class);
    }

    /** A period's manifest; empty if there is none, or one that cannot be read. */
    static Optional<Contents> find(JobFolders folders, Period period) throws IOException {
        try {
            return Optional.of(read(folders.manifest(period)));
        } catch (NoSuchFileException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The files in a folder whose bytes are others than a period's manifest lists; none if it cannot be read. */
    static Set<Path> damaged(JobFolders folders, Period period, Path folder) throws IOException {
        Set<Path> damaged = new TreeSet<>();
        for (Listed one : find(folders, period).map(Contents::files).orElse(List.of())) {
            Path file = folders.output().resolve(one.path());
            if (file.startsWith(folder)
                    && Files.isRegularFile(file)
                    && !Sha256.of(file).equals(one.sha256())) {
                damaged.add(file);
            }
        }
        return damaged;
    }

    /** The files of a period's manifest that nobody has touched since it was written, by their paths. */
    private static Map<String, Listed> untouched(JobFolders folders, Period period) throws IOException {
        Map<String, Listed> untouched = new HashMap<>();
        Optional<Sighting> manifest = Sighting.find(folders.manifest(period));
        for (Listed one : find(folders, period).map(Contents::files).orElse(List.of())) {
            if (manifest.isPresent() && isUntouched(folders, one, manifest.get())) {
                untouched.put(one.path(), one);
            }
        }
        return untouched;
    }

    private static boolean isUntouched(JobFolders folders, Listed one, Sighting manifest) throws IOException {
        return Sighting.find(folders.output().resolve(one.path()))
                .filter(now -> now.size() == one.size() && now.changed().compareTo(manifest.changed()) <= 0)
                .isPresent();
    }

    /**
     * Whether all that a period's manifest lists is there as it was published, as far as sizes and times tell: nothing
     * is read, and what changed without either is found by {@code verify}.
     */
    static boolean isIntact(JobFolders folders, Contents contents, Outputs outputs) throws IOException {
        Optional<Sighting> manifest = Sighting.find(folders.manifest(contents.timePeriod()));
        Set<Path> listed = new TreeSet<>();
        for (Listed one : contents.files()) {
            listed.add(folders.output().resolve(one.path()));
            if (manifest.isEmpty() || !isUntouched(folders, one, manifest.get())) {
                return false;
            }
        }
        return listed.containsAll(outputs.files(contents.timePeriod()));
    }
}
