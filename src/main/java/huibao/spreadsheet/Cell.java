package huibao.spreadsheet;

import java.util.List;
import java.util.Optional;

/**
 * A cell as the file has it, whatever the file's format.
 *
 * @param row 0-based
 * @param column 0-based
 * @param kind what its value is; NONE for a formula that was never calculated
 * @param text the value: text, the number as written in the file, the error's code
 * @param style how it looks, as far as the figure depends on it
 * @param formula its formula, if it has one
 * @param runs the parts of a text that do not look alike; none if all do
 */
public record Cell(
        int row, int column, Kind kind, String text, Style style, Optional<Formula> formula, List<Run> runs) {

    public Cell {
        runs = List.copyOf(runs);
    }

    Cell(int row, int column, Kind kind, String text, Style style, Optional<Formula> formula) {
        this(row, column, kind, text, style, formula, List.of());
    }

    public enum Kind {
        NONE,
        NUMBER,
        TEXT,
        BOOLEAN,
        ERROR
    }

    public boolean isBlank() {
        return switch (kind) {
            case NONE -> formula.isEmpty();
            case TEXT -> Text.squeeze(text).isEmpty();
            case NUMBER, BOOLEAN, ERROR -> false;
        };
    }

    /** Whether a number in it is shown as a day. */
    public boolean isDate() {
        return style.numbers().isDate();
    }

    /** Whether all that can be read in it is struck through. */
    public boolean isStruck() {
        return runs.isEmpty()
                ? style.struck()
                : runs.stream()
                        .filter(run -> !Text.squeeze(run.text()).isEmpty())
                        .allMatch(run -> run.mark() == Run.Mark.STRUCK);
    }

    /** Whether it shows a picture that WPS keeps in the cell. */
    public boolean isPicture() {
        return formula.filter(f -> f.text().contains("DISPIMG")).isPresent();
    }

    /** As a person reads it: a number without binary noise, everything else as it is. */
    public String display() {
        return kind == Kind.NUMBER ? Numbers.shortest(text) : text;
    }

    /** A1-style. */
    public static String address(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.append(row + 1).toString();
    }
}
