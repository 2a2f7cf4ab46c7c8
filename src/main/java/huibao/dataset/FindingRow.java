package huibao.dataset;

import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.ItemCode;
import huibao.model.SubmissionRecord;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Schema of parquet/finding. Components are the columns, in order; Parquet knows null only. */
record FindingRow(
        String submissionId,
        int findingNo,
        String rule,
        String kind,
        String severity,
        String outcome,
        boolean trial,
        @Nullable String item,
        @Nullable String sheet,
        @Nullable String cell,
        String cells,
        String found,
        String expected,
        String messageZh,
        String messageEn,
        String explanation,
        BigDecimal impact,
        String decides) {

    /** @param findingNo 1-based place among the findings of the submission */
    static FindingRow of(RenderedFinding rendered, int findingNo) {
        SubmissionRecord submission = rendered.finding().submission();
        Finding f = rendered.finding().finding();
        Optional<CellRef> first = f.cells().stream().findFirst();
        return new FindingRow(
                submission.submissionId(),
                findingNo,
                f.rule(),
                f.kind().name(),
                f.severity().name(),
                f.outcome().name(),
                f.trial(),
                f.item().map(ItemCode::value).orElse(null),
                first.map(CellRef::sheet).orElse(null),
                first.map(CellRef::cell).orElse(null),
                f.cells().stream().map(CellRef::toString).collect(Collectors.joining("\n")),
                f.parameters().getOrDefault(Finding.FOUND, ""),
                rendered.expected(),
                rendered.messageZh(),
                rendered.messageEn(),
                f.explanation(),
                Columns.decimal(f.impact().points()),
                Columns.codes(f.impact().decides()));
    }
}
