package huibao.pipeline;

import huibao.archive.Receipt;
import huibao.files.FileFault;
import huibao.message.Trouble;
import huibao.model.Reading;
import huibao.model.Submission;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Archived files nobody has judged, read by all processors and handed out in the order in which they are to be
 * judged: by period, unit in print order, receipt; first those that are no submission at all. What a run that died
 * had judged is not read again.
 */
public final class PendingWorkbooks implements ItemStreamReader<PendingWorkbooks.Pending> {

    private final RunContext context;
    private final RunParameters run;
    private final Engine engine;
    private Optional<ReadingSpool> spool = Optional.empty();
    private Iterator<Waiting> waiting = List.<Waiting>of().iterator();

    public PendingWorkbooks(RunContext context, RunParameters run) {
        this(context, run, new LocalEngine());
    }

    PendingWorkbooks(RunContext context, RunParameters run, Engine engine) {
        this.context = context;
        this.run = run;
        this.engine = engine;
    }

    /**
     * A file to judge.
     *
     * @param receipt its receipt
     * @param reading what came of reading it
     */
    public record Pending(Receipt receipt, Reading reading) {}

    /** A file that was read and waits for its turn; what is no submission is of no period and comes first. */
    private record Waiting(String period, int unit, Receipt receipt, ReadingSpool.Place place) {

        static final Comparator<Waiting> IN_JUDGING_ORDER = Comparator.comparing(Waiting::period)
                .thenComparing(Waiting::unit)
                .thenComparing(one -> one.receipt().number());
    }

    /** Reads all of them and sets them aside. */
    @Override
    public void open(ExecutionContext unused) {
        try {
            ReadingSpool opened = ReadingSpool.open(context.folders().working());
            spool = Optional.of(opened);
            List<Waiting> read = new ArrayList<>();
            engine.read(undecided(), context, (receipt, reading) -> {
                if (isAskedFor(reading)) {
                    read.add(waiting(receipt, reading, put(opened, reading)));
                }
            });
            read.sort(Waiting.IN_JUDGING_ORDER);
            waiting = read.iterator();
        } catch (IOException e) {
            throw spoolFailed("file.not_written", e);
        }
    }

    @Override
    public @Nullable Pending read() {
        if (!waiting.hasNext()) {
            return null;
        }
        Waiting next = waiting.next();
        try {
            return new Pending(next.receipt(), spool.orElseThrow().get(next.place()));
        } catch (IOException e) {
            throw spoolFailed("file.not_read", e);
        }
    }

    @Override
    public void close() {
        if (spool.isPresent()) {
            try {
                spool.get().close();
            } catch (IOException e) {
                throw new ItemStreamException(e);
            }
        }
    }

    private List<Receipt> undecided() {
        Set<Long> decided = context.registry().decidedReceipts();
        return context.archive().receipts().stream()
                .filter(receipt -> !decided.contains(receipt.number()))
                .toList();
    }

    /** A run for some units leaves other units' files to the next full run. */
    private boolean isAskedFor(Reading reading) {
        return run.districts().isEmpty()
                || reading.submission()
                        .map(submission -> run.districts().contains(submission.unit()))
                        .orElse(false);
    }

    private Waiting waiting(Receipt receipt, Reading reading, ReadingSpool.Place place) {
        Optional<Submission> form = reading.submission();
        return new Waiting(
                form.map(submission -> submission.period().toString()).orElse(""),
                form.map(submission -> context.orderOf(submission.unit())).orElse(0),
                receipt,
                place);
    }

    private ReadingSpool.Place put(ReadingSpool into, Reading reading) {
        try {
            return into.put(reading);
        } catch (IOException e) {
            throw spoolFailed("file.not_written", e);
        }
    }

    private RunFailedException spoolFailed(String trouble, IOException e) {
        return new RunFailedException(
                Trouble.of(trouble, "file", ReadingSpool.in(context.folders().working()), "reason", FileFault.of(e)),
                e);
    }
}
