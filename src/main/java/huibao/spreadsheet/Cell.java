package huibao.spreadsheet;

import java.util.Optional;

/**
 * A cell as the file has it, whatever the file's format.
 *
 * @param row 0-based
 * @param column 0-based
 * @param kind what its value is; NONE for a formula that was never calculated
 * @param text the value: text, the number as written in the file, the error's code
 * @param format what its number format makes of a number
 * @param formula its formula, if it has one; possibly empty text for a shared one
 */
public record Cell(int row, int column, Kind kind, String text, Format format, Optional<String> formula) {

    public enum Kind {
        NONE,
        NUMBER,
        TEXT,
        BOOLEAN,
        ERROR
    }

    public enum Format {
        GENERAL,
        PERCENT,
        DATE
    }

    public boolean isBlank() {
        return switch (kind) {
            case NONE -> formula.isEmpty();
            case TEXT -> Text.squeeze(text).isEmpty();
            case NUMBER, BOOLEAN, ERROR -> false;
        };
    }

    /** Whether it shows a picture that WPS keeps in the cell. */
    public boolean isPicture() {
        return formula.filter(f -> f.contains("DISPIMG")).isPresent();
    }

    /** As a person reads it: a number without binary noise, everything else as it is. */
    public String display() {
        return kind == Kind.NUMBER ? Numbers.shortest(text) : text;
    }

    /** A1-style. */
    static String address(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.append(row + 1).toString();
    }
}
