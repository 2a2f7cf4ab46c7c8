package huibao.model;

/**
 * Identifies a target (目标) of the report.
 *
 * @param value letters, digits and hyphens, as in {@code targets.csv}; column {@code indicator}
 */
public record TargetCode(String value) implements Comparable<TargetCode> {

    public TargetCode {
        Identifiers.require("TargetCode", value);
    }

    @Override
    public int compareTo(TargetCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
