package huibao.spreadsheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Counts the directory entries of a package before a library makes an object of each. What the package says of
 * their number and place is not believed: every entry begins with the same four bytes, wherever it stands.
 */
final class ZipCensus {

    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int NAME_LENGTH_AT = 28;
    private static final int WINDOW = 1 << 20;

    private ZipCensus() {}

    /** Goes through the file once. */
    static void check(Path file, Allowance allowance) throws IOException {
        int most = allowance.limits().entries();
        int entries = 0;
        long directory = 0;
        ByteBuffer window = ByteBuffer.allocate(WINDOW).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (channel.read(window) >= 0) {
                allowance.requireTime();
                int last = window.position() - ENTRY_BYTES;
                for (int at = 0; at <= last; at++) {
                    if (window.get(at) == 'P' && window.getInt(at) == ENTRY) {
                        entries++;
                        directory += ENTRY_BYTES + variable(window, at + NAME_LENGTH_AT);
                        SheetLimits.require(entries <= most, Bound.ENTRIES, most);
                        SheetLimits.require(directory <= SheetLimits.DIRECTORY_BYTES, Bound.ENTRIES, most);
                    }
                }
                window.flip().position(Math.max(0, last + 1));
                window.compact();
            }
        }
    }

    /** Lengths of the name, the extra field and the comment. */
    private static long variable(ByteBuffer window, int at) {
        return Short.toUnsignedLong(window.getShort(at))
                + Short.toUnsignedLong(window.getShort(at + 2))
                + Short.toUnsignedLong(window.getShort(at + 4));
    }
}
