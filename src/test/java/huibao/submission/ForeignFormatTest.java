package huibao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.message.Messages;
import huibao.model.Finding;
import huibao.model.Reading;
import huibao.testing.LibreOffice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of other programs are named as what they are, whatever they are called. */
class ForeignFormatTest {

    private static final String TABLE = "指标名称,计量单位,代码\r\n技术交易额,亿元,T0204\r\n";
    private static final String LATIN = "Item\tUnit\tCode\r\nTrade\t100\tT0204\r\n";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "lotus, 000002000604 06000800",
        "lotus, 00001a0000100400",
        "lotus, 00001a0005100400",
        "quattro, 000002002051",
        "excel-95, 0900040002001000",
        "excel-95, 0902060000001000",
        "rar, 526172211a070100",
        "packed, 425a6839314159",
        "picture, 49492a0008000000",
        "picture, 52494646240000005745425056503820",
        "picture, 0000001866747970686569630000",
        "picture, 424d360000000000000036000000280000000100000001000000010018000000",
        "link, 4c0000000114020000000000c000000000000046",
        "program, 4d5a900003000000",
        "database, 53514c69746520666f726d6174203300",
        "side-file, 0005160700020000",
        "zeros, 00000000000000000000000000000000",
        "dbf, 030f0619 01000000 2100 1000 0000000000000000000000000000000000000000 0d",
        "rtf, 7b5c72746631",
        "binary, 0102030405060708090a",
    })
    void isToldByItsFirstBytes(String label, String hex) throws IOException {
        assertThat(found(HexFormat.of().parseHex(hex.replace(" ", "")))).isEqualTo(label);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void isToldByItsText(String label, byte[] text) throws IOException {
        assertThat(found(text)).isEqualTo(label);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                text("csv", TABLE, StandardCharsets.UTF_8),
                text("csv", "\ufeff" + TABLE, StandardCharsets.UTF_8),
                text("csv", TABLE, Charset.forName("GB18030")),
                text(
                        "csv",
                        "Item,Unit,Code,per cent \u00bd,area m\u00b2\r\n1,2,3,4,5\r\n",
                        StandardCharsets.ISO_8859_1),
                text("utf-16", "\ufeff" + TABLE.replace(',', '\t'), StandardCharsets.UTF_16LE),
                text("utf-16", "\ufeff" + TABLE, StandardCharsets.UTF_16BE),
                text("utf-16", LATIN, StandardCharsets.UTF_16LE),
                text("utf-16", LATIN, StandardCharsets.UTF_16BE),
                text("slk", "ID;PWXL;N;E\r\nC;Y1;X1;K\"Item\"\r\n", StandardCharsets.US_ASCII),
                text("dif", "TABLE\r\n0,1\r\n\"EXCEL\"\r\n", StandardCharsets.US_ASCII),
                text(
                        "mail",
                        "Received: from a by b\r\nFrom: a@b.cn\r\nSubject: x\r\nMIME-Version: 1.0\r\n",
                        StandardCharsets.US_ASCII),
                text(
                        "mhtml",
                        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n",
                        StandardCharsets.US_ASCII),
                text("html", "<html><table><tr><td>1</td></tr></table></html>", StandardCharsets.US_ASCII),
                text("text", "会议改期到周三", StandardCharsets.UTF_8));
    }

    private static Arguments text(String label, String text, Charset charset) {
        return Arguments.of(label, text.getBytes(charset));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "numbers, Index/Document.iwa",
        "numbers, index.apxl",
        "word, word/document.xml",
        "powerpoint, ppt/presentation.xml",
        "ofd, OFD.xml",
        "xlsb, xl/workbook.bin",
        "zip, 六月/鄞州.xlsx",
    })
    void isToldByTheNamesOfItsParts(String label, String part) throws IOException {
        assertThat(found(zip(part, "x"))).isEqualTo(label);
    }

    @Test
    void isToldByItsMediaType() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String part : new String[] {"mimetype", "content.xml"}) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII));
            }
        }
        assertThat(found(bytes.toByteArray())).isEqualTo("open-document");
    }

    @Test
    void whatExcelLeavesBesideAnOpenWorkbookIsSaidToBeThat() throws IOException {
        byte[] owner = new byte[165];
        owner[0] = 4;
        System.arraycopy("User".getBytes(StandardCharsets.US_ASCII), 0, owner, 1, 4);
        java.util.Arrays.fill(owner, 5, 55, (byte) ' ');
        owner[55] = 4;
        assertThat(found(owner)).isEqualTo("owner-file");
    }

    @Test
    @Tag("libreoffice")
    void asLibreOfficeWritesIt() throws IOException, InterruptedException {
        Path form = Forms.form(folder, "xlsx", workbook -> {});
        for (String format : new String[] {"ods", "fods", "slk", "dif", "pdf"}) {
            Path other = LibreOffice.convert(form, format, Files.createDirectories(folder.resolve(format)));
            assertThat(found(Files.readAllBytes(other))).as(format).isEqualTo(format);
        }
    }

    @Test
    void saysHowToGetAWorkbookFromNumbers() throws IOException {
        Finding finding = read(zip("Index/Document.iwa", "x")).findings().get(0);
        Messages chinese = Messages.in(Locale.CHINESE);
        assertThat(chinese.message(finding)).contains("Apple Numbers");
        assertThat(chinese.remedy(finding)).startsWith("请在 Numbers 中选择“文件—导出为—Excel…”");
        assertThat(Messages.in(Locale.ENGLISH).remedy(finding)).startsWith("In Numbers choose File, Export To, Excel");
    }

    private String found(byte[] bytes) throws IOException {
        return read(bytes).findings().get(0).parameters().get(Finding.FOUND);
    }

    private Reading read(byte[] bytes) throws IOException {
        return Forms.read(Files.write(Files.createTempFile(folder, "sent", ".xlsx"), bytes), "鄞州区.xlsx");
    }

    private static byte[] zip(String part, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
