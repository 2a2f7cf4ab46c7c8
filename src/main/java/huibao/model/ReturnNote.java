package huibao.model;

/**
 * The note (批注) on a marked cell. What the bureau wrote stands between two lines of its own, so that it can be
 * told from the sender's words around it in any language and after any other program has saved the file.
 */
public final class ReturnNote {

    /** Author of notes that hold nothing but our own words. */
    public static final String AUTHOR = "Huibao";

    private static final String BEGIN = "▼ Huibao";
    private static final String END = "▲ Huibao";

    private ReturnNote() {}

    /** Our words as they are written into a note. */
    public static String framed(String words) {
        return BEGIN + "\n" + words + "\n" + END;
    }

    /** Whether a note holds words of ours. */
    public static boolean holdsOurs(String author, String note) {
        return author.equals(AUTHOR) || note.contains(BEGIN);
    }

    /**
     * What the sender wrote in a note; empty if nothing. A note of ours without the two lines is ours altogether.
     *
     * @param author as the file has it; other programs may have dropped it
     */
    public static String withoutOurs(String author, String note) {
        if (!note.contains(BEGIN)) {
            return author.equals(AUTHOR) ? "" : note;
        }
        String rest = note;
        for (int begin = rest.indexOf(BEGIN); begin >= 0; begin = rest.indexOf(BEGIN)) {
            int end = rest.indexOf(END, begin);
            String after = end < 0 ? "" : rest.substring(end + END.length()).strip();
            String before = rest.substring(0, begin).stripTrailing();
            rest = before.isEmpty() || after.isEmpty() ? before + after : before + "\n" + after;
        }
        return rest;
    }
}
