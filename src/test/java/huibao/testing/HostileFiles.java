package huibao.testing;

import huibao.model.FindingKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files made to stop, slow or mislead whoever reads them; every one must end in a finding that rejects it. */
public enum HostileFiles {
    BOMB_OF_SPACES(FindingKind.TOO_LARGE) {
        @Override
        void write(OutputStream out) throws IOException {
            sheet(out, part -> {
                byte[] spaces = new byte[1 << 20];
                Arrays.fill(spaces, (byte) ' ');
                part.write(bytes(SHEET));
                for (int i = 0; i < 300; i++) {
                    part.write(spaces);
                }
            });
        }
    },
    BOMB_OF_CELLS_ON_MANY_SHEETS(FindingKind.TOO_LARGE) {
        @Override
        void write(OutputStream out) throws IOException {
            byte[] rows = bytes("<row><c><v>1</v></c><c t=\"str\"><v>指标</v></c></row>".repeat(5_000));
            StringBuilder sheets = new StringBuilder();
            for (int i = 1; i <= 40; i++) {
                sheets.append("<sheet name=\"s%d\" sheetId=\"%d\" r:id=\"none%d\"/>".formatted(i, i, i));
            }
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                put(zip, "xl/workbook.xml", part -> part.write(bytes(WORKBOOK.replace(ONE_SHEET, sheets))));
                for (int i = 1; i <= 40; i++) {
                    put(zip, "xl/worksheets/sheet" + i + ".xml", part -> {
                        part.write(bytes(SHEET));
                        for (int block = 0; block < 10; block++) {
                            part.write(rows);
                        }
                        part.write(bytes(SHEET_END));
                    });
                }
            }
        }
    },
    HUNDRED_THOUSAND_PARTS(FindingKind.TOO_LARGE) {
        @Override
        void write(OutputStream out) throws IOException {
            out.write(manyParts());
        }
    },
    HUNDRED_THOUSAND_PARTS_THAT_SAY_THEY_ARE_TWO(FindingKind.TOO_LARGE) {
        @Override
        void write(OutputStream out) throws IOException {
            byte[] zip = manyParts();
            int end = zip.length - 22;
            zip[end + 8] = zip[end + 10] = 2;
            zip[end + 9] = zip[end + 11] = 0;
            out.write(zip);
        }
    },
    ZIP_IN_A_ZIP(FindingKind.UNSUPPORTED_FORMAT) {
        @Override
        void write(OutputStream out) throws IOException {
            byte[] inner = "0".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int depth = 0; depth < 6; depth++) {
                byte[] of = inner;
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                try (ZipOutputStream zip = new ZipOutputStream(packed)) {
                    for (int i = 0; i < 16; i++) {
                        put(zip, "lib" + i + ".xlsx", part -> part.write(of));
                    }
                }
                inner = packed.toByteArray();
            }
            out.write(inner);
        }
    },
    PARTS_THAT_OVERLAP(FindingKind.UNREADABLE_WORKBOOK) {
        @Override
        void write(OutputStream out) throws IOException {
            byte[] zip = twoSheets("sheet1", "sheet2");
            ByteBuffer directory = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
            int first = find(zip, "xl/worksheets/sheet1.xml", 1) - 46;
            int second = find(zip, "xl/worksheets/sheet2.xml", 1) - 46;
            directory.putInt(second + 42, directory.getInt(first + 42));
            out.write(zip);
        }
    },
    A_PART_TWICE(FindingKind.UNREADABLE_WORKBOOK) {
        @Override
        void write(OutputStream out) throws IOException {
            byte[] zip = twoSheets("sheet1", "sheet2");
            for (int nth = 0; nth < 2; nth++) {
                zip[find(zip, "xl/worksheets/sheet2.xml", 0) + 19] = '1';
            }
            out.write(zip);
        }
    },
    A_PART_THAT_LIES_ABOUT_ITS_SIZE(FindingKind.UNREADABLE_WORKBOOK) {
        @Override
        void write(OutputStream out) throws IOException {
            byte[] zip = twoSheets("sheet1", "sheet2");
            ByteBuffer.wrap(zip)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(find(zip, "xl/worksheets/sheet1.xml", 1) - 46 + 24, 10);
            out.write(zip);
        }
    },
    A_NAME_THAT_LEADS_OUT(FindingKind.UNREADABLE_WORKBOOK) {
        @Override
        void write(OutputStream out) throws IOException {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                put(zip, "xl/workbook.xml", part -> part.write(bytes(WORKBOOK)));
                put(zip, "xl/worksheets/sheet1.xml", part -> part.write(bytes(SHEET + SHEET_END)));
                put(zip, "xl/..\\../../../../tmp/huibao-was-here", part -> part.write(bytes("x")));
            }
        }
    },
    BILLION_LAUGHS(FindingKind.UNREADABLE_WORKBOOK) {
        @Override
        void write(OutputStream out) throws IOException {
            StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"ha\">");
            for (int i = 1; i <= 30; i++) {
                entities.append("<!ENTITY e%d \"%s\">".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
            }
            sheet(
                    out,
                    part -> part.write(
                            bytes(entities + "]>" + SHEET + "<row><c t=\"str\"><v>&e30;</v></c></row>" + SHEET_END)));
        }
    },
    NESTED_A_MILLION_DEEP(FindingKind.TOO_LARGE) {
        @Override
        void write(OutputStream out) throws IOException {
            sheet(out, part -> part.write(bytes(SHEET + "<row>".repeat(1_000_000))));
        }
    },
    AN_ATTRIBUTE_OF_FIFTY_MEGABYTES(FindingKind.TOO_LARGE) {
        @Override
        void write(OutputStream out) throws IOException {
            sheet(out, part -> {
                part.write(bytes(SHEET + "<row><c r=\""));
                writeNoise(part, 50);
                part.write(bytes("\"/></row>" + SHEET_END));
            });
        }
    },
    A_TEXT_OF_FIFTY_MEGABYTES(FindingKind.TOO_LARGE) {
        @Override
        void write(OutputStream out) throws IOException {
            sheet(out, part -> {
                part.write(bytes(SHEET + "<row><c t=\"str\"><v>"));
                writeNoise(part, 50);
                part.write(bytes("</v></c></row>" + SHEET_END));
            });
        }
    },
    A_MILLION_NAMES_OF_ELEMENTS(FindingKind.TOO_LARGE) {
        @Override
        void write(OutputStream out) throws IOException {
            sheet(out, part -> {
                part.write(bytes(SHEET));
                for (int i = 0; i < 1_000_000; i++) {
                    part.write(bytes("<e" + i + "/>"));
                }
                part.write(bytes(SHEET_END));
            });
        }
    },
    A_MILLION_NAMESPACES(FindingKind.TOO_LARGE) {
        @Override
        void write(OutputStream out) throws IOException {
            sheet(out, part -> {
                part.write(bytes(SHEET));
                for (int i = 0; i < 1_000_000; i++) {
                    part.write(bytes("<n%d:c xmlns:n%d=\"u\"/>".formatted(i, i)));
                }
                part.write(bytes(SHEET_END));
            });
        }
    },
    TWO_MILLION_SHARED_TEXTS(FindingKind.TOO_LARGE) {
        @Override
        void write(OutputStream out) throws IOException {
            with(out, "xl/sharedStrings.xml", part -> {
                part.write(bytes("<sst>"));
                byte[] texts = bytes("<si><t/></si><si><t>指标</t></si>".repeat(1_000));
                for (int i = 0; i < 1_000; i++) {
                    part.write(texts);
                }
                part.write(bytes("</sst>"));
            });
        }
    },
    HUNDRED_MILLION_CHARACTERS_IN_CELLS(FindingKind.TOO_LARGE) {
        @Override
        void write(OutputStream out) throws IOException {
            sheet(out, part -> {
                part.write(bytes(SHEET));
                for (int row = 0; row < 3_200; row++) {
                    part.write(bytes("<row><c t=\"inlineStr\"><is><t>"));
                    writeNoise(part, 0.03);
                    part.write(bytes("</t></is></c></row>"));
                }
                part.write(bytes(SHEET_END));
            });
        }
    },
    FIVE_THOUSAND_SHEETS(FindingKind.TOO_LARGE) {
        @Override
        void write(OutputStream out) throws IOException {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                put(
                        zip,
                        "xl/workbook.xml",
                        part -> part.write(bytes(WORKBOOK.replace(ONE_SHEET, ONE_SHEET.repeat(5_000)))));
                put(zip, "xl/worksheets/sheet1.xml", part -> part.write(bytes(SHEET + SHEET_END)));
            }
        }
    },
    A_MILLION_RELATIONS(FindingKind.TOO_LARGE) {
        @Override
        void write(OutputStream out) throws IOException {
            with(out, "xl/_rels/workbook.xml.rels", part -> {
                part.write(bytes("<Relationships>"));
                for (int i = 0; i < 1_000_000; i++) {
                    part.write(bytes("<Relationship Id=\"r%d\" Type=\"x/worksheet\" Target=\"s%d\"/>".formatted(i, i)));
                }
                part.write(bytes("</Relationships>"));
            });
        }
    },
    A_TABLE_OF_UNKNOWN_ROWS(FindingKind.TOO_LARGE) {
        @Override
        void write(OutputStream out) throws IOException {
            sheet(
                    out,
                    part -> part.write(bytes(SHEET
                            + form()
                            + "<row><c t=\"str\"><v>无此指标</v></c><c/><c><v>1</v></c></row>".repeat(20_000)
                            + SHEET_END)));
        }
    },
    XLS_WITH_MORE_TEXTS_SAID_THAN_THERE(FindingKind.TOO_LARGE, ".xls") {
        @Override
        void write(OutputStream out) throws IOException {
            xls(
                    out,
                    record(
                            0xFC,
                            ByteBuffer.allocate(8)
                                    .order(ByteOrder.LITTLE_ENDIAN)
                                    .putInt(1)
                                    .putInt(-1)
                                    .array()));
        }
    },
    XLS_WITH_SOME_MORE_TEXTS_SAID_THAN_THERE(FindingKind.UNREADABLE_WORKBOOK, ".xls") {
        @Override
        void write(OutputStream out) throws IOException {
            xls(
                    out,
                    record(
                            0xFC,
                            ByteBuffer.allocate(8)
                                    .order(ByteOrder.LITTLE_ENDIAN)
                                    .putInt(1)
                                    .putInt(400_000)
                                    .array()));
        }
    },
    XLS_WITH_MILLIONS_OF_BLANKS(FindingKind.TOO_LARGE, ".xls") {
        @Override
        void write(OutputStream out) throws IOException {
            ByteArrayOutputStream blanks = new ByteArrayOutputStream();
            for (int row = 0; row < 20_000; row++) {
                ByteBuffer body = ByteBuffer.allocate(6 + 2 * 256).order(ByteOrder.LITTLE_ENDIAN);
                body.putShort(0, (short) row).putShort(4 + 2 * 256, (short) 255);
                blanks.write(record(0xBE, body.array()));
            }
            xls(out, blanks.toByteArray());
        }
    },
    XLS_WITH_A_RECORD_BEYOND_ITS_END(FindingKind.UNREADABLE_WORKBOOK, ".xls") {
        @Override
        void write(OutputStream out) throws IOException {
            xls(out, new byte[] {0x03, 0x02, 0x00, 0x20, 1, 2, 3});
        }
    },
    XLS_WITH_A_RECORD_LONGER_THAN_ANY(FindingKind.UNREADABLE_WORKBOOK, ".xls") {
        @Override
        void write(OutputStream out) throws IOException {
            xls(out, record(0x0203, new byte[60_000]));
        }
    },
    XLS_WHOSE_BLOCKS_RUN_IN_A_CIRCLE(FindingKind.READER_FAILED, ".xls") {
        @Override
        void write(OutputStream out) throws IOException {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            xls(whole, record(0x0203, new byte[8_000]), record(0x0203, new byte[8_000]));
            ByteBuffer file = ByteBuffer.wrap(whole.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
            int table = (file.getInt(0x4C) + 1) * 512;
            for (int block = 0; block < 128; block++) {
                if (file.getInt(table + 4 * block) > 0) {
                    file.putInt(table + 4 * block, block);
                }
            }
            out.write(file.array());
        }
    },
    OLE_FOLDERS_IN_FOLDERS(FindingKind.READER_FAILED, ".xls") {
        @Override
        void write(OutputStream out) throws IOException {
            out.write(onALargeStack(() -> {
                try (POIFSFileSystem container = new POIFSFileSystem()) {
                    DirectoryEntry inner = container.getRoot();
                    for (int depth = 0; depth < 20_000; depth++) {
                        inner = inner.createDirectory("d");
                    }
                    return bytes(container);
                }
            }));
        }
    },
    XLS_WITH_A_PASSWORD(FindingKind.ENCRYPTED, ".xls") {
        @Override
        void write(OutputStream out) throws IOException {
            try (HSSFWorkbook workbook = new HSSFWorkbook()) {
                workbook.createSheet("填报表").createRow(0).createCell(0).setCellValue("指标名称");
                Biff8EncryptionKey.setCurrentUserPassword("secret");
                workbook.write(out);
            } finally {
                Biff8EncryptionKey.setCurrentUserPassword(null);
            }
        }
    },
    XLSX_WITH_A_PASSWORD(FindingKind.ENCRYPTED) {
        @Override
        void write(OutputStream out) throws IOException {
            out.write(encrypted("secret", "100000"));
        }
    },
    XLSX_WITH_TWO_BILLION_ROUNDS_OF_HASHING(FindingKind.TOO_LARGE) {
        @Override
        void write(OutputStream out) throws IOException {
            out.write(encrypted("secret", "2000000000"));
        }
    };

    private static final String NAMESPACES = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String ONE_SHEET = "<sheet name=\"填报表\" sheetId=\"1\" r:id=\"rId1\"/>";
    private static final String WORKBOOK = "<workbook" + NAMESPACES + "><sheets>" + ONE_SHEET + "</sheets></workbook>";
    private static final String SHEET = "<worksheet" + NAMESPACES + "><sheetData>";
    private static final String SHEET_END = "</sheetData></worksheet>";

    private final FindingKind expected;
    private final String ending;

    HostileFiles(FindingKind expected) {
        this(expected, ".xlsx");
    }

    HostileFiles(FindingKind expected, String ending) {
        this.expected = expected;
        this.ending = ending;
    }

    /** Writes one part. */
    @FunctionalInterface
    private interface Part {
        void to(OutputStream out) throws IOException;
    }

    /** Makes bytes. */
    @FunctionalInterface
    private interface Maker {
        byte[] make() throws IOException;
    }

    abstract void write(OutputStream out) throws IOException;

    /** The finding that has to reject it. */
    public FindingKind expected() {
        return expected;
    }

    /** The file, of the same bytes each time unless it is encrypted. */
    public Path in(Path folder) throws IOException {
        Path file = folder.resolve(name().toLowerCase(java.util.Locale.ROOT) + ending);
        try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(file))) {
            write(out);
        }
        return file;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(POIFSFileSystem container) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        container.writeFilesystem(out);
        return out.toByteArray();
    }

    private static String form() {
        return "<row><c t=\"str\"><v>填报单位：鄞州区  报告期：2023年6月</v></c></row><row><c t=\"str\"><v>指标名称</v></c>"
                + "<c t=\"str\"><v>代码</v></c><c t=\"str\"><v>本年累计</v></c></row>"
                + "<row><c t=\"str\"><v>技术交易额</v></c><c t=\"str\"><v>T02</v></c><c><v>5</v></c></row>"
                + "<row><c t=\"str\"><v>技术合同交易额</v></c><c t=\"str\"><v>T0201</v></c><c><v>5</v></c></row>";
    }

    private static void put(ZipOutputStream zip, String name, Part part) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        part.to(zip);
        zip.closeEntry();
    }

    private static void sheet(OutputStream out, Part sheet) throws IOException {
        with(out, "xl/worksheets/sheet1.xml", sheet);
    }

    private static void with(OutputStream out, String name, Part part) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "xl/workbook.xml", workbook -> workbook.write(bytes(WORKBOOK)));
            put(zip, name, part);
            if (!name.endsWith("sheet1.xml")) {
                put(zip, "xl/worksheets/sheet1.xml", sheet -> sheet.write(bytes(SHEET + SHEET_END)));
            }
        }
    }

    /** Text that packs to no bomb. */
    private static void writeNoise(OutputStream out, double megabytes) throws IOException {
        byte[] noise = new byte[1 << 10];
        long seed = 7;
        for (long written = 0; written < megabytes * (1 << 20); written += noise.length) {
            for (int i = 0; i < noise.length; i++) {
                seed = seed * 6364136223846793005L + 1442695040888963407L;
                noise[i] = (byte) (i % 8 == 0 ? 'a' + (seed >>> 60) : 'z');
            }
            out.write(noise);
        }
    }

    private static byte[] manyParts() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "xl/workbook.xml", part -> part.write(bytes(WORKBOOK)));
            for (int i = 0; i < 60_000; i++) {
                stored(zip, "p" + i);
            }
        }
        return out.toByteArray();
    }

    private static void stored(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(0);
        entry.setCrc(new CRC32().getValue());
        zip.putNextEntry(entry);
        zip.closeEntry();
    }

    private static byte[] twoSheets(String first, String second) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "xl/workbook.xml", part -> part.write(bytes(WORKBOOK)));
            put(zip, "xl/worksheets/" + first + ".xml", part -> part.write(bytes(SHEET + form() + SHEET_END)));
            put(zip, "xl/worksheets/" + second + ".xml", part -> part.write(bytes(SHEET + form() + SHEET_END)));
        }
        return out.toByteArray();
    }

    /** Where a text stands for the n-th time, counted from 0. */
    private static int find(byte[] in, String text, int nth) {
        String all = new String(in, StandardCharsets.ISO_8859_1);
        int at = all.indexOf(text);
        for (int i = 0; i < nth; i++) {
            at = all.indexOf(text, at + 1);
        }
        return at;
    }

    private static byte[] record(int kind, byte[] body) {
        return ByteBuffer.allocate(4 + body.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) kind)
                .putShort((short) body.length)
                .put(body)
                .array();
    }

    /** An .xls file of a beginning, these records and nothing more. */
    private static void xls(OutputStream out, byte[]... records) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.write(record(0x0809, new byte[] {0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
        for (byte[] record : records) {
            stream.write(record);
        }
        stream.write(record(0x0A, new byte[0]));
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(stream.toByteArray()), "Workbook");
            out.write(bytes(container));
        }
    }

    private static byte[] encrypted(String password, String rounds) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream plain = encryptor.getDataStream(container)) {
                plain.write(twoSheets("sheet1", "sheet2"));
            }
            DocumentEntry described = (DocumentEntry) container.getRoot().getEntryCaseInsensitive("EncryptionInfo");
            byte[] description;
            try (InputStream in = container.createDocumentInputStream("EncryptionInfo")) {
                description = in.readAllBytes();
            }
            String changed = new String(description, StandardCharsets.ISO_8859_1)
                    .replace("spinCount=\"100000\"", "spinCount=\"" + rounds + "\"");
            described.delete();
            container.createDocument(
                    new ByteArrayInputStream(changed.getBytes(StandardCharsets.ISO_8859_1)), "EncryptionInfo");
            return bytes(container);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static byte[] onALargeStack(Maker maker) {
        Map<String, byte[]> made = new LinkedHashMap<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        made.put("", maker.make());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                "large stack",
                1L << 30);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return made.get("");
    }
}
