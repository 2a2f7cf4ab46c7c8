package huibao.pipeline;

import huibao.files.DurableFiles;
import huibao.files.FileFault;
import huibao.message.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One run at a time on an output folder, and one writer at a time on an archive, whichever output it belongs to. The
 * system gives a lock back when its process dies.
 */
public final class RunLock implements AutoCloseable {

    private static final String NAME = "lock";
    private static final int HOLDER_BYTES = 500;

    private final List<FileChannel> held = new ArrayList<>();

    private RunLock() {}

    /** Takes the locks of a job's output and archive; empty if another process holds one of them. */
    public static Optional<RunLock> tryTake(JobFolders folders) {
        return tryTake(folders.output(), List.of(folders.working(), folders.archive()));
    }

    /** Takes the lock of a job's output alone, for what only reads the archive. */
    public static Optional<RunLock> tryTakeOutput(JobFolders folders) {
        return tryTake(folders.output(), List.of(folders.working()));
    }

    /** Who holds one of the locks, as it wrote itself; empty if nobody wrote. */
    public static String holder(JobFolders folders) {
        return Stream.of(folders.archive(), folders.working())
                .map(folder -> written(folder.resolve(NAME)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Optional<RunLock> tryTake(Path output, List<Path> places) {
        RunLock lock = new RunLock();
        for (Path folder : places) {
            if (!lock.takes(folder, output)) {
                lock.close();
                return Optional.empty();
            }
        }
        return Optional.of(lock);
    }

    private boolean takes(Path folder, Path output) {
        try {
            DurableFiles.createFolders(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> lock = lock(channel);
            if (lock.isEmpty()) {
                channel.close();
                return false;
            }
            held.add(channel);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(self(output).getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (IOException e) {
            close();
            throw new RunFailedException(Trouble.of("lock.refused", "folder", folder, "reason", FileFault.of(e)), e);
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    /** This process: host, number, since when, and whose output it writes. */
    private static String self(Path output) {
        ProcessHandle process = ProcessHandle.current();
        Optional<Instant> since = process.info().startInstant();
        return "pid " + process.pid()
                + host().map(host -> " @ " + host).orElse("")
                + since.map(at -> ", " + at.truncatedTo(ChronoUnit.SECONDS)).orElse("")
                + ", " + output.toAbsolutePath().normalize() + "\n";
    }

    private static Optional<String> host() {
        return Stream.of("HOSTNAME", "COMPUTERNAME")
                .map(System::getenv)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .or(() -> Optional.of(written(Path.of("/etc/hostname"))).filter(name -> !name.isEmpty()));
    }

    private static String written(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HOLDER_BYTES), StandardCharsets.UTF_8).strip();
        } catch (IOException nobodyWrote) {
            return "";
        }
    }

    @Override
    public void close() {
        try {
            for (FileChannel channel : held) {
                channel.close();
            }
        } catch (IOException e) {
            throw new RunFailedException(Trouble.of("lock.kept", "reason", FileFault.of(e)), e);
        }
    }
}
