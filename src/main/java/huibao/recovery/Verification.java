package huibao.recovery;

import huibao.archive.Archive;
import huibao.archive.ArchiveException;
import huibao.archive.CatalogueArchive;
import huibao.archive.Receipt;
import huibao.archive.ReminderArchive;
import huibao.archive.RunArchive;
import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.Period;
import huibao.model.Reminder;
import huibao.pipeline.BatchRepository;
import huibao.pipeline.FailureReason;
import huibao.pipeline.JobFolders;
import huibao.pipeline.LostRuns;
import huibao.pipeline.Registries;
import huibao.pipeline.RunFailedException;
import huibao.store.LoggedRun;
import huibao.store.Registry;
import huibao.store.RunRecord;
import huibao.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether everything kept is as it was written: the archive against its receipts, the registry against itself and
 * the archive, what is published against its manifests and against the registry. Reads, and changes nothing.
 */
public final class Verification {

    private final Catalogue catalogue;
    private final JobFolders folders;
    private final Messages messages;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * Verifies one job's folders.
     *
     * @param messages the language in which it is told what was found
     */
    public Verification(Catalogue catalogue, JobFolders folders, Messages messages) {
        this.catalogue = catalogue;
        this.folders = folders;
        this.messages = messages;
    }

    /** What can be wrong. */
    public enum Kind {
        ARCHIVE_UNREADABLE,
        ARCHIVE_FILE_MISSING,
        ARCHIVE_FILE_CHANGED,
        ARCHIVE_FILE_EXTRA,
        RECEIPT_MISSING,
        REMINDER_MISSING,
        REMINDER_NOT_OF_DATABASE,
        REMINDER_NOT_READ,
        JOB_FOLDER_LOST,
        RUN_LOG_LOST,
        NOT_JUDGED,
        DATABASE_UNUSABLE,
        DATABASE_DAMAGED,
        DATABASE_BEHIND,
        DATABASE_CONTRADICTS,
        SUBMISSION_WITHOUT_FILE,
        RUN_UNFINISHED,
        RESTART_TABLES_DAMAGED,
        MANIFEST_MISSING,
        MANIFEST_UNREADABLE,
        OUTPUT_MISSING,
        OUTPUT_CHANGED,
        OUTPUT_EXTRA,
        OUTPUT_NOT_OF_DATABASE,
        OTHER_JOB_FOLDER;

        /** Whether the next run mends it, or nothing is to be mended. */
        public boolean isHarmless() {
            return switch (this) {
                case NOT_JUDGED,
                        OTHER_JOB_FOLDER,
                        REMINDER_NOT_READ,
                        RUN_UNFINISHED,
                        RESTART_TABLES_DAMAGED,
                        RUN_LOG_LOST -> true;
                case ARCHIVE_UNREADABLE,
                        ARCHIVE_FILE_MISSING,
                        ARCHIVE_FILE_CHANGED,
                        ARCHIVE_FILE_EXTRA,
                        RECEIPT_MISSING,
                        REMINDER_MISSING,
                        REMINDER_NOT_OF_DATABASE,
                        JOB_FOLDER_LOST,
                        DATABASE_UNUSABLE,
                        DATABASE_DAMAGED,
                        DATABASE_BEHIND,
                        DATABASE_CONTRADICTS,
                        SUBMISSION_WITHOUT_FILE,
                        MANIFEST_MISSING,
                        MANIFEST_UNREADABLE,
                        OUTPUT_MISSING,
                        OUTPUT_CHANGED,
                        OUTPUT_EXTRA,
                        OUTPUT_NOT_OF_DATABASE -> false;
            };
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
        Optional<Set<String>> archived = new ArchiveInspection(folders, messages, faults::add).received();
        restartTables();
        try {
            if (Files.exists(folders.database())) {
                try (Registry registry = Registries.openToRead(catalogue, folders)) {
                    registry(registry, archived);
                }
            } else {
                behind(LostRuns.all(catalogue, folders));
            }
        } catch (StoreException e) {
            add(Kind.DATABASE_UNUSABLE, folders.database().toString(), said(e));
        } catch (RunFailedException | ArchiveException | IOException e) {
            add(Kind.ARCHIVE_UNREADABLE, folders.archive().toString(), said(e));
        }
        return faults.stream().distinct().toList();
    }

    /** What a registry that lacks runs contradicts is what it lacks: nothing more is said of it. */
    private void registry(Registry registry, Optional<Set<String>> archived) throws IOException {
        List<String> damages = registry.integrity().damages();
        damages.forEach(damage -> add(Kind.DATABASE_DAMAGED, folders.database().toString(), damage));
        if (!damages.isEmpty() || isBehind(registry)) {
            return;
        }
        archived.ifPresent(received -> submissions(registry, received));
        reminders(registry);
        runs(registry);
        for (Period period : catalogue.periods()) {
            new OutputInspection(catalogue, folders, registry, messages, faults::add).inspect(period);
        }
    }

