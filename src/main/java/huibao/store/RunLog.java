package huibao.store;

import huibao.model.Period;
import huibao.model.UnitCode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The log of runs: the tables {@code run}, {@code run_unit} and {@code run_publication}. With the archive it is all that
 * is needed to rebuild any earlier day.
 */
public final class RunLog {

    private final Database database;
    private final PublishedNames names;

    RunLog(Database database, PublishedNames names) {
        this.database = database;
        this.names = names;
    }

    /** Notes that a run started, or that it is continued, and the names it knows codes by. */
    public void start(RunRecord run) {
        List<Object[]> units = new ArrayList<>();
        run.units().forEach(unit -> units.add(new Object[] {run.runId(), units.size() + 1, unit}));
        database.write(session -> {
            JobTables.write(session, names);
            session.run(
                    "start-run",
                    run.runId(),
                    run.period(),
                    run.startedAt(),
                    RunRecord.State.RUNNING,
                    run.catalogueHash(),
                    run.sequence(),
                    run.programVersion());
            session.runAll("insert-run-unit", units);
            session.run("delete-run-publications", run.runId());
        });
    }

    /** Notes that the inbox has been emptied, and the newest receipt and reminder then, 0 if there was none. */
    public void collected(String runId, long lastReceipt, long lastReminder) {
        database.write(session -> session.run("update-run-collected", lastReceipt, lastReminder, runId));
    }

    /** Notes that a run came to its end. */
    public void finish(String runId, RunRecord.Counts counts, List<Period> published, int exitCode) {
        List<Object[]> periods =
                published.stream().map(period -> new Object[] {runId, period}).toList();
        database.write(session -> {
            session.run(
                    "finish-run",
                    counts.accepted(),
                    counts.returned(),
                    counts.rejected(),
                    counts.duplicates(),
                    exitCode,
                    runId);
            session.runAll("insert-run-publication", periods);
            session.run("delete-unpublished-periods", runId);
        });
    }

    /** Notes that a run had to stop; the next one continues it. */
    public void fail(String runId) {
        database.write(session -> session.run("update-run-failed", runId));
    }

    /** Every run, in the order in which they took place. */
    public List<LoggedRun> runs() {
        return database.read(session -> {
            Map<String, List<UnitCode>> units = new HashMap<>();
            session.each("select-run-units", row -> listOf(units, row).add(new UnitCode(row.text("ref_area"))));
            Map<String, List<Period>> published = new HashMap<>();
            session.each(
                    "select-run-publications",
                    row -> listOf(published, row).add(Period.parse(row.text("time_period"))));
            return session.query("select-runs", row -> {
                String id = row.text("run_id");
                return read(row, units.getOrDefault(id, List.of()), published.getOrDefault(id, List.of()));
            });
        });
    }

    /** The last run, if it has not come to its end. */
    public Optional<LoggedRun> unfinished() {
        return runs().stream()
                .reduce((first, second) -> second)
                .filter(last -> last.state() != RunRecord.State.COMPLETED);
    }

    private static <T> List<T> listOf(Map<String, List<T>> lists, Row row) throws SQLException {
        return lists.computeIfAbsent(row.text("run_id"), id -> new ArrayList<>());
    }

    private static LoggedRun read(Row row, List<UnitCode> units, List<Period> published) throws SQLException {
        return new LoggedRun(
                row.integer("run_no"),
                new RunRecord(
                        row.text("run_id"),
                        Period.parse(row.text("time_period")),
                        units,
                        row.instant("started_at"),
                        Math.toIntExact(row.integer("sequence")),
                        row.text("catalogue_hash"),
                        row.text("program_version")),
                row.constant("state", RunRecord.State.class),
                number(row, "last_receipt"),
                number(row, "last_reminder"),
                counts(row),
                published,
                row.find("exit_code")
                        .map(Integer::parseInt)
                        .map(OptionalInt::of)
                        .orElseGet(OptionalInt::empty));
    }

    private static OptionalLong number(Row row, String column) throws SQLException {
        return row.find(column).map(Long::parseLong).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    private static Optional<RunRecord.Counts> counts(Row row) throws SQLException {
        if (row.find("accepted").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RunRecord.Counts(
                Math.toIntExact(row.integer("accepted")),
                Math.toIntExact(row.integer("returned")),
                Math.toIntExact(row.integer("rejected")),
                Math.toIntExact(row.integer("duplicates"))));
    }
}
