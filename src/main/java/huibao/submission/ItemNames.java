package huibao.submission;

import huibao.model.Item;
import huibao.spreadsheet.SheetLimits;
import huibao.spreadsheet.Text;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Items by what people type for their code or name. */
final class ItemNames {

    private static final Pattern NUMBERING = Pattern.compile(
            "(?:(?:其中:?)|#|-+|·|\\d+(?:\\.\\d+)*[、.)]|[(](?:\\d+|[一二三四五六七八九十]+)[)]" + "|[一二三四五六七八九十]+、)+");
    /** ① and * that lead to a note; the ² of m² is a unit's. Half-width, ① would be a digit of the name. */
    private static final Pattern NOTE_MARKS =
            Pattern.compile("^[\\s\\p{Z}]*[\\p{No}*※]+|(?<![mM])[\\p{No}*※]+[\\s\\p{Z}]*$");

    private static final Pattern TAIL = Pattern.compile("[(]([^()]*)[)]$");
    private static final Pattern WHOLE = Pattern.compile("\\d+\\.0+");
    private static final Pattern PADDING = Pattern.compile("^0+(?=\\d+$)");
    private static final Pattern LINE_NUMBER = Pattern.compile("\\d{1,3}");

    private final Map<String, Item> byCode = new HashMap<>();
    private final Map<String, Optional<Item>> byName = new HashMap<>();

    ItemNames(Collection<Item> items) {
        for (Item item : items) {
            String code = code(item.code().value());
            byCode.put(code, item);
            byCode.putIfAbsent(unpadded(code), item);
            byName.merge(Text.key(item.nameZh()), Optional.of(item), (a, b) -> Optional.empty());
            if (!item.nameEn().isEmpty()) {
                byName.merge(Text.key(item.nameEn()), Optional.of(item), (a, b) -> Optional.empty());
            }
        }
    }

    /** The item of a code, however spaced, padded or widened. */
    Optional<Item> byCode(String typed) {
        String code = code(typed);
        Item exact = byCode.get(code);
        return exact != null ? Optional.of(exact) : Optional.ofNullable(byCode.get(unpadded(code)));
    }

    /** The item of a name, whatever numbers or indents it and whatever unit stands behind it. */
    Optional<Item> byName(String typed) {
        Optional<Item> whole = known(Text.key(typed));
        if (whole.isPresent()) {
            return whole;
        }
        String plain = unnumbered(Text.key(NOTE_MARKS.matcher(typed).replaceAll("")));
        Optional<Item> numbered = known(plain);
        return numbered.isPresent() ? numbered : known(TAIL.matcher(plain).replaceFirst(""));
    }

    /** The unit of measure behind a name: 技术交易额（万元）. */
    static Optional<String> unitIn(String name) {
        Matcher tail = TAIL.matcher(Text.key(name));
        return tail.find() && MeasureUnits.isKnown(tail.group(1)) ? Optional.of(tail.group(1)) : Optional.empty();
    }

    /** A number that counts rows rather than naming an item. */
    static boolean isLineNumber(String typed) {
        return LINE_NUMBER.matcher(code(typed)).matches();
    }

    /** A name without leading numbers and 其中. */
    static String unnumbered(String key) {
        Matcher matcher = NUMBERING.matcher(key);
        return key.length() <= SheetLimits.NAME_CHARS && matcher.lookingAt() ? key.substring(matcher.end()) : key;
    }

    private Optional<Item> known(String key) {
        return byName.getOrDefault(key, Optional.empty());
    }

    private static String code(String typed) {
        String key = Text.key(typed).toUpperCase(Locale.ROOT);
        return WHOLE.matcher(key).matches() ? key.substring(0, key.indexOf('.')) : key;
    }

    private static String unpadded(String code) {
        return PADDING.matcher(code).replaceFirst("");
    }
}
