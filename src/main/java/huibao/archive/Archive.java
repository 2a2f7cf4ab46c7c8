package huibao.archive;

import huibao.files.DurableFiles;
import huibao.files.FileFault;
import huibao.json.Json;
import huibao.json.Members;
import huibao.message.Trouble;
import huibao.model.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Every file that ever reached the inbox, byte for byte, under {@code files/<2 digits>/<sha256>.<type>},
 * with a receipt for every arrival under {@code receipts/<number>.json}. Only ever added to, and read-only.
 */
public final class Archive {

    private static final Set<String> KNOWN_TYPES = Set.of("xlsx", "xlsm", "xls", "et", "ods", "csv", "zip");

    private static final String INCOMING = "incoming-";
    private static final String TEMPORARY = ".tmp";

    private static final Members MEMBERS = new Members().of(Receipt.class, """
            number file_name=file.name sha256=file.sha256 size=file.size received_at same_bytes_as=duplicate_of?
            arrival""");

    private final Path folder;
    private final List<Receipt> receipts = new ArrayList<>();
    private long known;

    private Archive(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens or begins an archive.
     *
     * @throws ArchiveException if it cannot be read, or a receipt is damaged
     */
    public static Archive open(Path folder) {
        Archive archive = new Archive(folder);
        try {
            for (Path needed : List.of(folder.resolve("files"), archive.receiptFolder())) {
                if (!Files.isDirectory(needed)) {
                    DurableFiles.createFolders(needed);
                }
            }
            List<Path> files = new ArrayList<>();
            try (Stream<Path> listed = Files.list(archive.receiptFolder())) {
                listed.filter(path -> path.getFileName().toString().endsWith(".json"))
                        .sorted()
                        .forEach(files::add);
            }
            for (Path file : files) {
                archive.receipts.add(readReceipt(file));
            }
        } catch (IOException e) {
            throw new ArchiveException(
                    Trouble.of("archive.not_opened", "folder", folder, "reason", FileFault.of(e)), e);
        }
        return archive;
    }

    /** Every receipt in order of arrival. */
    public List<Receipt> receipts() {
        return List.copyOf(receipts);
    }

    /** Gives no number up to this one to a new receipt: the registry knows it, even if the receipt was lost. */
    public void neverReuse(long number) {
        known = number;
    }

    /**
     * The receipt of that number.
     *
     * @throws ArchiveException if the archive lost it
     */
    public Receipt require(long number) {
        return find(number)
                .orElseThrow(() -> new ArchiveException(Trouble.of(
                        "archive.receipt_missing",
                        "receipt",
                        String.format(Locale.ROOT, "%08d.json", number),
                        "folder",
                        receiptFolder())));
    }

    /**
     * The archived bytes.
     *
     * @throws ArchiveException if the archive lost them, or they were discarded
     */
    public Path fileOf(SourceFile file) {
        return find(file.sha256())
                .orElseThrow(() -> new ArchiveException(new Trouble(
                        new Discards(folder).contains(file.sha256())
                                ? "archive.file_discarded"
                                : "archive.file_missing",
                        Map.of("folder", folder, "hash", file.sha256(), "name", file.name()))));
    }

    /** Whether the bytes were deleted on purpose, and have not been received again since. */
    public boolean isDiscarded(SourceFile file) {
        return find(file.sha256()).isEmpty() && new Discards(folder).contains(file.sha256());
    }

    /** Number of the newest receipt; 0 if nothing was ever received. */
    public long newest() {
        return receipts.isEmpty() ? 0 : receipts.get(receipts.size() - 1).number();
    }

    /** The archive as it stood after a receipt, for reading: what arrived later is not seen. */
    public Archive upTo(long receiptNumber) {
        Archive past = new Archive(folder);
        receipts.stream().filter(receipt -> receipt.number() <= receiptNumber).forEach(past.receipts::add);
        return past;
    }

    /**
     * Makes sure that the archived bytes are those received.
     *
     * @throws ArchiveException if they are missing, or other bytes
     */
    public void verify(SourceFile file) {
        copy(file, OutputStream.nullOutputStream());
    }

    /**
     * Writes the bytes received into a file.
     *
     * @throws ArchiveException if they are missing, other bytes, or cannot be written
     */
    public void copy(SourceFile file, Path to) {
        try (OutputStream out = Files.newOutputStream(to)) {
            copy(file, out);
        } catch (IOException e) {
            throw new ArchiveException(Trouble.of("file.not_written", "file", to, "reason", FileFault.of(e)), e);
        }
    }

    private void copy(SourceFile file, OutputStream to) {
        Path path = fileOf(file);
        try (InputStream content = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            content.transferTo(new DigestOutputStream(to, digest));
            String found = HexFormat.of().formatHex(digest.digest());
            if (!found.equals(file.sha256())) {
                throw new ArchiveException(
                        new Trouble("archive.file_changed", Map.of("file", path, "hash", found, "name", file.name())));
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new ArchiveException(Trouble.of("file.not_read", "file", path, "reason", FileFault.of(e)), e);
        }
    }

    /** The receipt of exactly this arrival, if it was given before a crash. */
    public Optional<Receipt> receiptOf(String arrival) {
        return receipts.stream()
                .filter(receipt -> receipt.arrival().equals(arrival))
                .findFirst();
    }

    /** Bytes the archive's disk has left. */
    public long room() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** The receipt of that number, if there is one. */
    public Optional<Receipt> find(long number) {
        return receipts.stream().filter(receipt -> receipt.number() == number).findFirst();
    }

    /** Copies a file's bytes to a temporary place in the archive, forced to disk, and says what they are. */
    public Staged stage(InputStream content, String name) throws IOException {
        Path temporary = folder.resolve(INCOMING + UUID.randomUUID() + TEMPORARY);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            DurableFiles.write(temporary, new DigestInputStream(content, digest));
            return new Staged(
                    temporary, new SourceFile(name, HexFormat.of().formatHex(digest.digest()), Files.size(temporary)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Keeps staged bytes for good and writes the receipt. */
    public Receipt keep(Staged staged, Instant at, String arrival) throws IOException {
        SourceFile file = staged.file();
        if (find(file.sha256()).isEmpty()) {
            Path target = folder.resolve("files")
                    .resolve(file.sha256().substring(0, 2))
                    .resolve(file.sha256() + "." + type(file.name()));
            DurableFiles.createFolders(Objects.requireNonNull(target.getParent()));
            // Before it has its name: killed in between, no file of the archive may be left writable.
            DurableFiles.protect(staged.temporary());
            DurableFiles.rename(staged.temporary(), target);
        } else {
            Files.delete(staged.temporary());
            assure(file);
        }
        long number = Math.max(newest(), known) + 1;
        OptionalLong duplicateOf = receipts.stream()
                .filter(receipt -> receipt.file().sha256().equals(file.sha256()))
                .mapToLong(Receipt::number)
                .findFirst();
        Receipt receipt = new Receipt(number, file, at, duplicateOf, arrival);
        writeReceipt(receipt);
        receipts.add(receipt);
        return receipt;
    }

    /**
     * Makes sure that an earlier arrival is safe although whoever took it may have been stopped half-way: only then
     * may the file leave the inbox.
     */
    public void assure(Receipt receipt) throws IOException {
        assure(receipt.file());
        DurableFiles.assure(receiptFolder().resolve(name(receipt)));
    }

    private void assure(SourceFile file) throws IOException {
        Path kept = fileOf(file);
        DurableFiles.assure(kept);
        // One that was restored may be another account's, which alone can make it read-only.
        boolean unused = kept.toFile().setReadOnly();
    }

    /** Makes the archive's folders for good, and removes what one that was stopped left half-written. */
    public void prepare() throws IOException {
        DurableFiles.createFolders(folder.resolve("files"));
        DurableFiles.createFolders(receiptFolder());
        clear(folder, INCOMING);
        clear(receiptFolder(), "");
    }

    private static void clear(Path from, String start) throws IOException {
        List<Path> halves;
        try (Stream<Path> listed = Files.list(from)) {
            halves = listed.filter(path -> isHalf(path.getFileName().toString(), start))
                    .toList();
        }
        for (Path half : halves) {
            DurableFiles.clear(half);
        }
    }

    private static boolean isHalf(String name, String start) {
        return name.startsWith(start) && name.endsWith(TEMPORARY);
    }

    private static String name(Receipt receipt) {
        return String.format(Locale.ROOT, "%08d.json", receipt.number());
    }

    /**
     * Bytes copied, not yet kept.
     *
     * @param temporary where they are
     * @param file what they are
     */
    public record Staged(Path temporary, SourceFile file) {}

    private Optional<Path> find(String sha256) {
        Path parent = folder.resolve("files").resolve(sha256.substring(0, 2));
        return Stream.concat(KNOWN_TYPES.stream().sorted(), Stream.of("bin"))
                .map(type -> parent.resolve(sha256 + "." + type))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static String type(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return KNOWN_TYPES.contains(ending) ? ending : "bin";
    }

    private Path receiptFolder() {
        return folder.resolve("receipts");
    }

    /** A receipt as its file tells of it. */
    private record Entry(
            long number,
            String fileName,
            String sha256,
            long size,
            Instant receivedAt,
            OptionalLong sameBytesAs,
            String arrival) {}

    private void writeReceipt(Receipt receipt) throws IOException {
        String name = name(receipt);
        Path temporary = receiptFolder().resolve(name + "." + UUID.randomUUID() + TEMPORARY);
        DurableFiles.write(temporary, new ByteArrayInputStream(Json.bytes(receipt, MEMBERS)));
        DurableFiles.protect(temporary);
        try {
            DurableFiles.place(temporary, receiptFolder().resolve(name));
        } catch (FileAlreadyExistsException givenByAnother) {
            DurableFiles.clear(temporary);
            throw new ArchiveException(
                    Trouble.of("archive.other_writer", "receipt", name, "folder", receiptFolder()), givenByAnother);
        }
    }

    private static Receipt readReceipt(Path file) throws IOException {
        try {
            Entry entry = Json.read(file, Entry.class);
            return new Receipt(
                    entry.number(),
                    new SourceFile(entry.fileName(), entry.sha256(), entry.size()),
                    entry.receivedAt(),
                    entry.sameBytesAs(),
                    entry.arrival());
        } catch (RuntimeException e) {
            throw new ArchiveException(Trouble.of("archive.receipt_damaged", "file", file, "reason", e), e);
        }
    }
}
