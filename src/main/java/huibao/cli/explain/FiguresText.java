package huibao.cli.explain;

import huibao.cli.Console;
import huibao.lineage.Beneath;
import huibao.lineage.Contribution;
import huibao.lineage.FigureParts;
import huibao.lineage.Source;
import huibao.lineage.SourceFigure;
import huibao.lineage.StatedFinding;
import huibao.model.Conversion;
import huibao.model.FindingKind;
import huibao.model.MissingReason;
import huibao.model.Outcome;
import huibao.model.Rule;
import huibao.model.SubmissionRecord;
import huibao.model.TargetCode;
import huibao.model.UnitCode;
import huibao.wording.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    void print(Beneath beneath, UnitCode area, boolean comparesYears) {
        boolean city = area.equals(wording.catalogue().city().code());
        beneath.items().forEach(item -> parts(item, city, comparesYears));
        if (!beneath.cityFindings().isEmpty()) {
            page.heading(page.text("city_findings"));
            beneath.cityFindings().forEach(finding -> page.point(page.text("finding", finding, "outcome", "")));
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
        item.parts().forEach(part -> rows.add(row(part, comparesYears)));
        if (city && item.parts().size() > 1) {
            String prior = wording.orDash(item.priorYearValue());
            rows.add(List.of("", page.text("total"), wording.orDash(item.obsValue()), prior, "", "", ""));
        }
        page.table(SIDES, rows);
        if (!item.missing().isEmpty()) {
            page.point(page.text("missing", "units", item.missing()));
        }
    }

    private List<String> row(Contribution part, boolean comparesYears) {
        boolean within = part.part() == Contribution.Part.WITHIN_HOST;
        return List.of(
                part.refArea().value(),
                within ? page.text("zone", part) : wording.name(part.refArea()),
                wording.orDash(part.obsValue()),
                wording.orDash(part.priorYearValue()),
                part.sharePercent().map(wording::rounded).orElse("—"),
                part.version().isPresent() ? "v" + part.version().getAsInt() : "—",
                remark(part, within, comparesYears));
    }

    private String remark(Contribution part, boolean within, boolean comparesYears) {
        if (part.obsValue().isEmpty() || part.version().isEmpty()) {
            return part.latestState().map(wording::said).orElse(page.text("not_sent"));
        } else if (within) {
            return page.text("not_added");
        }
        return comparesYears && part.priorYearValue().isEmpty() ? page.text("no_prior_year") : "";
    }

    /** A file with its life. */
    void file(SubmissionRecord submission) {
        page.line("");
        page.line(page.text("submission", submission, "reason", reason(submission.reason())));
        page.facts("file sha256 received", submission);
    }

    private void figure(SubmissionRecord submission, SourceFigure figure) {
        String item = figure.item().value();
        if (figure.cells().isEmpty()) {
            page.fact(item, page.text("not_on_form"));
            return;
        }
        page.fact(
                item,
                cell(figure.cell("value"), figure.obsStatus().map(Enum::name).orElse("")));
        other("prior_year", figure.cell("prior_year"));
        other("forecast_cell", figure.cell("forecast"));
        SourceFigure.Cell growth = figure.cell("growth");
        if (growth.conversions().stream().noneMatch(done -> done.kind() == Conversion.Kind.FORMULA)) {
            other("growth_cell", growth);
        }
        figure.findings().forEach(finding -> page.fact(page.text("audit"), finding(finding)));
        figure.explanation()
                .ifPresent(said -> page.facts(
                        "explanation",
                        said,
                        "first",
                        said.firstSubmission().equals(submission.submissionId()) ? "" : said.firstSubmission()));
        page.facts("remark", figure);
    }

    private void other(String label, SourceFigure.Cell cell) {
        if (cell.missingReason().filter(SAYS_NOTHING::contains).isEmpty()) {
            page.fact(page.text(label), cell(cell, ""));
        }
    }

    /** Where it stands, what was typed, what it was read as and what was done to it on the way. */
    private String cell(SourceFigure.Cell cell, String status) {
        return page.text(
                "cell",
                "at",
                cell.at().cell().isEmpty() ? "—" : cell.at(),
                "raw",
                Console.oneLine(cell.rawText()),
                "value",
                wording.said(cell.amount()) + wording.said(cell.missingReason()),
                "conversions",
                cell.conversions().stream()
                        .map(done -> page.text("conversion", done))
                        .toList(),
                "status",
                status);
    }

    private String finding(SourceFigure.TracedFinding traced) {
        StatedFinding finding = traced.finding();
        return page.text("finding", finding, "outcome", finding.outcome() == Outcome.FAILED ? "" : finding.outcome())
                + page.text(
                        "impact",
                        traced,
                        "targets",
                        finding.decides().stream().map(TargetCode::value).collect(Collectors.joining(" ")),
                        "points",
                        finding.impactPoints().signum() == 0 ? "" : finding.impactPoints());
    }

    /** Why a submission stands where it stands: the title of what decided, or the submission that took its place. */
    private String reason(String code) {
        Optional<FindingKind> kind = wording.catalogue().rules().stream()
                .filter(rule -> rule.code().equals(code))
                .map(Rule::kind)
                .findFirst()
                .or(() -> Arrays.stream(FindingKind.values())
                        .filter(candidate -> candidate.name().equals(code))
                        .findFirst());
        return kind.map(found -> code + " " + wording.messages().title(found)).orElse(code.equals("CLEAN") ? "" : code);
    }
}
