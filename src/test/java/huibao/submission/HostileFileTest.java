package huibao.submission;

import static huibao.model.FindingKind.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import huibao.model.Conversion;
import huibao.model.FindingKind;
import huibao.model.Reading;
import huibao.model.ReadingLimits;
import huibao.model.SourceFile;
import huibao.testing.HostileFiles;
import huibao.testing.LibreOffice;
import huibao.testing.Limits;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("long")
class HostileFileTest {

    private static final String OPEN = "<worksheet xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\">"
            + "<dimension ref=\"A1:A1\"/><sheetData>";
    private static final String CLOSE = "</sheetData></worksheet>";

    @TempDir
    Path folder;

    private static String form(String value) {
        return "<row>" + Forms.text("填报单位：鄞州区") + Forms.text("报告期：2023年6月") + "</row>"
                + "<row>" + Forms.text("指标名称") + Forms.text("代码") + Forms.text("本年累计") + "</row>"
                + "<row>" + Forms.text("技术交易额") + Forms.text("T02") + value + "</row>";
    }

    private Reading readSheet(String rows) throws Exception {
        return Forms.read(Forms.zip(folder.resolve("f.xlsx"), Forms.barePackage(OPEN + rows + CLOSE)));
    }

    private Path file(byte[] content) throws Exception {
        return Files.write(folder.resolve("file.xlsx"), content);
    }

    @Test
    void readsABarePackageWithoutStylesTypesOrAddressesAndDropsFloatNoise() throws Exception {
        Reading reading = readSheet(form("<c><v>4.3899999999999997</v></c>"));

        assertThat(reading.findings()).isEmpty();
        assertThat(Forms.observation(reading, "T02").value().amount().known()).contains(new BigDecimal("4.39"));
        assertThat(Forms.observation(reading, "T02").value().rawText()).isEqualTo("4.39");
        assertThat(Forms.observation(reading, "T02").value().conversions())
                .extracting(Conversion::kind)
                .containsExactly(Conversion.Kind.FLOAT_NOISE);
    }

    @ParameterizedTest
    @CsvSource({
        "27.137200000000004, 27.1372, 27.1372",
        "2.5646999999999998, 2.5647, 2.5647",
        "69.666666666666671, 69.6666666666667, 69.666666666667",
        "0.33333333333333331, 0.333333333333333, 0.333333333333",
        "1234567.1234567891, 1234567.12345679, 1234567.12345679",
        "0.1234567890123, 0.1234567890123, 0.123456789012"
    })
    void keepsOfANumberFifteenDigitsAndTwelveDecimals(String stored, String shown, BigDecimal kept) throws Exception {
        Reading reading = readSheet(form("<c><f>" + stored + "+0</f><v>" + stored + "</v></c>"));

        assertThat(reading.findings()).isEmpty();
        assertThat(Forms.observation(reading, "T02").value().rawText()).isEqualTo(shown);
        assertThat(Forms.observation(reading, "T02").value().amount().known()).contains(kept);
        assertThat(Forms.observation(reading, "T02").value().conversions())
                .extracting(Conversion::kind)
                .contains(Conversion.Kind.FLOAT_NOISE);
    }

