package huibao.spreadsheet;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** The different names in one part. A parser keeps each for ever, so there must not be a new one at every step. */
final class XmlNames {

    private static final int RECENT = 64;

    private final Set<String> known = new HashSet<>();
    private final String[] recent = new String[RECENT];

    /** The names of the element that just started. */
    void of(XMLStreamReader reader) {
        add(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            add(reader.getAttributeLocalName(i));
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            add(prefix == null ? "" : prefix);
        }
    }

    /** A parser gives the same object for the same name; most names were met a moment ago. */
    @SuppressWarnings("ReferenceEquality")
    private void add(String name) {
        int slot = name.hashCode() & (RECENT - 1);
        if (recent[slot] != name) {
            recent[slot] = name;
            known.add(name);
            SheetLimits.require(known.size() <= SheetLimits.XML_NAMES, Bound.NAMES, SheetLimits.XML_NAMES);
        }
    }
}
