package huibao.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The texts that cells share. */
final class XlsxStrings {

    private XlsxStrings() {}

    static List<RichText> read(XlsxParts parts, String part) throws IOException {
        Optional<InputStream> source = parts.open(part);
        if (source.isEmpty()) {
            return List.of();
        }
        List<RichText> strings = new ArrayList<>();
        int most = parts.allowance().limits().texts();
        try (InputStream in = source.get();
                Xml xml = Xml.open(in)) {
            while (xml.next()) {
                if (xml.isStart("si")) {
                    RichText text = xml.stringItem();
                    parts.allowance().keep(text.text());
                    strings.add(text);
                    SheetLimits.require(strings.size() <= most, Bound.TEXTS, most);
                }
            }
        }
        return strings;
    }
}
