package huibao.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a zip file is that is no workbook, told by its parts. */
final class PackageKind {

    private static final int START_BYTES = 256;
    private static final Pattern NUMBERS_BUNDLE = Pattern.compile("(.*/)?[^/]+\\.numbers/.*");
    private static final Pattern PAGES_BUNDLE = Pattern.compile("(.*/)?[^/]+\\.pages/.*");
    private static final Pattern KEYNOTE_BUNDLE = Pattern.compile("(.*/)?[^/]+\\.key/.*");
    /** The number by which Pages calls its document, as its first message states it. */
    private static final String PAGES_DOCUMENT = "08904e";

    private final XlsxParts parts;
    private final Set<String> names;

    private PackageKind(XlsxParts parts, Set<String> names) {
        this.parts = parts;
        this.names = names;
    }

    /** @param names of its parts, in lower case */
    static FileKind of(XlsxParts parts, Set<String> names) throws IOException {
        return new PackageKind(parts, names).kind();
    }

    /** Whether its parts are those of a package of Office, so that damage to it is damage to a workbook. */
    static boolean isOffice(Set<String> names) {
        return names.contains("[content_types].xml")
                || names.contains("_rels/.rels")
                || names.stream().anyMatch(name -> name.startsWith("xl/"));
    }

    private FileKind kind() throws IOException {
        if (names.contains("xl/workbook.bin")) {
            return FileKind.XLSB;
        }
        if (any("word/")) {
            return FileKind.WORD;
        }
        if (any("ppt/")) {
            return FileKind.POWERPOINT;
        }
        if (any("visio/")) {
            return FileKind.OTHER_OFFICE;
        }
        if (names.contains("ofd.xml")
                || names.contains("fixeddocseq.fdseq")
                || names.contains("fixeddocumentsequence.fdseq")) {
            return FileKind.LAYOUT;
        }
        if (names.contains("uof/uof.xml") || names.contains("uof.xml")) {
            return FileKind.UOF;
        }
        Optional<FileKind> apple = ofApple();
        return apple.isPresent() ? apple.get() : ofOpenDocument();
    }

    private FileKind ofOpenDocument() throws IOException {
        String type = new String(start("mimetype"), StandardCharsets.US_ASCII);
        if (type.startsWith("application/vnd.oasis.opendocument.spreadsheet")) {
            return FileKind.ODS;
        }
        if (type.startsWith("application/vnd.sun.xml.calc")) {
            return FileKind.OPEN_OFFICE_CALC;
        }
        if (type.startsWith("application/vnd.oasis.opendocument") || type.startsWith("application/vnd.sun.xml")) {
            return FileKind.OPEN_DOCUMENT;
        }
        if (type.startsWith("application/epub")) {
            return FileKind.LAYOUT;
        }
        return names.contains("content.xml") && names.contains("meta-inf/manifest.xml") ? FileKind.ODS : FileKind.ZIP;
    }

    /** iWork writes a package, or a folder of which a Mac makes a zip. */
    private Optional<FileKind> ofApple() throws IOException {
        if (names.contains("index.apxl") || names.contains("index.apxl.gz")) {
            return Optional.of(FileKind.KEYNOTE);
        }
        if (names.contains("buildversionhistory.plist")
                && (names.contains("index.xml") || names.contains("index.xml.gz"))) {
            return Optional.of(ofOldApple());
        }
        if (any("index/slide") || any("index/masterslide") || any("index/templateslide")) {
            return Optional.of(FileKind.KEYNOTE);
        }
        if (names.contains("index/document.iwa")) {
            String start = HexFormat.of().formatHex(start("index/document.iwa"));
            return Optional.of(start.contains(PAGES_DOCUMENT) ? FileKind.PAGES : FileKind.NUMBERS);
        }
        if (names.contains("index.zip")
                || names.stream()
                        .anyMatch(name -> name.endsWith("/index.zip") || name.endsWith("/index/document.iwa"))) {
            return ofBundle();
        }
        return Optional.empty();
    }

    private Optional<FileKind> ofBundle() {
        if (names.stream().anyMatch(KEYNOTE_BUNDLE.asMatchPredicate())) {
            return Optional.of(FileKind.KEYNOTE);
        }
        if (names.stream().anyMatch(PAGES_BUNDLE.asMatchPredicate())) {
            return Optional.of(FileKind.PAGES);
        }
        Predicate<String> isNumbers = NUMBERS_BUNDLE.asMatchPredicate();
        return names.stream().anyMatch(isNumbers) || any("metadata/")
                ? Optional.of(FileKind.NUMBERS)
                : Optional.empty();
    }

    /** Until 2013 the document was XML, whose first element tells the program. */
    private FileKind ofOldApple() throws IOException {
        String start = new String(start("index.xml"), StandardCharsets.UTF_8);
        return start.contains("<sl:document") ? FileKind.PAGES : FileKind.NUMBERS;
    }

    private boolean any(String folder) {
        return names.stream().anyMatch(name -> name.startsWith(folder));
    }

    private byte[] start(String part) throws IOException {
        Optional<InputStream> source = parts.open(part);
        if (source.isEmpty()) {
            return new byte[0];
        }
        try (InputStream in = source.get()) {
            return in.readNBytes(START_BYTES);
        }
    }
}
