package huibao.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What the library writes of a workbook, part by part. */
public final class PackageParts {

    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private PackageParts() {}

    /** The parts' contents by name: first the list of content types, then the others in the order of their names. */
    public static Map<String, byte[]> of(XSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        ZipArchiveOutputStream unpacked = new ZipArchiveOutputStream(saved);
        // It is read again at once; packing it would be work for nothing.
        unpacked.setLevel(Deflater.NO_COMPRESSION);
        workbook.write(unpacked);
        Map<String, byte[]> byName = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(saved.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byName.put(entry.getName(), in.readAllBytes());
            }
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        byte[] types = byName.remove(CONTENT_TYPES);
        if (types != null) {
            parts.put(CONTENT_TYPES, types);
        }
        parts.putAll(byName);
        return parts;
    }
}
