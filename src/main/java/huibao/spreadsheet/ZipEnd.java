package huibao.spreadsheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.OptionalLong;

/**
 * Where a package ends: behind the record that says where its directory stands. What stands behind that, of whatever
 * length, is no part of it, and a package within it has an end of its own that is not meant.
 */
final class ZipEnd {

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONG_END = 0x06064b50;
    private static final int SIGNATURE = 0x05054b50;
    private static final int DIRECTORY_SIZE_AT = 12;
    private static final int DIRECTORY_AT = 16;
    private static final int COMMENT_LENGTH_AT = 20;
    /** Stands for a number that has its place in the long form of the record. */
    private static final long IN_LONG_FORM = 0xffffffffL;

    private static final int WINDOW = 1 << 16;

    private ZipEnd() {}

    /** The place behind a package's last byte; empty if it lacks its end. Looked for from the file's end. */
    static OptionalLong of(FileChannel channel) throws IOException {
        long from = channel.size();
        while (from > 0) {
            from = Math.max(0, from - WINDOW);
            ByteBuffer window = read(channel, from, WINDOW + END_BYTES);
            for (int at = window.limit() - END_BYTES; at >= 0; at--) {
                if (window.get(at) == 'P' && window.getInt(at) == END && isOwn(channel, window, at, from + at)) {
                    long end = from + at + END_BYTES + Short.toUnsignedInt(window.getShort(at + COMMENT_LENGTH_AT));
                    if (end <= channel.size()) {
                        return OptionalLong.of(end);
                    }
                }
            }
        }
        return OptionalLong.empty();
    }

    /** Whether the directory that a record tells of stands before it. */
    private static boolean isOwn(FileChannel channel, ByteBuffer window, int at, long place) throws IOException {
        long directory = Integer.toUnsignedLong(window.getInt(at + DIRECTORY_AT));
        long size = Integer.toUnsignedLong(window.getInt(at + DIRECTORY_SIZE_AT));
        return directory == IN_LONG_FORM || isBefore(channel, directory + size, place);
    }

    /** Whether the end of a directory is followed by its last record, at once or after the records it may have more. */
    private static boolean isBefore(FileChannel channel, long end, long record) throws IOException {
        if (end >= record) {
            return end == record;
        }
        ByteBuffer next = read(channel, end, Integer.BYTES);
        return next.limit() == Integer.BYTES && (next.getInt(0) == LONG_END || next.getInt(0) == SIGNATURE);
    }

    /** So many bytes, or what there is of them. */
    static ByteBuffer read(FileChannel channel, long from, int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(most).order(ByteOrder.LITTLE_ENDIAN);
        long at = from;
        for (int count = 0; count >= 0 && bytes.hasRemaining(); at += count) {
            count = channel.read(bytes, at);
        }
        return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
    }
}
