package huibao.validation;

import java.util.List;

/**
 * How a rule looks at one item or target of the city. It sees every unit twice in print order, and keeps sums and
 * the units it may have to name, never all figures.
 */
interface CityCheck {

    /** A unit, to be summed. */
    void sum(UnitFigures unit);

    /** The same unit again, when all sums are known. */
    default void compare(UnitFigures unit) {}

    /** What is not as it should be. */
    List<RuleResult> results();
}
