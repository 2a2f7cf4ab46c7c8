package huibao.spec;

import huibao.testing.XlsBytes;
import huibao.testing.XlsBytes.Entry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Good workbooks as some programs leave them: with bytes behind their ends, unusual records, foreign elements. */
final class OddFile {

    private static final Pattern BEHIND = Pattern.compile("(\\d+) bytes of (\\w+) behind the (records|file)");
    private static final Pattern FORMAT = Pattern.compile("number format (\\d+) everywhere");
    private static final Pattern MERGES = Pattern.compile("(\\d+) merges and then (\\w+:\\w+)");

    private OddFile() {}

    /** The file made odd as said; empty if nobody here knows how. */
    static Optional<byte[]> become(byte[] file, String what) throws IOException {
        Matcher behind = BEHIND.matcher(what);
        if (behind.matches()) {
            byte[] tail = bytes(behind.group(2), Integer.parseInt(behind.group(1)));
            return Optional.of(
                    behind.group(3).equals("file")
                            ? joined(file, tail)
                            : XlsBytes.changed(file, stream -> joined(stream, tail)));
        }
        Matcher format = FORMAT.matcher(what);
        if (format.matches()) {
            short id = (short) Integer.parseInt(format.group(1));
            return Optional.of(XlsBytes.edited(
                    file,
                    records -> records.stream()
                            .filter(record -> record.kind() == XlsBytes.STYLE)
                            .forEach(style -> style.buffer().putShort(2, id))));
        }
        Matcher merges = MERGES.matcher(what);
        if (merges.matches()) {
            return Optional.of(merged(file, Integer.parseInt(merges.group(1)), merges.group(2)));
        }
        return Optional.ofNullable(
                switch (what) {
                    case "zeros between the sheets" -> sheets(file, List.of(1, 2, 3), new byte[700]);
                    case "the last sheet's records first" -> sheets(file, List.of(3, 2, 1), new byte[0]);
                    case "foreign cells over the figures" -> foreign(file);
                    case "rows hidden unless written" -> hiddenByDefault(file);
                    case "a row hidden because it is not written" -> unwritten(file);
                    case "a circle of blocks" -> circle(file);
                    default -> null;
                });
    }

    static byte[] bytes(String kind, int count) {
        byte[] bytes = new byte[count];
        switch (kind) {
            case "noise" -> new Random(count).nextBytes(bytes);
            case "ones" -> Arrays.fill(bytes, (byte) 0xff);
            case "text" -> Arrays.fill(bytes, (byte) 'A');
            case "records" -> fill(bytes, new byte[] {0x09, 0x08, 0x10, 0, 0, 6, 0x10, 0});
            case "ends" -> fill(bytes, new byte[] {0x0A, 0, 0, 0});
            case "packages" -> fill(bytes, new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0});
            default -> {}
        }
        return bytes;
    }

    private static void fill(byte[] bytes, byte[] with) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = with[i % with.length];
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] sheets(byte[] file, List<Integer> order, byte[] between) {
        return XlsBytes.changed(file, stream -> {
            List<List<Entry>> parts = XlsBytes.parts(XlsBytes.entries(stream));
            return XlsBytes.placed(
                    parts, order.stream().filter(part -> part < parts.size()).toList(), between);
        });
    }

    /** Elements called like cells, with other values, where extensions may stand, and attributes called like places. */
    private static byte[] foreign(byte[] file) throws IOException {
        String cells = "<x:row r=\"13\"><x:c r=\"E13\"><x:v>99</x:v></x:c></x:row>";
        return sheet(
                file,
                xml -> xml.replaceFirst("<worksheet ", "<worksheet xmlns:x=\"urn:example:other\" ")
                        .replace("</sheetData>", cells + "</sheetData>")
                        .replace(
                                "</worksheet>",
                                "<extLst><ext uri=\"{1}\">" + cells
                                        + "<row r=\"13\"><c r=\"E13\"><v>98</v></c></row></ext></extLst></worksheet>")
                        .replaceAll("<c r=\"(E1[0-9])\"", "<c x:r=\"Z1\" x:t=\"s\" r=\"$1\"")
                        .replaceAll("(<c [^>]*r=\"E13\"[^>]*>)", "$1<x:v>97</x:v>"));
    }

    private static byte[] hiddenByDefault(byte[] file) throws IOException {
        return sheet(file, OddFile::hidden);
    }

    private static String hidden(String xml) {
        return xml.contains("<sheetFormatPr ")
                ? xml.replaceFirst("<sheetFormatPr ", "<sheetFormatPr zeroHeight=\"1\" ")
                : xml.replaceFirst(
                        "<sheetData>", "<sheetFormatPr defaultRowHeight=\"15\" zeroHeight=\"1\"/><sheetData>");
    }

    /** The cells of line 13 stand in line 12's element. */
    private static byte[] unwritten(byte[] file) throws IOException {
        return sheet(file, xml -> hidden(xml).replaceFirst("</row><row r=\"13\"[^>]*>", ""));
    }

    private static byte[] merged(byte[] file, int others, String last) throws IOException {
        StringBuilder merges = new StringBuilder();
        for (int i = 0; i < others; i++) {
            merges.append("<mergeCell ref=\"AA%d:AB%d\"/>".formatted(i + 200, i + 200));
        }
        merges.append("<mergeCell ref=\"").append(last).append("\"/>");
        return sheet(file, xml -> xml.replaceFirst("<mergeCells[^>]*>", "<mergeCells>" + merges));
    }

    /** Each block of the container is said to be followed by itself. */
    private static byte[] circle(byte[] file) {
        byte[] changed = file.clone();
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(changed).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        int table = (bytes.getInt(0x4C) + 1) * 512;
        for (int block = 0; block < 128; block++) {
            if (bytes.getInt(table + 4 * block) > 0) {
                bytes.putInt(table + 4 * block, block);
            }
        }
        return changed;
    }

    private static byte[] sheet(byte[] file, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean changed = false;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] part = in.readAllBytes();
                if (entry.getName().startsWith("xl/worksheets/sheet")) {
                    String xml = new String(part, StandardCharsets.UTF_8);
                    if (xml.contains("r=\"E13\"") && xml.contains("r=\"J4\"")) {
                        part = change.apply(xml).getBytes(StandardCharsets.UTF_8);
                        changed |= !xml.equals(new String(part, StandardCharsets.UTF_8));
                    }
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(part);
                out.closeEntry();
            }
        }
        if (!changed) {
            throw new IllegalArgumentException("nothing was made odd");
        }
        return bytes.toByteArray();
    }
}
