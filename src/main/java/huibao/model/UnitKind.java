package huibao.model;

/** What a reporting unit is, and so how its figures enter the city's. */
public enum UnitKind {
    /** 区（县、市）: reported in full scope (全域); the city is the sum of these. */
    DISTRICT,
    /** 功能区: part of its host district; shown and checked, never added. */
    ZONE,
    /** 市级: reports what only the city knows. */
    CITY
}
