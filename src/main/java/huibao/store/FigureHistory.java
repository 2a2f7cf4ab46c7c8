package huibao.store;

import huibao.model.Bulletin;
import huibao.model.ItemCode;
import huibao.model.RevisionReason;
import huibao.model.SourcedObservation;
import huibao.model.SubmissionRecord;
import huibao.model.UnitCode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Units' figures as published: table {@code figure_history}. */
final class FigureHistory {

    private static final List<String> COLUMNS = List.of("obs_value", "prior_year_value", "forecast_value");
    private static final List<Optional<String>> NONE = List.of(Optional.empty(), Optional.empty(), Optional.empty());

    private FigureHistory() {}

    /**
     * A figure that differs from what was published last.
     *
     * @param unit the unit
     * @param item the item
     * @param values value, prior year and forecast as they stand now; all empty if the figure vanished
     * @param oldSubmission where what was published came from; empty if nothing was
     * @param newSubmission where it comes from now; empty if the figure vanished
     * @param unitWasMissing whether nothing of the unit was published
     */
    record Change(
            UnitCode unit,
            ItemCode item,
            List<Optional<String>> values,
            Optional<String> oldSubmission,
            Optional<SubmissionRecord> newSubmission,
            boolean unitWasMissing) {}

    /** What was published last. */
    private record Open(UnitCode unit, ItemCode item, List<Optional<String>> values, Optional<String> submission) {}

    static List<Change> changes(Session session, Bulletin bulletin) throws SQLException {
        Map<String, Open> open = new TreeMap<>();
        session.query("select-open-figure-history", FigureHistory::read, bulletin.period())
                .forEach(row -> open.put(row.unit() + "/" + row.item(), row));
        Map<String, SourcedObservation> standing = new TreeMap<>();
        bulletin.observations()
                .forEach(row -> standing.put(unit(row) + "/" + row.observation().item(), row));
        List<UnitCode> published = open.values().stream()
                .filter(row -> row.submission().isPresent())
                .map(Open::unit)
                .distinct()
                .toList();
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<String, SourcedObservation> entry : standing.entrySet()) {
            Optional<Open> old = Optional.ofNullable(open.get(entry.getKey()));
            SourcedObservation now = entry.getValue();
            if (!values(now).equals(old.map(Open::values).orElse(NONE))) {
                changes.add(new Change(
                        unit(now),
                        now.observation().item(),
                        values(now),
                        old.flatMap(Open::submission),
                        Optional.of(now.submission()),
                        !published.contains(unit(now))));
            }
        }
        open.forEach((key, old) -> {
            if (!standing.containsKey(key) && !old.values().equals(NONE)) {
                changes.add(new Change(old.unit(), old.item(), NONE, old.submission(), Optional.empty(), false));
            }
        });
        return changes;
    }

    static void write(Session session, Bulletin bulletin, int edition, Change change, RevisionReason reason)
            throws SQLException {
        session.run(
                "close-figure-history", bulletin.at(), bulletin.at(), bulletin.period(), change.unit(), change.item());
        session.run(
                "insert-figure-history",
                Stream.concat(
                                Stream.of(
                                        bulletin.period(),
                                        change.unit(),
                                        change.item(),
                                        edition,
                                        bulletin.at(),
                                        reason),
                                Stream.concat(
                                        change.values().stream(),
                                        Stream.of(change.newSubmission().map(SubmissionRecord::submissionId))))
                        .toArray());
    }

    private static UnitCode unit(SourcedObservation row) {
        return row.submission().unit().orElseThrow();
    }

    private static List<Optional<String>> values(SourcedObservation row) {
        return Stream.of(
                        row.observation().value(),
                        row.observation().priorYear(),
                        row.observation().forecast())
                .map(figure -> figure.amount().known().map(Encoding::decimal))
                .toList();
    }

    private static Open read(Row row) throws SQLException {
        return new Open(
                new UnitCode(row.text("ref_area")),
                new ItemCode(row.text("item")),
                row.all(COLUMNS),
                row.find("submission_id"));
    }
}
