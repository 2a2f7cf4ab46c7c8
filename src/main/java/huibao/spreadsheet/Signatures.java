package huibao.spreadsheet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The bytes that files of a kind begin with. */
final class Signatures {

    /** How far a PDF's mark may stand behind the beginning; all others stand before. */
    private static final int START_BYTES = 1024;

    /** Bytes at a place, each as the character of its number. */
    private record Signature(int at, String bytes, FileKind kind) {}

    private static final List<Signature> ALL = new ArrayList<>();

    static {
        hex(FileKind.ZIP, "504b0304", "504b0506", "504b0708504b0304", "504b3030504b0304");
        hex(FileKind.OLE, "d0cf11e0a1b11ae1");
        hex(FileKind.RAR, "526172211a07", "52457e5e");
        hex(FileKind.SEVEN_ZIP, "377abcaf271c");
        hex(FileKind.GZIP, "1f8b08");
        hex(FileKind.OTHER_ARCHIVE, "fd377a585a00", "4d53434600000000", "28b52ffd", "1f9d90", "60ea");
        text(FileKind.OTHER_ARCHIVE, 257, "ustar");
        text(FileKind.OTHER_ARCHIVE, 2, "-lh", "-lz");
        text(FileKind.OTHER_ARCHIVE, 7, "**ACE**");
        text(FileKind.OTHER_ARCHIVE, 4, "1AY&SY");
        text(FileKind.PDF, 0, "%PDF-");
        text(FileKind.LAYOUT, 0, "%!PS-Adobe", "AT&TFORM");
        hex(FileKind.LAYOUT, "c5d0d3c6");
        hex(
                FileKind.PICTURE,
                "89504e470d0a1a0a",
                "ffd8ff",
                "474946383761",
                "474946383961",
                "49492a00",
                "4d4d002a",
                "d7cdc69a",
                "384250530001",
                "0000000c6a5020200d0a870a");
        text(FileKind.PICTURE, 8, "WEBP");
        text(FileKind.PICTURE, 40, " EMF");
        text(FileKind.PICTURE, 4, "ftypheic", "ftypheix", "ftypmif1", "ftypavif");
        text(FileKind.MEDIA, 4, "ftyp");
        text(FileKind.MEDIA, 0, "ID3", "OggS", "#!AMR", "fLaC");
        text(FileKind.MEDIA, 8, "WAVEfmt", "AVI LIST");
        hex(FileKind.WORD, "31be000000ab", "32be000000ab", "dba52d00", "9ba52100", "9ba52d00");
        text(FileKind.OTHER_OFFICE, 0, "\u00ffWPC");
        hex(FileKind.E_MAIL, "789f3e22", "2142444e");
        hex(FileKind.SHORTCUT, "4c0000000114020000000000c000000000000046");
        text(FileKind.SHORTCUT, 0, "book\0\0\0\0mark");
        hex(FileKind.APPLE_DOUBLE, "00051607", "00051600");
        text(FileKind.DATABASE, 0, "SQLite format 3\0");
        text(FileKind.DATABASE, 4, "Standard Jet DB", "Standard ACE DB");
        text(FileKind.STATISTICS, 0, "$FL2", "$FL3", "<stata_dta>", "PAR1", "RDX2", "RDX3");
        hex(FileKind.STATISTICS, "000000000000000000000000c2ea8160b31411cfbd92080009c7318c181f1011");
        hex(FileKind.PROGRAM, "7f454c46", "cafebabe", "feedface", "feedfacf", "cefaedfe", "cffaedfe");
        hex(FileKind.EXCEL_2, "090004000200", "090004000000", "090004000700");
        hex(FileKind.EXCEL_3, "090206000000", "090206000003", "090206000300");
        hex(FileKind.EXCEL_4, "090406000000", "090406000004", "090406000400");
        hex(FileKind.OLD_EXCEL, "090808000005", "090808000000", "090806000005");
        hex(FileKind.EXCEL_STREAM, "090810000006", "090808000006");
        hex(FileKind.LOTUS, "0000020004", "0000020005", "000002000604", "00001a00");
        hex(FileKind.QUATTRO, "000002002051", "000002002151", "000002000110", "000002000210", "000002000710");
        hex(FileKind.WORKS, "ff0002000404", "ff0002000504", "205402000000");
    }

    private Signatures() {}

    private static void hex(FileKind kind, String... signatures) {
        for (String signature : signatures) {
            ALL.add(new Signature(0, latin(HexFormat.of().parseHex(signature)), kind));
        }
    }

    private static void text(FileKind kind, int at, String... signatures) {
        for (String signature : signatures) {
            ALL.add(new Signature(at, signature, kind));
        }
    }

    /** What a file is that begins so; empty if it may be text, or nobody knows. */
    static Optional<FileKind> of(byte[] head) {
        String start = latin(head);
        return ALL.stream()
                .filter(signature -> start.startsWith(signature.bytes(), signature.at()))
                .map(Signature::kind)
                .findFirst();
    }

    /** What a file is that is no text and bears its mark a little behind the beginning, or a mark of two letters. */
    static Optional<FileKind> ofLate(byte[] head) {
        String start = latin(head);
        if (start.contains("%PDF-")) {
            return Optional.of(FileKind.PDF);
        }
        if (start.startsWith("MZ")) {
            return Optional.of(FileKind.PROGRAM);
        }
        if (start.startsWith("BM") || start.startsWith("\0\0\1\0")) {
            return Optional.of(FileKind.PICTURE);
        }
        return start.startsWith("BZh") ? Optional.of(FileKind.OTHER_ARCHIVE) : Optional.empty();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, START_BYTES), StandardCharsets.ISO_8859_1);
    }
}
