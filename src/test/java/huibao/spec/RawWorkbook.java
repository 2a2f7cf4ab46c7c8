package huibao.spec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook written part by part, as programs write it that no library imitates on purpose. It takes the
 * cells of a filled form and adds the oddities it is told to.
 */
final class RawWorkbook {

    /** What it can do, in the words the specification uses. */
    static final Set<String> ODDITIES = Set.of(
            "plain",
            "wrong dimension",
            "no addresses",
            "inline strings",
            "rich text",
            "phonetic hints",
            "strict",
            "dates from 1904",
            "shared formulas",
            "escapes",
            "absolute targets",
            "cell images",
            "no styles",
            "odd number formats",
            "bad core properties",
            "no content types",
            "prefixes",
            "absent sheet",
            "byte order marks",
            "utf-16",
            "backslashes",
            "spaces around values",
            "unknown elements",
            "long floats",
            "declared entity",
            "bomb");

    private static final int BOMB_BYTES = 300 << 20;

    private final Set<String> oddities;
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private RawWorkbook(Set<String> oddities) {
        this.oddities = new TreeSet<>(oddities);
    }

    /** The form's cells written anew. */
    static byte[] write(byte[] form, Set<String> oddities) throws IOException {
        if (!ODDITIES.containsAll(oddities)) {
            throw new IllegalArgumentException("nobody writes " + oddities);
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form))) {
            RawWorkbook raw = new RawWorkbook(oddities);
            raw.write(workbook);
            return raw.zip();
        }
    }

    private boolean has(String oddity) {
        return oddities.contains(oddity);
    }

    private void write(XSSFWorkbook workbook) {
        List<String> texts = new ArrayList<>();
        StringBuilder sheets = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            Sheet sheet = workbook.getSheetAt(i);
            String part = "worksheets/sheet" + (i + 1) + ".xml";
            part("xl/" + part, new RawSheet(sheet, oddities, texts).xml());
            String state = workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE ? "" : " state=\"hidden\"";
            sheets.append("<sheet name=\"%s\" sheetId=\"%d\"%s r:id=\"rId%d\"/>"
                    .formatted(RawSheet.escaped(sheet.getSheetName()), i + 1, state, i + 1));
            relations.append(relation("rId" + (i + 1), "worksheet", part));
        }
        if (has("absent sheet")) {
            sheets.append("<sheet name=\"失踪\" sheetId=\"99\" r:id=\"rId99\"/>");
            relations.append(relation("rId99", "worksheet", "worksheets/sheet99.xml"));
        }
        relations.append(relation("rIdTexts", "sharedStrings", "sharedStrings.xml"));
        if (!has("no styles")) {
            relations.append(relation("rIdStyles", "styles", "styles.xml"));
            part("xl/styles.xml", styles());
        }
        part("xl/workbook.xml", workbookXml(workbook, sheets));
        part("xl/_rels/workbook.xml.rels", relationships(relations.toString()));
        part("xl/sharedStrings.xml", strings(texts));
        if (has("cell images")) {
            part(
                    "xl/cellimages.xml",
                    "<etc:cellImages xmlns:etc=\"http://www.wps.cn/officeDocument/2017/etCustomData\"/>");
        }
        if (has("bad core properties")) {
            part("docProps/core.xml", "<cp:coreProperties><dcterms:created>昨天</dcterms:created>");
        }
        part(
                "_rels/.rels",
                relationships("<Relationship Id=\"rId1\" Type=\"" + relationType("officeDocument") + "\" Target=\""
                        + (has("absolute targets") ? "/" : "") + "xl/workbook.xml\"/>"));
        if (!has("no content types")) {
            part("[Content_Types].xml", contentTypes(workbook.getNumberOfSheets()));
        }
    }

    private String workbookXml(XSSFWorkbook workbook, StringBuilder sheets) {
        StringBuilder names = new StringBuilder();
        for (Name name : workbook.getAllNames()) {
            if (name.getNameName().startsWith("HUIBAO_")) {
                names.append("<definedName name=\"%s\" hidden=\"1\">%s</definedName>"
                        .formatted(name.getNameName(), RawSheet.escaped(name.getRefersToFormula())));
            }
        }
        String properties = has("dates from 1904") ? "<workbookPr date1904=\"1\"/>" : "<workbookPr/>";
        return RawSheet.root(
                oddities,
                "workbook",
                properties + "<sheets>" + sheets + "</sheets><definedNames>" + names + "</definedNames>");
    }

    private String strings(List<String> texts) {
        StringBuilder items = new StringBuilder();
        texts.forEach(text ->
                items.append("<si>").append(RawSheet.text(oddities, text)).append("</si>"));
        return RawSheet.root(oddities, "sst", items.toString());
    }

    /** 0 is general, 1 a date, 2 a percentage. */
    private String styles() {
        String date = has("odd number formats") ? "31" : "14";
        String odd = has("odd number formats")
                ? "<numFmts count=\"2\"><numFmt numFmtId=\"9999999999\" formatCode=\"\"/>"
                        + "<numFmt numFmtId=\"4097\" formatCode=\"#,##0.0000_ ;[Red]\\-#,##0.0000\\ \"/></numFmts>"
                : "";
        return RawSheet.root(
                oddities,
                "styleSheet",
                odd
                        + "<cellXfs count=\"3\"><xf numFmtId=\"%s\"/><xf numFmtId=\"%s\"/><xf numFmtId=\"10\"/></cellXfs>"
                                .formatted(has("odd number formats") ? "4097" : "0", date));
    }

    private String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>"
                .formatted(id, relationType(type), (has("absolute targets") ? "/xl/" : "") + target);
    }

    private String relationType(String type) {
        return (has("strict")
                        ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
                        : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/")
                + type;
    }

    private static String relationships(String relations) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                + "</Relationships>";
    }

    private static String contentTypes(int sheets) {
        String main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        StringBuilder types =
                new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + main + "sheet.main+xml\"/>");
        for (int i = 1; i <= sheets; i++) {
            types.append("<Override PartName=\"/xl/worksheets/sheet%d.xml\" ContentType=\"%sworksheet+xml\"/>"
                    .formatted(i, main));
        }
        return types.append("</Types>").toString();
    }

    private void part(String name, String xml) {
        String entity = has("declared entity") && name.endsWith("sheet1.xml")
                ? "<!DOCTYPE worksheet [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                : "";
        String encoding = has("utf-16") ? "UTF-16" : "UTF-8";
        String text = "<?xml version=\"1.0\" encoding=\"" + encoding + "\" standalone=\"yes\"?>" + entity + xml;
        byte[] bytes = has("utf-16")
                ? text.getBytes(StandardCharsets.UTF_16)
                : ((has("byte order marks") ? "\ufeff" : "") + text).getBytes(StandardCharsets.UTF_8);
        parts.put(has("backslashes") ? name.replace('/', '\\') : name, bytes);
    }

    private byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
                if (has("bomb") && part.getKey().endsWith("sheet1.xml")) {
                    byte[] spaces = new byte[1 << 20];
                    java.util.Arrays.fill(spaces, (byte) ' ');
                    for (int written = 0; written < BOMB_BYTES; written += spaces.length) {
                        out.write(spaces);
                    }
                }
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** A decimal as Excel stores it: seventeen digits of the nearest binary fraction. */
    static String longFloat(double value) {
        return new BigDecimal(value).round(new java.math.MathContext(17)).toString();
    }
}
