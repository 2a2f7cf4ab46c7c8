package huibao.spec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
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
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

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
            case "an XML spreadsheet" ->
                ("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"
                                + "<Worksheet><Table><Row><Cell><Data>3</Data></Cell></Row></Table></Worksheet></Workbook>")
                        .getBytes(StandardCharsets.UTF_8);
            case "an et file" -> container("ETExtData");
            case "an xls" -> xls(form);
            case "a zip of forms" -> zip(form);
            case "a rar" -> HexFormat.of().parseHex("526172211a0701003392b5e50a01050600050101808000");
            case "nothing" -> new byte[0];
            case "half a file" -> Arrays.copyOf(form, form.length / 2);
            case "encrypted" -> encryptedXlsx(form, "secret");
            case "an encrypted xls" -> encryptedXls(asXls(form), "secret");
            case "encrypted with Excel's default" -> encryptedXlsx(form, "VelvetSweatshop");
            case "120000 numbers" -> numbers(120_000);
            default ->
                OddFile.become(form, what)
                        .or(() -> ForeignFile.of(what))
                        .orElseThrow(() -> new IllegalArgumentException("nobody can make " + what));
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

    /** The form's cells in an .xls workbook: values, formats and names; formulas as their values. */
    static HSSFWorkbook asXls(byte[] form) throws IOException {
        HSSFWorkbook workbook = new HSSFWorkbook();
        try (Workbook source = new XSSFWorkbook(new ByteArrayInputStream(form))) {
            for (Sheet sheet : source) {
                Sheet to = workbook.createSheet(sheet.getSheetName());
                for (Row row : sheet) {
                    Row copy = to.createRow(row.getRowNum());
                    row.forEach(cell -> copy(cell, copy.createCell(cell.getColumnIndex())));
                }
            }
        }
        return workbook;
    }

    static void copy(Cell from, Cell to) {
        switch (from.getCellType()) {
            case NUMERIC -> {
                to.setCellValue(from.getNumericCellValue());
                if (DateUtil.isCellDateFormatted(from)) {
                    CellStyle date = to.getSheet().getWorkbook().createCellStyle();
                    date.setDataFormat((short) 14);
                    to.setCellStyle(date);
                }
            }
            case STRING -> to.setCellValue(from.getStringCellValue());
            default -> to.setBlank();
        }
    }

    private static byte[] xls(byte[] form) throws IOException {
        try (HSSFWorkbook workbook = asXls(form)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    /** An OLE container that holds no workbook but a stream of this name. */
    private static byte[] container(String stream) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(new byte[4096]), stream);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            return out.toByteArray();
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
