package huibao.store;

import huibao.model.Period;
import huibao.model.UnitCode;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The log of runs: table {@code run}. With the archive it is all that is needed to rebuild any earlier day. */
public final class RunLog {

    private final Database database;

    RunLog(Database database) {
        this.database = database;
    }

    /** Notes that a run started, or that it is continued. */
    public void start(RunRecord run) {
        database.write(connection -> Sql.run(
                connection,
                "start-run",
                run.runId(),
                run.period(),
                Encoding.codes(run.units()),
                run.startedAt(),
                RunRecord.State.RUNNING,
                run.catalogueHash(),
                run.sequence(),
                run.programVersion()));
    }

    /** Notes that the inbox has been emptied, and the newest receipt and reminder then, 0 if there was none. */
    public void collected(String runId, long lastReceipt, long lastReminder) {
        database.write(connection -> Sql.run(connection, "update-run-collected", lastReceipt, lastReminder, runId));
    }

    /** Notes that a run came to its end. */
    public void finish(String runId, RunRecord.Counts counts, List<Period> published, int exitCode) {
        database.write(connection -> Sql.run(
                connection,
                "finish-run",
                counts.accepted(),
                counts.returned(),
                counts.rejected(),
                counts.duplicates(),
                published.stream().map(Period::toString).collect(Collectors.joining(" ")),
                exitCode,
                runId));
    }

    /** Notes that a run had to stop; the next one continues it. */
    public void fail(String runId) {
        database.write(connection -> Sql.run(connection, "update-run-failed", runId));
    }

    /** Every run, in the order in which they took place. */
    public List<LoggedRun> runs() {
        return database.read(connection -> Sql.query(connection, "select-runs", RunLog::read));
    }

    /** The last run, if it has not come to its end. */
    public Optional<LoggedRun> unfinished() {
        return runs().stream()
                .reduce((first, second) -> second)
                .filter(last -> last.state() != RunRecord.State.COMPLETED);
    }

    private static LoggedRun read(Row row) throws SQLException {
        return new LoggedRun(
                row.integer("run_no"),
                new RunRecord(
                        row.text("run_id"),
                        Period.parse(row.text("time_period")),
                        words(row.text("ref_area")).stream().map(UnitCode::new).toList(),
                        row.instant("started_at"),
                        row.find("sequence").map(Integer::parseInt).orElse(1),
                        row.text("catalogue_hash"),
                        row.find("program_version").orElse("")),
                row.constant("state", RunRecord.State.class),
                number(row, "last_receipt"),
                number(row, "last_reminder"),
                counts(row),
                words(row.find("published").orElse("")).stream()
                        .map(Period::parse)
                        .toList(),
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

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
