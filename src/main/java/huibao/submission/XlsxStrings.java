package huibao.submission;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The texts that cells share. */
final class XlsxStrings {

    private XlsxStrings() {}

    static List<String> read(XlsxParts parts, String part) throws IOException {
        Optional<InputStream> source = parts.open(part);
        if (source.isEmpty()) {
            return List.of();
        }
        List<String> strings = new ArrayList<>();
        long characters = 0;
        try (InputStream in = source.get();
                Xml xml = Xml.open(in)) {
            while (xml.next()) {
                if (xml.isStart("si")) {
                    String text = xml.richText();
                    characters += text.length();
                    strings.add(text);
                    if (characters > Limits.STRING_CHARS) {
                        throw new Limits.ExceededException(Bound.TEXT_CHARACTERS, Limits.STRING_CHARS);
                    }
                    if (strings.size() > Limits.STRINGS) {
                        throw new Limits.ExceededException(Bound.TEXTS, Limits.STRINGS);
                    }
                }
            }
        }
        return strings;
    }
}
