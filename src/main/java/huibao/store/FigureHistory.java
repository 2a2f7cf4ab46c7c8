package huibao.store;

import huibao.model.Bulletin;
import huibao.model.ItemCode;
import huibao.model.RevisionReason;
import huibao.model.UnitCode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Units' figures as published: table {@code figure_history}. Only units whose figures are not those published last are
 * looked at; the table {@code published_unit} remembers which those were.
 */
final class FigureHistory {

    private static final List<String> COLUMNS = List.of("obs_value", "prior_year_value", "forecast_value");
    private static final List<Optional<String>> NONE = List.of(Optional.empty(), Optional.empty(), Optional.empty());

    private final Session session;
    private final NewEdition edition;
    private final FigureReasons reasonsOfFigures;
    private final AttainmentReasons reasonsOfAttainments;

    FigureHistory(Session session, Bulletin bulletin, NewEdition edition, AttainmentReasons reasonsOfAttainments) {
        this.session = session;
        this.edition = edition;
        this.reasonsOfFigures = new FigureReasons(session, bulletin, edition);
        this.reasonsOfAttainments = reasonsOfAttainments;
    }

    /**
     * A figure that differs from what was published last.
     *
     * @param unit the unit
     * @param item the item
     * @param oldSubmission where what was published came from; empty if nothing was
     * @param newSubmission where it comes from now; empty if the figure vanished
     * @param unitWasMissing whether nothing of the unit was published
     */
    record Change(
            UnitCode unit,
            ItemCode item,
            Optional<String> oldSubmission,
            Optional<String> newSubmission,
            boolean unitWasMissing) {}

    /** What a new row is written from: one statement writes all rows that have this in common. */
    private record Source(String submission, RevisionReason reason) {}

    /**
     * A figure as it stands or was published last.
     *
     * @param values value, prior year and forecast
     * @param submission where it comes from; empty if it had vanished
     */
    private record Stated(List<Optional<String>> values, Optional<String> submission) {}

    /**
     * A unit whose figures changed.
     *
     * @param unit the unit
     * @param figures a hash of what stands; empty if nothing does
     */
    private record Changed(UnitCode unit, Optional<String> figures) {}

    /** Keeps what changed since the last edition. */
    void write() throws SQLException {
        for (Changed one : session.query(
                "select-changed-units",
                row -> new Changed(new UnitCode(row.text("ref_area")), row.find("figures")),
                edition.period())) {
            write(one.unit());
            session.run("upsert-published-unit", edition.period(), one.unit(), one.figures());
        }
    }

    private void write(UnitCode unit) throws SQLException {
        Map<String, Stated> open = stated("select-open-figure-history", unit);
        List<Change> changes = changes(unit, stated("select-standing-figures", unit), open);
        session.runAll(
                "close-figure-history",
                changes.stream()
                        .filter(change -> open.containsKey(change.item().value()))
                        .map(change -> new Object[] {edition.at(), edition.at(), edition.period(), unit, change.item()})
                        .toList());
        Map<Source, List<ItemCode>> standing = new LinkedHashMap<>();
        List<Object[]> vanished = new ArrayList<>();
        for (Change change : changes) {
            RevisionReason reason = reasonsOfFigures.of(change);
            reasonsOfAttainments.note(unit, change.item(), reason);
            if (change.newSubmission().isPresent()) {
                standing.computeIfAbsent(new Source(change.newSubmission().get(), reason), source -> new ArrayList<>())
                        .add(change.item());
            } else {
                vanished.add(
                        new Object[] {edition.period(), unit, change.item(), edition.number(), edition.at(), reason});
            }
        }
        for (Map.Entry<Source, List<ItemCode>> one : standing.entrySet()) {
            session.run(
                    "insert-figure-history",
                    edition.number(),
                    edition.at(),
                    one.getKey().reason(),
                    one.getKey().submission(),
                    Encoding.array(one.getValue()));
        }
        session.runAll("insert-vanished-figure", vanished);
        edition.countFigures(changes.size());
    }

    private static List<Change> changes(UnitCode unit, Map<String, Stated> standing, Map<String, Stated> open) {
        boolean wasMissing =
                open.values().stream().allMatch(old -> old.submission().isEmpty());
        List<Change> changes = new ArrayList<>();
        standing.forEach((item, now) -> {
            Optional<Stated> old = Optional.ofNullable(open.get(item));
            if (!now.values().equals(old.map(Stated::values).orElse(NONE))) {
                changes.add(new Change(
                        unit, new ItemCode(item), old.flatMap(Stated::submission), now.submission(), wasMissing));
            }
        });
        open.forEach((item, old) -> {
            if (!standing.containsKey(item) && !old.values().equals(NONE)) {
                changes.add(new Change(unit, new ItemCode(item), old.submission(), Optional.empty(), false));
            }
        });
        return changes;
    }

    /** By item; of two forms with the same one the later counts. */
    private Map<String, Stated> stated(String statement, UnitCode unit) throws SQLException {
        Map<String, Stated> stated = new TreeMap<>();
        session.each(
                statement,
                row -> stated.put(row.text("item"), new Stated(row.all(COLUMNS), row.find("submission_id"))),
                edition.period(),
                unit);
        return stated;
    }
}
