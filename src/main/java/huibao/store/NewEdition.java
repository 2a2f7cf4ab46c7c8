package huibao.store;

import huibao.model.Bulletin;
import huibao.model.Period;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * The edition a bulletin gets if a figure or verdict in it is otherwise than in the last one. If nothing is, there is
 * none: a bulletin published again, also after a crash, leaves no trace.
 */
final class NewEdition {

    private final Session session;
    private final Period period;
    private final Instant at;
    private final String catalogueHash;
    private final Optional<Edition> last;
    private boolean begun;
    private int figures;
    private int verdicts;

    private NewEdition(Session session, Bulletin bulletin, Optional<Edition> last) {
        this.session = session;
        this.period = bulletin.period();
        this.at = bulletin.at();
        this.catalogueHash = bulletin.catalogueHash();
        this.last = last;
    }

    static NewEdition after(Session session, Bulletin bulletin) throws SQLException {
        return new NewEdition(session, bulletin, Editions.latest(session, bulletin.period()));
    }

    Period period() {
        return period;
    }

    /** Stated time of the run that publishes it. */
    Instant at() {
        return at;
    }

    /** Whether the last one was made under the same job folder. */
    boolean isOfTheSameCatalogue() {
        return last.map(Edition::catalogueHash).equals(Optional.of(catalogueHash));
    }

    /** Its number; asked for when there is something to write in it. */
    int number() throws SQLException {
        int number = last.map(Edition::number).orElse(0) + 1;
        if (!begun) {
            session.run("insert-edition", period, number, at, catalogueHash);
            begun = true;
        }
        return number;
    }

    void countFigures(int changed) {
        figures += changed;
    }

    void countVerdicts(int changed) {
        verdicts += changed;
    }

    /** A period that was never published has a first edition, also of nothing. */
    void close() throws SQLException {
        if (begun || last.isEmpty()) {
            session.run("update-edition", figures, verdicts, period, number());
        }
    }
}
