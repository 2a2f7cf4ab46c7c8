package huibao.spreadsheet;

import huibao.model.FindingKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a file is by its first bytes; its name is never believed. Where one format begins like another, the one that
 * says more of itself stands first.
 */
public enum FileKind {
    EMPTY(FindingKind.EMPTY_FILE, "empty"),
    ZIP(FindingKind.UNSUPPORTED_FORMAT, "zip", "504b0304", "504b0506", "504b0708504b0304"),
    OLE(FindingKind.UNREADABLE_WORKBOOK, "ole", "d0cf11e0a1b11ae1"),
    OLD_EXCEL(FindingKind.UNSUPPORTED_FORMAT, "excel-95", "09000400", "0902", "0904", "0908"),
    RAR(FindingKind.UNSUPPORTED_FORMAT, "rar", "526172211a07"),
    SEVEN_ZIP(FindingKind.UNSUPPORTED_FORMAT, "7z", "377abcaf271c"),
    GZIP(FindingKind.UNSUPPORTED_FORMAT, "gzip", "1f8b"),
    PACKED(
            FindingKind.UNSUPPORTED_FORMAT,
            "packed",
            "425a68",
            "fd377a585a00",
            "4d534346",
            "28b52ffd",
            "257:7573746172"),
    LOTUS(
            FindingKind.UNSUPPORTED_FORMAT,
            "lotus",
            "000002000404",
            "000002000604",
            "00001a0000100400",
            "00001a0002100400",
            "00001a0003100400",
            "00001a0005100400"),
    QUATTRO(FindingKind.UNSUPPORTED_FORMAT, "quattro", "000002002051", "000002000110", "000002000210"),
    DATABASE(
            FindingKind.NOT_A_WORKBOOK,
            "database",
            "53514c69746520666f726d6174203300",
            "000100005374616e64617264204a6574",
            "000100005374616e6461726420414345"),
    PDF(FindingKind.NOT_A_WORKBOOK, "pdf", "25504446"),
    PICTURE(
            FindingKind.NOT_A_WORKBOOK,
            "picture",
            "89504e47",
            "ffd8ff",
            "47494638",
            "49492a00",
            "4d4d002a",
            "4:66747970686569",
            "4:667479706d696631",
            "8:57454250"),
    LINK(FindingKind.NOT_A_WORKBOOK, "link", "4c00000001140200"),
    PROGRAM(FindingKind.NOT_A_WORKBOOK, "program", "4d5a", "7f454c46"),
    SIDE_FILE(FindingKind.NOT_A_WORKBOOK, "side-file", "00051607", "00051600"),
    OWNER_FILE(FindingKind.NOT_A_WORKBOOK, "owner-file"),
    ZEROS(FindingKind.NOT_A_WORKBOOK, "zeros"),
    DBF(FindingKind.UNSUPPORTED_FORMAT, "dbf"),
    SYLK(FindingKind.UNSUPPORTED_FORMAT, "slk"),
    DIF(FindingKind.UNSUPPORTED_FORMAT, "dif"),
    RTF(FindingKind.NOT_A_WORKBOOK, "rtf", "7b5c727466"),
    MAIL(FindingKind.NOT_A_WORKBOOK, "mail"),
    WEB_ARCHIVE(FindingKind.UNSUPPORTED_FORMAT, "mhtml"),
    HTML(FindingKind.UNSUPPORTED_FORMAT, "html"),
    SPREADSHEET_XML(FindingKind.UNSUPPORTED_FORMAT, "xml"),
    FLAT_ODS(FindingKind.UNSUPPORTED_FORMAT, "fods"),
    UNICODE_TEXT(FindingKind.UNSUPPORTED_FORMAT, "utf-16"),
    DELIMITED_TEXT(FindingKind.UNSUPPORTED_FORMAT, "csv"),
    TEXT(FindingKind.NOT_A_WORKBOOK, "text"),
    UNKNOWN(FindingKind.NOT_A_WORKBOOK, "binary");

    private static final int HEAD_BYTES = 4096;

    /** Excel leaves one beside a workbook that is open: the user's name twice, once a byte and once two a letter. */
    private static final int OWNER_FILE_BYTES = 165;

    private final FindingKind refusal;
    private final String label;
    private final List<Signature> signatures;

