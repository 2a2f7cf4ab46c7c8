package huibao.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines for a terminal in which a Chinese character is two columns wide. */
public final class Console {

    private static final String OPENING = "“（《〔(\"";
    private static final String CLOSING = "”）》〕)，。；：、！？%…?!,;:.";

    private Console() {}

    /** Whether input and output of this process are a terminal. */
    static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    /** Java 22 and newer have a console wherever the output goes; before, it is a terminal if there is one. */
    private static boolean isTerminal(java.io.Console console) {
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException beforeJava22) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Console.isTerminal", e);
        }
    }

    /** Prints a table, columns aligned, two spaces apart; the first row is the heading. */
    static void table(PrintStream out, List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                if (i == widths.size()) {
                    widths.add(0);
                }
                widths.set(i, Math.max(widths.get(i), width(row.get(i))));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i));
                if (i < row.size() - 1) {
                    line.append(" ".repeat(widths.get(i) - width(row.get(i)) + 2));
                }
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** Columns a text takes. */
    public static int width(String text) {
        return text.codePoints().map(Console::width).sum();
    }

    /** Text cut to a width, an ellipsis at its end if it was longer. */
    static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int codePoint : text.codePoints().toArray()) {
            used += width(codePoint);
            if (used > columns - 1) {
                break;
            }
            kept.appendCodePoint(codePoint);
        }
        return kept.append('…').toString();
    }

    /**
     * Text in lines of a width: broken at blanks and between Chinese characters, never before a closing mark
     * nor after an opening one.
     *
     * @param first what the first line begins with
     * @param next what every other line begins with
     */
    public static List<String> wrap(String text, int columns, String first, String next) {
        List<String> lines = new ArrayList<>();
        int[] points = text.codePoints().toArray();
        int from = 0;
        while (from < points.length || lines.isEmpty()) {
            String indent = lines.isEmpty() ? first : next;
            int to = end(points, from, columns - width(indent));
            lines.add((indent + new String(points, from, to - from)).stripTrailing());
            from = to;
            while (from < points.length && points[from] == ' ') {
                from++;
            }
        }
        return lines;
    }

    /** Where a line that begins at a character ends. */
    private static int end(int[] points, int from, int columns) {
        int used = 0;
        int best = from;
        for (int at = from; at < points.length; at++) {
            used += width(points[at]);
            if (used > columns) {
                return best > from ? best : Math.max(at, from + 1);
            }
            if (at + 1 == points.length) {
                return points.length;
            }
            if (mayBreak(points[at], points[at + 1])) {
                best = at + 1;
            }
        }
        return points.length;
    }

    private static boolean mayBreak(int before, int after) {
        boolean between = before == ' ' || width(before) == 2 || width(after) == 2;
        return between && OPENING.indexOf(before) < 0 && CLOSING.indexOf(after) < 0;
    }

    private static int width(int codePoint) {
        boolean wide = (codePoint >= 0x1100 && codePoint <= 0x115F)
                || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
                || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
                || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
                || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
