package huibao.column;

import huibao.model.Amount;
import huibao.model.CellRef;
import huibao.model.Figure;
import huibao.model.MissingReason;
import huibao.model.SourcedObservation;
import java.util.List;
import java.util.Optional;

/** The columns of a row that stands, in files of rows. */
public final class ObservationColumns {

    /** In published order. */
    public static final List<Column<SourcedObservation>> PUBLISHED = List.of(
            Column.someText("time_period", row -> row.submission().period()),
            Column.someText("ref_area", row -> row.submission().unit()),
            Column.text("submission_id", row -> row.submission().submissionId()),
            Column.text("item", row -> row.observation().item()),
            Column.someDecimal(
                    "obs_value", row -> row.observation().value().amount().known()),
            Column.someDecimal(
                    "prior_year_value",
                    row -> row.observation().priorYear().amount().known()),
            Column.someDecimal(
                    "growth_typed_percent",
                    row -> row.observation().growth().amount().known()),
            Column.someDecimal(
                    "forecast_value",
                    row -> row.observation().forecast().amount().known()),
            Column.someDecimal(
                    "assigned_value",
                    row -> row.observation().assigned().amount().known()),
            Column.text("obs_status", SourcedObservation::status),
            Column.someText("missing_reason", row -> missing(row.observation().value())),
            Column.text("explanation", row -> row.observation().explanation()),
            Column.text("remark", row -> row.observation().remark()),
            Column.someText("sheet", row -> row.observation().value().at().map(CellRef::sheet)),
            Column.someText("cell", row -> row.observation().value().at().map(CellRef::cell)),
            Column.text("raw_text", row -> row.observation().value().rawText()),
            Column.text("file_name", row -> row.submission().file().name()),
            Column.text("sha256", row -> row.submission().file().sha256()),
            Column.time("recorded_from", SourcedObservation::recordedFrom),
            Column.someTime("recorded_to", SourcedObservation::recordedTo));

    private ObservationColumns() {}

    private static Optional<MissingReason> missing(Figure figure) {
        return figure.amount() instanceof Amount.Missing missing ? Optional.of(missing.reason()) : Optional.empty();
    }
}
