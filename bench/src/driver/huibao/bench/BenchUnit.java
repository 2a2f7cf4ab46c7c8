package huibao.bench;

import java.util.Map;

/**
 * A reporting unit of a generated job.
 *
 * @param index its place among all units, from 0
 * @param code its code
 * @param nameZh its full name
 * @param kind DISTRICT, ZONE or CITY
 * @param host the code of a zone's district, empty for others
 * @param template the code of the shipped unit whose form is copied
 * @param row its line in units.csv
 */
record BenchUnit(
        int index, String code, String nameZh, String kind, String host, String template, Map<String, String> row) {

    boolean isDistrict() {
        return kind.equals("DISTRICT");
    }

    boolean isZone() {
        return kind.equals("ZONE");
    }

    boolean isCity() {
        return kind.equals("CITY");
    }
}
