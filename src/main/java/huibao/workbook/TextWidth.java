package huibao.workbook;

/** Widths of text, estimated: a workbook's writer must size the rows itself. */
public final class TextWidth {

    /** More than this does not fit into a cell. */
    private static final int LONGEST = 32_000;

    private TextWidth() {}

    /** Width in half-width characters: Chinese characters and full-width signs count two. */
    public static int width(String text) {
        return text.codePoints().map(TextWidth::width).sum();
    }

    /** How many lines the text takes in a column of that many half-width characters. */
    public static int lines(String text, int columnWidth) {
        int room = Math.max(2, columnWidth - 1);
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            lines += linesOfParagraph(paragraph, room);
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

    private static int linesOfParagraph(String paragraph, int room) {
        int lines = 1;
        int used = 0;
        for (String word : paragraph.split("(?<=[ \\u2E80-\\uFFEF])|(?=[\\u2E80-\\uFFEF])", -1)) {
            int width = width(word);
            if (used > 0 && used + width > room) {
                lines++;
                used = 0;
            }
            used += width;
            lines += Math.max(0, used - 1) / room;
            used = used == 0 ? 0 : (used - 1) % room + 1;
        }
        return lines;
    }

    private static int width(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        return codePoint < 0x300 ? 1 : 2;
    }
}
