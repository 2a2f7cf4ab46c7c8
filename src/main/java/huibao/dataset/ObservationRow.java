package huibao.dataset;

import huibao.model.Amount;
import huibao.model.CellRef;
import huibao.model.Observation;
import huibao.model.SourcedObservation;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Schema of parquet/observation. Components are the columns, in order; Parquet knows null only. */
record ObservationRow(
        String submissionId,
        String item,
        @Nullable BigDecimal obsValue,
        @Nullable BigDecimal priorYearValue,
        @Nullable BigDecimal growthTypedPercent,
        @Nullable BigDecimal forecastValue,
        @Nullable BigDecimal assignedValue,
        String obsStatus,
        @Nullable String missingReason,
        String explanation,
        String remark,
        @Nullable String sheet,
        @Nullable String cell,
        String rawText,
        String fileName,
        String sha256,
        Instant recordedFrom,
        @Nullable Instant recordedTo) {

    static ObservationRow of(SourcedObservation sourced) {
        Observation o = sourced.observation();
        return new ObservationRow(
                sourced.submission().submissionId(),
                o.item().value(),
                Columns.decimal(o.value().amount().known()),
                Columns.decimal(o.priorYear().amount().known()),
                Columns.decimal(o.growth().amount().known()),
                Columns.decimal(o.forecast().amount().known()),
                Columns.decimal(o.assigned().amount().known()),
                sourced.status().name(),
                o.value().amount() instanceof Amount.Missing missing
                        ? missing.reason().name()
                        : null,
                o.explanation(),
                o.remark(),
                o.value().at().map(CellRef::sheet).orElse(null),
                o.value().at().map(CellRef::cell).orElse(null),
                o.value().rawText(),
                sourced.submission().file().name(),
                sourced.submission().file().sha256(),
                sourced.recordedFrom(),
                sourced.recordedTo().orElse(null));
    }
}
