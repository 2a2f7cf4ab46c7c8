package huibao.dataset;

import huibao.model.Attainment;
import huibao.model.Target;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Schema of parquet/attainment. Components are the columns, in order; Parquet knows null only. */
record AttainmentRow(
        String refArea,
        String indicator,
        String nameZh,
        String nameEn,
        String measure,
        String comparator,
        @Nullable BigDecimal targetValue,
        String unitMeasure,
        @Nullable BigDecimal obsValue,
        @Nullable BigDecimal levelValue,
        @Nullable BigDecimal priorYearValue,
        @Nullable BigDecimal denominatorValue,
        @Nullable BigDecimal growthPercent,
        @Nullable BigDecimal completionPercent,
        BigDecimal pacePercent,
        @Nullable BigDecimal paceGapPoints,
        @Nullable BigDecimal projectedValue,
        @Nullable BigDecimal lowValue,
        @Nullable BigDecimal highValue,
        String certainty,
        String dependsOn,
        String status,
        String light,
        @Nullable Integer rank,
        BigDecimal reportingRate,
        String obsStatus,
        String basis,
        String obstacle,
        @Nullable BigDecimal forecastValue,
        boolean aboveBand) {

    static AttainmentRow of(Attainment a, Target target) {
        return new AttainmentRow(
                a.refArea().value(),
                a.target().value(),
                target.nameZh(),
                target.nameEn(),
                target.measure().name(),
                target.comparator().name(),
                Columns.decimal(a.targetValue()),
                target.unitMeasure(),
                Columns.decimal(a.obsValue()),
                Columns.decimal(a.levelValue()),
                Columns.decimal(a.priorYearValue()),
                Columns.decimal(a.denominatorValue()),
                Columns.decimal(a.growthPercent()),
                Columns.decimal(a.completionPercent()),
                Columns.decimal(a.pacePercent()),
                Columns.decimal(a.paceGapPoints()),
                Columns.decimal(a.projectedValue()),
                Columns.decimal(a.lowValue()),
                Columns.decimal(a.highValue()),
                a.certainty().column(),
                Columns.codes(a.dependsOn()),
                a.status().name(),
                a.light().name(),
                a.rank().isPresent() ? Integer.valueOf(a.rank().getAsInt()) : null,
                Columns.decimal(a.reportingRate()),
                a.obsStatus().name(),
                a.basis().name(),
                a.obstacle().name(),
                Columns.decimal(a.forecastValue()),
                a.aboveBand());
    }
}
