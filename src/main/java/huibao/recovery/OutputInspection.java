package huibao.recovery;

import huibao.archive.ArchiveException;
import huibao.archive.CatalogueArchive;
import huibao.bulletin.Bulletins;
import huibao.catalogue.Catalogue;
import huibao.catalogue.Retention;
import huibao.files.DurableFiles;
import huibao.files.Sha256;
import huibao.message.Messages;
import huibao.model.Bulletin;
import huibao.model.Period;
import huibao.pipeline.FailureReason;
import huibao.pipeline.JobFolders;
import huibao.pipeline.Manifest;
import huibao.pipeline.Outputs;
import huibao.recovery.Verification.Fault;
import huibao.recovery.Verification.Kind;
import huibao.store.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What is published for a period: every file of its manifest there and unchanged, no other beside them, and each
 * figure that of the registry, for which the dataset, the summary and the notices are made once more elsewhere and
 * compared byte for byte.
 */
final class OutputInspection {

    private final Catalogue catalogue;
    private final JobFolders folders;
    private final Registry registry;
    private final Messages messages;
    private final Consumer<Fault> faults;

    OutputInspection(
            Catalogue catalogue, JobFolders folders, Registry registry, Messages messages, Consumer<Fault> faults) {
        this.catalogue = catalogue;
        this.folders = folders;
        this.registry = registry;
        this.messages = messages;
        this.faults = faults;
    }

    void inspect(Period period) {
        Path manifest = folders.manifest(period);
        if (!Files.exists(manifest)) {
            if (registry.editions().latest(period).isPresent()) {
                add(Kind.MANIFEST_MISSING, manifest, "");
            }
            return;
        }
        try {
            Manifest.Contents contents = Manifest.read(manifest);
            Set<Path> sound = listed(contents);
            if (!catalogue.hash().equals(contents.catalogueHash())) {
                add(Kind.OTHER_JOB_FOLDER, manifest, contents.catalogueHash());
            }
            again(period, contents.statedTime(), contents.catalogueHash(), sound);
        } catch (IOException | RuntimeException e) {
            add(Kind.MANIFEST_UNREADABLE, manifest, FailureReason.in(messages, e));
        }
    }

    /** The manifest's files that are there as they were published. */
    private Set<Path> listed(Manifest.Contents contents) throws IOException {
        Set<Path> named = new TreeSet<>();
        Set<Path> sound = new TreeSet<>();
        for (Manifest.Listed one : contents.files()) {
            Path file = folders.output().resolve(one.path());
            named.add(file);
            if (!Files.exists(file)) {
                missing(file);
            } else if (!Files.isRegularFile(file) || !Sha256.of(file).equals(one.sha256())) {
                add(Kind.OUTPUT_CHANGED, file, "");
            } else {
                sound.add(file);
            }
        }
        others(contents.timePeriod(), named);
        return sound;
    }

    private void others(Period period, Set<Path> named) throws IOException {
        List<Path> found = new ArrayList<>(outputs().found(period));
        found.remove(folders.manifest(period));
        found.removeAll(named);
        found.stream().filter(path -> !isPassing(path)).forEach(path -> add(Kind.OUTPUT_EXTRA, path, ""));
    }

    /** What a killed run left half written, and what office programs keep while a file is open. */
    private static boolean isPassing(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") || name.startsWith("~$");
    }

    /** As they are looked at. */
    private Outputs outputs() {
        return Outputs.in(folders, catalogue, period -> List.of());
    }

    /** Makes the files once more from the registry, under the job folder they were made under. */
    private void again(Period period, Instant at, String catalogueHash, Set<Path> sound) throws IOException {
        Path elsewhere = Files.createTempDirectory("huibao-verify");
        try {
            Catalogue own = catalogueHash.equals(catalogue.hash())
                    ? catalogue
                    : new CatalogueArchive(folders.archive()).require(catalogueHash);
            JobFolders made =
                    new JobFolders(folders.job(), folders.inbox(), folders.archive(), elsewhere, folders.siblings());
            Bulletins bulletins = new Bulletins(own, registry, at);
            Bulletin bulletin = bulletins.published(period);
            registry.integrity()
                    .contradictions(bulletin)
                    .forEach(row -> add(Kind.DATABASE_CONTRADICTS, folders.database(), period + " " + row));
            compare(made, Outputs.in(made, own, bulletins::reminders).publishAgain(bulletin), period, sound);
        } catch (ArchiveException e) {
            add(Kind.JOB_FOLDER_LOST, catalogueHash, FailureReason.in(messages, e));
        } finally {
            DurableFiles.deleteTree(elsewhere);
        }
    }

    /** Notices that the job lets {@code retention} delete are not missed. */
    private void missing(Path file) {
        boolean deleted =
                catalogue.settings().retention().of(Retention.Kind.NOTICES).isPresent()
                        && file.startsWith(folders.output().resolve("notices"));
        if (!deleted) {
            add(Kind.OUTPUT_MISSING, file, "");
        }
    }

    private void compare(JobFolders made, List<Path> again, Period period, Set<Path> sound) throws IOException {
        Set<Path> expected = new TreeSet<>();
        for (Path file : again) {
            Path published = folders.output().resolve(made.output().relativize(file));
            expected.add(published);
            if (sound.contains(published) && Files.mismatch(file, published) >= 0) {
                add(Kind.OUTPUT_NOT_OF_DATABASE, published, "");
            } else if (!Files.exists(published)) {
                missing(published);
            }
        }
        List<Path> once = outputs().onlyOnce(period);
        sound.stream()
                .filter(file -> !expected.contains(file) && !once.contains(file))
                .forEach(file -> add(Kind.OUTPUT_NOT_OF_DATABASE, file, ""));
    }

    private void add(Kind kind, Path where, String found) {
        add(kind, where.toString(), found);
    }

    private void add(Kind kind, String where, String found) {
        faults.accept(new Fault(kind, where, found));
    }
}
