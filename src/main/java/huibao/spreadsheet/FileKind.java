package huibao.spreadsheet;

import huibao.model.FindingKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file is by its first bytes; its name is never believed. */
public enum FileKind {
    EMPTY(FindingKind.EMPTY_FILE, "empty"),
    ZIP(FindingKind.UNSUPPORTED_FORMAT, "zip"),
    OLE(FindingKind.UNREADABLE_WORKBOOK, "ole"),
    OLD_EXCEL(FindingKind.UNSUPPORTED_FORMAT, "excel-95"),
    RAR(FindingKind.UNSUPPORTED_FORMAT, "rar"),
    SEVEN_ZIP(FindingKind.UNSUPPORTED_FORMAT, "7z"),
    GZIP(FindingKind.UNSUPPORTED_FORMAT, "gzip"),
    HTML(FindingKind.UNSUPPORTED_FORMAT, "html"),
    SPREADSHEET_XML(FindingKind.UNSUPPORTED_FORMAT, "xml"),
    DELIMITED_TEXT(FindingKind.UNSUPPORTED_FORMAT, "csv"),
    PDF(FindingKind.NOT_A_WORKBOOK, "pdf"),
    PICTURE(FindingKind.NOT_A_WORKBOOK, "picture"),
    TEXT(FindingKind.NOT_A_WORKBOOK, "text"),
    UNKNOWN(FindingKind.NOT_A_WORKBOOK, "binary");

    private static final int HEAD_BYTES = 4096;

    private final FindingKind refusal;
    private final String label;

    FileKind(FindingKind refusal, String label) {
        this.refusal = refusal;
        this.label = label;
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
        String magic = HexFormat.of().formatHex(head, 0, Math.min(8, head.length));
        if (magic.startsWith("504b0304") || magic.startsWith("504b0506")) {
            return ZIP;
        }
        if (magic.equals("d0cf11e0a1b11ae1")) {
            return OLE;
        }
        if (magic.startsWith("526172211a07")) {
            return RAR;
        }
        if (magic.startsWith("377abcaf271c")) {
            return SEVEN_ZIP;
        }
        if (magic.startsWith("1f8b")) {
            return GZIP;
        }
        if (magic.startsWith("25504446")) {
            return PDF;
        }
        if (magic.startsWith("89504e47") || magic.startsWith("ffd8ff") || magic.startsWith("47494638")) {
            return PICTURE;
        }
        if (magic.startsWith("0908") || magic.startsWith("0904") || magic.startsWith("0902")) {
            return OLD_EXCEL;
        }
        return ofText(head);
    }

    private static FileKind ofText(byte[] head) {
        String text = decode(head).toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return UNKNOWN;
        }
        if (text.contains("urn:schemas-microsoft-com:office:spreadsheet")
                && text.stripLeading().startsWith("<?xml")) {
            return SPREADSHEET_XML;
        }
        if (text.contains("<html") || text.contains("<table") || text.contains("mime-version:")) {
            return HTML;
        }
        boolean markup = text.stripLeading().startsWith("<") || text.startsWith("{\\rtf");
        return !markup && (text.contains(",") || text.contains("\t") || text.contains(";")) ? DELIMITED_TEXT : TEXT;
    }

    /** The text, or nothing if it holds bytes that no text file has. */
    private static String decode(byte[] head) {
        if (head.length > 1 && ((head[0] == -1 && head[1] == -2) || (head[0] == -2 && head[1] == -1))) {
            return new String(head, StandardCharsets.UTF_16).replace("\ufeff", "");
        }
        for (byte b : head) {
            if (b >= 0 && b < 9) {
                return "";
            }
        }
        // A head cut inside a character has to lose its last bytes to be text.
        int whole = head.length == HEAD_BYTES ? HEAD_BYTES - 4 : head.length;
        for (int length = head.length; length >= whole && length > 0; length--) {
            for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
                Optional<String> text = decode(head, length, charset);
                if (text.isPresent()) {
                    return text.get();
                }
            }
        }
        return "";
    }

    private static Optional<String> decode(byte[] head, int length, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .decode(ByteBuffer.wrap(head, 0, length))
                    .toString();
            return Optional.of(text.replace("\ufeff", ""));
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
