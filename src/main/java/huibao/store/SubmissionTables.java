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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /** The figures of a row, as the columns that hold them begin; the value's columns have no such beginning. */
    private enum Place {
        VALUE("", Observation::value),
        PRIOR_YEAR("prior_year_", Observation::priorYear),
        GROWTH("growth_", Observation::growth),
        FORECAST("forecast_", Observation::forecast),
        ASSIGNED("assigned_", Observation::assigned);

        private final String prefix;
        private final Function<Observation, Figure> figure;

        Place(String prefix, Function<Observation, Figure> figure) {
            this.prefix = prefix;
            this.figure = figure;
        }

        /** What the figure is called in {@code observation_cell}. */
        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static void write(
            Session session, SubmissionRecord record, Submission submission, Decision decision, PublishedNames names)
            throws SQLException {
        String id = record.submissionId();
        writeHeader(session, id, submission);
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> conversions = new ArrayList<>();
        for (Observation o : submission.observations()) {
            List<Object> row = new ArrayList<>(List.of(
                    id,
                    o.item(),
                    names.findItem(o.item()).map(Item::accumulation),
                    o.value().amount().known(),
                    o.priorYear().amount().known(),
                    o.forecast().amount().known(),
                    status(o, decision),
                    o.explanation(),
                    o.remark(),
                    rows.size() + 1));
            for (Place place : Place.values()) {
                Figure figure = place.figure.apply(o);
                row.addAll(cell(figure));
                for (int i = 0; i < figure.conversions().size(); i++) {
                    Conversion conversion = figure.conversions().get(i);
                    conversions.add(
                            new Object[] {id, o.item(), place.column(), i + 1, conversion.kind(), conversion.detail()});
                }
            }
            rows.add(row.toArray());
        }
        session.runAll("insert-form-row", rows);
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

    /** Tells whether figures that stand are those published last. */
    private static String figuresHash(Submission submission) {
        StringBuilder text = new StringBuilder();
        for (Observation o : submission.observations()) {
            text.append(o.item());
            for (Figure figure : List.of(o.value(), o.priorYear(), o.forecast())) {
                text.append(' ')
                        .append(figure.amount().known().map(Encoding::decimal).orElse("-"));
            }
            text.append('\n');
        }
        return Encoding.sha256(text.toString());
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
        session.run("delete-form-rows", id);
        session.run("delete-milestone-report", id);
    }

    static Optional<Submission> read(Session session, SubmissionRecord s) throws SQLException {
        Map<String, String> signatures = new HashMap<>();
        Map<String, CellRef> places = new HashMap<>();
        session.each(
                "select-form-signature",
                row -> {
                    String label = row.text("label");
                    if (!row.text("text").isEmpty()) {
                        signatures.put(label, row.text("text"));
                    }
                    Optional<String> cell = row.find("cell");
                    if (cell.isPresent()) {
                        places.put(label, new CellRef(row.text("sheet"), cell.get()));
                    }
                },
                s.submissionId());
        Optional<FormHeader> header =
                session.find("select-form-header", row -> header(row, signatures, places), s.submissionId());
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
        session.each("select-conversion", row -> addConversion(row, conversions), id);
        List<SubmittedExplanation> explanations = explanations(session, id);
        return session.query("select-form-row", row -> stated(row, conversions, explanations), id);
    }

    /** Adds to the conversions of a form, by item and figure. */
    static void addConversion(Row row, Map<String, List<Conversion>> conversions) throws SQLException {
        conversions
                .computeIfAbsent(row.text("item") + "/" + row.text("figure"), key -> new ArrayList<>())
                .add(new Conversion(row.constant("kind", Conversion.Kind.class), row.text("detail")));
    }

    /** The figures without their texts, in form order. */
    static List<StoredFigure> figures(Session session, String id) throws SQLException {
        return session.query("select-figures", SubmissionTables::storedFigure, id);
    }

    static StoredFigure storedFigure(Row row) throws SQLException {
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

    static SubmittedExplanation explanation(Row row) throws SQLException {
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

    /** A row of a form, with what else the form has of its item. */
    static Stated stated(Row row, Map<String, List<Conversion>> conversions, List<SubmittedExplanation> explanations)
            throws SQLException {
        String item = row.text("item");
        List<Figure> figures = new ArrayList<>();
        for (Place place : Place.values()) {
            figures.add(figure(row, place, conversions.getOrDefault(item + "/" + place.column(), List.of())));
        }
        return new Stated(
                new Observation(
                        new ItemCode(item),
                        figures.get(0),
                        figures.get(1),
                        figures.get(2),
                        figures.get(3),
                        figures.get(4),
                        row.text("explanation"),
                        row.text("remark"),
                        explanations.stream()
                                .filter(one -> one.item().value().equals(item))
                                .findFirst()
                                .flatMap(SubmittedExplanation::cell)),
                row.constant("obs_status", ObsStatus.class));
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

    private static List<Object> cell(Figure figure) {
        return List.of(
                figure.at().map(CellRef::sheet),
                figure.at().map(CellRef::cell),
                figure.rawText(),
                figure.amount().known().map(Encoding::typed),
                figure.amount() instanceof Amount.Missing missing ? Optional.of(missing.reason()) : Optional.empty());
    }

    private static Figure figure(Row row, Place place, List<Conversion> conversions) throws SQLException {
        Optional<String> cell = row.find(place.prefix + "cell");
        Optional<BigDecimal> amount = row.decimal(place.prefix + "amount");
        return new Figure(
                cell.isPresent()
                        ? Optional.of(new CellRef(row.text(place.prefix + "sheet"), cell.get()))
                        : Optional.empty(),
                row.text(place.prefix + "raw_text"),
                amount.isPresent()
                        ? new Amount.Known(amount.get())
                        : new Amount.Missing(row.constant(place.prefix + "missing_reason", MissingReason.class)),
                conversions);
    }

    private static void writeHeader(Session session, String id, Submission submission) throws SQLException {
        FormHeader header = submission.header();
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
                header.synthetic(),
                figuresHash(submission),
                FigureIndex.hashes(submission));
        List<Object[]> signatures = new ArrayList<>();
        Stream.concat(header.signatures().keySet().stream(), header.places().keySet().stream())
                .distinct()
                .sorted()
                .forEach(label -> {
                    Optional<CellRef> at = Optional.ofNullable(header.places().get(label));
                    signatures.add(new Object[] {
                        id,
                        label,
                        header.signatures().getOrDefault(label, ""),
                        at.map(CellRef::sheet),
                        at.map(CellRef::cell)
                    });
                });
        session.runAll("insert-form-signature", signatures);
    }

    private static FormHeader header(Row row, Map<String, String> signatures, Map<String, CellRef> places)
            throws SQLException {
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
                places,
                row.text("general_explanation"),
                row.yes("synthetic"));
    }

    /** Why the figures of a submission are missing, where they are; empty where there is one. */
    static Map<ItemCode, Optional<MissingReason>> missingReasons(Session session, String id) throws SQLException {
        Map<ItemCode, Optional<MissingReason>> reasons = new LinkedHashMap<>();
        session.each(
                "select-missing-reason",
                row -> reasons.put(
                        new ItemCode(row.text("item")), row.findConstant("missing_reason", MissingReason.class)),
                id);
        return reasons;
    }
}
