package huibao.pipeline;

import huibao.archive.ArchiveException;
import huibao.archive.Receipt;
import huibao.message.Trouble;
import huibao.model.Reading;
import huibao.model.Submission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Archived files nobody has judged, read in parallel and handed out in the order in which they are to be
 * judged: by period, unit in print order, receipt; first those that are no submission at all.
 */
public final class PendingWorkbooks implements ItemReader<PendingWorkbooks.Pending> {

    private final RunContext context;
    private final RunParameters run;
    private @Nullable Iterator<Pending> pending;

    public PendingWorkbooks(RunContext context, RunParameters run) {
        this.context = context;
        this.run = run;
    }

    /**
     * A file to judge.
     *
     * @param receipt its receipt
     * @param reading what came of reading it
     */
    public record Pending(Receipt receipt, Reading reading) {}

    @Override
    public synchronized @Nullable Pending read() {
        if (pending == null) {
            pending = readAll().iterator();
        }
        return pending.hasNext() ? pending.next() : null;
    }

    private List<Pending> readAll() {
        Set<Long> decided = context.registry().decidedReceipts();
        List<Receipt> open = context.archive().receipts().stream()
                .filter(receipt -> !decided.contains(receipt.number()))
                .toList();
        List<Optional<Reading>> readings = readAtOnce(open);
        List<Pending> read = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            Receipt receipt = open.get(i);
            read.add(new Pending(receipt, readings.get(i).orElseGet(() -> context.read(receipt))));
        }
        return read.stream().filter(this::isAskedFor).sorted(inJudgingOrder()).toList();
    }

    /** Readings in the order of the receipts; empty for a file that found no room in memory beside the others. */
    private List<Optional<Reading>> readAtOnce(List<Receipt> open) {
        List<Optional<Reading>> read = new ArrayList<>();
        ExecutorService readers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Optional<Reading>>> readings = open.stream()
                    .map(receipt -> readers.submit(() -> readIfThereIsRoom(receipt)))
                    .toList();
            for (Future<Optional<Reading>> reading : readings) {
                read.add(reading.get());
            }
            return read;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailedException(Trouble.of("archive.interrupted"), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ArchiveException damaged) {
                throw damaged;
            }
            throw new RunFailedException(Trouble.of("archive.workbook_not_read", "reason", FailureReason.of(e)), e);
        } finally {
            readers.shutdownNow();
        }
    }

    private Optional<Reading> readIfThereIsRoom(Receipt receipt) {
        try {
            return Optional.of(context.readAmongOthers(receipt));
        } catch (OutOfMemoryError full) {
            return Optional.empty();
        }
    }

    /** A run for some units leaves other units' files to the next full run. */
    private boolean isAskedFor(Pending file) {
        return run.districts().isEmpty()
                || file.reading()
                        .submission()
                        .map(submission -> run.districts().contains(submission.unit()))
                        .orElse(false);
    }

    private Comparator<Pending> inJudgingOrder() {
        return Comparator.<Pending, String>comparing(file -> file.reading()
                        .submission()
                        .map(s -> s.period().toString())
                        .orElse(""))
                .thenComparing(file -> file.reading()
                        .submission()
                        .map(Submission::unit)
                        .map(context::orderOf)
                        .orElse(0))
                .thenComparing(file -> file.receipt().number());
    }
}
