package huibao.store;

import huibao.model.ItemCode;
import huibao.model.Period;
import huibao.model.SubmissionRecord;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Which forms share figures, found by the figures: what it costs does not grow with the number of forms. */
final class SharedFigures {

    private SharedFigures() {}

    static Map<SubmissionRecord, Integer> of(
            Session session, UnitCode unit, Period period, Map<ItemCode, BigDecimal> figures) throws SQLException {
        Map<String, Integer> shared = new TreeMap<>();
        for (Map.Entry<ItemCode, BigDecimal> figure : figures.entrySet()) {
            session.query(
                            "select-same-figure",
                            row -> row.text("submission_id"),
                            figure.getKey(),
                            figure.getValue(),
                            period,
                            unit,
                            Integer.toString(period.year()))
                    .forEach(id -> shared.merge(id, 1, Integer::sum));
        }
        Map<SubmissionRecord, Integer> forms = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> one : shared.entrySet()) {
            if (one.getValue() > 1) {
                session.query("select-submission", SubmissionRows::read, one.getKey())
                        .forEach(record -> forms.put(record, one.getValue()));
            }
        }
        return forms;
    }
}
