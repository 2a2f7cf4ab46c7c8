package huibao.spreadsheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends in {@link SheetLimits.ExceededException} instead of going on for ever or taking for ever. */
final class BoundedStream extends FilterInputStream {

    private final long limit;
    private final Bound what;
    private final Allowance allowance;
    private long count;

    BoundedStream(InputStream in, long limit, Bound what, Allowance allowance) {
        super(in);
        this.limit = limit;
        this.what = what;
        this.allowance = allowance;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        if (b >= 0) {
            counted(1);
        }
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        if (n > 0) {
            counted(n);
        }
        return n;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void counted(int n) {
        count += n;
        // Of a bomb people are told the ratio, not the bytes it came to.
        SheetLimits.require(
                count <= limit,
                what,
                what == Bound.PACKING_RATIO ? allowance.limits().packingRatio() : limit);
        allowance.unpacked(n);
        allowance.requireTime();
    }
}
