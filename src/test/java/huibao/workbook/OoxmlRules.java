package huibao.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What Excel insists on and libraries do not: where one of these is broken, Excel offers to "repair" the
 * file. From ECMA-376 part 1 (order of CT_Worksheet) and Excel's published limits.
 */
public final class OoxmlRules {

    private static final List<String> ORDER = List.of(
            "sheetPr",
            "dimension",
            "sheetViews",
            "sheetFormatPr",
            "cols",
            "sheetData",
            "sheetCalcPr",
            "sheetProtection",
            "protectedRanges",
            "scenarios",
            "autoFilter",
            "sortState",
            "dataConsolidate",
            "customSheetViews",
            "mergeCells",
            "phoneticPr",
            "conditionalFormatting",
            "dataValidations",
            "hyperlinks",
            "printOptions",
            "pageMargins",
            "pageSetup",
            "headerFooter",
            "rowBreaks",
            "colBreaks",
            "customProperties",
            "cellWatches",
            "ignoredErrors",
            "smartTags",
            "drawing",
            "legacyDrawing",
            "legacyDrawingHF",
            "picture",
            "oleObjects",
            "controls",
            "webPublishItems",
            "tableParts",
            "extLst");
    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_SHORT_TEXT = 255;
    private static final int LONGEST_TITLE = 32;
    private static final int LONGEST_SHEET_NAME = 31;
    private static final int MOST_STYLES = 500;
    private static final double TALLEST_ROW = 409.5;
    private static final double WIDEST_COLUMN = 255;

    private final Map<String, Document> parts = new TreeMap<>();
    private final List<String> broken = new ArrayList<>();
    private final List<String> sheets = new ArrayList<>();

    private OoxmlRules() {}

    /** What an .xlsx breaks, in words; empty if nothing. */
    public static List<String> brokenBy(byte[] xlsx) throws IOException {
        OoxmlRules rules = new OoxmlRules();
        rules.open(xlsx);
        rules.workbook();
        rules.styles();
        rules.parts.forEach((name, part) -> {
            if (name.startsWith("xl/worksheets/sheet")) {
                rules.sheet(name, part);
            } else if (name.startsWith("xl/comments")) {
                rules.comments(name, part);
            }
        });
        for (Element text : all(rules.parts.get("xl/sharedStrings.xml"), "si")) {
            rules.atMost("a text", text.getTextContent(), LONGEST_TEXT);
        }
        return rules.broken;
    }

