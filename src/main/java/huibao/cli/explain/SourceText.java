package huibao.cli.explain;

import huibao.cli.Console;
import huibao.cli.Page;
import huibao.cli.Wording;
import huibao.lineage.Source;
import huibao.lineage.SourceFigure;
import huibao.lineage.TracedFinding;
import huibao.model.Amount;
import huibao.model.CellRef;
import huibao.model.Conversion;
import huibao.model.Figure;
import huibao.model.FindingKind;
import huibao.model.Impact;
import huibao.model.MissingReason;
import huibao.model.Observation;
import huibao.model.Outcome;
import huibao.model.SubmissionRecord;
import huibao.model.SubmittedExplanation;
import huibao.model.TargetCode;
import huibao.model.Unit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A submission in words: the file, and of each figure asked about the cells and what was said of it. */
final class SourceText {

    private final Wording wording;
    private final Page page;

    SourceText(Wording wording, Page page) {
        this.wording = wording;
        this.page = page;
    }

    void print(Source source) {
        file(source.unit(), source.submission());
        source.figures().forEach(figure -> figure(source.submission(), figure));
    }

    /** The file with its life. */
    void file(Unit unit, SubmissionRecord submission) {
        page.line("");
        page.line(wording.text(
                "trail.submission",
                "unit",
                wording.name(unit),
                "code",
                unit.code().value(),
                "version",
                Integer.toString(submission.version()),
                "state",
                wording.word(submission.state()),
                "reason",
                reason(submission.reason())));
        page.fact(wording.text("trail.file"), submission.file().name());
        page.fact("SHA-256", submission.file().sha256());
        page.fact(
                wording.text("trail.received"),
                wording.text(
                        "trail.received_is",
                        "received",
                        wording.time(submission.receivedAt()),
                        "decided",
                        wording.time(submission.decidedAt()),
                        "id",
                        submission.submissionId()));
    }

    private void figure(SubmissionRecord submission, SourceFigure figure) {
        String code = figure.item().value();
        if (figure.observation().isEmpty()) {
            page.fact(code, wording.text("trail.not_on_form"));
            return;
        }
        Observation row = figure.observation().get();
        page.fact(code, cell(row.value(), figure.status().map(Enum::name).orElse("")));
        other("trail.prior_year", row.priorYear());
        other("trail.forecast_cell", row.forecast());
        if (row.growth().conversions().stream().noneMatch(done -> done.kind() == Conversion.Kind.FORMULA)) {
            other("trail.growth_cell", row.growth());
        }
        figure.findings().forEach(finding -> page.fact(wording.text("trail.audit"), finding(finding)));
        figure.explanation()
                .ifPresent(said -> page.fact(wording.text("trail.explanation"), explanation(submission, said)));
        page.fact(wording.text("trail.remark"), row.remark());
    }

    private void other(String label, Figure figure) {
        boolean asked = !(figure.amount() instanceof Amount.Missing missing
                && (missing.reason() == MissingReason.NOT_ASKED || missing.reason() == MissingReason.BLANK));
        if (asked) {
            page.fact(wording.text(label), cell(figure, ""));
        }
    }

    /** Where it stands, what was typed, what it was read as and what was done to it on the way. */
    private String cell(Figure figure, String status) {
        String read = figure.amount() instanceof Amount.Missing missing
                ? wording.word(missing.reason())
                : Wording.plain(figure.amount().known());
        return wording.text(
                "trail.cell",
                "cell",
                figure.at().map(CellRef::toString).orElse("—"),
                "raw",
                Console.oneLine(figure.rawText()),
                "value",
                read,
                "conversions",
                wording.joined(figure.conversions().stream()
                        .map(done -> wording.text(
                                "trail.conversion",
                                "kind",
                                wording.text("trail.conversion." + done.kind()),
                                "detail",
                                done.detail()))
                        .toList()),
                "status",
                status);
    }

    private String finding(TracedFinding traced) {
        Impact impact = traced.finding().impact();
        return wording.text(
                        "trail.finding",
                        "severity",
                        wording.word(traced.finding().severity()),
                        "rule",
                        traced.finding().rule(),
                        "outcome",
                        traced.finding().outcome() == Outcome.FAILED
                                ? ""
                                : wording.word(traced.finding().outcome()),
                        "message",
                        wording.messages().message(traced.finding()))
                + wording.text(
                        "trail.impact",
                        "rank",
                        traced.reviewRank().isPresent()
                                ? Integer.toString(traced.reviewRank().getAsInt())
                                : "",
                        "targets",
                        impact.decides().stream().map(TargetCode::value).collect(Collectors.joining(" ")),
                        "points",
                        impact.points().signum() == 0 ? "" : Wording.plain(impact.points()));
    }

    private String explanation(SubmissionRecord submission, SubmittedExplanation said) {
        return wording.text(
                "trail.explanation_is",
                "text",
                said.text(),
                "author",
                said.author(),
                "at",
                wording.time(said.at()),
                "cell",
                said.cell().map(CellRef::toString).orElse(""),
                "usable",
                wording.text(said.usable() ? "trail.usable" : "trail.not_usable"),
                "first",
                said.firstSubmission().equals(submission.submissionId()) ? "" : said.firstSubmission());
    }

    /** Why a submission stands where it stands: the title of what decided, or the submission that took its place. */
    private String reason(String code) {
        Optional<FindingKind> kind = wording.catalogue().rules().stream()
                .filter(rule -> rule.code().equals(code))
                .map(rule -> rule.kind())
                .findFirst()
                .or(() -> Arrays.stream(FindingKind.values())
                        .filter(candidate -> candidate.name().equals(code))
                        .findFirst());
        return kind.map(found -> code + " " + wording.messages().title(found)).orElse(code.equals("CLEAN") ? "" : code);
    }
}
