package huibao.submission;

import java.text.Normalizer;

/** Cell text made comparable. */
final class Text {

    private Text() {}

    /** Without any space, line break or invisible character: 指 标 名 称 is 指标名称. */
    static String squeeze(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isSpace(c)).forEach(result::appendCodePoint);
        return result.toString();
    }

    /** Squeezed and half-width, for comparing labels and names; never shown. */
    static String key(String text) {
        return squeeze(normalized(text));
    }

    static String normalized(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Without spaces and invisible characters at the ends. */
    static String trim(String text) {
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
    static String shown(String text) {
        return cut(trim(text), Limits.SHOWN_CHARS);
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
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
