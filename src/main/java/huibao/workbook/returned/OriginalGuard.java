package huibao.workbook.returned;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/** Keeps files out of memory that would fill it: a returned workbook is loaded whole. */
final class OriginalGuard {

    private static final long MOST_UNPACKED_BYTES = 32L << 20;
    /** XML becomes objects fifteen times its size; pictures stay as they are. */
    private static final long MOST_XML_BYTES = 8L << 20;

    private static final int MOST_PARTS = 2000;
    private static final List<String> PICTURES = List.of(".png", ".jpeg", ".jpg", ".gif", ".emf", ".wmf", ".bin");
    private static final int BUFFER = 1 << 16;

    static {
        // Bytes are counted here; the library's own guard takes a sheet of blank styled rows for a bomb.
        ZipSecureFile.setMinInflateRatio(0);
    }

    private OriginalGuard() {}

    /** Whether the bytes begin like a zip, as every .xlsx does. */
    static boolean isZip(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /** Whether it unpacks to a size a workbook of forms can have. */
    static boolean isHarmless(byte[] bytes) {
        byte[] buffer = new byte[BUFFER];
        long unpacked = 0;
        long xml = 0;
        int parts = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts++;
                long size = size(in, buffer, MOST_UNPACKED_BYTES - unpacked);
                unpacked += size;
                xml += isPicture(entry.getName()) ? 0 : size;
                if (unpacked > MOST_UNPACKED_BYTES || xml > MOST_XML_BYTES || parts > MOST_PARTS) {
                    return false;
                }
            }
            return parts > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isPicture(String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        return PICTURES.stream().anyMatch(lower::endsWith);
    }

    private static long size(InputStream part, byte[] buffer, long most) throws IOException {
        long size = 0;
        for (int read = part.read(buffer); read >= 0 && size <= most; read = part.read(buffer)) {
            size += read;
        }
        return size;
    }
}
