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
import java.util.Optional;
import java.util.Set;

/**
 * The registry of the job of the year before, opened for reading only: nothing in it is changed. It is asked what stood at a time, which is told from what happened to
 * each submission until then: what was corrected, judged otherwise or taken back since makes no difference.
 * Units and items are known by their codes. An item that was measured in another unit or accumulated
 * otherwise that year is another item, and left out. Holds nothing open between calls; safe for several
 * threads.
 */
public final class YearArchive {

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
                    List<SubmissionRecord> standing =
                            session.query("select-standing-at", SubmissionRows::read, unit, period, at);
                    return standing.isEmpty()
                            ? Optional.<Submission>empty()
                            : SubmissionTables.read(session, standing.get(0));
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

    private <T> T read(Database.Work<T> work) {
        try (Connection connection = Database.readOnly(file, BUSY_TIMEOUT).getConnection()) {
            return work.on(new Session(connection));
        } catch (SQLException e) {
            throw StoreException.ofReading(file, e);
        }
    }
}
