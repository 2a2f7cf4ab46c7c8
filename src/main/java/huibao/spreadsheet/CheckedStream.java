package huibao.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * A part's bytes, held against the checksum and the size that the package states for it: a digit changed on
 * the way is still good XML. A part that is left early is read to its end on closing.
 */
final class CheckedStream extends InputStream {

    private static final int BUFFER = 1 << 14;

    private final InputStream in;
    private final long statedCrc;
    private final long statedSize;
    private final CRC32 crc = new CRC32();
    private long size;
    private boolean ended;

    CheckedStream(InputStream in, ZipArchiveEntry stated) {
        this.in = in;
        this.statedCrc = stated.getCrc();
        this.statedSize = stated.getSize();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        int n = readOn(buffer, offset, length);
        if (n < 0) {
            ended = true;
            verify();
        } else {
            crc.update(buffer, offset, n);
            size += n;
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        try (in) {
            byte[] rest = new byte[BUFFER];
            while (!ended) {
                if (read(rest, 0, rest.length) < 0) {
                    break;
                }
            }
        }
    }

    /** What cannot be read on is not tried again on closing. */
    private int readOn(byte[] buffer, int offset, int length) throws IOException {
        boolean good = false;
        try {
            int n = in.read(buffer, offset, length);
            good = true;
            return n;
        } catch (IOException damaged) {
            throw Damage.PACKING.refusal();
        } finally {
            ended = ended || !good;
        }
    }

    private void verify() throws IOException {
        boolean isSize = statedSize == ZipArchiveEntry.SIZE_UNKNOWN || statedSize == size;
        boolean isSum = statedCrc == ZipArchiveEntry.CRC_UNKNOWN || statedCrc == crc.getValue();
        if (!isSize || !isSum) {
            throw Damage.CHECKSUM.refusal();
        }
    }
}
