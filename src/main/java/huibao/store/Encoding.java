package huibao.store;

import huibao.model.CellRef;
import huibao.model.Conversion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How values that are not text stand in text columns. Lists are one entry per line; a line is
 * {@code key=value}; backslash, line breaks and the {@code =} of a key are escaped, so that whatever was
 * typed comes back as it was.
 */
final class Encoding {

    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Encoding() {}

    /** Plain notation without trailing zeros. */
    static String decimal(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The figure with the decimals it was typed with; scientific only where plain would lose them. */
    static String typed(BigDecimal number) {
        return number.scale() >= 0 ? number.toPlainString() : number.toString();
    }

    /** Whole seconds, UTC: sorts as text. What comes after the year 9999 is its end. */
    static String instant(Instant instant) {
        return SECONDS.format(instant.isAfter(END) ? END : instant);
    }

    static String pairs(Map<String, String> pairs) {
        return new TreeMap<>(pairs)
                .entrySet().stream()
                        .map(pair -> line(pair.getKey(), pair.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    static SortedMap<String, String> parsePairs(String text) {
        SortedMap<String, String> pairs = new TreeMap<>();
        for (String line : lines(text)) {
            int middle = middle(line);
            pairs.put(unescape(line.substring(0, middle)), unescape(line.substring(middle + 1)));
        }
        return pairs;
    }

    static String conversions(List<Conversion> conversions) {
        return conversions.stream()
                .map(conversion -> line(conversion.kind().name(), conversion.detail()))
                .collect(Collectors.joining("\n"));
    }

    static List<Conversion> parseConversions(String text) {
        return lines(text).stream()
                .map(line -> {
                    int middle = middle(line);
                    return new Conversion(
                            Conversion.Kind.valueOf(line.substring(0, middle)), unescape(line.substring(middle + 1)));
                })
                .toList();
    }

    static String cells(List<CellRef> cells) {
        return cells.stream().map(cell -> escape(cell.toString())).collect(Collectors.joining("\n"));
    }

    static List<CellRef> parseCells(String text) {
        return lines(text).stream()
                .map(line -> {
                    String reference = unescape(line);
                    // A sheet's name may hold an exclamation mark, an address never does.
                    int mark = reference.lastIndexOf('!');
                    return new CellRef(reference.substring(0, mark), reference.substring(mark + 1));
                })
                .toList();
    }

    /** Codes separated by blanks, which no code holds. */
    static String codes(Collection<?> codes) {
        return codes.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    static <T> List<T> parseCodes(String text, Function<String, T> type) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(type).toList();
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("\n", -1));
    }

    private static String line(String key, String value) {
        return escape(key).replace("=", "\\e") + "=" + escape(value);
    }

    private static int middle(String line) {
        return line.indexOf('=');
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int next = 0;
        while (next < text.length()) {
            char c = text.charAt(next++);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            switch (text.charAt(next++)) {
                case 'n' -> plain.append('\n');
                case 'r' -> plain.append('\r');
                case 'e' -> plain.append('=');
                default -> plain.append('\\');
            }
        }
        return plain.toString();
    }
}
