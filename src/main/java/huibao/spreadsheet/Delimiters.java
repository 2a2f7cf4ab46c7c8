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

    /** A character that may divide fields, and what a table is that it divides. */
    private record Delimiter(char character, FileKind kind) {}

    private static final List<Delimiter> ALL = List.of(
            new Delimiter('\t', FileKind.TABS),
            new Delimiter(',', FileKind.COMMAS),
            new Delimiter(';', FileKind.OTHER_DELIMITERS),
            new Delimiter('|', FileKind.OTHER_DELIMITERS));

    /** What table it is; the character that divides most lines counts, 3,5;2,1 has commas as well. */
    static Optional<FileKind> of(String text) {
        if (text.startsWith("sep=")) {
            return Optional.of(FileKind.COMMAS);
        }
        FileKind best = FileKind.TEXT;
        int most = 0;
        for (Delimiter delimiter : ALL) {
            int fields = fields(text, delimiter.character());
            if (fields > most) {
                most = fields;
                best = delimiter.kind();
            }
        }
        return most > 0 ? Optional.of(best) : Optional.empty();
    }

    /** How many fields the lines that have equally many of them have together; 0 if it is no table. */
    private static int fields(String text, char delimiter) {
        List<Integer> counts = counts(text, delimiter);
        Map<Integer, Integer> lines = new HashMap<>();
        counts.stream().filter(count -> count > 0).forEach(count -> lines.merge(count, 1, Integer::sum));
        if (counts.size() == 1) {
            return counts.get(0) >= FIELDS_OF_ONE_LINE - 1 ? counts.get(0) + 1 : 0;
        }
        int fields = 0;
        for (Map.Entry<Integer, Integer> alike : lines.entrySet()) {
            if (alike.getValue() > 1 && alike.getValue() * 2 >= counts.size()) {
                fields = Math.max(fields, alike.getValue() * (alike.getKey() + 1));
            }
        }
        return fields;
    }

    /**
     * The delimiters of each line that is not blank. In a letter a comma or a semicolon has a blank behind it or is
     * the only one and ends the line, and a tab begins it.
     */
    private static List<Integer> counts(String text, char delimiter) {
        List<Integer> counts = new ArrayList<>();
        boolean quoted = false;
        boolean fieldStarts = true;
        boolean blank = true;
        boolean ends = false;
        int count = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            boolean isEnd = i == text.length();
            if (quoted && !isEnd) {
                quoted = c != '"';
            } else if (c == '\n' || c == '\r') {
                if (!blank) {
                    counts.add(count == 1 && ends ? 0 : count);
                }
                ends = false;
                count = 0;
                blank = true;
                fieldStarts = true;
            } else if (c == '"' && fieldStarts) {
                quoted = true;
                fieldStarts = false;
                blank = false;
            } else if (c == delimiter) {
                char next = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
                boolean ofLetter = delimiter == '\t' ? blank : next == ' ' && delimiter != '|';
                count += ofLetter ? 0 : 1;
                ends = true;
                fieldStarts = true;
                blank &= delimiter == '\t';
            } else {
                ends = false;
                fieldStarts = false;
                blank &= c == ' ';
            }
        }
        return counts;
    }
}
