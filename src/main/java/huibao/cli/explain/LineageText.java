package huibao.cli.explain;

import huibao.cli.Console;
import huibao.lineage.Issue;
import huibao.lineage.ItemLineage;
import huibao.lineage.Lineage;
import huibao.lineage.MilestoneLineage;
import huibao.lineage.TargetLineage;
import huibao.model.Attainment;
import huibao.model.MilestoneStatus;
import huibao.model.Target;
import huibao.wording.Wording;

/** What a target's figure, an item's or a milestone's state rests on, in words, beneath what each of them is. */
final class LineageText {

    private final Wording wording;
    private final Page page;
    private final FiguresText figures;

    LineageText(Wording wording, Page page) {
        this.wording = wording;
        this.page = page;
        this.figures = new FiguresText(wording, page);
    }

    void print(Lineage lineage) {
        DefinitionText definition = new DefinitionText(wording, page);
        if (lineage instanceof TargetLineage of) {
            definition.print(of.subject());
            issue(of.issue());
            new TargetText(wording, page).print(of);
            figures.print(
                    of.beneath(),
                    of.issue().refArea(),
                    of.subject().target().measure().comparesYears());
        } else if (lineage instanceof ItemLineage of) {
            definition.print(of.subject());
            issue(of.issue());
            page.heading(page.text("serves"));
            of.targets().forEach(target -> page.point(served(target)));
            figures.print(of.beneath(), of.issue().refArea(), false);
        } else if (lineage instanceof MilestoneLineage of) {
            definition.print(of.subject());
            issue(of.issue());
            milestone(of);
        }
    }

    private void issue(Issue issue) {
        page.heading(page.text(issue.edition().isPresent() ? "edition" : "no_edition", issue));
        if (issue.synthetic()) {
            page.line(wording.text("synthetic.banner"));
        }
        if (issue.isUnderAnotherCatalogue()) {
            page.line(page.text("other_catalogue"));
        }
    }

    private String served(ItemLineage.Served served) {
        Target target = wording.catalogue().requireTarget(served.target());
        return page.text(
                "served",
                served,
                "name",
                wording.name(target),
                "verdict",
                served.attainment().map(row -> verdict(target, row)));
    }

    private String verdict(Target target, Attainment row) {
        return row.obsValue().isPresent()
                ? page.text("served_verdict", target, row)
                : page.text("served_without_value", row);
    }

    private void milestone(MilestoneLineage lineage) {
        page.facts("due", lineage);
        if (lineage.city().isPresent()) {
            status(lineage.city().get());
            page.facts("waiting", lineage.city().get());
        }
        page.heading(page.text("milestone_rows"));
        lineage.reporters().forEach(this::reporter);
        if (lineage.reporters().isEmpty()) {
            page.point(page.text("not_a_reporter"));
        }
    }

    private void status(MilestoneStatus status) {
        String late = status.monthsLate() == 0 ? "" : Integer.toString(status.monthsLate());
        page.fact(page.text("status"), page.text("milestone_status", status, "late", late));
    }

    private void reporter(MilestoneLineage.Reporter reporter) {
        if (reporter.versions().isEmpty()) {
            page.point(page.text("missing", "units", reporter.refArea()));
        }
        for (MilestoneLineage.Version version : reporter.versions()) {
            figures.file(version.submission());
            version.report().ifPresentOrElse(this::row, () -> page.fact(page.text("state"), page.text("not_on_form")));
            reporter.status().ifPresent(this::status);
        }
    }

    private void row(MilestoneLineage.Row row) {
        String raw = Console.oneLine(row.rawState());
        page.fact(page.text("state"), page.text("cell", row, "raw", raw, "value", wording.orDash(row.state())));
        page.facts("date evidence", row);
    }
}
