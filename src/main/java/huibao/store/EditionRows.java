package huibao.store;

import huibao.model.Bulletin;
import huibao.model.RevisionReason;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what is published with the time it stands. What was published last is compared with what is to be
 * published now: if nothing differs nothing is written, so a bulletin published again, also after a crash, leaves
 * no trace; if a figure differs the bulletin gets a new edition and the figure a new row.
 */
final class EditionRows {

    private EditionRows() {}

    static void write(Session session, Bulletin bulletin, PublishedNames names) throws SQLException {
        Optional<Edition> last = Editions.latest(session, bulletin.period());
        boolean sameCatalogue = last.map(Edition::catalogueHash).equals(Optional.of(bulletin.catalogueHash()));
        List<FigureHistory.Change> figures = FigureHistory.changes(session, bulletin);
        List<AttainmentHistory.Change> verdicts = AttainmentHistory.changes(session, bulletin, names);
        if (last.isPresent() && figures.isEmpty() && verdicts.isEmpty()) {
            return;
        }
        int edition = last.map(Edition::number).orElse(0) + 1;
        session.run(
                "insert-edition",
                bulletin.period(),
                edition,
                bulletin.at(),
                bulletin.catalogueHash(),
                figures.size(),
                verdicts.size());
        FigureReasons ofFigures = new FigureReasons(session, bulletin, sameCatalogue);
        AttainmentReasons ofVerdicts = new AttainmentReasons(session, bulletin, names, sameCatalogue);
        for (FigureHistory.Change change : figures) {
            RevisionReason reason = ofFigures.of(change);
            FigureHistory.write(session, bulletin, edition, change, reason);
            ofVerdicts.note(change, reason);
        }
        for (AttainmentHistory.Change change : verdicts) {
            AttainmentHistory.write(session, bulletin, edition, change, ofVerdicts.of(change));
        }
    }
}
