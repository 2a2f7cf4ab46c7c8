package huibao.workbook.stream;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that follow each other in a sheet. */
public final class Rows {

    private static final int BUFFERED = 1 << 15;

    private final RowSpool spool;
    private final List<Segment> segments = new ArrayList<>();
    private @Nullable XmlBytes pending;
    private int pendingRows;
    private int count;

    Rows(RowSpool spool) {
        this.spool = spool;
    }

    /**
     * Whole rows in the spool.
     *
     * @param start of their first byte
     * @param bytes how many bytes they have
     * @param rows how many rows there are
     */
    record Segment(long start, int bytes, int rows) {}

    /** Adds a finished row. */
    public void add(SheetRow row) {
        XmlBytes rendered = row.finish();
        XmlBytes buffer = pending;
        if (buffer == null) {
            buffer = new XmlBytes(BUFFERED);
            pending = buffer;
        }
        buffer.put(rendered.array(), 0, rendered.length());
        pendingRows++;
        count++;
        if (buffer.length() >= BUFFERED) {
            flush(buffer);
        }
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** Nothing follows for now: what is waiting takes no memory. */
    public void pause() {
        if (pending != null) {
            flush(pending);
            pending = null;
        }
    }

    List<Segment> segments() {
        pause();
        return segments;
    }

    private void flush(XmlBytes buffer) {
        if (pendingRows > 0) {
            segments.add(spool.append(buffer, pendingRows));
            buffer.clear();
            pendingRows = 0;
        }
    }
}
