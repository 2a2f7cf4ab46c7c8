package huibao.spreadsheet;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text is. */
final class TextKind {

    private static final Pattern ROOT = Pattern.compile("<([a-z_][\\w.-]*:)?([a-z_][\\w.-]*)");
    private static final Set<String> PAGE = Set.of(
            "html",
            "head",
            "body",
            "meta",
            "title",
            "style",
            "script",
            "table",
            "tr",
            "td",
            "div",
            "span",
            "font",
            "p",
            "center",
            "br",
            "link",
            "form",
            "frameset",
            "pre");
    private static final Pattern ADDRESSED = Pattern.compile(
            "^(to|cc|received|message-id|return-path|delivered-to|x-mailer|x-originating-ip):", Pattern.MULTILINE);
    private static final Pattern SENT =
            Pattern.compile("^from:[^\\n]*\\n(?:[^\\n]+\\n)*?(subject|date):", Pattern.MULTILINE);
    private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9-]{1,40}:[^\\n]*\\n");
    private static final Pattern MAILBOX = Pattern.compile("from \\S+@?\\S* +\\w{3} \\w{3}[^\\n]*\\n");
    private static final Pattern APPLE_MAIL = Pattern.compile("\\d+ *\\n(?=[a-z][a-z0-9-]+:)");
    private static final Pattern SHORTCUT =
            Pattern.compile("\\[internetshortcut]|\\[desktop entry]|\\{\\s*\"(url|doc_id)\"\\s*:\\s*\"[^\"]*\"");

    private TextKind() {}

    static FileKind of(String text) {
        String plain = text.stripLeading()
                .toLowerCase(Locale.ROOT)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        if (plain.startsWith("{\\rtf")) {
            return FileKind.RTF;
        }
        if (plain.startsWith("id;p")) {
            return FileKind.SYLK;
        }
        if (plain.startsWith("table\n0,1\n")) {
            return FileKind.DIF;
        }
        if (plain.startsWith("<")) {
            return ofMarkup(plain);
        }
        if (SHORTCUT.matcher(plain).lookingAt()) {
            return FileKind.SHORTCUT;
        }
        if (plain.startsWith(",") && plain.contains(",file:///") && plain.endsWith(";")) {
            return FileKind.LOCK;
        }
        return ofMail(plain)
                .or(() -> isPage(plain) ? Optional.of(FileKind.HTML) : Optional.empty())
                .or(() -> isObject(plain) ? Optional.of(FileKind.TEXT) : Optional.empty())
                .or(() -> Delimiters.of(text))
                .orElse(FileKind.TEXT);
    }

    private static boolean isPage(String plain) {
        return (plain.contains("<html") || plain.contains("<table")) && plain.contains("</");
    }

    /** JSON has as many commas as any table. */
    private static boolean isObject(String plain) {
        return (plain.startsWith("{") || plain.startsWith("[")) && plain.contains("\":");
    }

    private static FileKind ofMarkup(String plain) {
        Matcher root = ROOT.matcher(plain);
        String name = root.find() ? root.group(2) : "";
        if (PAGE.contains(name) || plain.startsWith("<!doctype html")) {
            return FileKind.HTML;
        }
        return switch (name) {
            case "workbook" ->
                plain.contains("urn:schemas-microsoft-com:office:spreadsheet")
                        ? FileKind.SPREADSHEET_XML
                        : FileKind.XML;
            case "worddocument" -> FileKind.WORD;
            case "package" -> plain.contains("progid=\"powerpoint") ? FileKind.POWERPOINT : ofPackage(plain);
            case "document", "document-content" -> ofOpenDocument(plain);
            case "uof" -> ofUof(plain);
            case "svg" -> FileKind.PICTURE;
            case "plist" -> plain.contains("<key>url</key>") ? FileKind.SHORTCUT : FileKind.XML;
            default -> isPage(plain) ? FileKind.HTML : FileKind.XML;
        };
    }

    private static FileKind ofPackage(String plain) {
        return plain.contains("progid=\"word") || plain.contains("/word/document.xml") ? FileKind.WORD : FileKind.XML;
    }

    private static FileKind ofOpenDocument(String plain) {
        if (plain.contains("opendocument.spreadsheet") || plain.contains("sun.xml.calc")) {
            return FileKind.FLAT_ODS;
        }
        return plain.contains("opendocument") ? FileKind.OPEN_DOCUMENT : FileKind.XML;
    }

    /** UOF writes texts and slides as well. */
    private static FileKind ofUof(String plain) {
        return plain.contains("vnd.uof.text") || plain.contains("vnd.uof.presentation")
                ? FileKind.OTHER_OFFICE
                : FileKind.UOF;
    }

    /** A letter that was sent, or a page with its pictures, written as one. */
    private static Optional<FileKind> ofMail(String plain) {
        String start = APPLE_MAIL.matcher(plain).replaceFirst("");
        if (MAILBOX.matcher(start).lookingAt()) {
            return Optional.of(FileKind.E_MAIL);
        }
        if (!FIELD.matcher(start).lookingAt()) {
            return Optional.empty();
        }
        int end = start.indexOf("\n\n");
        String fields = (end < 0 ? start : start.substring(0, end)) + "\n";
        if (fields.contains("snapshot-content-location:") || fields.contains("x-document-type:")) {
            return Optional.of(FileKind.MHTML);
        }
        boolean isMime = fields.contains("mime-version:") || fields.contains("content-type:");
        boolean isSent = ADDRESSED.matcher(fields).find();
        if (isSent && (isMime || SENT.matcher(fields).find())) {
            return Optional.of(FileKind.E_MAIL);
        }
        if (!isMime) {
            return Optional.empty();
        }
        boolean isLetter = fields.contains("multipart/mixed")
                || fields.contains("multipart/alternative")
                || fields.contains("text/plain");
        return Optional.of(isLetter ? FileKind.E_MAIL : FileKind.MHTML);
    }
}
