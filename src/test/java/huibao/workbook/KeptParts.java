package huibao.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Compares a workbook with its marked return, part by part and without any spreadsheet library. */
public final class KeptParts {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    /** Attributes that a writer may state or leave out without a difference. */
    private static final Map<String, String> DEFAULTS =
            Map.of("hidden", "0", "max", "", "collapsed", "0", "outlineLevel", "0", "customFormat", "0", "ht", "");

    private final Map<String, byte[]> before;
    private final Map<String, byte[]> after;
    private final Set<String> marked;
    private final List<String> lost = new ArrayList<>();

    private KeptParts(Map<String, byte[]> before, Map<String, byte[]> after, Set<String> marked) {
        this.before = before;
        this.after = after;
        this.marked = marked;
    }

    /** What of a workbook differs in its return: nothing but the look of the marked cells ("sheet!E5") may. */
    public static List<String> lost(byte[] original, byte[] returned, Set<String> marked) {
        KeptParts parts = new KeptParts(parts(original), parts(returned), marked);
        parts.compareParts();
        parts.compareSheets();
        parts.compareStyles();
        parts.compareNames();
        return parts.lost;
    }

    public static Map<String, byte[]> parts(byte[] workbook) {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
        return parts;
    }

    /** Pictures, drawings, charts, macros, themes and what else hangs on sheets: byte for byte or element for element. */
    private void compareParts() {
        before.forEach((name, bytes) -> {
            boolean isRewritten = name.matches(
                    "(?i)\\[Content_Types\\]\\.xml|.*\\.rels|docProps/.*|xl/workbook\\.xml|xl/styles\\.xml|xl/sharedStrings\\.xml"
                            + "|xl/worksheets/[^/]*|xl/calcChain\\.xml|.*comments[^/]*|.*vmlDrawing[^/]*");
            if (!after.containsKey(name) && !name.matches("(?i).*calcChain\\.xml|.*/")) {
                lost.add("part " + name);
            } else if (!isRewritten && !java.util.Arrays.equals(bytes, after.get(name)) && !sameXml(name)) {
                lost.add("content of " + name);
            }
        });
    }

    private boolean sameXml(String name) {
        return name.endsWith(".xml")
                && text(document(before, name).getDocumentElement())
                        .equals(text(document(after, name).getDocumentElement()));
    }

    private void compareSheets() {
        Map<String, String> old = sheets(before);
        Map<String, String> now = sheets(after);
        old.forEach((sheet, part) -> {
            if (!now.containsKey(sheet)) {
                lost.add("sheet " + sheet);
                return;
            }
            List<String> was = flat(sheet, document(before, part), before);
            List<String> is = flat(sheet, document(after, now.get(sheet)), after);
            was.stream()
                    .filter(line -> !is.contains(line))
                    .limit(5)
                    .forEach(line -> lost.add(sheet + " lacks " + line));
            is.stream()
                    .filter(line -> !was.contains(line))
                    .limit(5)
                    .forEach(line -> lost.add(sheet + " gained " + line));
        });
    }

    /** A sheet as lines: one per cell with its text, one per other element. */
    private List<String> flat(String sheet, Document document, Map<String, byte[]> parts) {
        List<String> lines = new ArrayList<>();
        for (Element element : children(document.getDocumentElement())) {
            if (element.getLocalName().equals("sheetData")) {
                for (Element row : children(element)) {
                    lines.add("row " + attributes(row, Set.of("spans", "dyDescent")));
                    children(row).forEach(cell -> lines.add(cell(sheet, cell, parts)));
                }
            } else if (!Set.of("dimension", "legacyDrawing").contains(element.getLocalName())) {
                lines.add(text(element));
            }
        }
        lines.removeIf(String::isEmpty);
        return lines;
    }

    private String cell(String sheet, Element cell, Map<String, byte[]> parts) {
        boolean isMarked = marked.contains(sheet + "!" + cell.getAttribute("r"));
        String value = children(cell).stream().map(KeptParts::text).reduce("", String::concat);
        if (cell.getAttribute("t").equals("s")) {
            value = string(parts, Integer.parseInt(cell.getTextContent()));
        }
        if (isMarked) {
            return value.isEmpty() ? "" : "cell " + cell.getAttribute("r") + " " + cell.getAttribute("t") + " " + value;
        }
        return "cell " + attributes(cell, Set.of()) + " " + value;
    }

