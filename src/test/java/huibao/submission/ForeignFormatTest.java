package huibao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.message.Messages;
import huibao.model.Finding;
import huibao.testing.LibreOffice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that is no workbook is called what it is, by its content, and its sender is told what to do with it. */
class ForeignFormatTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String COMMAS = "指标名称,代码,本年累计\r\n技术交易额,T02,45.5\r\n引进大学生,T03,1.2\r\n";
    private static final String TABS = COMMAS.replace(',', '\t');

    @TempDir
    Path folder;

    static Stream<Arguments> files() {
        List<Arguments> files = new ArrayList<>();
        hex(
                files,
                "lotus",
                "000002000604 0600",
                "0000020004040600",
                "00001a000010 0400",
                "00001a0002100400",
                "00001a0003100400");
        hex(files, "quattro", "0000020020510600", "0000020021510600", "0000020001100600", "0000020002100600");
        hex(files, "works", "ff00020004040554", "2054020000000554");
        hex(files, "excel-2", "0900040002001000");
        hex(files, "excel-3", "0902060000001000");
        hex(files, "excel-4", "0904060000001000");
        hex(files, "excel-95", "0908080000050500d90dcc07");
        hex(files, "excel-stream", "0908100000060500bb0dcc07");
        hex(files, "rar", "526172211a0700", "526172211a070100");
        hex(files, "7z", "377abcaf271c0004");
        hex(files, "gzip", "1f8b080000000000");
        hex(files, "archive", "fd377a585a000004", "4d5343460000000044", "28b52ffd04", "425a6839314159265359");
        hex(
                files,
                "picture",
                "89504e470d0a1a0a0000",
                "ffd8ffe000104a464946",
                "474946383961",
                "424d36000000000000003600",
                "49492a0008000000");
        hex(files, "shortcut", "4c0000000114020000000000c000000000000046");
        hex(files, "email", "789f3e22");
        hex(files, "apple-double", "0005160700020000");
        hex(files, "program", "4d5a90000300000004000000");
        hex(files, "word", "31be000000ab0000", "dba52d000000");
        text(files, "csv", COMMAS, "", "名称,值\n\"a,\nb\",1\n");
        text(files, "tsv", TABS, "");
        text(files, "delimited", COMMAS.replace(',', ';'), COMMAS.replace(',', '|'));
        text(
                files,
                "text",
                "各位领导：\n六月数据如下, 请审阅。\n谢谢。",
                "Dear all, please find\nthe figures, as agreed,\nbelow.",
                "{\"a\": 1, \"b\": [1,2,3],\n\"c\": 2,\"d\": 4}");
        text(files, "sylk", "ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K\"a\"\r\nE\r\n");
        text(files, "dif", "TABLE\r\n0,1\r\n\"EXCEL\"\r\nVECTORS\r\n0,3\r\n\"\"\r\n");
        text(files, "rtf", "{\\rtf1\\ansi\\ansicpg936 a,b;c}");
        text(
                files,
                "html",
                "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>3</td></tr></table></html>",
                "<table><tr><td>1</td></tr></table>",
                "<?xml version=\"1.0\"?>\n<!DOCTYPE html><html></html>");
        text(
                files,
                "mhtml",
                "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary=\"a\"\r\n\r\n--a\r\n",
                "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://a/\r\nMIME-Version: 1.0\r\n\r\n");
        text(
                files,
                "email",
                "From: a@b.cn\r\nTo: c@d.cn\r\nSubject: 6月报表\r\nDate: Wed, 5 Jul 2023 10:00:00 +0800\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n");
        text(
                files,
                "excel-xml",
                "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"></Workbook>");
        text(
                files,
                "fods",
                "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"/>");
        text(
                files,
                "odf",
                "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" office:mimetype=\"application/vnd.oasis.opendocument.text\"/>");
        text(
                files,
                "uof",
                "<?xml version=\"1.0\"?><uof:UOF xmlns:uof=\"http://schemas.uof.org/cn/2003/uof\"><uof:电子表格/></uof:UOF>");
        text(
                files,
                "word",
                "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"/>");
        text(files, "xml", "<?xml version=\"1.0\"?><a>1,2,3</a>");
        text(files, "shortcut", "[InternetShortcut]\r\nURL=https://kdocs.cn/l/a\r\n");
        text(files, "lock", ",wang,PC-1,05.07.2023 10:00,file:///C:/Users/wang;");
        text(files, "pdf", "%PDF-1.7\n1 0 obj");
        for (Charset charset :
                List.of(GB18030, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16)) {
            files.add(Arguments.of("csv", COMMAS.getBytes(charset), charset + " commas"));
            files.add(Arguments.of("tsv", TABS.getBytes(charset), charset + " tabs"));
        }
        files.add(Arguments.of("lock", lock("admin", 165), "owner file of Excel"));
        files.add(Arguments.of("lock", lock("王统计员", 162), "owner file of Word"));
        files.add(Arguments.of("dbf", dbf(), "a table of dBASE"));
        files.add(Arguments.of("zip", archive("六月/鄞州区.xlsx", "六月/奉化区.xlsx"), "an archive of forms"));
        files.add(Arguments.of("zip", archive("A.xls", "a.xls"), "an archive with two names that differ in case"));
        files.add(Arguments.of("word", archive("[Content_Types].xml", "word/document.xml"), "docx"));
        files.add(Arguments.of("powerpoint", archive("[Content_Types].xml", "ppt/presentation.xml"), "pptx"));
        files.add(Arguments.of("xlsb", archive("[Content_Types].xml", "xl/workbook.bin"), "xlsb"));
        files.add(Arguments.of(
                "numbers",
                archive(
                        "Index/Document.iwa",
                        "Index/CalculationEngine.iwa",
                        "Index/Tables/DataList.iwa",
                        "preview.jpg"),
                "Numbers"));
        files.add(Arguments.of(
                "numbers",
                archive("6月.numbers/Index.zip", "6月.numbers/Metadata/Properties.plist"),
                "a folder of Numbers, packed by a Mac"));
        files.add(Arguments.of(
                "keynote", archive("Index/Document.iwa", "Index/Slide.iwa", "Index/CalculationEngine.iwa"), "Keynote"));
        files.add(Arguments.of(
                "pages",
                packed(Map.of(
                        "Index/Document.iwa",
                        HexFormat.of().parseHex("00300000a102501408011210 08904e120301000518".replace(" ", "")))),
                "Pages"));
        files.add(Arguments.of("layout", archive("OFD.xml", "Doc_0/Document.xml"), "OFD"));
        files.add(Arguments.of(
                "ods",
                packed(Map.of(
                        "mimetype",
                        "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.US_ASCII),
                        "content.xml",
                        new byte[0])),
                "ods"));
        files.add(Arguments.of(
                "odf",
                packed(Map.of(
                        "mimetype",
                        "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII),
                        "content.xml",
                        new byte[0])),
                "odt"));
        files.add(Arguments.of("word", container("WordDocument"), "doc"));
        files.add(Arguments.of("powerpoint", container("PowerPoint Document"), "ppt"));
        files.add(Arguments.of("email", container("__properties_version1.0"), "msg"));
        files.add(Arguments.of("et", container("ETExtData"), "et"));
        files.add(Arguments.of("works", container("MatOST"), "Works"));
        files.add(Arguments.of("quattro", container("NativeContent_MAIN"), "Quattro Pro"));
        files.add(Arguments.of("ole", container("Something"), "another container"));
        return files.stream();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("files")
    void callsAFileWhatItIs(String label, byte[] bytes, String what) throws Exception {
        Finding finding = only(Files.write(folder.resolve("file"), bytes), "报表.xlsx");

        assertThat(finding.parameters()).containsEntry("found", label).containsKey("advice");
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            Messages messages = Messages.in(language);
            assertThat(messages.message(finding)).contains(messages.text("FileKind." + label));
            assertThat(messages.remedy(finding)).contains("xlsx").doesNotContain("{", "[[");
        }
    }

    @Test
    void tellsTheEncodingOfAText() throws Exception {
        assertThat(said(TABS.getBytes(StandardCharsets.UTF_16LE), "6月.txt"))
                .isEqualTo("文件格式不能读取：制表符分隔的文本表格（txt）（UTF-16 编码）。");
        assertThat(said(COMMAS.getBytes(GB18030), "6月.csv")).isEqualTo("文件格式不能读取：逗号分隔的文本表格（csv）（GB18030 编码）。");
        assertThat(said(COMMAS.getBytes(StandardCharsets.UTF_8), "6月.csv")).contains("（UTF-8 编码）");
        assertThat(said(COMMAS.getBytes(Charset.forName("Big5")), "6月.csv")).doesNotContain("编码");
    }

    @Test
    void mentionsANameThatMisleadsAndNoOther() throws Exception {
        byte[] page = "<html><table></table></html>".getBytes(StandardCharsets.UTF_8);

        assertThat(said(page, "6月.xls")).isEqualTo("文件格式不能读取：网页文件（html），不是文件名所说的“.xls”。");
        assertThat(said(page, "6月.html")).isEqualTo("文件格式不能读取：网页文件（html）。");
        assertThat(said(page, "6月")).isEqualTo("文件格式不能读取：网页文件（html）。");
    }

    @Test
    void callsAFileOfZerosDamaged() throws Exception {
        assertThat(said(new byte[9000], "6月.xlsx")).isEqualTo("文件已损坏，无法读取：开头全是零字节，内容没有写进去。");
    }

    @Test
    void callsALargeArchiveAnArchive() throws Exception {
        String[] names =
                Stream.iterate(0, i -> i + 1).limit(6000).map(i -> i + ".jpg").toArray(String[]::new);

        assertThat(only(Files.write(folder.resolve("file"), archive(names)), "照片.zip")
                        .parameters())
                .containsEntry("found", "zip");
    }

    @ParameterizedTest
    @Tag("libreoffice")
    @CsvSource({"ods,ods", "fods,fods", "slk,sylk", "dif,dif", "csv,csv", "html,html", "pdf,pdf", "ots,ods"})
    void callsWhatLibreOfficeWritesWhatItIs(String format, String label) throws Exception {
        LibreOffice.assumeInstalled();
        Path form = Forms.form(folder, "xlsx", w -> {});

        Path converted = LibreOffice.convert(form, format, Files.createDirectory(folder.resolve("to")));

        assertThat(only(converted, "报表.xlsx").parameters()).containsEntry("found", label);
    }

    private String said(byte[] bytes, String name) throws IOException {
        return Messages.in(Locale.CHINESE).message(only(Files.write(folder.resolve("file"), bytes), name));
    }

    private static Finding only(Path file, String name) {
        List<Finding> findings = Forms.read(file, name).findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static void hex(List<Arguments> files, String label, String... heads) {
        for (String head : heads) {
            byte[] bytes = Arrays.copyOf(HexFormat.of().parseHex(head.replace(" ", "")), 600);
            files.add(Arguments.of(label, bytes, head));
        }
    }

    private static void text(List<Arguments> files, String label, String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                files.add(Arguments.of(
                        label,
                        text.getBytes(StandardCharsets.UTF_8),
                        text.lines().findFirst().orElse("")));
            }
        }
    }

    /** As Excel lays it beside an open workbook. */
    private static byte[] lock(String user, int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, 0, 55, (byte) ' ');
        byte[] name = user.getBytes(GB18030);
        bytes[0] = (byte) name.length;
        System.arraycopy(name, 0, bytes, 1, name.length);
        bytes[55] = (byte) user.length();
        byte[] wide = user.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(wide, 0, bytes, 57, wide.length);
        return bytes;
    }

    private static byte[] dbf() {
        byte[] bytes = new byte[200];
        byte[] head = HexFormat.of().parseHex("037b0705020000006100150000000000");
        System.arraycopy(head, 0, bytes, 0, head.length);
        for (int field = 0; field < 2; field++) {
            bytes[32 + field * 32] = (byte) ('A' + field);
            bytes[32 + field * 32 + 11] = (byte) (field == 0 ? 'C' : 'N');
            bytes[32 + field * 32 + 16] = 10;
        }
        bytes[96] = 0x0D;
        return bytes;
    }

    private static byte[] archive(String... names) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (String name : names) {
            parts.put(name, "x".getBytes(StandardCharsets.US_ASCII));
        }
        return packed(parts);
    }

    private static byte[] packed(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] container(String stream) {
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = new ByteArrayOutputStream()) {
            container.createDocument(new ByteArrayInputStream(new byte[4096]), stream);
            container.writeFilesystem(out);
            return ((ByteArrayOutputStream) out).toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
