package huibao.spreadsheet;

import java.util.List;
import java.util.Map;

/**
 * A workbook, whatever its format.
 *
 * @param sheets in their order
 * @param names defined names that hold a text constant
 * @param epoch what day 0 of its dates is
 * @param calculation whether results of formulas were left to be calculated when it is opened
 * @param macros whether it carries macros, which are never looked at
 */
public record Book(List<Grid> sheets, Map<String, String> names, Epoch epoch, Calculation calculation, boolean macros) {

    /** Who calculates the formulas. */
    public enum Calculation {
        /** Whoever saved the workbook did. */
        WHEN_SAVED,
        /** Whoever opens it: the results it holds may be none. */
        WHEN_OPENED
    }

    public Book {
        sheets = List.copyOf(sheets);
        names = Map.copyOf(names);
    }
}
