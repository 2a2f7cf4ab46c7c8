package huibao.catalogue;

import huibao.catalogue.CatalogueException.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Mistakes as they are found, so that all of them can be told at once. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

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

    boolean any() {
        return !found.isEmpty();
    }
}
