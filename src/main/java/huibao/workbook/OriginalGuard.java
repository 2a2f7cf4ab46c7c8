package huibao.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Keeps files out of memory that would fill it: a returned workbook is loaded whole. */
final class OriginalGuard {

    private static final long MOST_UNPACKED_BYTES = 64L << 20;
    private static final int MOST_PARTS = 2000;
    private static final int BUFFER = 1 << 16;

    private OriginalGuard() {}

    /** Whether the bytes begin like a zip, as every .xlsx does. */
    static boolean isZip(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /** Whether it unpacks to a size a workbook of forms can have. */
    static boolean isHarmless(byte[] bytes) {
        byte[] buffer = new byte[BUFFER];
        long unpacked = 0;
        int parts = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts++;
                unpacked += size(in, buffer, MOST_UNPACKED_BYTES - unpacked);
                if (unpacked > MOST_UNPACKED_BYTES || parts > MOST_PARTS) {
                    return false;
                }
            }
            return parts > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static long size(InputStream part, byte[] buffer, long most) throws IOException {
        long size = 0;
        for (int read = part.read(buffer); read >= 0 && size <= most; read = part.read(buffer)) {
            size += read;
        }
        return size;
    }
}
