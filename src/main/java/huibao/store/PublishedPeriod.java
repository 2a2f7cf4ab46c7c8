package huibao.store;

import huibao.model.AttainmentStatus;
import huibao.model.Finding;
import huibao.model.Fraction;
import huibao.model.Impact;
import huibao.model.Light;
import huibao.model.Outcome;
import huibao.model.Period;
import huibao.model.Stake;
import huibao.model.TargetCode;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the tables hold of a period as it was published; nothing is computed for it. */
public final class PublishedPeriod {

    private final Database database;
    private final Period period;

    PublishedPeriod(Database database, Period period) {
        this.database = database;
        this.period = period;
    }

    /**
     * The verdict on one target.
     *
     * @param target the target
     * @param light its light
     * @param status the verdict at the official pace
     * @param seasonal the one last year's pace would give; empty if there is none
     */
    public record Verdict(
            TargetCode target, Light light, AttainmentStatus status, Optional<AttainmentStatus> seasonal) {}

    /** The verdicts on the city or a unit, in no order. */
    public List<Verdict> verdicts(UnitCode area) {
        return database.read(session -> session.query(
                "select-verdicts",
                row -> new Verdict(
                        new TargetCode(row.text("indicator")),
                        row.constant("light", Light.class),
                        row.constant("status", AttainmentStatus.class),
                        row.findConstant("seasonal_status", AttainmentStatus.class)),
                period,
                area));
    }

    /** What the audit of the city's sums says, in reporting order. */
    public List<Finding> cityFindings() {
        return database.read(session -> FindingTables.readCity(session, period));
    }

    /** Rules that could not run on the period's forms or the city's sums, by code, and why. */
    public SortedMap<String, String> brokenRules() {
        SortedMap<String, String> broken = new TreeMap<>();
        database.read(session -> {
            session.each(
                    "select-broken-rules-of-period",
                    row -> broken.putIfAbsent(row.text("rule"), row.text("found")),
                    period);
            return broken;
        });
        cityFindings().stream()
                .filter(finding -> finding.outcome() == Outcome.BROKEN)
                .forEach(finding -> broken.putIfAbsent(finding.rule(), finding.found()));
        return broken;
    }

    /** What is still to be looked at: how many findings, and what hangs on them. */
    public record Open(int findings, Stake stake) {}

    /** How much is still to be looked at. */
    public Open open() {
        return database.read(session -> session.query(
                        "count-open-findings",
                        row -> new Open(
                                Math.toIntExact(row.integer("findings")),
                                new Stake(
                                        Math.toIntExact(row.integer("cells")),
                                        Math.toIntExact(
                                                Encoding.parseCodes(row.text("targets"), TargetCode::new).stream()
                                                        .distinct()
                                                        .count()))),
                        period)
                .get(0));
    }

    /**
     * A finding that is still to be looked at.
     *
     * @param submissionId the form it is on
     * @param findingNo its place among the findings of the form, from 1
     * @param rank 1 for the one to look at first
     * @param impact what hangs on it
     */
    public record Reviewed(String submissionId, int findingNo, int rank, Impact impact) {}

    /** What is still to be looked at, in that order. */
    public List<Reviewed> review() {
        return database.read(session -> session.query(
                "select-review",
                row -> new Reviewed(
                        row.text("submission_id"),
                        Math.toIntExact(row.integer("finding_no")),
                        Math.toIntExact(row.integer("rank")),
                        new Impact(
                                Encoding.parseCodes(row.text("decides"), TargetCode::new),
                                points(row.decimal("points").orElseThrow()))),
                period));
    }

    /** With the decimals it was computed to, of which the table keeps none that are zero. */
    private static BigDecimal points(BigDecimal stored) {
        return stored.signum() == 0 ? stored : stored.setScale(Fraction.DECIMALS, RoundingMode.UNNECESSARY);
    }
}
