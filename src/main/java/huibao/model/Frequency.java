package huibao.model;

/** How often a job's forms are due. */
public enum Frequency {
    MONTHLY(12),
    QUARTERLY(4),
    ANNUAL(1);

    private final int periodsPerYear;

    Frequency(int periodsPerYear) {
        this.periodsPerYear = periodsPerYear;
    }

    public int periodsPerYear() {
        return periodsPerYear;
    }
}
