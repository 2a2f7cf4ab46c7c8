package huibao.spreadsheet;

import huibao.model.FindingKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a file is by its content; its name is never believed. */
public enum FileKind {
    EMPTY(FindingKind.EMPTY_FILE, "empty", Advice.OTHER),
    ZEROS(FindingKind.UNREADABLE_WORKBOOK, "zeros", Advice.OTHER),

    ZIP(FindingKind.UNSUPPORTED_FORMAT, "zip", Advice.ARCHIVE, "zip"),
    OLE(FindingKind.NOT_A_WORKBOOK, "ole", Advice.OTHER),

    XLSB(FindingKind.UNSUPPORTED_FORMAT, "xlsb", Advice.EXCEL, "xlsb"),
    ET(FindingKind.UNSUPPORTED_FORMAT, "et", Advice.WPS, "et", "ett"),
    EXCEL_2(FindingKind.UNSUPPORTED_FORMAT, "excel-2", Advice.OLD, "xls", "xlm", "xlc"),
    EXCEL_3(FindingKind.UNSUPPORTED_FORMAT, "excel-3", Advice.OLD, "xls", "xlm", "xlc", "xlw"),
    EXCEL_4(FindingKind.UNSUPPORTED_FORMAT, "excel-4", Advice.OLD, "xls", "xlm", "xlc", "xlw"),
    OLD_EXCEL(FindingKind.UNSUPPORTED_FORMAT, "excel-95", Advice.OLD, "xls", "xlt"),
    EXCEL_STREAM(FindingKind.UNSUPPORTED_FORMAT, "excel-stream", Advice.OLD, "xls"),
    SPREADSHEET_XML(FindingKind.UNSUPPORTED_FORMAT, "excel-xml", Advice.EXCEL, "xml"),
    ODS(FindingKind.UNSUPPORTED_FORMAT, "ods", Advice.LIBRE_OFFICE, "ods", "ots"),
    FLAT_ODS(FindingKind.UNSUPPORTED_FORMAT, "fods", Advice.LIBRE_OFFICE, "fods", "xml"),
    OPEN_OFFICE_CALC(FindingKind.UNSUPPORTED_FORMAT, "sxc", Advice.LIBRE_OFFICE, "sxc", "stc", "sdc"),
    UOF(FindingKind.UNSUPPORTED_FORMAT, "uof", Advice.WPS, "uof", "uos"),
    NUMBERS(FindingKind.UNSUPPORTED_FORMAT, "numbers", Advice.NUMBERS, "numbers"),
    SYLK(FindingKind.UNSUPPORTED_FORMAT, "sylk", Advice.EXCEL, "slk", "sylk"),
    DIF(FindingKind.UNSUPPORTED_FORMAT, "dif", Advice.EXCEL, "dif"),
    DBF(FindingKind.UNSUPPORTED_FORMAT, "dbf", Advice.EXCEL, "dbf"),
    LOTUS(FindingKind.UNSUPPORTED_FORMAT, "lotus", Advice.OLD, "wks", "wk1", "wk3", "wk4", "123", "wrk", "wr1"),
    QUATTRO(FindingKind.UNSUPPORTED_FORMAT, "quattro", Advice.OLD, "wq1", "wq2", "wb1", "wb2", "wb3", "qpw"),
    WORKS(FindingKind.UNSUPPORTED_FORMAT, "works", Advice.OLD, "wks", "xlr", "wdb", "wps"),
    COMMAS(FindingKind.UNSUPPORTED_FORMAT, "csv", Advice.DELIMITED, "csv", "txt"),
    TABS(FindingKind.UNSUPPORTED_FORMAT, "tsv", Advice.DELIMITED, "txt", "tsv", "tab"),
    OTHER_DELIMITERS(FindingKind.UNSUPPORTED_FORMAT, "delimited", Advice.DELIMITED, "csv", "txt"),
    HTML(FindingKind.UNSUPPORTED_FORMAT, "html", Advice.PAGE, "htm", "html", "xhtml"),
    MHTML(FindingKind.UNSUPPORTED_FORMAT, "mhtml", Advice.PAGE, "mht", "mhtml"),

    RAR(FindingKind.UNSUPPORTED_FORMAT, "rar", Advice.ARCHIVE, "rar"),
    SEVEN_ZIP(FindingKind.UNSUPPORTED_FORMAT, "7z", Advice.ARCHIVE, "7z"),
    GZIP(FindingKind.UNSUPPORTED_FORMAT, "gzip", Advice.ARCHIVE, "gz", "tgz"),
    OTHER_ARCHIVE(
            FindingKind.UNSUPPORTED_FORMAT,
            "archive",
            Advice.ARCHIVE,
            "tar",
            "bz2",
            "xz",
            "cab",
            "zst",
            "lzh",
            "arj",
            "ace",
            "z"),

