package huibao.catalogue;

import huibao.catalogue.CatalogueException.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Mistakes as they are found, so that all of them can be told at once. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();
    private final Set<String> declared = new HashSet<>();

    void add(String file, int line, String what, String foundText, String expected) {
        found.add(new Problem(file, line, what, foundText, expected));
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new CatalogueException(found.stream()
                    .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
                    .toList());
        }
    }

    /** Notes that a list holds a code, even if the rest of its line is wrong. */
    void declare(String code) {
        declared.add(code);
    }

    /** Whether a list holds the code: then what else is wrong with it has been told, and is not told again. */
    boolean isDeclared(String code) {
        return declared.contains(code);
    }

    boolean any() {
        return !found.isEmpty();
    }
}
