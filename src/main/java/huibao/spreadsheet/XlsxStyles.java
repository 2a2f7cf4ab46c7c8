package huibao.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/** What the number formats of a workbook make of a number; nothing else of its styles is looked at. */
final class XlsxStyles {

    private final List<Cell.Format> formats = new ArrayList<>();

    /** The styles part; a workbook without one is all general. */
    static XlsxStyles read(XlsxParts parts, String part) throws IOException {
        XlsxStyles styles = new XlsxStyles();
        Optional<InputStream> source = parts.open(part);
        if (source.isEmpty()) {
            return styles;
        }
        Map<Integer, String> codes = new HashMap<>();
        boolean inCellFormats = false;
        try (InputStream in = source.get();
                Xml xml = Xml.open(in)) {
            while (xml.next()) {
                if (xml.isStart("numFmt") && codes.size() < SheetLimits.STYLES) {
                    codes.put(
                            xml.number("numFmtId", -1),
                            Text.cut(xml.attribute("formatCode"), SheetLimits.FORMAT_CHARS));
                } else if (xml.isStart("cellXfs")) {
                    inCellFormats = true;
                } else if (xml.isEnd("cellXfs")) {
                    inCellFormats = false;
                } else if (inCellFormats && xml.isStart("xf") && styles.formats.size() < SheetLimits.STYLES) {
                    int id = xml.number("numFmtId", 0);
                    styles.formats.add(format(id, codes.getOrDefault(id, "")));
                }
            }
        }
        return styles;
    }

    Cell.Format of(int style) {
        return style >= 0 && style < formats.size() ? formats.get(style) : Cell.Format.GENERAL;
    }

    /** What a number format makes of a number; an own code goes before the built-in of the same id. */
    static Cell.Format format(int id, String ownCode) {
        String builtin = ownCode.isEmpty() && id >= 0 ? BuiltinFormats.getBuiltinFormat(id) : ownCode;
        String code = builtin == null ? "" : builtin;
        String bare = code.replaceAll("\"[^\"]*\"", "").replaceAll("\\\\.", "");
        if (bare.contains("%") || bare.contains("％")) {
            return Cell.Format.PERCENT;
        }
        // Formats 27 to 36 and 50 to 58 are dates in Chinese editions and have no code in the file.
        boolean chineseDate = ownCode.isEmpty() && ((id >= 27 && id <= 36) || (id >= 50 && id <= 58));
        return chineseDate || (!code.isEmpty() && DateUtil.isADateFormat(id, code))
                ? Cell.Format.DATE
                : Cell.Format.GENERAL;
    }
}
