package huibao.pipeline;

import huibao.archive.ArchiveException;
import huibao.archive.Receipt;
import huibao.message.Trouble;
import huibao.model.Reading;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * All processors of this machine. A few files a thread are read ahead and no more, so that what lies in memory does
 * not grow with the number of files; one for which there is no room or time beside the others is read after them.
 */
final class LocalEngine implements Engine {

    private static final int AHEAD_PER_THREAD = 4;

    private final int threads;

    LocalEngine() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /** @param threads how many files are read at once */
    LocalEngine(int threads) {
        this.threads = threads;
    }

    /** A file that is being read; the reading is empty if it found no room. */
    private record Begun(Receipt file, Future<Optional<Reading>> reading) {}

    @Override
    public void read(List<Receipt> files, WorkbookReader reader, Taker taker) {
        List<Receipt> withoutRoom = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Deque<Begun> begun = new ArrayDeque<>();
            for (Receipt file : files) {
                if (begun.size() == threads * AHEAD_PER_THREAD) {
                    take(begun.remove(), taker, withoutRoom);
                }
                begun.add(new Begun(file, pool.submit(() -> ifThereIsRoom(file, reader))));
            }
            while (!begun.isEmpty()) {
                take(begun.remove(), taker, withoutRoom);
            }
        } finally {
            pool.shutdownNow();
        }
        withoutRoom.forEach(file -> taker.take(file, reader.alone(file)));
    }

    private static Optional<Reading> ifThereIsRoom(Receipt file, WorkbookReader reader) {
        try {
            return reader.amongOthers(file);
        } catch (OutOfMemoryError full) {
            return Optional.empty();
        }
    }

    private static void take(Begun begun, Taker taker, List<Receipt> withoutRoom) {
        try {
            Optional<Reading> reading = begun.reading().get();
            if (reading.isPresent()) {
                taker.take(begun.file(), reading.get());
            } else {
                withoutRoom.add(begun.file());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailedException(Trouble.of("archive.interrupted"), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ArchiveException damaged) {
                throw damaged;
            }
            throw new RunFailedException(Trouble.of("archive.workbook_not_read", "reason", FailureReason.of(e)), e);
        }
    }
}
