package huibao.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How values that are not text stand in text columns. */
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

    /** A hash, 64 hexadecimal digits. */
    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Codes separated by blanks, which no code holds. */
    static String codes(Collection<?> codes) {
        return codes.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    /** Codes as a JSON array; in none of them is anything to escape. */
    static String array(Collection<?> codes) {
        return codes.stream().map(code -> "\"" + code + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    static <T> List<T> parseCodes(String text, Function<String, T> type) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(type).toList();
    }
}