    private void open(byte[] xlsx) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(xlsx))) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".xml")) {
                    byte[] content = zip.readAllBytes();
                    parts.put(entry.getName(), factory.newDocumentBuilder().parse(new ByteArrayInputStream(content)));
                }
            }
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("not well-formed", e);
        }
    }

    private void workbook() {
        Document workbook = parts.get("xl/workbook.xml");
        Set<String> names = new HashSet<>();
        for (Element sheet : all(workbook, "sheet")) {
            String name = sheet.getAttribute("name");
            sheets.add(name);
            check(names.add(name.toLowerCase(Locale.ROOT)), "two sheets are named " + name);
            atMost("sheet name", name, LONGEST_SHEET_NAME);
            check(!name.matches(".*[\\[\\]:*?/\\\\].*|'.*|.*'"), "sheet name " + name);
        }
        Set<String> defined = new HashSet<>();
        for (Element element : all(workbook, "definedName")) {
            String name = element.getAttribute("name");
            String scope = element.getAttribute("localSheetId");
            String refers = element.getTextContent();
            check(defined.add(name.toLowerCase(Locale.ROOT) + "/" + scope), "two names " + name + " in " + scope);
            check(!refers.isEmpty() && !refers.contains("#REF!"), name + " refers to " + refers);
            if (name.startsWith("_xlnm.")) {
                String sheet = sheets.get(Integer.parseInt(scope));
                String here = "(?:" + Pattern.quote("'" + sheet.replace("'", "''") + "'!") + "|"
                        + Pattern.quote(sheet + "!") + ")";
                String pattern = name.equals("_xlnm.Print_Titles")
                        ? "(" + here + "\\$[A-Z]+:\\$[A-Z]+,)?" + here + "\\$[0-9]+:\\$[0-9]+"
                        : here + "\\$[A-Z]+\\$[0-9]+(:\\$[A-Z]+\\$[0-9]+)?";
                check(refers.matches(pattern), name + " refers to " + refers);
            }
        }
    }

    private void styles() {
        int count = all(parts.get("xl/styles.xml"), "cellXfs").stream()
                .mapToInt(element -> element.getElementsByTagNameNS("*", "xf").getLength())
                .sum();
        check(count <= MOST_STYLES, count + " cell styles");
    }

    private void sheet(String name, Document sheet) {
        int last = -1;
        NodeList children = sheet.getDocumentElement().getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                int place = ORDER.indexOf(child.getLocalName());
                check(place >= last && place >= 0, name + ": " + child.getLocalName() + " stands out of order");
                last = place;
            }
        }
        rows(name, sheet);
        merges(name, sheet);
        validations(name, sheet);
        Set<String> priorities = new HashSet<>();
        all(sheet, "cfRule")
                .forEach(rule -> check(
                        priorities.add(rule.getAttribute("priority")), name + ": two rules of the same priority"));
        all(sheet, "col").forEach(col -> check(Double.parseDouble(col.getAttribute("width")) <= WIDEST_COLUMN, name));
        for (String tag : List.of("oddHeader", "oddFooter")) {
            all(sheet, tag).forEach(text -> atMost(name + " " + tag, text.getTextContent(), LONGEST_SHORT_TEXT));
        }
        Set<String> linked = new HashSet<>();
        for (Element link : all(sheet, "hyperlink")) {
            String ref = link.getAttribute("ref");
            String location = link.getAttribute("location");
            check(linked.add(ref), name + ": two links on " + ref);
            check(location.isEmpty() || sheets.contains(sheetOf(location)), name + "!" + ref + " leads to " + location);
        }
    }

    private static String sheetOf(String location) {
        String sheet = location.substring(0, Math.max(0, location.lastIndexOf('!')));
        return sheet.startsWith("'") ? sheet.substring(1, sheet.length() - 1).replace("''", "'") : sheet;
    }

    private void rows(String name, Document sheet) {
        int styles = all(parts.get("xl/styles.xml"), "cellXfs")
                .get(0)
                .getElementsByTagNameNS("*", "xf")
                .getLength();
        int strings = all(parts.get("xl/sharedStrings.xml"), "si").size();
        int row = 0;
        for (Element element : all(sheet, "row")) {
            int number = Integer.parseInt(element.getAttribute("r"));
            check(number > row, name + ": row " + number + " after " + row);
            row = number;
            String height = element.getAttribute("ht");
            check(height.isEmpty() || Double.parseDouble(height) <= TALLEST_ROW, name + ": height of row " + row);
            int column = -1;
            for (Element cell : all(element, "c")) {
                CellReference at = new CellReference(cell.getAttribute("r"));
                check(at.getCol() > column && at.getRow() == row - 1, name + ": cell " + cell.getAttribute("r"));
                column = at.getCol();
                String style = cell.getAttribute("s");
                check(style.isEmpty() || Integer.parseInt(style) < styles, name + ": style of " + at);
                if (cell.getAttribute("t").equals("s")) {
                    check(Integer.parseInt(cell.getTextContent()) < strings, name + ": text of " + at);
                }
            }
        }
    }

    private void merges(String name, Document sheet) {
        Map<Integer, List<CellRangeAddress>> byRow = new HashMap<>();
        for (Element element : all(sheet, "mergeCell")) {
            CellRangeAddress range = CellRangeAddress.valueOf(element.getAttribute("ref"));
            check(range.getNumberOfCells() > 1, name + ": merge of one cell " + element.getAttribute("ref"));
            for (int row = range.getFirstRow(); row <= range.getLastRow(); row++) {
                List<CellRangeAddress> others = byRow.computeIfAbsent(row, key -> new ArrayList<>());
                check(others.stream().noneMatch(range::intersects), name + ": overlapping merge " + range);
                others.add(range);
            }
        }
    }

    private void validations(String name, Document sheet) {
        for (Element list : all(sheet, "dataValidations")) {
            int stated = Integer.parseInt(list.getAttribute("count"));
            check(stated == all(list, "dataValidation").size(), name + ": count of validations");
        }
        for (Element element : all(sheet, "dataValidation")) {
            String at = name + "!" + element.getAttribute("sqref");
            check(!element.getAttribute("sqref").isEmpty(), at);
            atMost(at, element.getAttribute("prompt"), LONGEST_SHORT_TEXT);
            atMost(at, element.getAttribute("error"), LONGEST_SHORT_TEXT);
            atMost(at, element.getAttribute("promptTitle"), LONGEST_TITLE);
            atMost(at, element.getAttribute("errorTitle"), LONGEST_TITLE);
            for (String tag : List.of("formula1", "formula2")) {
                all(element, tag).forEach(formula -> atMost(at, formula.getTextContent(), LONGEST_SHORT_TEXT));
            }
        }
    }

    private void comments(String name, Document comments) {
        Set<String> refs = new HashSet<>();
        for (Element comment : all(comments, "comment")) {
            String ref = comment.getAttribute("ref");
            check(refs.add(ref), name + ": two notes on " + ref);
            atMost(name + "!" + ref, comment.getTextContent(), LONGEST_TEXT);
        }
    }

    private void atMost(String what, String text, int length) {
        check(text.length() <= length, what + " has " + text.length() + " characters");
    }

    private void check(boolean holds, String what) {
        if (!holds) {
            broken.add(what);
        }
    }

    private static List<Element> all(Document part, String tag) {
        return part == null ? List.of() : all(part.getDocumentElement(), tag);
    }

    private static List<Element> all(Element parent, String tag) {
        NodeList found = parent.getElementsByTagNameNS("*", tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
