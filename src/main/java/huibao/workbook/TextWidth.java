package huibao.workbook;

/** Widths of text, estimated: a workbook's writer must size the rows itself. */
public final class TextWidth {

    /** More than this does not fit into a cell. */
    private static final int LONGEST = 32_000;

    private static final char FIRST_FULL_WIDTH = '\u2E80';
    private static final char LAST_FULL_WIDTH = '\uFFEF';

    private TextWidth() {}

    /** Width in half-width characters: Chinese characters and full-width signs count two. */
    public static int width(String text) {
        return text.codePoints().map(TextWidth::width).sum();
    }

    /** How many lines the text takes in a column of that many half-width characters. */
    public static int lines(String text, int columnWidth) {
        int room = Math.max(2, columnWidth - 1);
        int lines = 0;
        int start = 0;
        while (start <= text.length()) {
            int newLine = text.indexOf('\n', start);
            int end = newLine < 0 ? text.length() : newLine;
            lines += 2 * (end - start) <= room ? 1 : linesOfParagraph(text, start, end, room);
            start = end + 1;
        }
        return lines;
    }

    /** The text as a cell can hold it. */
    public static String fitting(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** Whether a spreadsheet could take the text for a formula when somebody edits the cell. */
    public static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    /** A line can end behind a blank, and on both sides of a full-width sign. */
    private static int linesOfParagraph(String text, int start, int end, int room) {
        int lines = 1;
        int used = 0;
        int at = start;
        while (at < end) {
            int width = 0;
            int next = at;
            do {
                int sign = text.codePointAt(next);
                width += width(sign);
                next += Character.charCount(sign);
            } while (next < end && !breaksBehind(text.charAt(next - 1)) && !breaksBefore(text, next));
            if (used > 0 && used + width > room) {
                lines++;
                used = 0;
            }
            used += width;
            lines += (used - 1) / room;
            used = (used - 1) % room + 1;
            at = next;
        }
        return lines;
    }

    /** A sign beyond Unicode's first plane ends with a half that is one of these. */
    private static boolean breaksBehind(char last) {
        return last == ' ' || isFullWidth(last);
    }

    /** A sign beyond Unicode's first plane stays with what is before it. */
    private static boolean breaksBefore(String text, int next) {
        return isFullWidth(text.charAt(next)) && Character.charCount(text.codePointAt(next)) == 1;
    }

    private static boolean isFullWidth(char sign) {
        return sign >= FIRST_FULL_WIDTH && sign <= LAST_FULL_WIDTH;
    }

    private static int width(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        return codePoint < 0x300 ? 1 : 2;
    }
}
