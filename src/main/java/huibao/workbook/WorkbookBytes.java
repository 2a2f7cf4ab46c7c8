package huibao.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Turns a workbook into bytes that depend on its content alone: no clock, no order of writing. */
public final class WorkbookBytes {

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
        try {
            return of(PackageParts.of(workbook));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a workbook to memory", e);
        }
    }

    /** The bytes of a workbook of these parts, in their order. */
    public static byte[] of(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CanonicalZip zip = new CanonicalZip(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.begin(part.getKey());
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }
}
