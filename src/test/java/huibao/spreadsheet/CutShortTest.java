package huibao.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutShortTest {

    private static final int SECTOR = 512;

    @TempDir
    Path folder;

    @Test
    void everyBeginningOfAFormIsCutShortAndTheWholeIsNot() throws IOException {
        byte[] whole = form();
        assertThat(isCutShort(whole)).isFalse();
        for (int length = 4; length < whole.length; length += 97) {
            assertThat(isCutShort(Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isTrue();
        }
        assertThat(isCutShort(Arrays.copyOf(whole, whole.length - 1))).isTrue();
    }

    /** As Windows makes room for a copy before it writes it. */
    @Test
    void soIsAFormOfItsSizeWhoseRestIsNotWrittenYet() throws IOException {
        byte[] whole = form();
        byte[] reserved = Arrays.copyOf(Arrays.copyOf(whole, whole.length / 2), whole.length);
        assertThat(isCutShort(reserved)).isTrue();
    }

    @Test
    void aWorkbookWithinOneDoesNotPassForTheEnd() throws IOException {
        byte[] inner = form();
        ByteArrayOutputStream outer = new ByteArrayOutputStream();
        int cut;
        try (ZipOutputStream zip = new ZipOutputStream(outer, StandardCharsets.UTF_8)) {
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry("xl/embeddings/inner.xlsx"));
            zip.write(inner);
            zip.closeEntry();
            zip.flush();
            cut = outer.size();
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.closeEntry();
            zip.setComment("with a comment behind the directory");
        }
        assertThat(isCutShort(outer.toByteArray())).isFalse();
        assertThat(isCutShort(Arrays.copyOf(outer.toByteArray(), cut))).isTrue();
    }

    @Test
    void anEndInTheLongFormIsAnEnd() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.setUseZip64(Zip64Mode.Always);
            zip.putArchiveEntry(new ZipArchiveEntry("xl/workbook.xml"));
            zip.write(new byte[] {1, 2, 3});
            zip.closeArchiveEntry();
        }
        assertThat(isCutShort(bytes.toByteArray())).isFalse();
        assertThat(isCutShort(Arrays.copyOf(bytes.toByteArray(), bytes.size() - 1)))
                .isTrue();
    }

    @Test
    void soIsAnOldWorkbookOfItsSizeWhoseDirectoryIsNotWrittenYet() throws IOException {
        byte[] whole = old();
        int directory =
                512 * (1 + ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getInt(48));
        assertThat(isCutShort(Arrays.copyOf(Arrays.copyOf(whole, directory), whole.length)))
                .isTrue();
    }

    @Test
    void anOldWorkbookIsWholeWithTheLastOfItsSectors() throws IOException {
        byte[] whole = old();
        assertThat(isCutShort(whole)).isFalse();
        for (int length = 8; length <= whole.length - 2 * SECTOR; length += 331) {
            assertThat(isCutShort(Arrays.copyOf(whole, length)))
                    .as("%d of %d bytes", length, whole.length)
                    .isTrue();
        }
    }

    @Test
    void nothingIsEmptyButOfOtherFilesNobodyCanTell() throws IOException {
        assertThat(isCutShort(new byte[0])).isTrue();
        assertThat(isCutShort("目标,数值\n".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(isCutShort(new byte[] {'P', 'K'})).isFalse();
    }

    private byte[] form() throws IOException {
        return new Bureau(JobFolder.SEASIDE, folder).form("SEA-N", "2024-Q1", Map.of());
    }

    private static byte[] old() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet();
            for (int row = 0; row < 400; row++) {
                sheet.createRow(row).createCell(0).setCellValue("第" + row + "行");
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private boolean isCutShort(byte[] bytes) throws IOException {
        return CutShort.test(Files.write(folder.resolve("file"), bytes));
    }
}
