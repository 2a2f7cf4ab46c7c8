package huibao.spreadsheet;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One part of a package as a stream of elements, by local name, so that both namespaces of OOXML read alike. The
 * namespace of a part is that of its first element: what stands in another, and what is kept for extensions, is
 * passed over with all that it holds, whatever it is called.
 */
final class Xml implements AutoCloseable {

    private static final String EXTENSIONS = "extLst";

    private final XMLStreamReader reader;
    private final MarkupStream source;
    private final XmlNames names = new XmlNames();
    private String namespace = "";
    private int depth;

    private Xml(XMLStreamReader reader, MarkupStream source) {
        this.reader = reader;
        this.source = source;
    }

    /** A factory keeps every name it met for the next part; so that no part fills memory for good, each has its own. */
    static Xml open(InputStream in) throws IOException {
        MarkupStream source = new MarkupStream(in);
        try {
            return new Xml(factory().createXMLStreamReader(source), source);
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    /** Goes to the next start or end of an element; false at the end of the part. */
    boolean next() throws IOException {
        while (true) {
            int event = event();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (isOwn()) {
                        return true;
                    }
                    passOver();
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    /** Whether the element that just started says something of the part. */
    private boolean isOwn() {
        String in = Objects.requireNonNullElse(reader.getNamespaceURI(), "");
        if (depth == 1) {
            namespace = in;
        }
        return in.equals(namespace) && !reader.getLocalName().equals(EXTENSIONS);
    }

    /** Goes to the end of the element that just started. */
    private void passOver() throws IOException {
        int outer = depth - 1;
        while (depth > outer) {
            event();
        }
    }

    boolean isStart(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean isEnd(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    /** The attribute of a name; empty text if it has none. An attribute of the same name with a prefix is another. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name) && isEmpty(reader.getAttributeNamespace(i))) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The id by which an element refers to another part; empty text if it has none. */
    String reference() {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals("id") && !isEmpty(reader.getAttributeNamespace(i))) {
                return reader.getAttributeValue(i);
            }
        }
        return attribute("id");
    }

    private static boolean isEmpty(@Nullable String namespace) {
        return namespace == null || namespace.isEmpty();
    }

    boolean isTrue(String name) {
        String value = attribute(name);
        return value.equals("1") || value.equals("true");
    }

    /** The same of a switch that is on unless it says otherwise. */
    boolean isOn(String name) {
        return attribute(name).isEmpty() || isTrue(name) || attribute(name).equals("on");
    }

    int number(String name, int otherwise) {
        String value = attribute(name);
        if (value.isEmpty() || value.length() > 9) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** The text of the element that just started, up to its end; nested elements of the part give their text too. */
    String text() throws IOException {
        StringBuilder text = new StringBuilder();
        int outer = depth - 1;
        while (depth > outer) {
            int event = event();
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                text.append(characters());
                SheetLimits.require(
                        text.length() <= SheetLimits.CELL_CHARS * 2, Bound.CELL_CHARACTERS, SheetLimits.CELL_CHARS);
            } else if (event == XMLStreamConstants.START_ELEMENT && !isOwn()) {
                passOver();
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                break;
            }
        }
        return text.toString();
    }

    /** The parser reads a text only when it is asked for it, and finds only then what is wrong with it. */
    private String characters() throws IOException {
        try {
            return reader.getText();
        } catch (UncheckedStreamException e) {
            if (e.getCause() instanceof XMLStreamException malformed) {
                throw damaged(malformed);
            }
            throw e;
        }
    }

    /** Text of an element of runs that just started: its runs joined, phonetic hints left out. */
    String richText() throws IOException {
        return new TextItem(this, Integer.MAX_VALUE).read().text();
    }

    /** The same of a cell's own text, which says a thing once: a run with two texts is damaged. */
    RichText stringItem() throws IOException {
        return new TextItem(this, 1).read();
    }

    /** How deep the element is that just started; its own end is one less. */
    int depth() {
        return depth;
    }

    /** Excel writes characters that XML cannot hold as _x000D_. */
    static String unescape(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            if (text.startsWith("_x", i) && i + 6 < text.length() && text.charAt(i + 6) == '_') {
                String hex = text.substring(i + 2, i + 6);
                if (hex.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)) {
                    result.append(Text.sound((char) Integer.parseInt(hex, 16)));
                    i += 7;
                    continue;
                }
            }
            result.append(text.charAt(i++));
        }
        return result.toString();
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    private int event() throws IOException {
        try {
            source.restart();
            int event = reader.next();
            switch (event) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw Damage.DOCTYPE.refusal();
                case XMLStreamConstants.START_ELEMENT -> {
                    SheetLimits.require(++depth <= SheetLimits.XML_DEPTH, Bound.NESTING, SheetLimits.XML_DEPTH);
                    names.of(reader);
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
            return event;
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    private static IOException damaged(XMLStreamException e) {
        Throwable cause = e.getNestedException();
        return cause instanceof IOException io ? io : Damage.XML.refusal();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
