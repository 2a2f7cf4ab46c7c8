package huibao.store;

import huibao.model.Amount;
import huibao.model.CellRef;
import huibao.model.Conversion;
import huibao.model.Decision;
import huibao.model.Figure;
import huibao.model.FormHeader;
import huibao.model.FormStamp;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.ItemValue;
import huibao.model.MilestoneCode;
import huibao.model.MilestoneReport;
import huibao.model.MilestoneState;
import huibao.model.MissingReason;
import huibao.model.ObsStatus;
import huibao.model.Observation;
import huibao.model.Outcome;
import huibao.model.Period;
import huibao.model.Severity;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.SubmittedExplanation;
import huibao.model.UnitCode;
import huibao.model.UnitReport;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workbook as read, in tables and back, cell for cell. */
final class SubmissionTables {

    private SubmissionTables() {}

    /**
     * An observation with its status.
     *
     * @param observation as read
     * @param status O without a figure, V where a verify finding was let pass by its explanation, else A
     */
    record Stated(Observation observation, ObsStatus status) {}

    static void write(
            Session session, SubmissionRecord record, Submission submission, Decision decision, PublishedNames names)
            throws SQLException {
        String id = record.submissionId();
        writeHeader(session, id, submission.header());
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> cells = new ArrayList<>();
        List<Object[]> conversions = new ArrayList<>();
        for (Observation o : submission.observations()) {
            rows.add(new Object[] {
                id,
                submission.unit(),
                o.item(),
                submission.period(),
                names.findItem(o.item()).map(Item::accumulation),
                o.value().amount().known(),
                o.priorYear().amount().known(),
                o.forecast().amount().known(),
                status(o, decision),
                o.explanation(),
                o.value().at().map(CellRef::sheet),
                o.value().at().map(CellRef::cell),
                o.value().rawText(),
                Optional.empty(),
                Optional.empty(),
                reason(o.value().amount()),
                o.remark(),
                rows.size() + 1
            });
            figures(o).forEach((name, figure) -> {
                cells.add(cell(id, o.item(), name, figure));
                for (int i = 0; i < figure.conversions().size(); i++) {
                    Conversion conversion = figure.conversions().get(i);
                    conversions.add(new Object[] {id, o.item(), name, i + 1, conversion.kind(), conversion.detail()});
                }
            });
        }
        session.runAll("insert-observation", rows);
        session.runAll("insert-observation-cell", cells);
        session.runAll("insert-conversion", conversions);
        session.runAll("insert-explanation", explanations(record, submission, decision));
        List<Object[]> milestones = new ArrayList<>();
        for (MilestoneReport m : submission.milestones()) {
            milestones.add(new Object[] {
                id,
                milestones.size() + 1,
                m.milestone(),
                m.state(),
                m.date(),
                m.evidence(),
                m.rawState(),
                m.at().sheet(),
                m.at().cell()
            });
        }
        session.runAll("insert-milestone-report", milestones);
    }

    private static Map<String, Figure> figures(Observation o) {
        return Map.of(
                "value", o.value(),
                "prior_year", o.priorYear(),
                "growth", o.growth(),
                "forecast", o.forecast(),
                "assigned", o.assigned());
    }

    private static List<Object[]> explanations(SubmissionRecord record, Submission submission, Decision decision) {
        return submission.observations().stream()
                .filter(row -> !row.explanation().isBlank())
                .map(row -> new Object[] {
                    record.submissionId(),
                    row.item(),
                    row.explanation().strip(),
                    submission.header().filledInBy(),
                    record.receivedAt(),
                    row.explanationAt().map(CellRef::sheet),
                    row.explanationAt().map(CellRef::cell),
                    decision.usableExplanations().contains(row.item())
                })
                .toList();
    }

    static void delete(Session session, String id) throws SQLException {
        session.run("delete-form-header", id);
        session.run("delete-observation", id);
        session.run("delete-milestone-report", id);
    }

    static Optional<Submission> read(Session session, SubmissionRecord s) throws SQLException {
        Map<String, String> signatures = new HashMap<>();
        session.each(
                "select-form-signature", row -> signatures.put(row.text("label"), row.text("text")), s.submissionId());
        Optional<FormHeader> header =
                session.find("select-form-header", row -> header(row, signatures), s.submissionId());
        if (header.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Submission(
                s.file(),
                s.form().orElseThrow(),
                s.unit().orElseThrow(),
                s.period().orElseThrow(),
                header.get(),
                observations(session, s.submissionId()).stream()
                        .map(Stated::observation)
                        .toList(),
                milestones(session, s.submissionId())));
    }

    /** In form order. */
    static List<Stated> observations(Session session, String id) throws SQLException {
        Map<String, List<Conversion>> conversions = new HashMap<>();
        session.each(
                "select-conversion",
                row -> conversions
                        .computeIfAbsent(cellOf(row), key -> new ArrayList<>())
                        .add(conversion(row)),
                id);
        Map<String, Figure> figures = new HashMap<>();
        session.each(
                "select-observation-cell",
                row -> figures.put(cellOf(row), figure(row, conversions.getOrDefault(cellOf(row), List.of()))),
                id);
        Map<String, CellRef> explained = new HashMap<>();
        for (SubmittedExplanation one : explanations(session, id)) {
            one.cell().ifPresent(cell -> explained.put(one.item().value(), cell));
        }
        return session.query("select-observation", row -> stated(row, figures, explained), id);
    }

    /** The figures without their texts, in form order. */
    static List<StoredFigure> figures(Session session, String id) throws SQLException {
        return session.query("select-figures", SubmissionTables::storedFigure, id);
    }

