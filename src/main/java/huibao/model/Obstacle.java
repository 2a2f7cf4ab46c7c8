package huibao.model;

/** Why a value cannot be computed from what is reported. */
public enum Obstacle {
    NONE,
    /** The prior-year value is missing. */
    NO_PRIOR_YEAR,
    /** The prior-year value is zero or negative: no growth. */
    BASE_NOT_POSITIVE,
    /** The denominator is missing. */
    NO_DENOMINATOR,
    /** The denominator is zero or negative. */
    DENOMINATOR_NOT_POSITIVE
}
