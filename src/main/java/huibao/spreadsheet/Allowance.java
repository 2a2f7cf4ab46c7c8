package huibao.spreadsheet;

import huibao.model.ReadingLimits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What one workbook may still cost: bytes, cells, characters, computing. Every loop over a file's content draws on it. */
public final class Allowance {

    /** Looking at the time costs more than a step. */
    private static final int STEPS_PER_LOOK = 1 << 8;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ReadingLimits limits;
    private final LongSupplier nanoTime;
    private final long start;
    private long unpacked;
    private long characters;
    private int cells;
    private int merges;
    private int steps;

    /**
     * @param nanoTime nanoseconds from any origin, usually {@link #computed}; time counts from now
     */
    public Allowance(ReadingLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /**
     * Nanoseconds that this thread has computed: waiting for a processor that others use does not count, so that what
     * is read does not depend on them.
     */
    public static long computed() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** Something that costs. */
    @FunctionalInterface
    public interface Work<T> {
        T done() throws IOException;
    }

    /** Does something whose cost is counted, also inside the library's loops. */
    public <T> T counting(Work<T> work) throws IOException {
        PoiLog.counts(this);
        try {
            return work.done();
        } finally {
            PoiLog.countsNothing();
        }
    }

    ReadingLimits limits() {
        return limits;
    }

    /** Bytes have been unpacked. */
    void unpacked(int bytes) {
        unpacked += bytes;
        SheetLimits.require(unpacked <= limits.unpackedBytes(), Bound.UNPACKED_BYTES, limits.unpackedBytes());
    }

    /** Text is kept. */
    void keep(String text) {
        characters += text.length();
        SheetLimits.require(characters <= limits.textCharacters(), Bound.TEXT_CHARACTERS, limits.textCharacters());
    }

    /** Another cell is to be kept; false if the workbook has had its share. */
    boolean takesCell() {
        if (cells == limits.workbookCells()) {
            return false;
        }
        cells++;
        return true;
    }

    /** Another merged region is to be kept. */
    void takesMerge() {
        merges++;
        SheetLimits.require(merges <= SheetLimits.MERGES, Bound.MERGES, SheetLimits.MERGES);
    }

    /** One of very many steps. */
    void step() {
        if (++steps % STEPS_PER_LOOK == 0) {
            requireTime();
        }
    }

    void requireTime() {
        long elapsed = nanoTime.getAsLong() - start;
        SheetLimits.require(elapsed < TimeUnit.SECONDS.toNanos(limits.seconds()), Bound.SECONDS, limits.seconds());
    }
}
