package huibao.store;

import huibao.model.Conversion;
import huibao.model.ItemCode;
import huibao.model.ItemValue;
import huibao.model.SourcedObservation;
import huibao.model.SubmissionRecord;
import huibao.model.SubmittedExplanation;
import huibao.model.UnitReport;
import huibao.store.SubmissionTables.Stated;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some items as they stand on forms: what is asked of thousands of forms need not read all of each, and asks once for
 * all of them.
 */
public final class ItemRows {

    private final Database database;
    private final String items;

    ItemRows(Database database, List<ItemCode> items) {
        this.database = database;
        this.items = Encoding.array(items);
    }

    /** The forms' figures of the items without their cells, by submission; each form must name its unit and period. */
    public Map<String, UnitReport> reports(Collection<SubmissionRecord> forms) {
        Map<String, Map<ItemCode, ItemValue>> values = new HashMap<>();
        database.read(session -> {
            session.each(
                    "select-figures-of-items",
                    row -> {
                        StoredFigure figure = SubmissionTables.storedFigure(row);
                        values.computeIfAbsent(row.text("submission_id"), form -> new HashMap<>())
                                .put(figure.item(), figure.value());
                    },
                    ids(forms),
                    items);
            return values;
        });
        Map<String, UnitReport> reports = new HashMap<>();
        for (SubmissionRecord form : forms) {
            reports.put(
                    form.submissionId(),
                    new UnitReport(
                            form.unit().orElseThrow(),
                            form.period().orElseThrow(),
                            values.getOrDefault(form.submissionId(), Map.of())));
        }
        return reports;
    }

    /** What the forms say of the items, by submission. */
    public Map<String, ItemsOnForm> on(Collection<SubmissionRecord> forms) {
        return database.read(session -> {
            String ids = ids(forms);
            Map<String, List<SubmittedExplanation>> explanations = new HashMap<>();
            session.each(
                    "select-explanations-of-items",
                    row -> of(explanations, row).add(SubmissionTables.explanation(row)),
                    ids,
                    items);
            Map<String, List<ItemsOnForm.Numbered>> findings = new HashMap<>();
            session.each(
                    "select-findings-of-items",
                    row -> of(findings, row)
                            .add(new ItemsOnForm.Numbered(
                                    Math.toIntExact(row.integer("finding_no")), FindingTables.read(session, row))),
                    ids,
                    items);
            Map<String, List<Stated>> rows = rows(session, ids, explanations);
            Map<String, ItemsOnForm> told = new LinkedHashMap<>();
            for (SubmissionRecord form : forms) {
                String id = form.submissionId();
                told.put(
                        id,
                        new ItemsOnForm(
                                rows.getOrDefault(id, List.of()).stream()
                                        .map(row -> new SourcedObservation(
                                                form,
                                                row.observation(),
                                                row.status(),
                                                form.decidedAt(),
                                                Optional.empty()))
                                        .toList(),
                                findings.getOrDefault(id, List.of()),
                                explanations.getOrDefault(id, List.of())));
            }
            return told;
        });
    }

    private Map<String, List<Stated>> rows(
            Session session, String ids, Map<String, List<SubmittedExplanation>> explanations) throws SQLException {
        Map<String, Map<String, List<Conversion>>> conversions = new HashMap<>();
        session.each(
                "select-conversions-of-items",
                row -> SubmissionTables.addConversion(
                        row, conversions.computeIfAbsent(row.text("submission_id"), form -> new HashMap<>())),
                ids,
                items);
        Map<String, List<Stated>> rows = new HashMap<>();
        session.each(
                "select-form-rows-of-items",
                row -> {
                    String id = row.text("submission_id");
                    of(rows, row)
                            .add(SubmissionTables.stated(
                                    row,
                                    conversions.getOrDefault(id, Map.of()),
                                    explanations.getOrDefault(id, List.of())));
                },
                ids,
                items);
        return rows;
    }

    private static <T> List<T> of(Map<String, List<T>> bySubmission, Row row) throws SQLException {
        return bySubmission.computeIfAbsent(row.text("submission_id"), form -> new ArrayList<>());
    }

    private static String ids(Collection<SubmissionRecord> forms) {
        return Encoding.array(forms.stream().map(SubmissionRecord::submissionId).toList());
    }
}
