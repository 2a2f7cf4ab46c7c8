package huibao.cli.explain;

import huibao.cli.Console;
import huibao.cli.Page;
import huibao.cli.Wording;
import huibao.lineage.MilestoneLineage;
import huibao.model.Milestone;
import huibao.model.MilestoneReport;
import huibao.model.MilestoneStatus;
import java.time.LocalDate;

/** A milestone in words: the promise, where it stands, and the row of each reporter. */
final class MilestoneExplanation {

    private final Wording wording;
    private final Page page;

    MilestoneExplanation(Wording wording, Page page) {
        this.wording = wording;
        this.page = page;
    }

    /** The promise. */
    void definition(Milestone milestone) {
        page.line(milestone.code() + "  " + milestone.nameZh());
        page.heading(wording.text("trail.reading"));
        page.fact(
                wording.text("trail.section"),
                wording.section(milestone.section(), milestone.heading(), milestone.reportLine()));
        page.fact(wording.text("trail.written"), milestone.verb());
        page.fact(
                wording.text("trail.kept_by"),
                wording.word(milestone.kind())
                        + wording.text("trail.in_brackets", "text", wording.text("trail.kept_by." + milestone.kind())));
        page.fact(wording.text("trail.shown_by"), milestone.evidence());
        page.fact(wording.text("trail.reporters"), wording.names(milestone.reporters()));
    }

    /** The promise and what was reported. */
    void trail(MilestoneLineage trail) {
        definition(trail.milestone());
        TargetExplanation.issue(wording, page, trail.issue());
        page.fact(
                wording.text("trail.due"), trail.due().map(LocalDate::toString).orElse(""));
        trail.city().ifPresent(this::city);
        page.heading(wording.text("trail.milestone_rows"));
        trail.lines().forEach(this::line);
        if (trail.lines().isEmpty()) {
            page.point(wording.text("trail.not_a_reporter"));
        }
    }

    private void city(MilestoneStatus status) {
        page.fact(wording.text("trail.status"), verdict(status));
        page.fact(wording.text("trail.waiting"), wording.names(status.waitingFor()));
    }

    private String verdict(MilestoneStatus status) {
        return wording.text(
                "trail.milestone_status",
                "status",
                wording.word(status.status()),
                "light",
                wording.word(status.status().light()),
                "state",
                status.state().map(wording::word).orElse(""),
                "late",
                status.monthsLate() == 0 ? "" : Integer.toString(status.monthsLate()));
    }

    private void line(MilestoneLineage.Line line) {
        if (line.versions().isEmpty()) {
            page.point(wording.text("trail.missing", "units", wording.name(line.unit())));
        }
        for (MilestoneLineage.Version version : line.versions()) {
            new SourceText(wording, page).file(line.unit(), version.submission());
            version.report().ifPresentOrElse(this::report, this::noReport);
            line.status().ifPresent(status -> page.fact(wording.text("trail.status"), verdict(status)));
        }
    }

    private void noReport() {
        page.fact(wording.text("trail.state"), wording.text("trail.not_on_form"));
    }

    private void report(MilestoneReport report) {
        page.fact(
                wording.text("trail.state"),
                wording.text(
                        "trail.cell",
                        "cell",
                        report.at().toString(),
                        "raw",
                        Console.oneLine(report.rawState()),
                        "value",
                        report.state().map(wording::word).orElse("—")));
        page.fact(
                wording.text("trail.date"),
                report.date().map(LocalDate::toString).orElse(""));
        page.fact(wording.text("trail.evidence"), report.evidence());
    }
}
