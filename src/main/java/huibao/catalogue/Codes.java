package huibao.catalogue;

import huibao.catalogue.CsvTable.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Codes in a list: well-formed where they are given, known where they are used. */
final class Codes {

    private Codes() {}

    static <T> Optional<T> code(Row row, String column, Function<String, T> constructor) {
        row.declare(row.text(column));
        return row.parsed(column, "1 to 40 letters, digits, hyphens or underscores", constructor);
    }

    /** What codes stand for; the first of two that share one. */
    static <T> Map<String, T> index(List<T> all, Function<T, String> codeOf) {
        Map<String, T> index = new HashMap<>();
        all.forEach(one -> index.putIfAbsent(codeOf.apply(one), one));
        return index;
    }

    static <T> Optional<T> known(Row row, String column, Map<String, T> all) {
        String text = row.text(column);
        Optional<T> found = Optional.ofNullable(all.get(text));
        if (found.isEmpty() && !row.isDeclared(text)) {
            row.problem(column, text, "a code that the job's lists hold");
        }
        return found;
    }
}
