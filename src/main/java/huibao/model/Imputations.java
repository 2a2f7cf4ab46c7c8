package huibao.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A period's figures as they might be were everyone in (插补试算): beside what is published, never in it.
 *
 * @param method the job's
 * @param figures one for each missing figure that could be reckoned, units in print order
 * @param cityValues the targets' values for the city with these figures in, in the target's own unit; a
 *     target of which a part is still missing has none
 */
public record Imputations(
        Imputation method, List<ImputedFigure> figures, SortedMap<TargetCode, BigDecimal> cityValues) {

    public Imputations {
        figures = List.copyOf(figures);
        cityValues = Collections.unmodifiableSortedMap(new TreeMap<>(cityValues));
    }

    public Imputations(Imputation method, List<ImputedFigure> figures, Map<TargetCode, BigDecimal> cityValues) {
        this(method, figures, new TreeMap<>(cityValues));
    }

    /** A job that asks for none. */
    public static Imputations none() {
        return new Imputations(Imputation.NONE, List.of(), Map.of());
    }
}
