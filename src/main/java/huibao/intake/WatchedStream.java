package huibao.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Remembers whether reading failed, to tell a source that cannot be read from a target that cannot be written. */
final class WatchedStream extends FilterInputStream {

    private boolean broken;

    WatchedStream(InputStream in) {
        super(in);
    }

    boolean isBroken() {
        return broken;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        boolean good = false;
        try {
            int n = in.read(buffer, offset, length);
            good = true;
            return n;
        } finally {
            broken |= !good;
        }
    }
}
