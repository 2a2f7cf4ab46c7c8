package huibao.cli.explain;

import huibao.lineage.Beneath;
import huibao.lineage.Contribution;
import huibao.lineage.FigureParts;
import huibao.lineage.Source;
import huibao.lineage.SourceFigure;
import huibao.lineage.TracedFinding;
import huibao.message.Lines;
import huibao.model.Conversion;
import huibao.model.Figure;
import huibao.model.Finding;
import huibao.model.Impact;
import huibao.model.ItemFigure;
import huibao.model.MissingReason;
import huibao.model.Observation;
import huibao.model.Outcome;
import huibao.model.SubmissionRecord;
import huibao.model.TargetCode;
import huibao.model.Unit;
import huibao.model.UnitKind;
import huibao.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What lies beneath figures, in words: the parts of each sum, then the submissions and their cells. */
final class FiguresText {

    private static final List<Page.Side> SIDES = List.of(
            Page.Side.LEFT,
            Page.Side.LEFT,
            Page.Side.RIGHT,
            Page.Side.RIGHT,
            Page.Side.RIGHT,
            Page.Side.LEFT,
            Page.Side.LEFT);

    /** What a cell says that was not meant to hold a figure. */
    private static final Set<MissingReason> SAYS_NOTHING = Set.of(MissingReason.NOT_ASKED, MissingReason.BLANK);

    private final Wording wording;
    private final Page page;

    FiguresText(Wording wording, Page page) {
        this.wording = wording;
        this.page = page;
    }

    /**
     * Prints them.
     *
     * @param comparesYears whether a unit without 上年同期 is left out of what is explained
     */
    void print(Beneath beneath, Unit area, boolean comparesYears) {
        boolean city = area.kind() == UnitKind.CITY;
        beneath.items().forEach(item -> parts(item, city, comparesYears));
        if (!beneath.cityFindings().isEmpty()) {
            page.heading(page.text("city_findings"));
            beneath.cityFindings().forEach(finding -> page.point(said(finding, "")));
        }
        page.heading(page.text(
                city ? "sources" : "versions", "count", beneath.sources().size()));
        if (beneath.sources().isEmpty()) {
            page.point(page.text("nothing_sent"));
        }
        for (Source source : beneath.sources()) {
            file(source.submission());
            source.figures().forEach(figure -> figure(source.submission(), figure));
        }
    }

    private void parts(FigureParts item, boolean city, boolean comparesYears) {
        page.heading(page.text("item", item.item()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(wording.heads("trail.part_columns"));
        item.contributions().forEach(part -> rows.add(row(part, comparesYears)));
        if (city && item.contributions().size() > 1) {
            String sum = wording.orDash(item.figure().flatMap(ItemFigure::value));
            String prior = wording.orDash(item.figure().flatMap(ItemFigure::priorYear));
            rows.add(List.of("", page.text("total"), sum, prior, "", "", ""));
        }
        page.table(SIDES, rows);
        if (!item.missing().isEmpty()) {
            page.point(page.text("missing", "units", item.missing()));
        }
    }

    private List<String> row(Contribution part, boolean comparesYears) {
        boolean within = part.part() == Contribution.Part.WITHIN_HOST;
        return List.of(
                part.unit().code().value(),
                within ? page.text("zone", part) : wording.name(part.unit()),
                wording.orDash(part.value()),
                wording.orDash(part.priorYear()),
                part.sharePercent().map(wording::rounded).orElse("—"),
                part.version().isPresent() ? "v" + part.version().getAsInt() : "—",
                remark(part, within, comparesYears));
    }

    private String remark(Contribution part, boolean within, boolean comparesYears) {
        if (part.value().isEmpty() || part.version().isEmpty()) {
            return part.latestState().map(wording::said).orElse(page.text("not_sent"));
        } else if (within) {
            return page.text("not_added");
        }
        return comparesYears && part.priorYear().isEmpty() ? page.text("no_prior_year") : "";
    }

    /** A file with its life. */
    void file(SubmissionRecord submission) {
        page.line("");
        page.line(page.text("submission", submission, "reason", reason(submission.reason())));
        page.facts("file sha256 received", submission);
    }

    private void figure(SubmissionRecord submission, SourceFigure figure) {
        String item = figure.item().value();
        if (figure.observation().isEmpty()) {
            page.fact(item, page.text("not_on_form"));
            return;
        }
        Observation row = figure.observation().get();
        page.fact(item, cell(row.value(), figure.status().map(Enum::name).orElse("")));
        other("prior_year", row.priorYear());
        other("forecast_cell", row.forecast());
        if (row.growth().conversions().stream().noneMatch(done -> done.kind() == Conversion.Kind.FORMULA)) {
            other("growth_cell", row.growth());
        }
        figure.findings().forEach(finding -> page.fact(page.text("audit"), finding(finding)));
        figure.explanation()
                .ifPresent(said -> page.facts(
                        "explanation",
                        said,
                        "first",
                        said.firstSubmission().equals(submission.submissionId()) ? "" : said.firstSubmission()));
        page.facts("remark", row);
    }

    private void other(String label, Figure figure) {
        if (figure.amount().whyMissing().filter(SAYS_NOTHING::contains).isEmpty()) {
            page.fact(page.text(label), cell(figure, ""));
        }
    }

    /** Where it stands, what was typed, what it was read as and what was done to it on the way. */
    private String cell(Figure figure, String status) {
        return page.text(
                "cell",
                "at",
                wording.orDash(figure.at()),
                "raw",
                Lines.oneLine(figure.rawText()),
                "value",
                wording.said(figure.amount().known())
                        + wording.said(figure.amount().whyMissing()),
                "conversions",
                figure.conversions().stream()
                        .map(done -> page.text("conversion", done))
                        .toList(),
                "status",
                status);
    }

    private String finding(TracedFinding traced) {
        Finding finding = traced.finding();
        Impact impact = finding.impact();
        return said(finding, finding.outcome() == Outcome.FAILED ? "" : finding.outcome())
                + page.text(
                        "impact",
                        traced,
                        "targets",
                        impact.decides().stream().map(TargetCode::value).collect(Collectors.joining(" ")),
                        "points",
                        impact.points().signum() == 0 ? "" : impact.points());
    }

    private String said(Finding finding, Object outcome) {
        return page.text(
                "finding",
                finding,
                "outcome",
                outcome,
                "message",
                wording.messages().message(finding));
    }

    /** Why a submission stands where it stands: the title of what decided, or the submission that took its place. */
    private String reason(String code) {
        return wording.catalogue()
                .findKind(code)
                .map(found -> code + " " + wording.messages().title(found))
                .orElse(code.equals("CLEAN") ? "" : code);
    }
}
