package huibao.model;

/** How a target's value is computed from its items (DOMAIN: formulas). */
public enum Measure {
    /** The sum of the item. One item. */
    LEVEL(1),
    /** Growth of the sums: Σ current / Σ prior year − 1. One item. */
    GROWTH(1),
    /** Σ numerator / Σ denominator. Two items. */
    RATIO(2),
    /** Growth of Σ numerator / Σ denominator over the same ratio a year before. Two items. */
    GROWTH_PER_HEAD(2);

    private final int items;

    Measure(int items) {
        this.items = items;
    }

    /** How many items the measure takes. */
    public int items() {
        return items;
    }

    /** Whether the value is a rate, so that it is never prorated over the year nor added. */
    public boolean isRate() {
        return this != LEVEL;
    }

    /** Whether the value sets this year against last year, so that every unit in it needs its 上年同期. */
    public boolean comparesYears() {
        return this == GROWTH || this == GROWTH_PER_HEAD;
    }
}
