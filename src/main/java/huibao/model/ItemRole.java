package huibao.model;

/** What an item is to the target it serves. */
public enum ItemRole {
    LEVEL,
    NUMERATOR,
    DENOMINATOR
}
