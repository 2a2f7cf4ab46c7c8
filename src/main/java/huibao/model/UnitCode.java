package huibao.model;

/**
 * Identifies a reporting unit.
 *
 * @param value letters, digits and hyphens, GB/T 2260 code ("330212") or a local id ("3302-QW"); column {@code ref_area}
 */
public record UnitCode(String value) implements Comparable<UnitCode> {

    public UnitCode {
        Identifiers.require("UnitCode", value);
    }

    @Override
    public int compareTo(UnitCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
