package huibao.bench;

/** What the program promises about its cost, and the bound it must stay within. */
enum Claim {
    NIGHT_CPU("full night, CPU against the floor", "×", 5),
    NIGHT_WALL("full night, wall time against the floor", "×", 2.5),
    NIGHT_MEMORY("full night with -Xmx512m, peak memory", "MB", 900),
    MEMORY_GROWTH("the same at the largest size, more memory by", "%", 15),
    CPU_PER_UNIT("CPU per unit, most above the smallest size by", "%", 15),
    FORM_INFLATE("one form read and decided, warm, against inflating it", "×", 8),
    FORM_PANDAS("pandas and openpyxl against one form read and decided", "×", -5),
    COLD("14 units, cold process, CPU", "s", 4),
    STATUS_FEW("status, 14 units, CPU", "s", 1.2),
    EXPLAIN_FEW("explain, 14 units, CPU", "s", 1.2),
    HISTORY_FEW("history, 14 units, CPU", "s", 1.2),
    STATUS("status, CPU", "s", 1.2),
    EXPLAIN("explain, CPU", "s", 1.2),
    HISTORY("history, CPU", "s", 1.2),
    NOTHING_NEW("a night with nothing new, CPU above 14 units", "s", 2),
    CORRECTED("one form corrected, CPU above 14 units", "s", 2),
    DISTRICT("--district, CPU above 14 units", "s", 2),
    LAST_MONTH("the last month against the first, CPU more by", "%", 10),
    SAMPLE("sample, CPU per form", "ms", 15),
    TEMPLATE("template, CPU per form", "ms", 15);

    private final String text;
    private final String measure;
    private final double bound;

    /**
     * @param bound the most it may be; below zero, the least it must be, negated
     */
    Claim(String text, String measure, double bound) {
        this.text = text;
        this.measure = measure;
        this.bound = bound;
    }

    String text() {
        return text;
    }

    String measure() {
        return measure;
    }

    /** The bound in words: ≤ 5 ×. */
    String must() {
        return (bound < 0 ? "≥ " : "≤ ") + Numbers.plain(Math.abs(bound)) + " " + measure;
    }

    boolean isMetBy(double value) {
        return bound < 0 ? value >= -bound : value <= bound;
    }
}
