package huibao.store;

import huibao.model.Decision;
import huibao.model.Period;
import huibao.model.SourceFile;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.UnitCode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tables submission and submission_event, and who stands among rivals for one unit and period. */
final class SubmissionRows {

    private SubmissionRows() {}

    /**
     * A submission with the decision on it alone: a superseded one was ACCEPTED.
     *
     * @param submission as it stands
     * @param decision ACCEPTED, RETURNED or REJECTED
     * @param reason of the decision
     */
    record Stored(SubmissionRecord submission, SubmissionState decision, String reason) {}

    static SubmissionRecord read(Row row) throws SQLException {
        return new SubmissionRecord(
                row.text("submission_id"),
                row.integer("receipt"),
                row.find("ref_area", UnitCode::new),
                row.find("time_period", Period::parse),
                row.find("form"),
                Math.toIntExact(row.integer("version")),
                row.constant("state", SubmissionState.class),
                row.text("reason"),
                new SourceFile(row.text("file_name"), row.text("sha256"), row.integer("file_size")),
                row.instant("received_at"),
                row.instant("arrived_at"),
                row.instant("decided_at"),
                row.text("catalogue_hash"),
                row.yes("synthetic"));
    }

    static Stored readStored(Row row) throws SQLException {
        return new Stored(read(row), row.constant("decision", SubmissionState.class), row.text("decision_reason"));
    }

    static Optional<Stored> find(Session session, long receipt) throws SQLException {
        return session.query("select-submission-by-receipt", SubmissionRows::readStored, receipt).stream()
                .findFirst();
    }

    /** What stands for a unit's earlier periods of the same year and frequency. */
    static List<SubmissionRecord> standingBefore(Session session, UnitCode unit, Period period) throws SQLException {
        return session
                .query("select-standing-of-unit", SubmissionRows::read, unit, Integer.toString(period.year()))
                .stream()
                .filter(s -> s.period().orElseThrow().frequency() == period.frequency())
                .filter(s -> s.period().orElseThrow().number() < period.number())
                .toList();
    }

    static void insert(Session session, SubmissionRecord s, Decision decision, Instant at) throws SQLException {
        session.run(
                "insert-submission",
                s.submissionId(),
                s.unit(),
                s.period(),
                s.form(),
                s.version(),
                decision.state(),
                decision.reason(),
                s.file().name(),
                s.file().sha256(),
                s.receivedAt(),
                s.arrivedAt(),
                at,
                s.catalogueHash(),
                s.receipt(),
                s.file().size(),
                s.synthetic(),
                decision.state(),
                decision.reason());
        event(session, s, SubmissionState.RECEIVED, "", s.receivedAt());
        event(session, s, decision.state(), decision.reason(), at);
    }

    /** Replaces what was decided; an event is added only if the state or the reason differs. */
    static void update(Session session, Stored old, SubmissionRecord s, Decision decision, Instant at)
            throws SQLException {
        boolean same = old.decision() == decision.state() && old.reason().equals(decision.reason());
        session.run(
                "update-submission",
                s.submissionId(),
                s.unit(),
                s.period(),
                s.form(),
                s.version(),
                same ? old.submission().decidedAt() : at,
                s.catalogueHash(),
                s.synthetic(),
                decision.state(),
                decision.reason(),
                s.receipt());
        if (!same) {
            event(session, s, decision.state(), decision.reason(), at);
            session.run("update-state", decision.state(), decision.reason(), s.submissionId());
        }
    }

    /**
     * Among all that was sent for a unit and period the newest accepted stands; each accepted before it
     * is superseded by the next accepted one, from the moment that one was decided.
     */
    static void settle(Session session, UnitCode unit, Period period, String form, Instant at) throws SQLException {
        List<Stored> rivals = session.query("select-rivals", SubmissionRows::readStored, unit, period, form);
        settle(session, rivals, Optional.empty(), at);
    }

    /** The same where one submission is new among settled ones: only it and the accepted one before it can change. */
    static void settleNew(Session session, UnitCode unit, Period period, String form, long receipt, Instant at)
            throws SQLException {
        List<Stored> near = session.query("select-neighbours", SubmissionRows::readStored, unit, period, form, receipt);
        Optional<SubmissionRecord> next = near.stream()
                .map(Stored::submission)
                .filter(s -> s.receipt() > receipt)
                .findFirst();
        settle(session, near.subList(0, near.size() - (next.isPresent() ? 1 : 0)), next, at);
    }

    /**
     * Settles submissions that follow each other.
     *
     * @param following the accepted one that follows the last of them
     */
    private static void settle(Session session, List<Stored> rivals, Optional<SubmissionRecord> following, Instant at)
            throws SQLException {
        Optional<SubmissionRecord> next = following;
        for (int i = rivals.size() - 1; i >= 0; i--) {
            Stored rival = rivals.get(i);
            SubmissionRecord s = rival.submission();
            boolean accepted = rival.decision() == SubmissionState.ACCEPTED;
            Optional<Instant> from = accepted ? Optional.of(s.decidedAt()) : Optional.empty();
            Optional<Instant> to = accepted ? next.map(SubmissionRecord::decidedAt) : Optional.empty();
            if (to.isPresent() && to.get().isBefore(s.decidedAt())) {
                to = from;
            }
            session.run("update-recorded", from, to, s.submissionId());
            boolean superseded = accepted && next.isPresent();
            SubmissionState state = superseded ? SubmissionState.SUPERSEDED : rival.decision();
            String reason = superseded ? next.orElseThrow().submissionId() : rival.reason();
            if (state != s.state() || !reason.equals(s.reason())) {
                session.run("update-state", state, reason, s.submissionId());
                event(session, s, state, reason, at);
            }
            if (accepted) {
                next = Optional.of(s);
            }
        }
    }

    private static void event(Session session, SubmissionRecord s, SubmissionState state, String reason, Instant at)
            throws SQLException {
        long earlier = session.query("count-events", row -> row.integer("events"), s.submissionId())
                .get(0);
        session.run("insert-submission-event", s.submissionId(), earlier + 1, at, state, reason, s.catalogueHash());
    }

    /** What each explanation of a unit was first given for. */
    static void firstExplanations(Session session, UnitCode unit, Period period) throws SQLException {
        session.run("update-first-explanations", unit, Integer.toString(period.year()));
    }

    /** Settles who stands after a new submission, if it names its unit, period and form. */
    static void settle(Session session, SubmissionRecord s, Instant at) throws SQLException {
        if (s.unit().isPresent() && s.period().isPresent() && s.form().isPresent()) {
            settleNew(session, s.unit().get(), s.period().get(), s.form().get(), s.receipt(), at);
            firstExplanations(session, s.unit().get(), s.period().get());
        }
    }
}
