package huibao.spec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Files that are something else than the workbook they should be. */
final class FileMaker {

    private static final Charset GBK = Charset.forName("GBK");

    private FileMaker() {}

    /** The form made into what is said; "a GBK csv", "half a file". */
    static byte[] become(byte[] form, String what) throws IOException {
        return switch (what) {
            case "a PDF" -> "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII);
            case "a GBK csv" -> "指标名称,代码,本年累计\n技术交易额,T0204,3\n".getBytes(GBK);
            case "an HTML page" -> "<html><table><tr><td>3</td></tr></table></html>".getBytes(GBK);
            case "a zip of forms" -> zip(form);
            case "nothing" -> new byte[0];
            case "half a file" -> Arrays.copyOf(form, form.length / 2);
            case "encrypted" -> encryptedXlsx(form, "secret");
            case "encrypted with Excel's default" -> encryptedXlsx(form, "VelvetSweatshop");
            case "120000 numbers" -> numbers(120_000);
            default -> throw new IllegalArgumentException("nobody can make " + what);
        };
    }

    static byte[] encryptedXlsx(byte[] plain, String password) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (OPCPackage source = OPCPackage.open(new ByteArrayInputStream(plain));
                    OutputStream out = encryptor.getDataStream(container)) {
                source.save(out);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            return out.toByteArray();
        } catch (GeneralSecurityException | OpenXML4JException e) {
            throw new IOException(e);
        }
    }

    static byte[] encryptedXls(HSSFWorkbook workbook, String password) throws IOException {
        try {
            Biff8EncryptionKey.setCurrentUserPassword(password);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static byte[] zip(byte[] form) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("六月报表/鄞州区.xlsx"));
            out.write(form);
            out.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] numbers(int count) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
            Sheet sheet = workbook.createSheet("填报表");
            for (int i = 0; i < count / 10; i++) {
                Row row = sheet.createRow(i);
                for (int column = 0; column < 10; column++) {
                    row.createCell(column).setCellValue(column);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
