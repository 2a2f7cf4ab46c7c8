package huibao.store;

import huibao.model.Bulletin;
import huibao.model.RevisionReason;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.UnitReporting;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why a unit's figure is published otherwise than before: told from the submissions it came from and comes from. */
final class FigureReasons {

    private final Session session;
    private final Bulletin bulletin;
    private final boolean sameCatalogue;
    private final Map<String, RevisionReason> known = new HashMap<>();

    FigureReasons(Session session, Bulletin bulletin, boolean sameCatalogue) {
        this.session = session;
        this.bulletin = bulletin;
        this.sameCatalogue = sameCatalogue;
    }

    RevisionReason of(FigureHistory.Change change) throws SQLException {
        Optional<SubmissionRecord> now = change.newSubmission().or(() -> standing(change));
        if (now.isEmpty()) {
            return RevisionReason.RULE_CHANGE;
        }
        if (change.oldSubmission().equals(Optional.of(now.get().submissionId()))) {
            return sameCatalogue ? RevisionReason.RECALCULATION : RevisionReason.RULE_CHANGE;
        }
        String key = now.get().submissionId() + "/" + change.oldSubmission().orElse("") + "/" + change.unitWasMissing();
        RevisionReason reason = known.get(key);
        if (reason == null) {
            reason = ofSubmission(now.get(), change);
            known.put(key, reason);
        }
        return reason;
    }

    private RevisionReason ofSubmission(SubmissionRecord now, FigureHistory.Change change) throws SQLException {
        boolean olderAgain = change.oldSubmission()
                .flatMap(this::find)
                .map(old -> old.version() > now.version())
                .orElse(false);
        if (olderAgain || wasReturned(now)) {
            return RevisionReason.RULE_CHANGE;
        }
        if (isExplained(now)) {
            return RevisionReason.EXPLANATION_ACCEPTED;
        }
        if (!change.unitWasMissing()) {
            return RevisionReason.CORRECTION;
        }
        return isLate(now) ? RevisionReason.LATE_REPORT : RevisionReason.FIRST_REPORT;
    }

    /** What stands for the unit of a figure that vanished. */
    private Optional<SubmissionRecord> standing(FigureHistory.Change change) {
        return bulletin.submissions().stream()
                .filter(record -> record.unit().equals(Optional.of(change.unit())))
                .filter(record -> record.state() == SubmissionState.ACCEPTED)
                .findFirst();
    }

    private Optional<SubmissionRecord> find(String submissionId) {
        return bulletin.submissions().stream()
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
        Optional<SubmissionRecord> before = bulletin.submissions().stream()
                .filter(other ->
                        other.unit().equals(record.unit()) && other.form().equals(record.form()))
                .filter(other -> other.version() < record.version())
                .max(Comparator.comparingInt(SubmissionRecord::version))
                .filter(other -> other.state() == SubmissionState.RETURNED);
        if (before.isEmpty()) {
            return false;
        }
        List<SubmissionTables.Stated> old =
                SubmissionTables.observations(session, before.get().submissionId());
        List<SubmissionTables.Stated> now = SubmissionTables.observations(session, record.submissionId());
        return figures(old).equals(figures(now)) && !explanations(old).equals(explanations(now));
    }

    private static List<String> figures(List<SubmissionTables.Stated> rows) {
        return rows.stream()
                .map(SubmissionTables.Stated::observation)
                .map(row -> row.item() + " "
                        + row.value().amount().known().map(Encoding::decimal) + " "
                        + row.priorYear().amount().known().map(Encoding::decimal))
                .toList();
    }

    private static List<String> explanations(List<SubmissionTables.Stated> rows) {
        return rows.stream().map(row -> row.observation().explanation()).toList();
    }

    private boolean isLate(SubmissionRecord record) {
        Optional<Instant> due = bulletin.reporting().stream()
                .filter(line -> Optional.of(line.unit()).equals(record.unit()))
                .findFirst()
                .flatMap(UnitReporting::due);
        return due.isPresent() && record.arrivedAt().isAfter(due.get());
    }
}
