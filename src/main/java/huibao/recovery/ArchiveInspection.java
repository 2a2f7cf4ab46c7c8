package huibao.recovery;

import huibao.archive.Archive;
import huibao.archive.ArchiveException;
import huibao.archive.Receipt;
import huibao.files.Sha256;
import huibao.message.Messages;
import huibao.pipeline.FailureReason;
import huibao.pipeline.JobFolders;
import huibao.recovery.Verification.Fault;
import huibao.recovery.Verification.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The archive against its receipts: every file there with the bytes received, every receipt, nothing else. */
final class ArchiveInspection {

    private final JobFolders folders;
    private final Messages messages;
    private final Consumer<Fault> faults;
    private final Set<String> hashes = new HashSet<>();

    ArchiveInspection(JobFolders folders, Messages messages, Consumer<Fault> faults) {
        this.folders = folders;
        this.messages = messages;
        this.faults = faults;
    }

    /** Looks at every file; the hashes of all that was received, empty if that cannot be told. */
    Optional<Set<String>> received() {
        if (Files.isDirectory(folders.archive())) {
            try {
                Archive archive = Archive.open(folders.archive());
                receipts(archive);
                others(archive);
            } catch (ArchiveException | IOException e) {
                add(Kind.ARCHIVE_UNREADABLE, folders.archive().toString(), FailureReason.in(messages, e));
                return Optional.empty();
            }
        }
        return Optional.of(hashes);
    }

    /** How a receipt is named to people. */
    static String name(Receipt receipt) {
        return String.format(
                Locale.ROOT, "%08d.json (%s)", receipt.number(), receipt.file().name());
    }

    private void receipts(Archive archive) {
        long expected = 1;
        for (Receipt receipt : archive.receipts()) {
            for (; expected < receipt.number(); expected++) {
                add(Kind.RECEIPT_MISSING, String.format(Locale.ROOT, "%08d.json", expected), "");
            }
            expected = receipt.number() + 1;
            file(archive, receipt);
        }
    }

    private void file(Archive archive, Receipt receipt) {
        String expected = receipt.file().sha256();
        if (hashes.contains(expected)) {
            return;
        }
        if (archive.isDiscarded(receipt.file())) {
            hashes.add(expected);
            return;
        }
        try {
            String found = Sha256.of(archive.fileOf(receipt.file()));
            hashes.add(expected);
            if (!found.equals(expected)) {
                add(Kind.ARCHIVE_FILE_CHANGED, name(receipt), found);
            }
        } catch (ArchiveException | IOException e) {
            add(Kind.ARCHIVE_FILE_MISSING, name(receipt), FailureReason.in(messages, e));
        }
    }

    /** Files no receipt names; half written ones excepted, which the next run writes again. */
    private void others(Archive archive) throws IOException {
        Set<String> received = archive.receipts().stream()
                .map(receipt -> receipt.file().sha256())
                .collect(Collectors.toSet());
        for (Path file : below(folders.archive().resolve("files"))) {
            String name = file.getFileName().toString();
            int dot = name.indexOf('.');
            if (dot < 0 || !received.contains(name.substring(0, dot))) {
                add(Kind.ARCHIVE_FILE_EXTRA, file.toString(), "");
            }
        }
        for (Path file : below(folders.archive().resolve("receipts"))) {
            if (!file.getFileName().toString().matches("[0-9]{8,}\\.json(\\..*\\.tmp)?")) {
                add(Kind.ARCHIVE_FILE_EXTRA, file.toString(), "");
            }
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walked = Files.walk(folder)) {
            return walked.filter(path -> !Files.isDirectory(path)).sorted().toList();
        }
    }

    private void add(Kind kind, String where, String found) {
        faults.accept(new Fault(kind, where, found));
    }
}
