package huibao.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the styles of a workbook make of a figure: number format and strike-through. */
final class XlsxStyles {

    private final List<Style> styles = new ArrayList<>();
    private final List<Boolean> struckFonts = new ArrayList<>();
    private final Map<Integer, String> codes = new HashMap<>();
    private final Map<Integer, NumberFormat> formats = new HashMap<>();

    private XlsxStyles() {}

    /** The styles part; a workbook without one is all general. */
    static XlsxStyles read(XlsxParts parts, String part) throws IOException {
        XlsxStyles styles = new XlsxStyles();
        Optional<InputStream> source = parts.open(part);
        if (source.isPresent()) {
            try (InputStream in = source.get();
                    Xml xml = Xml.open(in)) {
                styles.read(xml);
            }
        }
        return styles;
    }

    private void read(Xml xml) throws IOException {
        while (xml.next()) {
            if (xml.isStart("numFmt") && codes.size() < SheetLimits.STYLES) {
                codes.put(xml.number("numFmtId", -1), Text.cut(xml.attribute("formatCode"), SheetLimits.FORMAT_CHARS));
            } else if (xml.isStart("fonts")) {
                readFonts(xml);
            } else if (xml.isStart("cellXfs")) {
                readCellFormats(xml);
            }
        }
    }

    private void readFonts(Xml xml) throws IOException {
        boolean struck = false;
        while (xml.next() && !xml.isEnd("fonts")) {
            if (xml.isStart("font")) {
                struck = false;
            } else if (xml.isStart("strike")) {
                struck = xml.isOn("val");
            } else if (xml.isEnd("font") && struckFonts.size() < SheetLimits.STYLES) {
                struckFonts.add(struck);
            }
        }
    }

    private void readCellFormats(Xml xml) throws IOException {
        while (xml.next() && !xml.isEnd("cellXfs")) {
            if (xml.isStart("xf") && styles.size() < SheetLimits.STYLES) {
                int font = xml.number("fontId", -1);
                NumberFormat format = formats.computeIfAbsent(
                        xml.number("numFmtId", 0), id -> NumberFormat.of(id, codes.getOrDefault(id, "")));
                styles.add(new Style(format, font >= 0 && font < struckFonts.size() && struckFonts.get(font)));
            }
        }
    }

    Style of(int style) {
        return style >= 0 && style < styles.size() ? styles.get(style) : Style.GENERAL;
    }
}
