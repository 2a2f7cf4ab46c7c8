package huibao.store;

import huibao.model.AttainmentStatus;
import huibao.model.Period;
import huibao.model.RevisedFigure;
import huibao.model.Revision;
import huibao.model.RevisionReason;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The editions of every period's bulletin, and what each of them revised. */
public final class Editions {

    private final Database database;

    Editions(Database database) {
        this.database = database;
    }

    /** Every edition, by period, oldest first. */
    public List<Edition> all() {
        return database.read(session -> session.query("select-editions", Editions::readEdition));
    }

    /** A period's first edition; empty if it was never published. */
    public Optional<Edition> first(Period period) {
        return database.read(session -> session.find("select-first-edition", Editions::readEdition, period));
    }

    /** A period's newest edition; empty if it was never published. */
    public Optional<Edition> latest(Period period) {
        return database.read(session -> latest(session, period));
    }

    /** Notes that what is published of a period does not hold, until a run that publishes it comes to its end. */
    public void overtake(Period period) {
        database.write(session -> session.run("insert-unpublished-period", period));
    }

    /** Whether what is published of a period was noted not to hold. */
    public boolean isOvertaken(Period period) {
        return database.read(session -> session.query("select-unpublished-period", row -> row.yes("found"), period)
                .get(0));
    }

    /**
     * Units whose first form for a period arrived by the deadline over units that report, in percent with up to 12
     * decimals, as published; empty if the period never was.
     */
    public Optional<BigDecimal> onTimePercent(Period period) {
        return database
                .read(session -> session.query(
                        "select-on-time-rate", row -> new BigDecimal(row.text("on_time_rate")), period.toString()))
                .stream()
                .findFirst();
    }

    /**
     * What later editions of a year's bulletins revised, newest first, then latest period first, by unit and code.
     *
     * @param upTo the year's last period of which is told
     * @param since of what was published later than this
     */
    public List<Revision> revisions(Period upTo, Instant since) {
        return database.read(session ->
                session.query("select-revisions", Editions::readRevision, Integer.toString(upTo.year()), upTo, since));
    }

    /** What an edition revised, by unit and code. */
    public List<Revision> revisions(Edition edition) {
        return database.read(session -> session.query(
                "select-revisions-of-edition",
                Editions::readRevision,
                edition.publishedAt(),
                edition.period(),
                edition.number()));
    }

    static Optional<Edition> latest(Session session, Period period) throws SQLException {
        return session.find("select-latest-edition", Editions::readEdition, period);
    }

    private static Edition readEdition(Row row) throws SQLException {
        return new Edition(
                Period.parse(row.text("time_period")),
                Math.toIntExact(row.integer("edition")),
                row.instant("published_at"),
                row.text("catalogue_hash"),
                Math.toIntExact(row.integer("item_figures")),
                Math.toIntExact(row.integer("attainments")));
    }

    private static Revision readRevision(Row row) throws SQLException {
        RevisedFigure figure = row.constant("figure", RevisedFigure.class);
        boolean verdict = figure == RevisedFigure.STATUS;
        return new Revision(
                Period.parse(row.text("time_period")),
                Math.toIntExact(row.integer("edition")),
                row.instant("at"),
                new UnitCode(row.text("ref_area")),
                figure,
                row.text("code"),
                verdict ? Optional.<BigDecimal>empty() : row.decimal("old_value"),
                verdict ? Optional.<BigDecimal>empty() : row.decimal("new_value"),
                verdict ? row.findConstant("old_value", AttainmentStatus.class) : Optional.empty(),
                verdict ? row.findConstant("new_value", AttainmentStatus.class) : Optional.empty(),
                Arrays.stream(row.text("reason").split(" "))
                        .filter(code -> !code.isEmpty())
                        .map(RevisionReason::valueOf)
                        .toList(),
                row.find("old_submission"),
                row.find("new_submission"));
    }
}
