package huibao.store;

import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.ItemValue;
import huibao.model.ObsStatus;
import huibao.model.Observation;
import huibao.model.Period;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.UnitCode;
import huibao.model.UnitReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The registry of the job of the year before, opened for reading only: nothing in it is changed. It is asked what stood at a time, which is told from what happened to
 * each submission until then: what was corrected, judged otherwise or taken back since makes no difference.
 * Units and items are known by their codes. An item that was measured in another unit or accumulated
 * otherwise that year is another item, and left out. The file is read as it is; once another program has written it, it
 * is opened anew. Safe for several threads, one after the other.
 */
public final class YearArchive implements AutoCloseable {

    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(10);

    private final Path file;
    private final Set<ItemCode> otherItems = new HashSet<>();
    private Optional<Opened> opened = Optional.empty();

    private YearArchive(Path file) {
        this.file = file;
    }

    /** A connection, and how the file was when it was made. */
    private record Opened(Connection connection, Session session, String state) {}

    /**
     * Looks into last year's database.
     *
     * @param databaseFile the file; it must exist
     * @param items this year's items
     * @throws StoreException if the file is damaged or locked, or its schema is not this program's
     */
    public static YearArchive open(Path databaseFile, List<Item> items) {
        YearArchive archive = new YearArchive(databaseFile);
        archive.read(session -> {
            Database.requireThisSchema(session, databaseFile, "database.last_year_older");
            session.query("select-items", row -> {
                ItemCode code = new ItemCode(row.text("item"));
                String unit = row.text("unit_measure");
                String accumulation = row.text("accumulation");
                boolean another = items.stream()
                        .filter(item -> item.code().equals(code))
                        .anyMatch(item -> !item.unitMeasure().equals(unit)
                                || !item.accumulation().name().equals(accumulation));
                return another && archive.otherItems.add(code);
            });
            return archive;
        });
        return archive;
    }

    /** What stands for a unit and period now, as it was read. */
    public Optional<Submission> standing(UnitCode unit, Period period) {
        return standing(unit, period, Instant.MAX);
    }

    /**
     * What stood for a unit and period, as it was read.
     *
     * @param at the time, to the second; what was decided then stood
     */
    public Optional<Submission> standing(UnitCode unit, Period period, Instant at) {
        return read(session -> {
                    Optional<SubmissionRecord> standing =
                            session.find("select-standing-at", SubmissionRows::read, unit, period, at);
                    return standing.isEmpty()
                            ? Optional.<Submission>empty()
                            : SubmissionTables.read(session, standing.get());
                })
                .map(this::comparable);
    }

    /**
     * What stood for a unit and period, without its texts.
     *
     * @param at the time, to the second; what was decided then stood
     */
    public Optional<UnitReport> report(UnitCode unit, Period period, Instant at) {
        return read(session -> {
            Optional<SubmissionRecord> standing =
                    session.find("select-standing-at", SubmissionRows::read, unit, period, at);
            return standing.isEmpty()
                    ? Optional.<UnitReport>empty()
                    : Optional.of(comparable(SubmissionTables.report(session, standing.get())));
        });
    }

    /** What was open to question last year is compared with like everything else. */
    private UnitReport comparable(UnitReport report) {
        Map<ItemCode, ItemValue> values = new HashMap<>();
        report.values().forEach((item, value) -> {
            if (!otherItems.contains(item)) {
                values.put(item, new ItemValue(value.value(), value.priorYear(), value.forecast(), ObsStatus.A));
            }
        });
        return new UnitReport(report.unit(), report.period(), values);
    }

    private Submission comparable(Submission submission) {
        List<Observation> observations = submission.observations().stream()
                .filter(observation -> !otherItems.contains(observation.item()))
                .toList();
        return new Submission(
                submission.file(),
                submission.form(),
                submission.unit(),
                submission.period(),
                submission.header(),
                observations,
                submission.milestones());
    }

    @Override
    public synchronized void close() {
        try {
            if (opened.isPresent()) {
                opened.get().connection().close();
            }
        } catch (SQLException e) {
            throw StoreException.ofReading(file, e);
        } finally {
            opened = Optional.empty();
        }
    }

    private synchronized <T> T read(Database.Work<T> work) {
        try {
            return work.on(session());
        } catch (SQLException e) {
            throw StoreException.ofReading(file, e);
        }
    }

    private Session session() throws SQLException {
        String state = state();
        if (opened.filter(known -> known.state().equals(state)).isEmpty()) {
            close();
            Connection connection = Database.readOnly(file, BUSY_TIMEOUT).getConnection();
            opened = Optional.of(new Opened(connection, new Session(connection), state));
        }
        return opened.orElseThrow().session();
    }

    /** Another one once a program has written the file, or has begun to. */
    private String state() {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file) + " " + Files.exists(Database.log(file));
        } catch (IOException e) {
            // What is wrong with it is said by opening it.
            return "";
        }
    }
}
