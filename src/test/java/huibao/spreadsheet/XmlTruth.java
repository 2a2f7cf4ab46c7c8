package huibao.spreadsheet;

import huibao.model.CellRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ss.util.CellReference;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What the parts of a workbook say, read a second time by other means: the JDK's parser, the whole part at once. */
public final class XmlTruth {

    private final Map<String, byte[]> parts;
    private final List<String> shared = new ArrayList<>();
    private final Map<String, NavigableMap<Integer, NavigableMap<Integer, String>>> sheets = new HashMap<>();

    public XmlTruth(Map<String, byte[]> parts) {
        this.parts = parts;
        if (parts.containsKey("xl/sharedStrings.xml")) {
            for (Element item : elements(parse("xl/sharedStrings.xml"), "si")) {
                shared.add(texts(item));
            }
        }
        Map<String, String> targets = new HashMap<>();
        if (parts.containsKey("xl/_rels/workbook.xml.rels")) {
            for (Element relation : elements(parse("xl/_rels/workbook.xml.rels"), "Relationship")) {
                targets.putIfAbsent(relation.getAttribute("Id"), relation.getAttribute("Target"));
            }
        }
        int number = 0;
        for (Element sheet : elements(parse("xl/workbook.xml"), "sheet")) {
            number++;
            String target = targets.getOrDefault(sheet.getAttribute("r:id"), "worksheets/sheet" + number + ".xml");
            String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
            if (parts.containsKey(part)) {
                sheets.merge(sheet.getAttribute("name"), cells(part), (a, b) -> {
                    b.forEach((row, cells) -> a.merge(row, cells, (x, y) -> {
                        x.putAll(y);
                        return x;
                    }));
                    return a;
                });
            }
        }
    }

    /** The number in a cell. */
    public Optional<BigDecimal> number(CellRef at) {
        CellReference place = new CellReference(at.cell());
        String text = cellsOf(at).getOrDefault(place.getRow(), new TreeMap<>()).getOrDefault((int) place.getCol(), "");
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Everything in the cell's row. */
    public List<String> row(CellRef at) {
        return List.copyOf(cellsOf(at)
                .getOrDefault(new CellReference(at.cell()).getRow(), new TreeMap<>())
                .values());
    }

    /** Everything in the cell's column above it. */
    public List<String> above(CellRef at) {
        CellReference place = new CellReference(at.cell());
        return cellsOf(at).headMap(place.getRow(), false).values().stream()
                .map(row -> row.getOrDefault((int) place.getCol(), ""))
                .toList();
    }

    private NavigableMap<Integer, NavigableMap<Integer, String>> cellsOf(CellRef at) {
        return sheets.getOrDefault(at.sheet(), new TreeMap<>());
    }

    private NavigableMap<Integer, NavigableMap<Integer, String>> cells(String part) {
        NavigableMap<Integer, NavigableMap<Integer, String>> rows = new TreeMap<>();
        int row = -1;
        for (Element rowElement : elements(parse(part), "row")) {
            String stated = rowElement.getAttribute("r");
            row = stated.matches("\\d{1,9}") ? Integer.parseInt(stated) - 1 : row + 1;
            int column = -1;
            for (Element cell : elements(rowElement, "c")) {
                String address = cell.getAttribute("r");
                if (address.matches("[A-Za-z]{1,3}[0-9]{1,7}")) {
                    CellReference place = new CellReference(address);
                    row = place.getRow();
                    column = place.getCol();
                } else {
                    column++;
                }
                String text = value(cell);
                if (!text.isEmpty()) {
                    rows.computeIfAbsent(row, r -> new TreeMap<>()).put(column, text);
                }
            }
        }
        return rows;
    }

    private String value(Element cell) {
        String type = cell.getAttribute("t");
        if (type.equals("inlineStr")) {
            return texts(cell);
        }
        String text = "";
        for (Element value : elements(cell, "v")) {
            text = value.getTextContent();
        }
        if (!type.equals("s")) {
            return text;
        }
        boolean known = text.strip().matches("\\d{1,6}") && Integer.parseInt(text.strip()) < shared.size();
        return known ? shared.get(Integer.parseInt(text.strip())) : "";
    }

    private static String texts(Element of) {
        StringBuilder text = new StringBuilder();
        for (Element run : elements(of, "t")) {
            text.append(run.getTextContent());
        }
        return text.toString();
    }

    private static List<Element> elements(Node below, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = below.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                String local =
                        element.getTagName().substring(element.getTagName().indexOf(':') + 1);
                if (local.equals(name)) {
                    found.add(element);
                } else {
                    found.addAll(elements(element, name));
                }
            }
        }
        return found;
    }

    private Document parse(String part) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(parts.get(part)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("taken, though " + part + " is no good XML", e);
        }
    }
}
