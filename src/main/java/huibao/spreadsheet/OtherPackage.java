package huibao.spreadsheet;

import huibao.model.FindingKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a package or container is that holds no workbook this reader takes, by the names of its parts. */
enum OtherPackage {
    XLSB(FindingKind.UNSUPPORTED_FORMAT, "xlsb", name -> name.equals("xl/workbook.bin")),
    WORD(FindingKind.NOT_A_WORKBOOK, "word", name -> name.startsWith("word/")),
    POWERPOINT(FindingKind.NOT_A_WORKBOOK, "powerpoint", name -> name.startsWith("ppt/")),
    DRAWING(FindingKind.NOT_A_WORKBOOK, "office", name -> name.startsWith("visio/")),
    APPLE(
            FindingKind.UNSUPPORTED_FORMAT,
            "numbers",
            name -> name.endsWith(".iwa") || name.endsWith("index.zip") || name.equals("index.apxl")),
    OFD(FindingKind.NOT_A_WORKBOOK, "ofd", name -> name.equals("ofd.xml")),
    OLD_WORD(FindingKind.NOT_A_WORKBOOK, "word", name -> name.equals("worddocument") || name.equals("wpsdocument")),
    OLD_POWERPOINT(FindingKind.NOT_A_WORKBOOK, "powerpoint", name -> name.equals("powerpoint document")),
    MESSAGE(FindingKind.NOT_A_WORKBOOK, "mail", name -> name.startsWith("__properties_version")),
    OLD_DRAWING(FindingKind.NOT_A_WORKBOOK, "office", name -> name.equals("visiodocument")),
    WORKS(FindingKind.UNSUPPORTED_FORMAT, "works", name -> name.equals("matost") || name.equals("matadorobject")),
    QUATTRO(FindingKind.UNSUPPORTED_FORMAT, "quattro", name -> name.startsWith("nativecontent_")),
    KINGSOFT(FindingKind.UNSUPPORTED_FORMAT, "et", name -> name.startsWith("et"));

    /** Parts an OpenDocument file always has; what it is stands in the first of them. */
    private static final Set<String> OPEN_DOCUMENT = Set.of("mimetype", "content.xml");

    private final FindingKind refusal;
    private final String label;
    private final Predicate<String> part;

    OtherPackage(FindingKind refusal, String label, Predicate<String> part) {
        this.refusal = refusal;
        this.label = label;
        this.part = part;
    }

    /**
     * What it is; empty if none of these.
     *
     * @param names of its parts, in small letters
     */
    static Optional<RefusedException> among(Set<String> names) {
        return Stream.of(values())
                .filter(kind -> names.stream().anyMatch(kind.part))
                .findFirst()
                .map(kind -> new RefusedException(kind.refusal, kind.label));
    }

    /** Whether the parts are those of an OpenDocument file. */
    static boolean isOpenDocument(Set<String> names) {
        return names.containsAll(OPEN_DOCUMENT);
    }

    /**
     * What an OpenDocument file is.
     *
     * @param type its media type
     */
    static RefusedException openDocument(String type) {
        for (String other : List.of("text", "presentation", "graphics")) {
            if (type.contains("opendocument." + other)) {
                return new RefusedException(FindingKind.NOT_A_WORKBOOK, "open-document");
            }
        }
        return new RefusedException(FindingKind.UNSUPPORTED_FORMAT, "ods");
    }
}
