package huibao.spreadsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a text is a table: most of its lines divided into as many fields by the same character. */
final class Delimiters {

    /** A single line is a table if it has so many fields. */
    private static final int FIELDS_OF_ONE_LINE = 3;

    private Delimiters() {}

    static Optional<FileKind> of(String text) {
        if (text.startsWith("sep=")) {
            return Optional.of(FileKind.COMMAS);
        }
        if (divides(text, '\t')) {
            return Optional.of(FileKind.TABS);
        }
        if (divides(text, ',')) {
            return Optional.of(FileKind.COMMAS);
        }
        return divides(text, ';') || divides(text, '|') ? Optional.of(FileKind.OTHER_DELIMITERS) : Optional.empty();
    }

    private static boolean divides(String text, char delimiter) {
        List<Integer> counts = counts(text, delimiter);
        Map<Integer, Integer> lines = new HashMap<>();
        counts.stream().filter(count -> count > 0).forEach(count -> lines.merge(count, 1, Integer::sum));
        if (counts.size() == 1) {
            return counts.get(0) >= FIELDS_OF_ONE_LINE - 1;
        }
        int most = lines.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return most > 1 && most * 2 >= counts.size();
    }

    /**
     * The delimiters of each line that is not blank. In a letter a comma or a semicolon has a blank behind it or ends
     * the line, and a tab begins it.
     */
    private static List<Integer> counts(String text, char delimiter) {
        List<Integer> counts = new ArrayList<>();
        boolean quoted = false;
        boolean fieldStarts = true;
        boolean blank = true;
        int count = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            boolean isEnd = i == text.length();
            if (quoted && !isEnd) {
                quoted = c != '"';
            } else if (c == '\n' || c == '\r') {
                if (!blank) {
                    counts.add(count);
                }
                count = 0;
                blank = true;
                fieldStarts = true;
            } else if (c == '"' && fieldStarts) {
                quoted = true;
                fieldStarts = false;
                blank = false;
            } else if (c == delimiter) {
                char next = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
                boolean ofLetter = delimiter == '\t' ? blank : next == ' ' || (delimiter == ';' && isLineEnd(next));
                count += ofLetter ? 0 : 1;
                fieldStarts = true;
                blank &= delimiter == '\t';
            } else {
                fieldStarts = false;
                blank &= c == ' ';
            }
        }
        return counts;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
