package huibao.catalogue;

import huibao.catalogue.CsvTable.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Codes in a list: well-formed where they are given, known where they are used. */
final class Codes {

    private Codes() {}

    static <T> Optional<T> code(Row row, String column, Function<String, T> constructor) {
        row.declare(row.text(column));
        return row.parsed(column, "1 to 40 letters, digits, hyphens or underscores", constructor);
    }

    static <T> Optional<T> known(Row row, String column, List<T> all, Function<T, String> codeOf) {
        String text = row.text(column);
        Optional<T> found =
                all.stream().filter(one -> codeOf.apply(one).equals(text)).findFirst();
        if (found.isEmpty() && !row.isDeclared(text)) {
            row.problem(column, text, "a code that the job's lists hold");
        }
        return found;
    }
}
