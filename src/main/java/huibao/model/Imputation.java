package huibao.model;

/**
 * What is reckoned for a unit that is missing (插补), always beside the published figures and never in
 * them.
 */
public enum Imputation {
    /** Nothing: a missing unit is missing. */
    NONE,
    /** The last accepted figure of the year as it stands: for a cumulated figure a floor. */
    LAST_VALUE,
    /** The last accepted figure of the year, gone on as the same unit's went on last year. */
    SEASONAL_SHARE;

    /** As it is written in {@code job.yaml} and in the column {@code method}. */
    public String column() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
