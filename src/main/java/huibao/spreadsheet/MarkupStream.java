package huibao.spreadsheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bounds what a parser takes in for one tag or text: it holds the whole of it before it gives any of it away. */
final class MarkupStream extends FilterInputStream {

    private long taken;

    MarkupStream(InputStream in) {
        super(in);
    }

    /** The parser begins with the next tag or text. */
    void restart() {
        taken = 0;
    }

    @Override
    public int read() throws IOException {
        throw new IOException("a parser reads blocks");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        taken += Math.max(0, n);
        SheetLimits.require(taken <= SheetLimits.MARKUP_BYTES, Bound.MARKUP, SheetLimits.MARKUP_BYTES);
        return n;
    }
}
