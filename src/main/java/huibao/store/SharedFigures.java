package huibao.store;

import huibao.model.ItemCode;
import huibao.model.Period;
import huibao.model.SubmissionRecord;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Forms that share figures; the index of the period last asked for is kept. */
final class SharedFigures {

    private final Database database;
    private volatile Optional<FigureIndex> index = Optional.empty();

    SharedFigures(Database database) {
        this.database = database;
    }

    Map<SubmissionRecord, Integer> among(UnitCode unit, Period period, Map<ItemCode, BigDecimal> figures, int atLeast) {
        return database.read(session -> {
            Map<SubmissionRecord, Integer> forms = new LinkedHashMap<>();
            for (Map.Entry<String, Integer> one : index(session, period)
                    .sharing(session, unit, figures, atLeast)
                    .entrySet()) {
                session.each(
                        "select-submission", row -> forms.put(SubmissionRows.read(row), one.getValue()), one.getKey());
            }
            return forms;
        });
    }

    /** A form has been recorded. */
    void add(DecidedSubmission decided) {
        index.ifPresent(known -> known.add(decided));
    }

    /** What is known may no longer be so. */
    void forget() {
        index = Optional.empty();
    }

    private FigureIndex index(Session session, Period period) throws SQLException {
        Optional<FigureIndex> known = index.filter(one -> one.period().equals(period));
        if (known.isPresent()) {
            return known.get();
        }
        FigureIndex made = FigureIndex.of(session, period);
        index = Optional.of(made);
        return made;
    }
}
