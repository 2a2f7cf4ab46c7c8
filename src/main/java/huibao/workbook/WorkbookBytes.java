package huibao.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Turns a workbook into bytes that depend on its content alone: no clock, no order of writing. */
public final class WorkbookBytes {

    /** Of the first day of 1980 Java would note the instant as well, and with it the machine's time zone. */
    private static final LocalDateTime ZIP_TIME = LocalDateTime.of(1980, 1, 2, 0, 0);

    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private WorkbookBytes() {}

    /** Neutral author and the stated time in the document properties of a workbook of ours. */
    public static void stamp(XSSFWorkbook workbook, Instant at) {
        CoreProperties properties = workbook.getProperties().getCoreProperties();
        properties.setCreator("Huibao");
        properties.setCreated(Optional.of(Date.from(at)));
        properties.setModified(Optional.of(Date.from(at)));
        properties.setLastModifiedByUser("Huibao");
    }

    /** The workbook's bytes: parts in a fixed order with a fixed time. */
    public static byte[] of(XSSFWorkbook workbook) {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        try {
            workbook.write(raw);
            return canonical(raw.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a workbook to memory", e);
        }
    }

    private static byte[] canonical(byte[] zip) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(zip.length);
        try (ZipOutputStream target = new ZipOutputStream(out)) {
            byte[] types = parts.remove(CONTENT_TYPES);
            if (types != null) {
                put(target, CONTENT_TYPES, types);
            }
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                put(target, part.getKey(), part.getValue());
            }
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream target, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ZIP_TIME);
        entry.setSize(content.length);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        target.putNextEntry(entry);
        target.write(content);
        target.closeEntry();
    }
}
