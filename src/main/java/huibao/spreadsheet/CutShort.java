package huibao.spreadsheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Whether a workbook's file lacks its end, as one does whose copying has not come to it yet. By its container alone:
 * an .xlsx ends with the record that says where its directory stands, an .xls counts its sectors. Of anything that is
 * no workbook nobody can tell.
 */
public final class CutShort {

    private static final int ZIP_END = 0x06054b50;
    private static final int ZIP_END_BYTES = 22;
    private static final int ZIP_LONG_END = 0x06064b50;
    private static final int ZIP_SIGNATURE = 0x05054b50;
    private static final int ZIP_COMMENT_MOST = 0xffff;
    private static final int DIRECTORY_SIZE_AT = 12;
    private static final int DIRECTORY_AT = 16;
    private static final int COMMENT_LENGTH_AT = 20;
    /** Stands for a number that has its place in the long form of the record. */
    private static final long IN_LONG_FORM = 0xffffffffL;

    private static final int OLE_HEADER_BYTES = 512;
    private static final int OLE_SHIFT_AT = 30;
    private static final int OLE_TABLES_COUNT_AT = 44;
    private static final int OLE_DIRECTORY_AT = 48;
    private static final int OLE_TABLES_AT = 76;
    private static final int OLE_TABLES_IN_HEADER = 109;
    private static final int OLE_LARGEST_SHIFT = 12;
    private static final int FREE = -1;

    private CutShort() {}

    /** Whether it is empty, or a workbook's container without its end. */
    public static boolean test(Path file) throws IOException {
        FileKind kind = FileKind.of(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return switch (kind) {
                case EMPTY -> true;
                case ZIP -> !hasDirectoryEnd(channel);
                case OLE -> !hasAllSectors(channel);
                default -> false;
            };
        }
    }

    /** Looks for the record that its directory stands before: a workbook within holds one of its own. */
    private static boolean hasDirectoryEnd(FileChannel channel) throws IOException {
        int most = ZIP_END_BYTES + ZIP_COMMENT_MOST;
        long from = Math.max(0, channel.size() - most);
        ByteBuffer tail = read(channel, from, most);
        for (int at = tail.limit() - ZIP_END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == ZIP_END) {
                long directory = Integer.toUnsignedLong(tail.getInt(at + DIRECTORY_AT));
                long size = Integer.toUnsignedLong(tail.getInt(at + DIRECTORY_SIZE_AT));
                int comment = Short.toUnsignedInt(tail.getShort(at + COMMENT_LENGTH_AT));
                boolean isOwn = directory == IN_LONG_FORM || isBefore(channel, directory + size, from + at);
                if (isOwn && at + ZIP_END_BYTES + comment <= tail.limit()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the end of a directory is followed by its last record, at once or after the records it may have more. */
    private static boolean isBefore(FileChannel channel, long end, long record) throws IOException {
        if (end >= record) {
            return end == record;
        }
        ByteBuffer next = read(channel, end, Integer.BYTES);
        return next.limit() == Integer.BYTES && (next.getInt(0) == ZIP_LONG_END || next.getInt(0) == ZIP_SIGNATURE);
    }

    /** Whether directory and tables of sectors are there, and the last sector that they use begins within the file. */
    private static boolean hasAllSectors(FileChannel channel) throws IOException {
        ByteBuffer header = read(channel, 0, OLE_HEADER_BYTES);
        if (header.limit() < OLE_HEADER_BYTES) {
            return false;
        }
        int shift = header.getShort(OLE_SHIFT_AT);
        int tables = header.getInt(OLE_TABLES_COUNT_AT);
        if (shift < 2 || shift > OLE_LARGEST_SHIFT || tables < 0 || tables > OLE_TABLES_IN_HEADER) {
            return true;
        }
        ByteBuffer directory = read(channel, place(header.getInt(OLE_DIRECTORY_AT), shift), Integer.BYTES);
        if (directory.limit() < Integer.BYTES || directory.getInt(0) == 0) {
            return false;
        }
        int sector = 1 << shift;
        for (int table = tables - 1; table >= 0; table--) {
            ByteBuffer entries =
                    read(channel, place(header.getInt(OLE_TABLES_AT + table * Integer.BYTES), shift), sector);
            if (entries.limit() < sector) {
                return false;
            }
            for (int entry = sector / Integer.BYTES - 1; entry >= 0; entry--) {
                if (entries.getInt(entry * Integer.BYTES) != FREE) {
                    return place(table * (sector / Integer.BYTES) + entry, shift) < channel.size();
                }
            }
        }
        return true;
    }

    /** Where a sector begins; the header takes the place of one. */
    private static long place(int sector, int shift) {
        return (Integer.toUnsignedLong(sector) + 1) << shift;
    }

    /** So many bytes, or what there is of them. */
    private static ByteBuffer read(FileChannel channel, long from, int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(most).order(ByteOrder.LITTLE_ENDIAN);
        long at = from;
        for (int count = 0; count >= 0 && bytes.hasRemaining(); at += count) {
            count = channel.read(bytes, at);
        }
        return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
    }
}
