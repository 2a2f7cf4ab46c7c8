package huibao.store;

import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Observation;
import huibao.model.Period;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.UnitCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The registry of the job of the year before, opened for reading only: nothing in it is changed, and its
 * schema is not brought up to date. It is asked what stood at a time, which is told from what happened to
 * each submission until then: what was corrected, judged otherwise or taken back since makes no difference.
 * Units and items are known by their codes. An item that was measured in another unit or accumulated
 * otherwise that year is another item, and left out. Holds nothing open between calls; safe for several
 * threads.
 */
public final class YearArchive {

    /** The oldest schema that has all that is read here. */
    private static final int OLDEST = 8;

    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(10);

    private final Path file;
    private final Set<ItemCode> otherItems = new HashSet<>();

    private YearArchive(Path file) {
        this.file = file;
    }

    /**
     * Looks into last year's database.
     *
     * @param databaseFile the file; it must exist
     * @param items this year's items
     * @throws StoreException if the file is damaged or locked, or its schema is not this program's
     */
    public static YearArchive open(Path databaseFile, List<Item> items) {
        YearArchive archive = new YearArchive(databaseFile);
        archive.read(connection -> {
            archive.requireThisSchema(connection);
            Sql.query(connection, "select-items", row -> {
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
        return read(connection -> {
                    List<SubmissionRecord> standing =
                            Sql.query(connection, "select-standing-at", SubmissionRows::read, unit, period, at);
                    return standing.isEmpty()
                            ? Optional.<Submission>empty()
                            : ContentRows.read(connection, standing.get(0));
                })
                .map(this::comparable);
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

    private void requireThisSchema(Connection connection) throws SQLException {
        int version = Database.version(connection);
        if (version < OLDEST || version > Database.SCHEMA_VERSION) {
            throw StoreException.of(
                    file,
                    version < OLDEST ? "database.last_year_older" : "database.newer",
                    Map.of("found", version, "expected", Database.SCHEMA_VERSION));
        }
    }

    private <T> T read(Database.Work<T> work) {
        try (Connection connection = Database.readOnly(file, BUSY_TIMEOUT).getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw StoreException.ofReading(file, e);
        }
    }
}
