package huibao.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A conversation at a cell (批注会话) as newer Excel leaves it for older programs: a note of an author of its own, of a
 * paragraph about versions of Excel in Excel's language, and then of what was said, each below a caption and indented.
 */
final class ThreadedComment {

    private static final String AUTHOR = "tc={";
    private static final String INDENT = "    ";

    private ThreadedComment() {}

    /** What somebody said in a note: of a conversation without what Excel put around it, of any other note all. */
    static String said(String author, String note) {
        if (!author.toLowerCase(Locale.ROOT).startsWith(AUTHOR)) {
            return note;
        }
        List<String> lines = note.lines().toList();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean indented = lines.get(i).startsWith(INDENT);
            boolean caption = i + 1 < lines.size() && lines.get(i + 1).startsWith(INDENT);
            if (indented || (!said.isEmpty() && !caption)) {
                said.add(lines.get(i).strip());
            }
        }
        return said.isEmpty() ? note : String.join("\n", said);
    }
}
