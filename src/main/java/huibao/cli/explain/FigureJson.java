package huibao.cli.explain;

import huibao.lineage.Contribution;
import huibao.lineage.FigureLineage;
import huibao.lineage.ItemLineage;
import huibao.lineage.Source;
import huibao.lineage.SourceFigure;
import huibao.lineage.TracedFinding;
import huibao.message.Messages;
import huibao.model.Amount;
import huibao.model.CellRef;
import huibao.model.Conversion;
import huibao.model.Figure;
import huibao.model.Finding;
import huibao.model.ItemFigure;
import huibao.model.Observation;
import huibao.model.SubmissionRecord;
import huibao.model.SubmittedExplanation;
import huibao.model.TargetCode;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What lies beneath figures, for programs. What is not there is an empty text. */
final class FigureJson {

    private final Messages messages;

    FigureJson(Messages messages) {
        this.messages = messages;
    }

    /** An exact decimal; empty if there is none. */
    static String text(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse("");
    }

    /** A submission with its file. */
    static Map<String, Object> submission(SubmissionRecord submission) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("submission_id", submission.submissionId());
        one.put("ref_area", submission.unit().map(UnitCode::value).orElse(""));
        one.put("version", submission.version());
        one.put("state", submission.state().name());
        one.put("reason", submission.reason());
        one.put("file_name", submission.file().name());
        one.put("sha256", submission.file().sha256());
        one.put("size", submission.file().size());
        one.put("received_at", submission.receivedAt().toString());
        one.put("decided_at", submission.decidedAt().toString());
        one.put("catalogue_hash", submission.catalogueHash());
        return one;
    }

    void put(Map<String, Object> members, FigureLineage beneath) {
        members.put("items", beneath.items().stream().map(FigureJson::item).toList());
        members.put(
                "city_findings",
                beneath.cityFindings().stream().map(this::finding).toList());
        members.put("sources", beneath.sources().stream().map(this::source).toList());
    }

    private static Map<String, Object> item(ItemLineage trail) {
        Map<String, Object> one = DefinitionJson.item(trail.item());
        one.put("obs_value", text(trail.figure().flatMap(ItemFigure::value)));
        one.put("prior_year_value", text(trail.figure().flatMap(ItemFigure::priorYear)));
        one.put("forecast_value", text(trail.figure().flatMap(ItemFigure::forecast)));
        one.put(
                "missing",
                trail.contributions().stream()
                        .filter(Contribution::isMissing)
                        .map(part -> part.unit().code().value())
                        .toList());
        one.put(
                "parts",
                trail.contributions().stream().map(FigureJson::contribution).toList());
        return one;
    }

    private static Map<String, Object> contribution(Contribution part) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("ref_area", part.unit().code().value());
        one.put("name_zh", part.unit().nameZh());
        one.put("name_en", part.unit().nameEn());
        one.put("part", part.part().name());
        one.put("obs_value", text(part.value()));
        one.put("prior_year_value", text(part.priorYear()));
        one.put("share_percent", text(part.sharePercent()));
        one.put("version", part.version().orElse(0));
        one.put("latest_state", part.latestState().map(Enum::name).orElse(""));
        return one;
    }

    private Map<String, Object> source(Source source) {
        Map<String, Object> one = submission(source.submission());
        one.put("figures", source.figures().stream().map(this::figure).toList());
        return one;
    }

    private Map<String, Object> figure(SourceFigure figure) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("item", figure.item().value());
        one.put("obs_status", figure.status().map(Enum::name).orElse(""));
        one.put("cells", figure.observation().map(FigureJson::cells).orElse(List.of()));
        one.put("remark", figure.observation().map(Observation::remark).orElse(""));
        one.put("findings", figure.findings().stream().map(this::finding).toList());
        one.put("explanation", figure.explanation().map(FigureJson::explanation).orElseGet(LinkedHashMap::new));
        return one;
    }

    private static List<Object> cells(Observation row) {
        List<Object> cells = new ArrayList<>();
        cells.add(cell("value", row.value()));
        cells.add(cell("prior_year", row.priorYear()));
        cells.add(cell("growth", row.growth()));
        cells.add(cell("forecast", row.forecast()));
        cells.add(cell("assigned", row.assigned()));
        return cells;
    }

    private static Map<String, Object> cell(String name, Figure figure) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("figure", name);
        one.put("sheet", figure.at().map(CellRef::sheet).orElse(""));
        one.put("cell", figure.at().map(CellRef::cell).orElse(""));
        one.put("raw_text", figure.rawText());
        one.put("amount", text(figure.amount().known()));
        one.put(
                "missing_reason",
                figure.amount() instanceof Amount.Missing missing
                        ? missing.reason().name()
                        : "");
        one.put(
                "conversions",
                figure.conversions().stream().map(FigureJson::conversion).toList());
        return one;
    }

    private static Map<String, Object> conversion(Conversion conversion) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("kind", conversion.kind().name());
        one.put("detail", conversion.detail());
        return one;
    }

    private Map<String, Object> finding(TracedFinding traced) {
        Map<String, Object> one = finding(traced.finding());
        one.put("review_rank", traced.reviewRank().orElse(0));
        return one;
    }

    private Map<String, Object> finding(Finding finding) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("rule", finding.rule());
        one.put("kind", finding.kind().name());
        one.put("severity", finding.severity().name());
        one.put("outcome", finding.outcome().name());
        one.put("trial", finding.trial());
        one.put("cells", finding.cells().stream().map(CellRef::toString).toList());
        one.put("found", messages.found(finding));
        one.put("expected", messages.expected(finding));
        one.put("message", messages.message(finding));
        one.put(
                "decides",
                finding.impact().decides().stream().map(TargetCode::value).toList());
        one.put("impact_points", finding.impact().points().toPlainString());
        return one;
    }

    private static Map<String, Object> explanation(SubmittedExplanation said) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("text", said.text());
        one.put("author", said.author());
        one.put("at", said.at().toString());
        one.put("sheet", said.cell().map(CellRef::sheet).orElse(""));
        one.put("cell", said.cell().map(CellRef::cell).orElse(""));
        one.put("usable", said.usable());
        one.put("first_submission", said.firstSubmission());
        return one;
    }
}
