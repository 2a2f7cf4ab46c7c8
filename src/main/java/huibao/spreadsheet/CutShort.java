package huibao.spreadsheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Whether a workbook's file lacks its end, as one does whose copying has not come to it yet. By its container alone:
 * an .xlsx ends with the record that says where its directory stands, an .xls counts its sectors. Of anything that is
 * no workbook nobody can tell.
 */
public final class CutShort {

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
        FileKind kind = FileContent.of(file).kind();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return switch (kind) {
                case EMPTY -> true;
                case ZIP -> ZipEnd.of(channel).isEmpty();
                case OLE -> !hasAllSectors(channel);
                default -> false;
            };
        }
    }

    /** Whether directory and tables of sectors are there, and the last sector that they use begins within the file. */
    private static boolean hasAllSectors(FileChannel channel) throws IOException {
        ByteBuffer header = ZipEnd.read(channel, 0, OLE_HEADER_BYTES);
        if (header.limit() < OLE_HEADER_BYTES) {
            return false;
        }
        int shift = header.getShort(OLE_SHIFT_AT);
        int tables = header.getInt(OLE_TABLES_COUNT_AT);
        if (shift < 2 || shift > OLE_LARGEST_SHIFT || tables < 0 || tables > OLE_TABLES_IN_HEADER) {
            return true;
        }
        ByteBuffer directory = ZipEnd.read(channel, place(header.getInt(OLE_DIRECTORY_AT), shift), Integer.BYTES);
        if (directory.limit() < Integer.BYTES || directory.getInt(0) == 0) {
            return false;
        }
        int sector = 1 << shift;
        for (int table = tables - 1; table >= 0; table--) {
            ByteBuffer entries =
                    ZipEnd.read(channel, place(header.getInt(OLE_TABLES_AT + table * Integer.BYTES), shift), sector);
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
}