    PDF(FindingKind.NOT_A_WORKBOOK, "pdf", Advice.DOCUMENT, "pdf"),
    PICTURE(
            FindingKind.NOT_A_WORKBOOK,
            "picture",
            Advice.PICTURE,
            "png",
            "jpg",
            "jpeg",
            "jfif",
            "gif",
            "bmp",
            "tif",
            "tiff",
            "webp",
            "heic",
            "svg",
            "emf",
            "wmf",
            "psd",
            "ico"),
    WORD(FindingKind.NOT_A_WORKBOOK, "word", Advice.DOCUMENT, "doc", "docx", "docm", "dot", "dotx", "wps", "wpt"),
    RTF(FindingKind.NOT_A_WORKBOOK, "rtf", Advice.DOCUMENT, "rtf"),
    POWERPOINT(FindingKind.NOT_A_WORKBOOK, "powerpoint", Advice.DOCUMENT, "ppt", "pptx", "pps", "ppsx", "dps"),
    OTHER_OFFICE(FindingKind.NOT_A_WORKBOOK, "office", Advice.DOCUMENT),
    OPEN_DOCUMENT(FindingKind.NOT_A_WORKBOOK, "odf", Advice.DOCUMENT, "odt", "odp", "odg", "fodt", "fodp", "sxw"),
    PAGES(FindingKind.NOT_A_WORKBOOK, "pages", Advice.DOCUMENT, "pages"),
    KEYNOTE(FindingKind.NOT_A_WORKBOOK, "keynote", Advice.DOCUMENT, "key"),
    LAYOUT(FindingKind.NOT_A_WORKBOOK, "layout", Advice.DOCUMENT, "ofd", "xps", "oxps", "ps", "djvu"),
    E_MAIL(FindingKind.NOT_A_WORKBOOK, "email", Advice.E_MAIL, "eml", "msg", "emlx", "mbox", "dat"),
    SHORTCUT(FindingKind.NOT_A_WORKBOOK, "shortcut", Advice.SHORTCUT, "lnk", "url", "webloc", "gsheet", "desktop"),
    LOCK(FindingKind.NOT_A_WORKBOOK, "lock", Advice.LOCK),
    APPLE_DOUBLE(FindingKind.NOT_A_WORKBOOK, "apple-double", Advice.APPLE_DOUBLE),
    DATABASE(FindingKind.NOT_A_WORKBOOK, "database", Advice.DATABASE, "mdb", "accdb", "db", "sqlite", "db3"),
    STATISTICS(FindingKind.NOT_A_WORKBOOK, "statistics", Advice.DATABASE, "sav", "sas7bdat", "dta"),
    MEDIA(FindingKind.NOT_A_WORKBOOK, "media", Advice.OTHER, "mp3", "mp4", "wav", "avi", "mov", "m4a", "amr"),
    PROGRAM(FindingKind.NOT_A_WORKBOOK, "program", Advice.OTHER, "exe", "dll", "com", "scr"),
    XML(FindingKind.NOT_A_WORKBOOK, "xml", Advice.OTHER, "xml"),
    TEXT(FindingKind.NOT_A_WORKBOOK, "text", Advice.DOCUMENT, "txt", "md", "log", "json", "prn"),
    UNKNOWN(FindingKind.NOT_A_WORKBOOK, "binary", Advice.OTHER);

    private static final Set<String> WORKBOOKS = Set.of("xlsx", "xlsm", "xls", "xltx", "xlt");

    private final FindingKind refusal;
    private final String label;
    private final Advice advice;
    private final List<String> extensions;

    FileKind(FindingKind refusal, String label, Advice advice, String... extensions) {
        this.refusal = refusal;
        this.label = label;
        this.advice = advice;
        this.extensions = List.of(extensions);
    }

    /** What helps the sender of a file that is no workbook; texts say it in words. */
    public enum Advice {
        EXCEL,
        WPS,
        NUMBERS,
        LIBRE_OFFICE,
        OLD,
        DELIMITED,
        PAGE,
        ARCHIVE,
        E_MAIL,
        DOCUMENT,
        PICTURE,
        SHORTCUT,
        LOCK,
        APPLE_DOUBLE,
        DATABASE,
        OTHER;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What is said of such a file if it is no workbook. */
    FindingKind refusal() {
        return refusal;
    }

    public String label() {
        return label;
    }

    Advice advice() {
        return advice;
    }

    /** Whether a name with this extension is that of something else; an extension that nobody knows says nothing. */
    boolean isContradictedBy(String extension) {
        boolean isKnown = WORKBOOKS.contains(extension)
                || Stream.of(values()).anyMatch(kind -> kind.extensions.contains(extension));
        return isKnown && !extensions.isEmpty() && !extensions.contains(extension);
    }
}
