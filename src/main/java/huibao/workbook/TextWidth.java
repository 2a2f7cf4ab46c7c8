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
            int width = width(text.charAt(at));
            int next = at + 1;
            while (next < end && !breaksBehind(text, next - 1) && !isFullWidth(text, next)) {
                width += width(text.charAt(next++));
            }
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

    private static boolean breaksBehind(String text, int at) {
        return text.charAt(at) == ' ' || isFullWidth(text, at);
    }

    /** The first half of a sign beyond Unicode's first plane is none by itself. */
    private static boolean isFullWidth(String text, int at) {
        char one = text.charAt(at);
        return one >= FIRST_FULL_WIDTH
                && one <= LAST_FULL_WIDTH
                && !(Character.isHighSurrogate(one)
                        && at + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(at + 1)));
    }

    private static int width(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        return codePoint < 0x300 ? 1 : 2;
    }
}