    /** @param signatures bytes in hexadecimal the file begins with, or has at a place that stands before a colon */
    FileKind(FindingKind refusal, String label, String... signatures) {
        this.refusal = refusal;
        this.label = label;
        this.signatures = Stream.of(signatures).map(Signature::of).toList();
    }

    private record Signature(int at, String hex) {

        static Signature of(String text) {
            int colon = text.indexOf(':');
            return colon < 0
                    ? new Signature(0, text)
                    : new Signature(Integer.parseInt(text.substring(0, colon)), text.substring(colon + 1));
        }

        boolean isIn(String head) {
            return head.startsWith(hex, 2 * at);
        }
    }

    /** What is said of such a file if it is no workbook. */
    FindingKind refusal() {
        return refusal;
    }

    public String label() {
        return label;
    }

    static FileKind of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        if (head.length == 0) {
            return EMPTY;
        }
        String hex = HexFormat.of().formatHex(head);
        return Stream.of(values())
                .filter(kind -> kind.signatures.stream().anyMatch(signature -> signature.isIn(hex)))
                .findFirst()
                .or(() ->
                        ofLayout(head, Files.isRegularFile(file) ? file.toFile().length() : head.length))
                .orElseGet(() -> ofText(head));
    }

    /** What has no bytes of its own at the beginning. */
    private static Optional<FileKind> ofLayout(byte[] head, long size) {
        if (isZero(head)) {
            return Optional.of(ZEROS);
        }
        if (isBitmap(head)) {
            return Optional.of(PICTURE);
        }
        if (isDbf(head)) {
            return Optional.of(DBF);
        }
        boolean isOwnerFile = size == OWNER_FILE_BYTES && head[0] > 0 && head[0] <= 54 && head[55] == head[0];
        return isOwnerFile ? Optional.of(OWNER_FILE) : Optional.empty();
    }

    private static boolean isZero(byte[] head) {
        for (byte b : head) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBitmap(byte[] head) {
        return head.length > 30
                && head[0] == 'B'
                && head[1] == 'M'
                && isZero(Arrays.copyOfRange(head, 6, 10))
                && isZero(Arrays.copyOfRange(head, 15, 18));
    }

    /** A version, a day, and a header as long as its fields make it. */
    private static boolean isDbf(byte[] head) {
        List<Integer> versions = List.of(0x02, 0x03, 0x04, 0x30, 0x31, 0x32, 0x83, 0x8B, 0x8C, 0xF5);
        if (head.length < 33 || !versions.contains(head[0] & 0xff)) {
            return false;
        }
        int month = head[2];
        int day = head[3];
        int header = (head[8] & 0xff) | (head[9] & 0xff) << 8;
        boolean isDay = month >= 0 && month <= 12 && day >= 0 && day <= 31;
        return isDay && header > 32 && (header % 32 == 1 || (header - 263) % 32 == 1);
    }

    private static FileKind ofText(byte[] head) {
        Optional<String> written = HeadText.of(head, HEAD_BYTES);
        if (written.isEmpty()) {
            return UNKNOWN;
        }
        String text = written.get().toLowerCase(Locale.ROOT);
        String start = text.stripLeading();
        if (start.startsWith("id;p")) {
            return SYLK;
        }
        if (start.matches("(?s)table\\s*\\R\\s*0\\s*,\\s*1\\s*\\R.*")) {
            return DIF;
        }
        if (start.startsWith("<?xml") && text.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
            return SPREADSHEET_XML;
        }
        if (start.startsWith("<?xml") && text.contains("opendocument.spreadsheet")) {
            return FLAT_ODS;
        }
        boolean isMail = text.matches("(?s)(.*\\n)?(received|return-path|from|message-id):.*");
        if (text.contains("mime-version:") && (text.contains("multipart/related") || !isMail)) {
            return WEB_ARCHIVE;
        }
        if (isMail && text.matches("(?s)(.*\\n)?(subject|to|date):.*")) {
            return MAIL;
        }
        if (text.contains("<html") || text.contains("<table")) {
            return HTML;
        }
        boolean isTable = !start.startsWith("<") && (text.contains(",") || text.contains("\t") || text.contains(";"));
        if (HeadText.isUtf16(head)) {
            return isTable ? UNICODE_TEXT : TEXT;
        }
        return isTable ? DELIMITED_TEXT : TEXT;
    }
}
