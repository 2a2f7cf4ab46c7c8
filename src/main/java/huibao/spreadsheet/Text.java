package huibao.spreadsheet;

import java.text.Normalizer;

/** Cell text made comparable. */
public final class Text {

    /** 〔2023〕, ［2023］ and 【2023】 are written for (2023). */
    private static final String OPENING = "[〔【";

    private static final String CLOSING = "]〕】";

    /** Longer texts are no captions, names or units, and are not remembered. */
    private static final int REMEMBERED_CHARS = 100;

    private static final Memo<String, String> KEYS = new Memo<>(Text::makeKey);

    private Text() {}

    /** Without any space, line break or invisible character: 指 标 名 称 is 指标名称. */
    public static String squeeze(String text) {
        int first = 0;
        while (first < text.length() && !isSpace(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length()).append(text, 0, first);
        text.substring(first).codePoints().filter(c -> !isSpace(c)).forEach(result::appendCodePoint);
        return result.toString();
    }

    /** Text of a format that takes any character: what no text people write holds is made visible as such. */
    static String sound(String text) {
        StringBuilder result = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            boolean isPair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
            if (isPair) {
                i++;
            } else {
                result.setCharAt(i, sound(text.charAt(i)));
            }
        }
        return result.toString();
    }

    /** The character; the replacement character for a control, half a pair or none at all. */
    static char sound(char c) {
        boolean isControl = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
        return isControl || Character.isSurrogate(c) || c >= '\ufffe' ? '\ufffd' : c;
    }

    /** Squeezed, half-width and with round brackets, for comparing labels and names; never shown. */
    public static String key(String text) {
        return text.length() > REMEMBERED_CHARS ? makeKey(text) : KEYS.of(text);
    }

    private static String makeKey(String text) {
        StringBuilder key = new StringBuilder(squeeze(normalized(text)));
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (OPENING.indexOf(c) >= 0) {
                key.setCharAt(i, '(');
            } else if (CLOSING.indexOf(c) >= 0) {
                key.setCharAt(i, ')');
            }
        }
        return key.toString();
    }

    public static String normalized(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Without spaces and invisible characters at the ends. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Cut to what a message can show. */
    public static String shown(String text) {
        return cut(trim(text), SheetLimits.SHOWN_CHARS);
    }

    /** Cut to a length, no character halved; an ellipsis tells that there was more. */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + "…";
    }

    static boolean isSpace(int c) {
        if (c > ' ' && c < 0x7F) {
            return false;
        }
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
