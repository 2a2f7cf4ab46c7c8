package huibao.model;

/** Who is asked for an item. */
public enum Reporter {
    /** Every district, and every zone for its own part. */
    DISTRICT,
    /** The city level alone; never summed over districts. */
    CITY;

    /** Whether a unit of this kind is asked. */
    public boolean asks(UnitKind kind) {
        return (this == CITY) == (kind == UnitKind.CITY);
    }
}
