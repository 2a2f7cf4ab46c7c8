package huibao.model;

/**
 * Identifies a milestone (任务).
 *
 * @param value letters, digits and hyphens, as in {@code milestones.csv}; column {@code milestone}
 */
public record MilestoneCode(String value) implements Comparable<MilestoneCode> {

    public MilestoneCode {
        Identifiers.require("MilestoneCode", value);
    }

    @Override
    public int compareTo(MilestoneCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
