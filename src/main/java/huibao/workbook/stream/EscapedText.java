package huibao.workbook.stream;

/** What workbooks keep text in: {@code _x000D_} is a carriage return (ECMA-376, ST_Xstring). */
final class EscapedText {

    private static final int ESCAPE = 7;

    private EscapedText() {}

    /** Whether a reader would take what begins there for an escaped character. */
    static boolean isEscape(String text, int from) {
        if (text.length() < from + ESCAPE || text.charAt(from + 1) != 'x' || text.charAt(from + ESCAPE - 1) != '_') {
            return false;
        }
        for (int i = from + 2; i < from + ESCAPE - 1; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }

    /** Whether a reader would take away blanks at its ends unless told to leave them. */
    static boolean hasOuterBlanks(String text) {
        return text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ';
    }
}
