package huibao.catalogue;

import huibao.model.FindingKind;
import java.util.Map;

/** Which parameters each rule kind takes in {@code rules.csv}: the one place a new kind declares them. */
final class RuleParameters {

    private RuleParameters() {}

    /** What a parameter's text must be. */
    enum Type {
        DECIMAL,
        ITEM,
        /** Item codes joined by +. */
        ITEMS,
        /** Labels joined by |. */
        LABELS,
        YES_NO
    }

    /**
     * One parameter.
     *
     * @param type what its text must be
     * @param required whether it must be there
     */
    record Parameter(Type type, boolean required) {}

    private static final Parameter LIMIT = new Parameter(Type.DECIMAL, true);
    private static final Parameter OPTIONAL_LIMIT = new Parameter(Type.DECIMAL, false);

    /** The parameters of a kind by name; empty if it takes none. */
    static Map<String, Parameter> of(FindingKind kind) {
        return switch (kind) {
            case REQUIRED -> Map.of("prior_year", new Parameter(Type.YES_NO, false));
            case RANGE -> Map.of("min", OPTIONAL_LIMIT, "max", OPTIONAL_LIMIT);
            case UNIT_SLIP -> Map.of("tolerance_percent", LIMIT);
            case GROWTH_MISMATCH, SHARE_JUMP, CITY_GROWTH_TURNED -> Map.of("points", LIMIT);
            case CITY_REVISED -> Map.of("percent", LIMIT);
            case ALL_ON_TARGET -> Map.of("min_units", LIMIT);
            case SAME_ACROSS_UNITS -> Map.of("min_units", LIMIT, "min_digits", LIMIT);
            case YEAR_SWING, PERIOD_SWING -> Map.of("percent", LIMIT, "min_base", OPTIONAL_LIMIT);
            case PART_EXCEEDS_WHOLE ->
                Map.of("part", new Parameter(Type.ITEM, true), "whole", new Parameter(Type.ITEM, true));
            case FORM_COPIED -> Map.of("min_items", LIMIT, "percent", LIMIT);
            case BALANCE -> Map.of("whole", new Parameter(Type.ITEM, true), "parts", new Parameter(Type.ITEMS, true));
            case RATIO_BOUNDS ->
                Map.of(
                        "numerator", new Parameter(Type.ITEM, true),
                        "denominator", new Parameter(Type.ITEM, true),
                        "scale", LIMIT,
                        "min", LIMIT,
                        "max", LIMIT);
            case HEADER_INCOMPLETE -> Map.of("fields", new Parameter(Type.LABELS, true));
            default -> Map.of();
        };
    }
}