    /** Of a log that cannot be read it is said, and the rest is looked at all the same. */
    private boolean isBehind(Registry registry) throws IOException {
        try {
            return behind(LostRuns.of(catalogue, folders, registry));
        } catch (ArchiveException e) {
            add(Kind.ARCHIVE_UNREADABLE, folders.archive().toString(), said(e));
            return false;
        }
    }

    private boolean behind(List<LoggedRun> lost) {
        if (!lost.isEmpty()) {
            add(
                    Kind.DATABASE_BEHIND,
                    folders.database().toString(),
                    lost.get(lost.size() - 1).run().runId());
        }
        return !lost.isEmpty();
    }

    /** @param received the hashes of all that was received */
    private void submissions(Registry registry, Set<String> received) {
        registry.forEachSubmission(submission -> {
            if (!received.contains(submission.file().sha256())) {
                add(
                        Kind.SUBMISSION_WITHOUT_FILE,
                        submission.submissionId(),
                        submission.file().sha256());
            }
        });
        if (!Files.isDirectory(folders.archive())) {
            return;
        }
        Set<Long> decided = registry.decidedReceipts();
        List<Receipt> receipts = Archive.open(folders.archive()).receipts();
        Set<Long> numbers = receipts.stream().map(Receipt::number).collect(Collectors.toSet());
        decided.stream()
                .filter(number -> !numbers.contains(number))
                .sorted()
                .forEach(number -> add(Kind.RECEIPT_MISSING, String.format(Locale.ROOT, "%08d.json", number), ""));
        receipts.stream()
                .filter(receipt -> !decided.contains(receipt.number()))
                .forEach(receipt -> add(Kind.NOT_JUDGED, ArchiveInspection.name(receipt), ""));
    }

    /** What lateness is graded by. */
    private void reminders(Registry registry) throws IOException {
        try {
            Map<Long, Reminder> archivedOnes = byNumber(new ReminderArchive(folders.archive()).upTo(Long.MAX_VALUE));
            Map<Long, Reminder> registered = byNumber(registry.reminderLog().reminders());
            long last = Math.max(last(archivedOnes), last(registered));
            for (long number = 1; number <= last; number++) {
                Reminder kept = archivedOnes.get(number);
                Reminder known = registered.get(number);
                if (kept == null) {
                    add(Kind.REMINDER_MISSING, ReminderArchive.name(number), known == null ? "" : said(known));
                } else if (known == null) {
                    add(Kind.REMINDER_NOT_READ, ReminderArchive.name(number), said(kept));
                } else if (!kept.equals(known)) {
                    add(Kind.REMINDER_NOT_OF_DATABASE, ReminderArchive.name(number), said(known));
                }
            }
        } catch (ArchiveException e) {
            add(Kind.ARCHIVE_UNREADABLE, folders.archive().toString(), said(e));
        }
    }

    private static Map<Long, Reminder> byNumber(List<Reminder> reminders) {
        return reminders.stream().collect(Collectors.toMap(Reminder::number, reminder -> reminder, (a, b) -> a));
    }

    private static long last(Map<Long, Reminder> byNumber) {
        return byNumber.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static String said(Reminder reminder) {
        return reminder.unit() + " " + reminder.period() + " " + reminder.at();
    }

    /** What rebuilding and earlier days depend on. */
    private void runs(Registry registry) throws IOException {
        CatalogueArchive catalogues = new CatalogueArchive(folders.archive());
        List<LoggedRun> runs = registry.runLog().runs();
        try {
            Set<String> kept = new RunArchive(folders.archive())
                    .runs().stream().map(logged -> logged.run().runId()).collect(Collectors.toSet());
            runs.stream()
                    .filter(logged -> logged.state() == RunRecord.State.COMPLETED)
                    .map(logged -> logged.run().runId())
                    .filter(run -> !kept.contains(run))
                    .forEach(run -> add(Kind.RUN_LOG_LOST, run, ""));
        } catch (ArchiveException e) {
            add(Kind.ARCHIVE_UNREADABLE, folders.archive().toString(), said(e));
        }
        runs.stream().map(logged -> logged.run().catalogueHash()).distinct().forEach(hash -> {
            try {
                catalogues.require(hash);
            } catch (ArchiveException e) {
                add(Kind.JOB_FOLDER_LOST, hash, said(e));
            }
        });
        runs.stream()
                .filter(logged -> logged.state() != RunRecord.State.COMPLETED)
                .forEach(logged -> add(Kind.RUN_UNFINISHED, logged.run().runId(), ""));
    }

    private void restartTables() {
        try {
            if (!BatchRepository.isSound(folders.batchDatabase())) {
                add(Kind.RESTART_TABLES_DAMAGED, folders.batchDatabase().toString(), "");
            }
        } catch (SQLException e) {
            add(
                    Kind.DATABASE_UNUSABLE,
                    folders.batchDatabase().toString(),
                    folders.batchDatabase() + ": " + e.getMessage());
        }
    }

    private String said(Exception failure) {
        return FailureReason.in(messages, failure);
    }

    private void add(Kind kind, String where, String found) {
        faults.add(new Fault(kind, where, found));
    }
}
