package huibao.spreadsheet;

import java.util.List;
import java.util.Map;

/**
 * A workbook, whatever its format.
 *
 * @param sheets in their order
 * @param names defined names that hold a text constant
 * @param epoch what day 0 of its dates is
 * @param macros whether it carries macros, which are never looked at
 */
public record Book(List<Grid> sheets, Map<String, String> names, Epoch epoch, boolean macros) {

    public Book {
        sheets = List.copyOf(sheets);
        names = Map.copyOf(names);
    }
}
