package huibao.store;

import huibao.model.Bulletin;
import huibao.model.RevisionReason;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.UnitCode;
import huibao.model.UnitReporting;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a unit's figure is published otherwise than before: told from the submissions it came from and comes from. */
final class FigureReasons {

    private static final List<String> FIGURES = List.of("item", "obs_value", "prior_year_value");
    private static final List<String> EXPLANATIONS = List.of("explanation");

    private final Session session;
    private final NewEdition edition;
    private final Map<UnitCode, UnitReporting> lines;
    private final Map<Transition, RevisionReason> known = new HashMap<>();
    private Optional<UnitCode> unit = Optional.empty();
    private List<SubmissionRecord> sent = List.of();

    FigureReasons(Session session, Bulletin bulletin, NewEdition edition) {
        this.session = session;
        this.edition = edition;
        this.lines = bulletin.reporting().stream().collect(Collectors.toMap(UnitReporting::unit, line -> line));
    }

    /** What the reason depends on. */
    private record Transition(SubmissionRecord now, Optional<String> oldSubmission, boolean unitWasMissing) {}

    /** Changes come unit by unit. */
    RevisionReason of(FigureHistory.Change change) throws SQLException {
        if (!unit.equals(Optional.of(change.unit()))) {
            unit = Optional.of(change.unit());
            sent = session.query("select-submissions-of-unit", SubmissionRows::read, change.unit(), edition.period());
            known.clear();
        }
        Optional<SubmissionRecord> now =
                change.newSubmission().flatMap(this::find).or(this::standing);
        if (now.isEmpty()) {
            return RevisionReason.RULE_CHANGE;
        }
        if (change.oldSubmission().equals(Optional.of(now.get().submissionId()))) {
            return edition.isOfTheSameCatalogue() ? RevisionReason.RECALCULATION : RevisionReason.RULE_CHANGE;
        }
        Transition transition = new Transition(now.get(), change.oldSubmission(), change.unitWasMissing());
        RevisionReason reason = known.get(transition);
        if (reason == null) {
            reason = of(transition);
            known.put(transition, reason);
        }
        return reason;
    }

    private RevisionReason of(Transition transition) throws SQLException {
        SubmissionRecord now = transition.now();
        boolean olderAgain = transition
                .oldSubmission()
                .flatMap(this::find)
                .map(old -> old.version() > now.version())
                .orElse(false);
        if (olderAgain || wasReturned(now)) {
            return RevisionReason.RULE_CHANGE;
        }
        if (isExplained(now)) {
            return RevisionReason.EXPLANATION_ACCEPTED;
        }
        if (!transition.unitWasMissing()) {
            return RevisionReason.CORRECTION;
        }
        return isLate(now) ? RevisionReason.LATE_REPORT : RevisionReason.FIRST_REPORT;
    }

    /** What stands for the unit of a figure that vanished. */
    private Optional<SubmissionRecord> standing() {
        return sent.stream()
                .filter(record -> record.state() == SubmissionState.ACCEPTED)
                .findFirst();
    }

    private Optional<SubmissionRecord> find(String submissionId) {
        return sent.stream()
                .filter(record -> record.submissionId().equals(submissionId))
                .findFirst();
    }

    private boolean wasReturned(SubmissionRecord record) throws SQLException {
        return session.query("count-returned-events", row -> row.integer("events"), record.submissionId())
                        .get(0)
                > 0;
    }

    /** Whether the version before was returned, had the same figures throughout and other explanations. */
    private boolean isExplained(SubmissionRecord record) throws SQLException {
        Optional<SubmissionRecord> before = sent.stream()
                .filter(other -> other.form().equals(record.form()))
                .filter(other -> other.version() < record.version())
                .max(Comparator.comparingInt(SubmissionRecord::version))
                .filter(other -> other.state() == SubmissionState.RETURNED);
        return before.isPresent()
                && stated(before.get(), FIGURES).equals(stated(record, FIGURES))
                && !stated(before.get(), EXPLANATIONS).equals(stated(record, EXPLANATIONS));
    }

    private List<List<Optional<String>>> stated(SubmissionRecord record, List<String> columns) throws SQLException {
        return session.query("select-explained-figures", row -> row.all(columns), record.submissionId());
    }

    private boolean isLate(SubmissionRecord record) {
        Optional<Instant> due =
                record.unit().flatMap(of -> Optional.ofNullable(lines.get(of))).flatMap(UnitReporting::due);
        return due.isPresent() && record.arrivedAt().isAfter(due.get());
    }
}
