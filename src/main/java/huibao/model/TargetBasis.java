package huibao.model;

/** What a unit is judged against. */
public enum TargetBasis {
    /** The city's own target. */
    CITY,
    /** The unit's allocation. */
    ALLOCATION,
    /** An allocation that is an example only. */
    ILLUSTRATIVE,
    /** A rate without allocation: the city's value, and marked so. */
    CITY_VALUE,
    /** Nothing. */
    NONE
}
