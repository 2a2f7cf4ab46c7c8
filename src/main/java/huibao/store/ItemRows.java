package huibao.store;

import huibao.model.ItemCode;
import huibao.model.ItemValue;
import huibao.model.SourcedObservation;
import huibao.model.SubmissionRecord;
import huibao.model.UnitReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some items as they stand on forms: what is asked of thousands of forms need not read all of each. */
public final class ItemRows {

    private final Database database;
    private final String items;

    ItemRows(Database database, List<ItemCode> items) {
        this.database = database;
        this.items = Encoding.array(items);
    }

    /** A form's figures of the items without their cells; it must name its unit and period. */
    public UnitReport report(SubmissionRecord form) {
        Map<ItemCode, ItemValue> values = new HashMap<>();
        return database.read(session -> {
            session.each(
                    "select-figures-of-items",
                    row -> {
                        StoredFigure figure = SubmissionTables.storedFigure(row);
                        values.put(figure.item(), figure.value());
                    },
                    form.submissionId(),
                    items);
            return new UnitReport(form.unit().orElseThrow(), form.period().orElseThrow(), values);
        });
    }

    /** A form's rows of the items as they were read, in form order. */
    public List<SourcedObservation> observations(SubmissionRecord form) {
        return database.read(session ->
                SubmissionTables.observations(session, "select-form-row-of-items", form.submissionId(), items).stream()
                        .map(row -> row.of(form))
                        .toList());
    }
}