    @Test
    void keepsTwelveDecimalsOfANumberInASmallerUnit() throws Exception {
        Reading reading = readSheet(form("<c><v>69.666666666666671</v></c>")
                .replace("</row><row>" + Forms.text("技术交易额"), Forms.text("计量单位") + "</row><row>" + Forms.text("技术交易额"))
                .replace("</v></c></row>", "</v></c>" + Forms.text("万元") + "</row>"));

        assertThat(Forms.kinds(reading)).containsExactly(UNIT_CHANGED);
        assertThat(Forms.observation(reading, "T02").value().amount().known())
                .contains(new BigDecimal("0.006966666667"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <c><f>_xlfn.DISPIMG("ID_1",1)</f><v>0</v></c>|PICTURE_AS_NUMBER
            <c><f>'[1]基础表'!B5</f><v>7</v></c>|EXTERNAL_LINK
            <c><f>'[1]基础表'!B5</f></c>|FORMULA_WITHOUT_VALUE
            <c><f>_xlfn.WEBSERVICE("http://127.0.0.1/")</f><v>7</v></c>|EXTERNAL_LINK
            <c><f>RTD("server",,"topic")</f><v>7</v></c>|EXTERNAL_LINK
            <c><f>SUM(cubevalue("c","m"))</f><v>7</v></c>|EXTERNAL_LINK
            <c t="inlineStr"><is><t>&#x202e;04</t></is></c>|NUMBER
            <c t="e"><v>#REF!</v></c>|ERROR_VALUE
            <c t="b"><v>1</v></c>|NUMBER
            <c><v>NaN</v></c>|NUMBER
            <c><v>-INF</v></c>|NUMBER
            <c><v>1e999</v></c>|NUMBER
            """)
    void reportsWhatStandsBehindACell(String cell, FindingKind kind) throws Exception {
        assertThat(Forms.kinds(readSheet(form(cell)))).containsExactly(kind);
    }

    @Test
    void leavesPhoneticHintsOut() throws Exception {
        Reading reading = readSheet(form("<c t=\"inlineStr\"><is><r><t>1</t></r><r><t>2</t></r>"
                + "<rPh sb=\"0\" eb=\"1\"><t>99</t></rPh></is></c>"));

        assertThat(Forms.observation(reading, "T02").value().amount().known()).contains(new BigDecimal("12"));
    }

    @Test
    void passesOverBlankStyledRowsAndStrayFarCells() throws Exception {
        StringBuilder rows = new StringBuilder(form("<c><v>5</v></c>"));
        for (int row = 4; row <= 300_000; row++) {
            rows.append("<row r=\"")
                    .append(row)
                    .append("\"><c r=\"A")
                    .append(row)
                    .append("\" s=\"3\"/></row>");
        }
        rows.append("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>");

        Reading reading = readSheet(rows.toString());

        assertThat(reading.findings()).isEmpty();
        assertThat(Forms.observation(reading, "T02").value().amount().known()).contains(new BigDecimal("5"));
    }

    @Test
    void refusesAFormWithMoreCellsThanAnyFormHas() throws Exception {
        StringBuilder rows = new StringBuilder(form("<c><v>5</v></c>"));
        for (int row = 4; row <= 60_000; row++) {
            rows.append("<row><c><v>1</v></c><c><v>2</v></c></row>");
        }

        assertThat(Forms.kinds(readSheet(rows.toString()))).containsExactly(TOO_LARGE);
    }

    @Test
    void refusesABomb() throws Exception {
        Path file = folder.resolve("bomb.xlsx");
        Map<String, String> parts = Forms.barePackage("");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                if (part.getValue().isEmpty()) {
                    byte[] spaces = new byte[1 << 20];
                    Arrays.fill(spaces, (byte) ' ');
                    out.write(OPEN.getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i < 200; i++) {
                        out.write(spaces);
                    }
                } else {
                    out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
        }

        assertThat(Forms.kinds(Forms.read(file))).containsExactly(TOO_LARGE);
    }

    @Test
    void refusesAFormInWhichAFigureChangedOnTheWay() throws Exception {
        Path form = Forms.storedZip(
                folder.resolve("s.xlsx"), Forms.barePackage(OPEN + form("<c><v>25.6365</v></c>") + CLOSE));
        String sent = Files.readString(form, StandardCharsets.ISO_8859_1);
        assertThat(Forms.kinds(Forms.read(form))).isEmpty();

        Files.writeString(form, sent.replace("25.6365", "24.6365"), StandardCharsets.ISO_8859_1);

        assertThat(Forms.kinds(Forms.read(form))).containsExactly(UNREADABLE_WORKBOOK);
    }

    @ParameterizedTest
    @EnumSource(HostileFiles.class)
    void refusesWhatWouldStopOrMislead(HostileFiles hostile) throws Exception {
        Path file = hostile.in(folder);

        Reading reading = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Forms.read(file));

        assertThat(reading.submission()).isEmpty();
        assertThat(Forms.kinds(reading)).containsExactly(hostile.expected());
    }

    @Test
    void endsAReadingThatTakesLongerThanTheJobAllows() throws Exception {
        for (String format : new String[] {"xlsx", "xls"}) {
            Path form = Forms.form(folder, format, w -> {});
            AtomicLong nanos = new AtomicLong();

            Reading slow = Forms.reader(ReadingLimits.DEFAULT, () -> nanos.addAndGet(TimeUnit.SECONDS.toNanos(25)))
                    .read(form, new SourceFile("f.bin", "0".repeat(64), 1));
            Reading quick = Forms.reader(ReadingLimits.DEFAULT, () -> nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1)))
                    .read(form, new SourceFile("f.bin", "0".repeat(64), 1));

            assertThat(slow.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo(TOO_LARGE);
                assertThat(finding.parameters())
                        .containsEntry("found", "seconds")
                        .containsEntry("limit", "60");
            });
            assertThat(quick.findings()).isEmpty();
        }
    }

    @Test
    void endsTheSearchForTheFormToo() throws Exception {
        StringBuilder merges = new StringBuilder();
        for (int i = 1; i <= 4_000; i++) {
            merges.append("<mergeCell ref=\"IV%d:IW%d\"/>".formatted(i, i));
        }
        String captions = "<row>" + (Forms.text("指标名称") + Forms.text("代码") + Forms.text("本年累计")).repeat(80) + "</row>";
        Path file = Forms.zip(
                folder.resolve("slow.xlsx"),
                Forms.barePackage(OPEN + captions.repeat(400) + "</sheetData><mergeCells>" + merges
                        + "</mergeCells></worksheet>"));
        AtomicLong looks = new AtomicLong();
        ReadingLimits limits = Limits.but("seconds", 1);

        Reading reading = Forms.reader(limits, () -> looks.incrementAndGet() * 2_000_000)
                .read(file, new SourceFile("f.bin", "0".repeat(64), 1));

        assertThat(Forms.kinds(reading)).containsExactly(TOO_LARGE);
        assertThat(reading.findings().get(0).parameters()).containsEntry("found", "seconds");
    }

    @ParameterizedTest
    @CsvSource({
        "file-bytes, 100, file-bytes",
        "entries, 4, entries",
        "part-bytes, 500, part-bytes",
        "unpacked-bytes, 1500, unpacked-bytes",
        "sheets, 1, sheets",
        "cells, 20, 填报表",
        "workbook-cells, 20, 填报表",
        "texts, 10, texts",
        "text-characters, 40, text-characters",
        "seconds, 0, seconds"
    })
    void readsNoMoreThanTheJobAllows(String limit, int most, String found) throws Exception {
        Path form =
                Forms.form(folder, "xlsx", w -> w.createSheet("二").createRow(0).createCell(0));

        Reading reading = Forms.reader(Limits.but(limit, most), System::nanoTime)
                .read(form, new SourceFile("f.bin", "0".repeat(64), 1));

        assertThat(Forms.kinds(reading)).containsExactly(TOO_LARGE);
        assertThat(reading.findings().get(0).parameters()).containsEntry("found", found);
    }

    @Test
    void looksAtNoColumnBeyondTheJobsLast() throws Exception {
        Path form = Forms.form(folder, "xlsx", w -> Forms.set(w, 3, 300, "填报单位：慈溪市"));

        assertThat(Forms.read(form).findings()).isEmpty();
        assertThat(Forms.reader(Limits.but("columns", 400), System::nanoTime)
                        .read(form, new SourceFile("f.bin", "0".repeat(64), 1))
                        .findings())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "http"})
    void opensNothingThatAFilePointsTo(String scheme) throws Exception {
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(1);
            String place = scheme.equals("file")
                    ? pipe.toUri().toString()
                    : "http://127.0.0.1:" + server.getLocalPort() + "/x";
            String sheet = OPEN + form("<c><f>'[1]表'!A1</f><v>5</v></c>") + "</sheetData><hyperlinks>"
                    + "<hyperlink ref=\"A1\" location=\"" + place + "\"/></hyperlinks></worksheet>";
            Map<String, String> linked = Forms.barePackage(sheet);
            linked.put(
                    "xl/_rels/workbook.xml.rels",
                    linked.get("xl/_rels/workbook.xml.rels")
                            .replace(
                                    "</Relationships>",
                                    "<Relationship Id=\"rId9\" Type=\"http://x/worksheet\" Target=\"" + place
                                            + "\" TargetMode=\"External\"/><Relationship Id=\"rId8\""
                                            + " Type=\"http://x/sharedStrings\" Target=\"" + place
                                            + "\"/></Relationships>"));
            linked.put("xl/vbaProject.bin", "Shell \"" + place + "\"");
            Map<String, String> entity = Forms.barePackage("<!DOCTYPE w [<!ENTITY x SYSTEM \"" + place + "\">]>" + OPEN
                    + form("<c t=\"str\"><v>&x;</v></c>") + CLOSE);
            Map<String, String> outside =
                    Forms.barePackage("<!DOCTYPE w SYSTEM \"" + place + "\">" + OPEN + form("<c><v>5</v></c>") + CLOSE);

            Reading links = within(Forms.zip(folder.resolve("links.xlsx"), linked));
            Reading entities = within(Forms.zip(folder.resolve("entity.xlsx"), entity));
            Reading types = within(Forms.zip(folder.resolve("type.xlsx"), outside));

            assertThat(Forms.kinds(links)).containsExactlyInAnyOrder(MACROS_IGNORED, EXTERNAL_LINK);
            assertThat(Forms.kinds(entities)).containsExactly(UNREADABLE_WORKBOOK);
            assertThat(Forms.kinds(types)).containsExactly(UNREADABLE_WORKBOOK);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static Reading within(Path file) {
        return assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Forms.read(file));
    }

    @Test
    void readsAFormAmongAMillionThingsThatDoNotMatter() throws Exception {
        Map<String, String> parts = Forms.barePackage(OPEN + form("<c><v>5</v></c>") + "</sheetData><mergeCells>"
                + "<mergeCell ref=\"K900:L900\"/>".repeat(1_000_000) + "</mergeCells></worksheet>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet><cellXfs>" + "<xf numFmtId=\"0\"/>".repeat(1_000_000) + "</cellXfs></styleSheet>");
        parts.put(
                "xl/workbook.xml",
                parts.get("xl/workbook.xml")
                        .replace(
                                "</workbook>",
                                "<definedNames>"
                                        + "<definedName name=\"n\">1</definedName>".repeat(150_000)
                                        + "<definedName name=\"HUIBAO_X\">1</definedName>".repeat(150_000)
                                        + "</definedNames></workbook>"));

        Reading reading = within(Forms.storedZip(folder.resolve("million.xlsx"), parts));

        assertThat(reading.findings()).isEmpty();
        assertThat(Forms.observation(reading, "T02").value().amount().known()).contains(new BigDecimal("5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"单位", "单 ", "单位（", "单位 ", "续表", "2023年", "年度目标(", "((((", "1,", "T02\u3000"})
    void isNotSlowedByTheTextOfACell(String text) throws Exception {
        String cell = Forms.text(text.repeat(32_000 / text.length()));
        String spaces = Forms.text(text + " ".repeat(32_000));
        Reading reading = within(Forms.zip(
                folder.resolve("slow.xlsx"),
                Forms.barePackage(OPEN + "<row>" + (cell + spaces).repeat(10) + "</row>" + form("<c><v>5</v></c>")
                        + "<row>" + Forms.text("x") + cell + spaces + "</row>" + "<row>" + cell + spaces + cell
                        + "</row>" + CLOSE)));

        assertThat(reading).isNotNull();
    }

    @Test
    void refusesACellWrittenTwiceWithDifferentContents() throws Exception {
        String again = "<row r=\"9\"><c r=\"Z9\"><v>1</v></c></row>";

        assertThat(readSheet(form("<c><v>5</v></c>") + again + again).findings())
                .isEmpty();
        assertThat(Forms.kinds(readSheet(form("<c><v>5</v></c>") + again + again.replace("<v>1", "<v>2"))))
                .containsExactly(UNREADABLE_WORKBOOK);
    }

    /** Which of them a program shows depends on the program. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c><v>5</v><v>6</v></c>",
                "<c t=\"inlineStr\"><is><t>5</t></is><v>6</v></c>",
                "<c t=\"inlineStr\"><is><t>5</t><t>6</t></is></c>",
                "<c t=\"inlineStr\"><is><r><t>5</t><t>6</t></r></is></c>",
                "<c t=\"s\"><v>99</v></c>",
                "<c t=\"s\"><v>first</v></c>"
            })
    void refusesACellThatDoesNotSayWhichValueItHas(String cell) throws Exception {
        assertThat(Forms.kinds(readSheet(form(cell)))).containsExactly(UNREADABLE_WORKBOOK);
    }

    @Test
    void readsACellThatSaysTheSameTwice() throws Exception {
        assertThat(Forms.observation(readSheet(form("<c><v>5</v><v>5</v></c>")), "T02")
                        .value()
                        .amount()
                        .known())
                .contains(new BigDecimal("5"));
    }

    @Test
    void makesVisibleWhatNoTextHolds() throws Exception {
        Reading reading = readSheet(form("<c><v>5</v></c>")
                .replace(Forms.text("本年累计"), Forms.text("本年累计") + Forms.text("核实说明"))
                .replace("<v>5</v></c>", "<v>5</v></c>" + Forms.text("a_x0000_b_xD800_c_x001B_[2J_x000D__x000A_d")));

        assertThat(Forms.observation(reading, "T02").explanation()).isEqualTo("a\ufffdb\ufffdc\ufffd[2J\r\nd");
    }

    @Test
    void expandsNoEntity() throws Exception {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>" + OPEN
                + form("<c t=\"inlineStr\"><is><t>&b;</t></is></c>") + CLOSE;

        assertThat(Forms.kinds(Forms.read(Forms.zip(folder.resolve("e.xlsx"), Forms.barePackage(bomb)))))
                .containsExactly(UNREADABLE_WORKBOOK);
    }

    @Test
    void tellsWhatAFileIsByItsBytes() throws Exception {
        Path form = Forms.form(folder, "xlsx", w -> {});
        byte[] whole = Files.readAllBytes(form);
        Charset gbk = Charset.forName("GBK");

        assertThat(Forms.kinds(Forms.read(file(new byte[0])))).containsExactly(EMPTY_FILE);
        assertThat(Forms.kinds(Forms.read(file(Arrays.copyOf(whole, whole.length / 2)))))
                .containsExactly(UNREADABLE_WORKBOOK);
        assertThat(Forms.kinds(Forms.read(file("指标,数值\n交易额,3".getBytes(gbk))))).containsExactly(UNSUPPORTED_FORMAT);
        assertThat(Forms.kinds(Forms.read(file("<html><table><tr>".getBytes(gbk)))))
                .containsExactly(UNSUPPORTED_FORMAT);
        assertThat(Forms.kinds(Forms.read(file("%PDF-1.7".getBytes(gbk))))).containsExactly(NOT_A_WORKBOOK);
        assertThat(Forms.kinds(Forms.read(file("Rar!\u001a\u0007".getBytes(StandardCharsets.ISO_8859_1)))))
                .containsExactly(UNSUPPORTED_FORMAT);
        assertThat(Forms.kinds(Forms.read(Forms.zip(folder.resolve("六月.xlsx"), Map.of("鄞州.xlsx", "x")))))
                .containsExactly(UNSUPPORTED_FORMAT);
        assertThat(Forms.read(Files.write(folder.resolve("form.csv"), whole)).findings())
                .isEmpty();
    }

    @Test
    void survivesAnyCutAndAnyFlippedByte() throws Exception {
        for (String format : new String[] {"xlsx", "xls"}) {
            byte[] whole = Files.readAllBytes(Forms.form(folder, format, w -> {}));
            for (int i = 1; i < 60; i++) {
                byte[] damaged = whole.clone();
                damaged[(int) ((long) whole.length * i / 60)] ^= 0x55;
                assertThat(Forms.read(file(damaged))).isNotNull();
                assertThat(Forms.read(file(Arrays.copyOf(whole, whole.length * i / 60))))
                        .isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "VelvetSweatshop"})
    void triesNoPasswordButExcelsOwn(String password) throws Exception {
        Path plain = Forms.form(folder, "xlsx", w -> {});
        Path locked = folder.resolve("locked.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (OPCPackage source = OPCPackage.open(plain.toFile());
                    OutputStream out = encryptor.getDataStream(container)) {
                source.save(out);
            }
            try (OutputStream out = Files.newOutputStream(locked)) {
                container.writeFilesystem(out);
            }
        }

        Reading reading = Forms.read(locked);

        if (password.equals("secret")) {
            assertThat(Forms.kinds(reading)).containsExactly(ENCRYPTED);
        } else {
            assertThat(reading.findings()).isEmpty();
        }
    }

    @Test
    @Tag("libreoffice")
    void readsWhatAnotherOfficeProgramWrote() throws Exception {
        LibreOffice.assumeInstalled();
        Path form = Forms.form(folder, "xlsx", w -> {});
        Path ods = LibreOffice.convert(form, "ods", Files.createDirectory(folder.resolve("a")));
        assertThat(Forms.kinds(Forms.read(ods))).containsExactly(UNSUPPORTED_FORMAT);
        for (String format : new String[] {"xlsx", "xls"}) {
            Path converted = LibreOffice.convert(ods, format, Files.createDirectories(folder.resolve(format)));
            Reading reading = Forms.read(converted);
            assertThat(reading.findings()).isEmpty();
            assertThat(reading.submission().orElseThrow().observations()).hasSize(6);
        }
    }
}