    private static StoredFigure storedFigure(Row row) throws SQLException {
        Optional<String> cell = row.find("cell");
        return new StoredFigure(
                new ItemCode(row.text("item")),
                new ItemValue(
                        row.decimal("obs_value"),
                        row.decimal("prior_year_value"),
                        row.decimal("forecast_value"),
                        row.constant("obs_status", ObsStatus.class)),
                cell.isPresent() ? Optional.of(new CellRef(row.text("sheet"), cell.get())) : Optional.empty());
    }

    /** The figures without their cells. */
    static UnitReport report(Session session, SubmissionRecord s) throws SQLException {
        Map<ItemCode, ItemValue> values = new HashMap<>();
        figures(session, s.submissionId()).forEach(figure -> values.put(figure.item(), figure.value()));
        return new UnitReport(s.unit().orElseThrow(), s.period().orElseThrow(), values);
    }

    /** By item code. */
    static List<SubmittedExplanation> explanations(Session session, String id) throws SQLException {
        return session.query("select-explanation", SubmissionTables::explanation, id);
    }

    private static SubmittedExplanation explanation(Row row) throws SQLException {
        Optional<String> cell = row.find("cell");
        return new SubmittedExplanation(
                new ItemCode(row.text("item")),
                row.text("text"),
                row.text("author"),
                row.instant("at"),
                cell.isPresent() ? Optional.of(new CellRef(row.text("sheet"), cell.get())) : Optional.empty(),
                row.yes("usable"),
                row.text("first_submission"));
    }

    static List<MilestoneReport> milestones(Session session, String id) throws SQLException {
        return session.query(
                "select-milestone-report",
                row -> new MilestoneReport(
                        new MilestoneCode(row.text("milestone")),
                        row.findConstant("state", MilestoneState.class),
                        row.find("state_date", LocalDate::parse),
                        row.text("evidence"),
                        row.text("raw_state"),
                        new CellRef(row.text("sheet"), row.text("cell"))),
                id);
    }

    private static Stated stated(Row row, Map<String, Figure> figures, Map<String, CellRef> explained)
            throws SQLException {
        String item = row.text("item");
        return new Stated(
                new Observation(
                        new ItemCode(item),
                        figure(figures, item, "value"),
                        figure(figures, item, "prior_year"),
                        figure(figures, item, "growth"),
                        figure(figures, item, "forecast"),
                        figure(figures, item, "assigned"),
                        row.text("explanation"),
                        row.text("remark"),
                        Optional.ofNullable(explained.get(item))),
                row.constant("obs_status", ObsStatus.class));
    }

    private static Figure figure(Map<String, Figure> figures, String item, String name) {
        Figure figure = figures.get(item + "/" + name);
        if (figure == null) {
            throw new IllegalStateException("no cell " + name + " is stored for item " + item);
        }
        return figure;
    }

    private static ObsStatus status(Observation observation, Decision decision) {
        if (observation.value().amount().known().isEmpty()) {
            return ObsStatus.O;
        }
        boolean queried = decision.findings().stream()
                .anyMatch(finding -> finding.severity() == Severity.VERIFY
                        && finding.outcome() == Outcome.FAILED
                        && !finding.trial()
                        && finding.item().equals(Optional.of(observation.item())));
        return queried ? ObsStatus.V : ObsStatus.A;
    }

    private static Object[] cell(String id, ItemCode item, String name, Figure figure) {
        return new Object[] {
            id,
            item,
            name,
            figure.at().map(CellRef::sheet),
            figure.at().map(CellRef::cell),
            figure.rawText(),
            figure.amount().known().map(Encoding::typed),
            reason(figure.amount())
        };
    }

    private static Optional<MissingReason> reason(Amount amount) {
        return amount instanceof Amount.Missing missing ? Optional.of(missing.reason()) : Optional.empty();
    }

    private static String cellOf(Row row) throws SQLException {
        return row.text("item") + "/" + row.text("figure");
    }

    private static Conversion conversion(Row row) throws SQLException {
        return new Conversion(row.constant("kind", Conversion.Kind.class), row.text("detail"));
    }

    private static Figure figure(Row row, List<Conversion> conversions) throws SQLException {
        Optional<String> cell = row.find("cell");
        Optional<BigDecimal> amount = row.decimal("amount");
        return new Figure(
                cell.isPresent() ? Optional.of(new CellRef(row.text("sheet"), cell.get())) : Optional.empty(),
                row.text("raw_text"),
                amount.isPresent()
                        ? new Amount.Known(amount.get())
                        : new Amount.Missing(row.constant("missing_reason", MissingReason.class)),
                conversions);
    }

    private static void writeHeader(Session session, String id, FormHeader header) throws SQLException {
        session.run(
                "insert-form-header",
                id,
                header.formCode(),
                header.validUntil(),
                header.stamp().map(FormStamp::form),
                header.stamp().map(FormStamp::period),
                header.stamp().map(FormStamp::unit),
                header.stamp().map(FormStamp::catalogueHash),
                header.generalExplanation(),
                header.synthetic());
        List<Object[]> signatures = new ArrayList<>();
        header.signatures().forEach((label, text) -> signatures.add(new Object[] {id, label, text}));
        session.runAll("insert-form-signature", signatures);
    }

    private static FormHeader header(Row row, Map<String, String> signatures) throws SQLException {
        Optional<String> form = row.find("stamp_form");
        return new FormHeader(
                row.text("form_code"),
                row.text("valid_until"),
                form.isPresent()
                        ? Optional.of(new FormStamp(
                                form.get(),
                                Period.parse(row.text("stamp_period")),
                                new UnitCode(row.text("stamp_unit")),
                                row.text("stamp_catalogue_hash")))
                        : Optional.empty(),
                signatures,
                row.text("general_explanation"),
                row.yes("synthetic"));
    }
}
