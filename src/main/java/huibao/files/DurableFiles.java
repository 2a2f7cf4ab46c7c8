package huibao.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Durable writes: temporary file, forced to disk, renamed, folder forced to disk. What cannot be forced has not been
 * written, and is an exception that names the file. What is found as it should be is forced before it is relied on:
 * whoever put it there may have been stopped before.
 */
public final class DurableFiles {

    private static final String TEMPORARY = ".tmp";

    private DurableFiles() {}

    /** Copies a stream into a file and forces it to disk. */
    public static void write(Path target, InputStream content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                target, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            content.transferTo(out);
            channel.force(true);
        } catch (IOException e) {
            throw named(target, e);
        }
    }

    /**
     * Gives a complete file its final name, replacing what bore it, and forces the folder to disk. What the system
     * refuses concerns the final name, and is said of that.
     */
    public static void rename(Path from, Path to) throws IOException {
        try {
            move(from, to);
        } catch (FileSystemException e) {
            throw ofTarget(from, to, e);
        }
    }

    /**
     * Gives a complete file its final name unless another bears it, and forces the folder to disk. Where the file
     * system has no second names for a file, somebody else may still take the name in the same moment.
     *
     * @throws FileAlreadyExistsException if the name is taken
     */
    public static void place(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | FileSystemException noSecondNames) {
            if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(to.toString());
            }
            rename(from, to);
            return;
        }
        forceFolder(Objects.requireNonNull(to.toAbsolutePath().getParent()));
        // Back after a power cut, the first name is one of a file half-written.
        clear(from);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(Objects.requireNonNull(to.toAbsolutePath().getParent()));
    }

    /**
     * Puts these bytes under this name unless they are there already: an unchanged file keeps its
     * modification time, and is only forced to disk. Folders are made as needed. A failure leaves nothing half written.
     */
    public static void publish(Path target, byte[] content) throws IOException {
        if (Files.isRegularFile(target)
                && Files.size(target) == content.length
                && Arrays.equals(Files.readAllBytes(target), content)) {
            assure(target);
            return;
        }
        Path temporary = temporary(target);
        try {
            write(temporary, new ByteArrayInputStream(content));
            rename(temporary, target);
        } catch (IOException e) {
            discard(temporary, e);
            throw e;
        }
    }

    /**
     * Like {@link #publish(Path, byte[])} for what is kept: the file is read-only before it has its name. One that is
     * there already with these bytes stays as it is.
     */
    public static void keep(Path target, byte[] content) throws IOException {
        if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), content)) {
            assure(target);
            return;
        }
        Path temporary = temporary(target);
        try {
            // One that was killed may have left it, and for reading only.
            clear(temporary);
            write(temporary, new ByteArrayInputStream(content));
            protect(temporary);
            release(target);
            rename(temporary, target);
        } catch (IOException e) {
            discard(temporary, e);
            throw e;
        }
    }

    /** Makes a file read-only that is not; nothing depends on it, a copy of it may be writable. */
    public static void protect(Path file) throws IOException {
        if (Files.isWritable(file) && !file.toFile().setReadOnly()) {
            throw new IOException("cannot make " + file + " read-only");
        }
    }

    /**
     * Like {@link #publish(Path, byte[])} for a file another library writes.
     *
     * @param writer writes it under the name it is given
     */
    public static void publish(Path target, Consumer<Path> writer) throws IOException {
        Path temporary = temporary(target);
        try {
            writer.accept(temporary);
            if (Files.isRegularFile(target) && Files.mismatch(temporary, target) == -1) {
                Files.delete(temporary);
                assure(target);
                return;
            }
            force(temporary);
            rename(temporary, target);
        } catch (IOException | RuntimeException e) {
            discard(temporary, e);
            throw e;
        }
    }

    /** The name a file is written under before it is complete; its folder is made as needed. */
    public static Path temporary(Path target) throws IOException {
        Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
        createFolders(folder);
        return folder.resolve("." + target.getFileName() + TEMPORARY);
    }

    /** Forces to disk what a file holds and that it is there. */
    public static void assure(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        createFolders(folder);
        force(file);
        forceFolder(folder);
    }

    /**
     * Makes a folder and those above it, each forced to disk before the next is made in it: the only one that may not
     * be, after a crash, is the last one there, and it is forced once more.
     */
    public static void createFolders(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        Path parent = absolute.getParent();
        if (parent == null) {
            return;
        }
        if (!Files.isDirectory(absolute)) {
            createFolders(parent);
            Files.createDirectories(absolute);
        }
        // Where nobody may write, we made nothing.
        if (Files.isWritable(parent) && Files.isReadable(parent)) {
            forceFolder(parent);
        }
    }

    /**
     * A new empty folder to work in that can later be renamed to something people read: made as the process makes every
     * folder, not for its own account alone as {@link Files#createTempDirectory} does.
     */
    public static Path createWorkingFolder(Path parent, String prefix) throws IOException {
        while (true) {
            try {
                return Files.createDirectory(parent.resolve(prefix + UUID.randomUUID()));
            } catch (FileAlreadyExistsException taken) {
                // Somebody else has this name: another is tried.
            }
        }
    }

    /** Deletes a half-written file, if it is there: after a power cut it may be there once more. */
    public static void clear(Path temporary) throws IOException {
        release(temporary);
        Files.deleteIfExists(temporary);
    }

    /** Deletes a file, if it is there, also a read-only one, and forces its folder to disk. */
    public static void delete(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        release(file);
        Files.deleteIfExists(file);
        if (Files.isDirectory(folder)) {
            forceFolder(folder);
        }
    }

    /** Deletes a folder with everything in it, if it is there. */
    public static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walked = Files.walk(folder)) {
            paths = walked.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            release(path);
            Files.delete(path);
        }
    }

    /** Forces a folder's entries to disk where the system can; Windows cannot and needs not. */
    public static void forceFolder(Path folder) throws IOException {
        if (isWindows()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw named(folder, e);
        }
    }

    /** Windows neither deletes nor replaces what is read-only; elsewhere the folder's permissions decide. */
    private static void release(Path file) throws IOException {
        if (isWindows()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && !file.toFile().setWritable(true)) {
            throw new IOException("cannot make " + file + " writable");
        }
    }

    private static void force(Path file) throws IOException {
        if (isWindows() && !Files.isWritable(file)) {
            // Windows opens it for reading only; it was forced before it became read-only.
            return;
        }
        // Only Windows forces nothing that is not open for writing; elsewhere the file may be for reading only.
        StandardOpenOption mode = isWindows() ? StandardOpenOption.WRITE : StandardOpenOption.READ;
        try (FileChannel channel = FileChannel.open(file, mode)) {
            channel.force(true);
        } catch (IOException e) {
            throw named(file, e);
        }
    }

    /** Half a file is of no use to anyone, and takes room from whoever has none left. */
    private static void discard(Path temporary, Exception failure) {
        try {
            clear(temporary);
        } catch (IOException stays) {
            failure.addSuppressed(stays);
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }

    /** The system names the file that was moved first, and it is not the one that is in the way. */
    private static FileSystemException ofTarget(Path from, Path to, FileSystemException failure) {
        boolean isOfSource = failure instanceof NoSuchFileException && !Files.exists(from, LinkOption.NOFOLLOW_LINKS);
        if (failure.getOtherFile() == null || isOfSource) {
            return failure;
        }
        String file = to.toString();
        String reason = failure.getReason();
        FileSystemException named;
        if (failure instanceof AccessDeniedException) {
            named = new AccessDeniedException(file, from.toString(), reason);
        } else if (failure instanceof NoSuchFileException) {
            named = new NoSuchFileException(file, from.toString(), reason);
        } else if (failure instanceof FileAlreadyExistsException) {
            named = new FileAlreadyExistsException(file, from.toString(), reason);
        } else {
            named = new FileSystemException(file, from.toString(), reason);
        }
        named.initCause(failure);
        return named;
    }

    /** The system names the file it could not open, but not the one it could not write or force. */
    private static IOException named(Path file, IOException failure) {
        if (failure instanceof FileSystemException) {
            return failure;
        }
        FileSystemException named = new FileSystemException(file.toString(), null, failure.getMessage());
        named.initCause(failure);
        return named;
    }
}
