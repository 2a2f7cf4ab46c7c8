package huibao.cli.explain;

import huibao.cli.Console;
import huibao.wording.Wording;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A page for a terminal, never wider than it should be: headings, labelled facts, tables. Nothing is cut off. */
final class Page {

    /** Columns of a page; a Chinese character takes two. */
    static final int COLUMNS = 100;

    private static final int LABEL = 18;
    private static final String GAP = "  ";

    private final PrintStream out;
    private final Wording wording;

    Page(PrintStream out, Wording wording) {
        this.out = out;
        this.wording = wording;
    }

    /** Where a table's cells stand in their columns. */
    enum Side {
        LEFT,
        RIGHT
    }

    /** A text of the trail. */
    String text(String key, Object... facts) {
        return wording.text("trail." + key, facts);
    }

    /** A line that may run over several. */
    void line(String text) {
        wrapped(text, "", "");
    }

    /** A heading with a line of room above it. */
    void heading(String text) {
        out.println();
        line(text);
    }

    /** A label and what is said under it; nothing if nothing is said. */
    void fact(String label, String text) {
        if (!text.isBlank()) {
            String first = GAP + label;
            String room = " ".repeat(Math.max(1, LABEL - Console.width(first)));
            wrapped(text, first + room, " ".repeat(Math.max(LABEL, Console.width(first) + 1)));
        }
    }

    /** What is said of facts under some labels, each label's text with its facts. */
    void facts(String labels, Object... facts) {
        for (String label : labels.split(" ")) {
            fact(text(label), text(label + "_is", facts));
        }
    }

    /** A point of a list beneath a fact. */
    void point(String text) {
        wrapped(text, " ".repeat(4) + "- ", " ".repeat(6));
    }

    /**
     * A table, indented; the last column takes further lines where the page is too narrow for it.
     *
     * @param sides of the columns, the last of which is always on the left
     * @param rows the heading first
     */
    void table(List<Side> sides, List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < sides.size() - 1; column++) {
            int at = column;
            widths.add(rows.stream()
                    .mapToInt(row -> Console.width(row.get(at)))
                    .max()
                    .orElse(0));
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(GAP);
            for (int column = 0; column < widths.size(); column++) {
                String text = row.get(column);
                String room = " ".repeat(widths.get(column) - Console.width(text));
                line.append(sides.get(column) == Side.RIGHT ? room + text : text + room)
                        .append(GAP);
            }
            int indent = Math.min(Console.width(line.toString()), COLUMNS / 2);
            wrapped(row.get(row.size() - 1), line.toString(), " ".repeat(indent));
        }
    }

    private void wrapped(String text, String first, String next) {
        for (String paragraph : text.split("\n", -1)) {
            Console.wrap(Console.oneLine(paragraph), COLUMNS, first, next).forEach(out::println);
        }
    }
}