    /** Styles keep their numbers: what is added stands behind. */
    private void compareStyles() {
        Element was = document(before, "xl/styles.xml").getDocumentElement();
        Element is = document(after, "xl/styles.xml").getDocumentElement();
        for (String list :
                List.of("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs")) {
            List<String> old = entries(was, list);
            List<String> now = entries(is, list);
            if (now.size() < old.size() || !now.subList(0, old.size()).equals(old)) {
                lost.add("styles " + list);
            }
        }
    }

    private void compareNames() {
        List<String> old = names(before);
        List<String> now = names(after);
        old.stream().filter(name -> !now.contains(name)).forEach(name -> lost.add("name " + name));
    }

    /** Defined names with the sheet they are for by name, not by number. */
    private static List<String> names(Map<String, byte[]> parts) {
        Element workbook = document(parts, "xl/workbook.xml").getDocumentElement();
        List<String> sheets = List.copyOf(sheets(parts).keySet());
        NodeList names = workbook.getElementsByTagNameNS(MAIN, "definedName");
        return IntStream.range(0, names.getLength())
                .mapToObj(i -> (Element) names.item(i))
                .map(name -> name.getAttribute("name")
                        + (name.hasAttribute("localSheetId")
                                ? "@" + sheets.get(Integer.parseInt(name.getAttribute("localSheetId")))
                                : "")
                        + "=" + name.getTextContent() + " " + name.getAttribute("hidden"))
                .toList();
    }

    /** Sheet names in their order with their parts; the state is part of the comparison as it stands before the name. */
    private static Map<String, String> sheets(Map<String, byte[]> parts) {
        Map<String, String> targets = new HashMap<>();
        for (Element relation :
                children(document(parts, "xl/_rels/workbook.xml.rels").getDocumentElement())) {
            String target = relation.getAttribute("Target");
            targets.put(relation.getAttribute("Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
        Map<String, String> sheets = new java.util.LinkedHashMap<>();
        NodeList all = document(parts, "xl/workbook.xml").getElementsByTagNameNS(MAIN, "sheet");
        for (int i = 0; i < all.getLength(); i++) {
            Element sheet = (Element) all.item(i);
            String state = sheet.getAttribute("state").replace("visible", "");
            sheets.put(
                    (state.isEmpty() ? "" : state + ":") + sheet.getAttribute("name"),
                    Optional.ofNullable(targets.get(sheet.getAttributeNS(RELATION, "id")))
                            .orElseThrow());
        }
        return sheets;
    }

    private static List<String> entries(Element styles, String list) {
        return children(styles).stream()
                .filter(element -> element.getLocalName().equals(list))
                .flatMap(element -> children(element).stream())
                .map(KeptParts::text)
                .toList();
    }

    private static String string(Map<String, byte[]> parts, int index) {
        return text(children(document(parts, "xl/sharedStrings.xml").getDocumentElement())
                .get(index));
    }

    private static String text(Element element) {
        StringBuilder text =
                new StringBuilder("<" + element.getLocalName() + attributes(element, Set.of("tabSelected", "uid")));
        List<Element> children = children(element);
        text.append(children.isEmpty() ? ">" + element.getTextContent() : ">");
        children.forEach(child -> text.append(text(child)));
        return text.toString();
    }

    private static String attributes(Element element, Set<String> but) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            String name = Optional.ofNullable(attribute.getLocalName()).orElse(attribute.getNodeName());
            boolean isDeclaration = attribute.getNodeName().startsWith("xmlns") || name.equals("Ignorable");
            String value = attribute.getNodeValue().replaceFirst("^false$", "0").replaceFirst("^true$", "1");
            if (!isDeclaration && !but.contains(name) && !value.equals(DEFAULTS.get(name))) {
                attributes.put(name, value.replaceFirst("\\.0$", ""));
            }
        }
        return attributes.toString();
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private static Document document(Map<String, byte[]> parts, String name) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(parts.get(name)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException(name, e);
        }
    }
}
