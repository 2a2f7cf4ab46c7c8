package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.files.Sha256;
import huibao.intake.Archive;
import huibao.intake.IntakeException;
import huibao.intake.Receipt;
import huibao.json.Json;
import huibao.model.Period;
import huibao.model.SubmissionRecord;
import huibao.store.Registry;
import huibao.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether everything kept is as it was written: the archive against its receipts, the registry against
 * itself and the archive, what is published against its manifests. Reads, and changes nothing.
 */
public final class Verification {

    private final Catalogue catalogue;
    private final JobFolders folders;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> archived = new HashMap<>();

    /** Verifies one job's folders. */
    public Verification(Catalogue catalogue, JobFolders folders) {
        this.catalogue = catalogue;
        this.folders = folders;
    }

    /** What can be wrong. */
    public enum Kind {
        ARCHIVE_UNREADABLE,
        ARCHIVE_FILE_MISSING,
        ARCHIVE_FILE_CHANGED,
        RECEIPT_MISSING,
        NOT_JUDGED,
        DATABASE_UNUSABLE,
        DATABASE_DAMAGED,
        SUBMISSION_WITHOUT_FILE,
        MANIFEST_UNREADABLE,
        OUTPUT_MISSING,
        OUTPUT_CHANGED,
        OTHER_JOB_FOLDER;

        /** Whether the next run mends it, or nothing is to be mended. */
        public boolean isHarmless() {
            return this == NOT_JUDGED || this == OTHER_JOB_FOLDER;
        }
    }

    /**
     * Something that is wrong.
     *
     * @param kind what
     * @param where file, receipt or submission
     * @param found what was found there
     */
    public record Fault(Kind kind, String where, String found) {}

    /** Everything that is wrong, archive first; empty if all is well. */
    public List<Fault> verify() {
        archive();
        registry();
        for (Period period : catalogue.periods()) {
            if (Files.exists(folders.manifest(period))) {
                published(period);
            }
        }
        return List.copyOf(faults);
    }

    private void archive() {
        if (!Files.isDirectory(folders.archive())) {
            return;
        }
        try {
            Archive archive = Archive.open(folders.archive());
            long expected = 1;
            for (Receipt receipt : archive.receipts()) {
                for (; expected < receipt.number(); expected++) {
                    add(Kind.RECEIPT_MISSING, "%08d.json".formatted(expected), "");
                }
                expected = receipt.number() + 1;
                file(archive, receipt);
            }
        } catch (IntakeException e) {
            add(Kind.ARCHIVE_UNREADABLE, folders.archive().toString(), String.valueOf(e.getMessage()));
        }
    }

    private void file(Archive archive, Receipt receipt) {
        String expected = receipt.file().sha256();
        if (receipt.duplicateOf().isPresent() && archived.containsKey(expected)) {
            return;
        }
        try {
            String found = Sha256.of(archive.fileOf(receipt.file()));
            archived.put(expected, found);
            if (!found.equals(expected)) {
                add(Kind.ARCHIVE_FILE_CHANGED, receiptName(receipt), found);
            }
        } catch (IntakeException | IOException e) {
            add(Kind.ARCHIVE_FILE_MISSING, receiptName(receipt), String.valueOf(e.getMessage()));
        }
    }

    private void registry() {
        if (!Files.exists(folders.database())) {
            return;
        }
        try (Registry registry = Registries.open(catalogue, folders)) {
            registry.damages()
                    .forEach(damage ->
                            add(Kind.DATABASE_DAMAGED, folders.database().toString(), damage));
            for (SubmissionRecord submission : registry.all()) {
                if (!archived.containsKey(submission.file().sha256())) {
                    add(
                            Kind.SUBMISSION_WITHOUT_FILE,
                            submission.submissionId(),
                            submission.file().sha256());
                }
            }
            if (Files.isDirectory(folders.archive())) {
                Set<Long> decided = registry.decidedReceipts();
                Archive.open(folders.archive()).receipts().stream()
                        .filter(receipt -> !decided.contains(receipt.number()))
                        .forEach(receipt -> add(Kind.NOT_JUDGED, receiptName(receipt), ""));
            }
        } catch (StoreException e) {
            add(Kind.DATABASE_UNUSABLE, folders.database().toString(), String.valueOf(e.getMessage()));
        } catch (IntakeException e) {
            // Said of the archive already.
            return;
        }
    }

    private void published(Period period) {
        Path manifest = folders.manifest(period);
        try {
            Map<String, Object> members = Json.readObject(Files.readString(manifest, StandardCharsets.UTF_8));
            if (!catalogue.hash().equals(members.get("catalogue_hash"))) {
                add(Kind.OTHER_JOB_FOLDER, manifest.toString(), String.valueOf(members.get("catalogue_hash")));
            }
            if (!(members.get("files") instanceof List<?> files)) {
                throw new IllegalArgumentException("no files");
            }
            for (Object entry : files) {
                if (!(entry instanceof Map<?, ?> one)) {
                    throw new IllegalArgumentException("not a file: " + entry);
                }
                Path file = folders.output().resolve(String.valueOf(one.get("path")));
                if (!Files.isRegularFile(file)) {
                    add(Kind.OUTPUT_MISSING, file.toString(), "");
                } else if (!Sha256.of(file).equals(one.get("sha256"))) {
                    add(Kind.OUTPUT_CHANGED, file.toString(), "");
                }
            }
        } catch (IOException | RuntimeException e) {
            add(Kind.MANIFEST_UNREADABLE, manifest.toString(), String.valueOf(e.getMessage()));
        }
    }

    private void add(Kind kind, String where, String found) {
        faults.add(new Fault(kind, where, found));
    }

    private static String receiptName(Receipt receipt) {
        return "%08d.json (%s)".formatted(receipt.number(), receipt.file().name());
    }
}
