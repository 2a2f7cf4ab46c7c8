package huibao.workbook.stream;

import java.util.Arrays;

/** Bytes of XML as they grow; used again and again. */
final class XmlBytes {

    private static final int ENOUGH_FOR_A_NUMBER = 11;
    private static final int LONGEST_ESCAPE = 7;
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private byte[] bytes;
    private int length;

    XmlBytes(int size) {
        this.bytes = new byte[size];
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void put(int octet) {
        if (length == bytes.length) {
            ensure(1);
        }
        bytes[length++] = (byte) octet;
    }

    void put(byte[] from, int offset, int count) {
        ensure(count);
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    /** Markup of ours, ASCII without anything to escape. */
    void ascii(String text) {
        int count = text.length();
        ensure(count);
        for (int i = 0; i < count; i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    /** A number from 0. */
    void digits(int number) {
        ensure(ENOUGH_FOR_A_NUMBER);
        int end = length + digitsOf(number);
        int rest = number;
        for (int at = end - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length = end;
    }

    /** Text between tags. */
    void text(String text) {
        escaped(text, false);
    }

    /** Text within double quotes; line ends and tabs would be read as blanks if they stood there as they are. */
    void attribute(String text) {
        escaped(text, true);
    }

    private void escaped(String text, boolean quoted) {
        int count = text.length();
        ensure(LONGEST_ESCAPE * count);
        for (int i = 0; i < count; i++) {
            char one = text.charAt(i);
            if (one >= ' ' && one < 0x80 && one != '&' && one != '<' && one != '>' && one != '_' && one != '"') {
                bytes[length++] = (byte) one;
            } else if (one == '_') {
                put('_');
                if (EscapedText.isEscape(text, i)) {
                    // What looks like an escaped character is one: its first sign is escaped itself.
                    ascii("x005F_");
                }
            } else if (one < ' ') {
                control(one, quoted);
            } else if (one < 0x80) {
                markup(one, quoted);
            } else if (Character.isHighSurrogate(one)
                    && i + 1 < count
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                utf8(Character.toCodePoint(one, text.charAt(++i)));
            } else if (Character.isSurrogate(one)) {
                utf8(0xFFFD);
            } else if (one >= 0xFFFE) {
                escape(one);
            } else {
                utf8(one);
            }
        }
    }

    private void markup(char sign, boolean quoted) {
        switch (sign) {
            case '&' -> ascii("&amp;");
            case '<' -> ascii("&lt;");
            case '>' -> ascii("&gt;");
            default -> ascii(quoted ? "&quot;" : "\"");
        }
    }

    private void control(char sign, boolean quoted) {
        if (sign != '\t' && sign != '\n') {
            escape(sign);
        } else if (quoted) {
            ascii(sign == '\t' ? "&#9;" : "&#10;");
        } else {
            put(sign);
        }
    }

    /** How workbooks write what XML cannot. */
    private void escape(char sign) {
        ascii("_x");
        for (int shift = 12; shift >= 0; shift -= 4) {
            put(HEX[(sign >> shift) & 0xF]);
        }
        put('_');
    }

    private void utf8(int codePoint) {
        if (codePoint < 0x800) {
            put(0xC0 | (codePoint >> 6));
        } else if (codePoint < 0x10000) {
            put(0xE0 | (codePoint >> 12));
            put(0x80 | ((codePoint >> 6) & 0x3F));
        } else {
            put(0xF0 | (codePoint >> 18));
            put(0x80 | ((codePoint >> 12) & 0x3F));
            put(0x80 | ((codePoint >> 6) & 0x3F));
        }
        put(0x80 | (codePoint & 0x3F));
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    private static int digitsOf(int number) {
        int digits = 1;
        for (int rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
