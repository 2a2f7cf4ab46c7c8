package huibao.store;

import huibao.model.Light;
import huibao.model.Period;
import huibao.model.Severity;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** How much there is, counted by the database: nothing is read for it. */
public final class PublishedCounts {

    private final Database database;

    PublishedCounts(Database database) {
        this.database = database;
    }

    /**
     * Rows published for a period.
     *
     * @param observations figures that stand
     * @param attainments verdicts
     * @param findings on its submissions; those of files of no known period are not among them
     */
    public record Rows(int observations, int attainments, int findings) {}

    public Rows rows(Period period) {
        return database.read(session -> session.query(
                        "select-row-counts",
                        row -> new Rows(
                                Math.toIntExact(row.integer("observations")),
                                Math.toIntExact(row.integer("attainments")),
                                Math.toIntExact(row.integer("findings"))),
                        period,
                        period,
                        period)
                .get(0));
    }

    /** How often each rule says something of a period's submissions, by severity. */
    public Map<String, Map<Severity, Long>> findings(Period period) {
        Map<String, Map<Severity, Long>> findings = new TreeMap<>();
        database.read(session -> {
            session.each(
                    "select-finding-counts",
                    row -> findings.computeIfAbsent(row.text("rule"), rule -> new TreeMap<>())
                            .put(row.constant("severity", Severity.class), row.integer("findings")),
                    period);
            return findings;
        });
        return findings;
    }

    /** The city's verdicts by light; none where there is no verdict. */
    public Map<Light, Long> cityLights(Period period) {
        Map<Light, Long> lights = new EnumMap<>(Light.class);
        database.read(session -> {
            session.each(
                    "select-city-lights",
                    row -> lights.put(row.constant("light", Light.class), row.integer("verdicts")),
                    period);
            return lights;
        });
        return lights;
    }

    /** Units whose form is accepted. */
    public long acceptedUnits(Period period) {
        return database.read(session -> session.query("select-accepted-units", row -> row.integer("accepted"), period)
                .get(0));
    }

    /** Rows of figures of the submissions decided on at a time. */
    public long rowsDecided(Instant at) {
        return database.read(session -> session.query("count-rows-decided", row -> row.integer("observations"), at)
                .get(0));
    }
}
