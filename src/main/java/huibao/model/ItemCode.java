package huibao.model;

/**
 * Identifies a reported item (填报指标).
 *
 * @param value letters, digits and hyphens, as in {@code items.csv}; column {@code item}
 */
public record ItemCode(String value) implements Comparable<ItemCode> {

    public ItemCode {
        Identifiers.require("ItemCode", value);
    }

    @Override
    public int compareTo(ItemCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
