package huibao.submission;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends in {@link Limits.ExceededException} instead of going on for ever. */
final class BoundedStream extends FilterInputStream {

    private final long limit;
    private final Bound what;
    private long count;

    BoundedStream(InputStream in, long limit, Bound what) {
        super(in);
        this.limit = limit;
        this.what = what;
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

    private void counted(int n) throws IOException {
        count += n;
        if (count > limit) {
            throw new Limits.ExceededException(what, limit);
        }
    }
}
