package huibao.store;

import huibao.model.Period;
import huibao.model.RuleUse;
import huibao.model.SourcedFinding;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** What rules came to: how often they were used, which broke, what they found. */
public final class RuleRecords {

    private final Database database;

    RuleRecords(Database database) {
        this.database = database;
    }

    /** What came of every rule on the submissions decided at a time, by code. */
    public List<RuleUse> use(Instant decidedAt) {
        return database.read(session -> RuleRows.use(session, decidedAt));
    }

    /** Rules that could not run on what was decided at a time, or on a period's sums, and why. */
    public SortedMap<String, String> broken(Instant decidedAt, Period period) {
        return database.read(session -> RuleRows.broken(session, decidedAt, period));
    }

    /** Findings of one rule over everything ever judged, in receipt order. */
    public List<SourcedFinding> findings(String rule) {
        return database
                .read(session -> FindingTables.read(
                        session, session.query("select-submissions-with-rule", SubmissionRows::read, rule)))
                .stream()
                .filter(sourced -> sourced.finding().rule().equals(rule))
                .toList();
    }

    /** Findings of one rule over the city's sums, as they are published, by period. */
    public List<CityFinding> cityFindings(String rule) {
        return database.read(session -> FindingTables.readCity(session, rule));
    }
}
