package huibao.recovery;

import huibao.archive.Archive;
import huibao.archive.Discards;
import huibao.archive.Receipt;
import huibao.catalogue.Catalogue;
import huibao.files.FileFault;
import huibao.message.Trouble;
import huibao.model.SourceFile;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.pipeline.JobFolders;
import huibao.pipeline.Registries;
import huibao.pipeline.RunFailedException;
import huibao.pipeline.RunLock;
import huibao.store.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Old files of the archive that no published figure rests on: superseded, returned and rejected ones. Deleting them
 * is for an operator to ask for; bulletins they were part of cannot be made again afterwards.
 */
public final class ArchivePruning {

    private static final Set<SubmissionState> RESTED_ON_BY_NOTHING =
            Set.of(SubmissionState.SUPERSEDED, SubmissionState.RETURNED, SubmissionState.REJECTED);

    private final Catalogue catalogue;
    private final JobFolders folders;

    /** Looks at one job's archive; files other jobs judged are left alone. */
    public ArchivePruning(Catalogue catalogue, JobFolders folders) {
        this.catalogue = catalogue;
        this.folders = folders;
    }

    /**
     * Files all of whose arrivals are older and that nothing rests on, in order of arrival.
     *
     * @param now stated time
     * @param age how old the last arrival has to be
     */
    public List<SourceFile> outdated(Instant now, Duration age) {
        if (!Files.exists(folders.database()) || !Files.isDirectory(folders.archive())) {
            return List.of();
        }
        Archive archive = Archive.open(folders.archive());
        Set<String> recent = new LinkedHashSet<>();
        Set<SourceFile> old = new LinkedHashSet<>();
        try (Registry registry = Registries.open(catalogue, folders)) {
            Set<Long> decided = registry.decidedReceipts();
            for (Receipt receipt : archive.receipts()) {
                if (receipt.receivedAt().isBefore(now.minus(age)) && decided.contains(receipt.number())) {
                    old.add(receipt.file());
                } else {
                    recent.add(receipt.file().sha256());
                }
            }
            List<SourceFile> outdated = new ArrayList<>();
            Set<String> named = new LinkedHashSet<>();
            for (SourceFile file : old) {
                if (!recent.contains(file.sha256())
                        && !archive.isDiscarded(file)
                        && isRestedOnByNothing(registry.withHash(file.sha256()))
                        && named.add(file.sha256())) {
                    outdated.add(file);
                }
            }
            return List.copyOf(outdated);
        }
    }

    /**
     * Deletes files for good; their receipts stay, with a note that this was meant.
     *
     * @return whether it was done; false if a run holds the lock
     */
    public boolean discard(List<SourceFile> files, Instant now) {
        Optional<RunLock> lock = RunLock.tryTake(folders);
        if (lock.isEmpty()) {
            return false;
        }
        try {
            Archive archive = Archive.open(folders.archive());
            Discards discards = new Discards(folders.archive());
            for (SourceFile file : files) {
                discards.discard(archive.fileOf(file), file.sha256(), now);
            }
            return true;
        } catch (IOException e) {
            throw new RunFailedException(
                    Trouble.of("archive.not_deleted", "folder", folders.archive(), "reason", FileFault.of(e)), e);
        } finally {
            lock.get().close();
        }
    }

    private static boolean isRestedOnByNothing(List<SubmissionRecord> submissions) {
        return !submissions.isEmpty()
                && submissions.stream().map(SubmissionRecord::state).allMatch(RESTED_ON_BY_NOTHING::contains);
    }
}
