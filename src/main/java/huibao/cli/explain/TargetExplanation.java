package huibao.cli.explain;

import huibao.cli.Page;
import huibao.cli.Wording;
import huibao.lineage.Issue;
import huibao.lineage.TargetLineage;
import huibao.model.Attainment;
import huibao.model.ItemCode;
import huibao.model.Revision;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.model.UnitKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A target in words: how the report is read, what the figure is and why, and the cells it comes from. */
final class TargetExplanation {

    private final Wording wording;
    private final Page page;

    TargetExplanation(Wording wording, Page page) {
        this.wording = wording;
        this.page = page;
    }

    /** The definition alone, where nothing has been run yet. */
    void definition(Target target) {
        page.line(target.code() + "  " + wording.name(target)
                + wording.text("trail.in_brackets", "text", wording.otherName(target)));
        page.heading(wording.text("trail.reading"));
        page.fact(
                wording.text("trail.section"),
                wording.section(target.section(), target.heading(), target.reportLine()));
        page.fact(wording.text("trail.written"), target.asWritten());
        page.fact(wording.text("trail.qualifier"), target.qualifier());
        page.fact(
                wording.text("trail.promise"),
                wording.word(target.comparator()) + " " + target.value().toPlainString() + " " + target.unitMeasure());
        page.fact(
                wording.text("trail.measure"),
                wording.word(target.measure())
                        + wording.text(
                                "trail.in_brackets",
                                "text",
                                target.items().stream().map(ItemCode::value).collect(Collectors.joining(" / "))));
        page.fact(wording.text("trail.pace_rule"), wording.text("trail.pace_rule." + target.pace()));
        page.fact(wording.text("trail.answers"), wording.text("trail.answers." + target.level()));
        page.fact(wording.text("trail.ruling"), target.notes());
    }

    /** The whole trail. */
    void trail(TargetLineage trail) {
        definition(trail.target());
        issue(wording, page, trail.issue());
        Unit area = trail.beneath().area();
        page.heading(wording.text(
                "trail.figure_of",
                "area",
                wording.name(area),
                "period",
                trail.issue().period().toString()));
        if (trail.attainment().isEmpty()) {
            page.fact(wording.text("trail.status"), wording.text("trail.no_verdict"));
        } else {
            figure(trail, trail.attainment().get());
        }
        revisions(trail);
        new FigureExplanation(wording, page)
                .print(trail.beneath(), trail.target().measure().comparesYears());
    }

    /** Which issue of the bulletin is spoken of. */
    static void issue(Wording wording, Page page, Issue issue) {
        page.heading(issue.edition()
                .map(edition -> wording.text(
                        "trail.edition",
                        "period",
                        issue.period().toString(),
                        "edition",
                        Integer.toString(edition.number()),
                        "at",
                        wording.time(edition.publishedAt())))
                .orElse(wording.text(
                        "trail.no_edition", "period", issue.period().toString())));
        if (issue.synthetic()) {
            page.line(wording.text("synthetic.banner"));
        }
        if (issue.isUnderAnotherCatalogue()) {
            page.line(wording.text("trail.other_catalogue"));
        }
    }

    private void figure(TargetLineage trail, Attainment row) {
        Target target = trail.target();
        page.fact(
                wording.text("trail.value"),
                row.obsValue()
                        .map(value -> wording.printed(target, value))
                        .orElseGet(() -> "—"
                                + Optional.of(wording.word(row.obstacle()))
                                        .filter(why -> !why.isEmpty())
                                        .map(why -> wording.text("trail.in_brackets", "text", why))
                                        .orElse("")));
        page.fact(wording.text("trail.basis"), basis(row, trail.beneath().area()));
        FormulaText formula = new FormulaText(wording);
        page.fact(
                wording.text("trail.formula"),
                formula.inWords(target, trail.beneath().area()));
        page.fact(wording.text("trail.filled"), formula.filled(trail));
        new VerdictText(wording, page).print(target, row, formula);
    }

    private String basis(Attainment row, Unit area) {
        if (area.kind() == UnitKind.CITY) {
            return "";
        }
        String share = row.targetValue()
                .map(value -> wording.word(row.basis()) + " " + Wording.plain(value))
                .orElse(wording.word(row.basis()));
        return share
                + (row.rank().isPresent()
                        ? wording.text(
                                "trail.rank",
                                "rank",
                                Integer.toString(row.rank().getAsInt()))
                        : wording.text("trail.unranked"));
    }

    private void revisions(TargetLineage trail) {
        Optional<Integer> number = trail.issue().edition().map(edition -> edition.number());
        if (number.isEmpty() || number.get() < 2) {
            return;
        }
        page.heading(wording.text("trail.revised", "edition", Integer.toString(number.get() - 1)));
        if (trail.revisions().isEmpty()) {
            page.point(wording.text("trail.not_revised"));
        }
        trail.revisions().forEach(revision -> page.point(revised(revision)));
    }

    private String revised(Revision revision) {
        return wording.text(
                "trail.revision",
                "area",
                wording.name(revision.refArea()),
                "code",
                revision.code(),
                "figure",
                wording.word(revision.figure()),
                "old",
                revision.oldStatus().map(wording::word).orElse(Wording.plain(revision.oldValue())),
                "new",
                revision.newStatus().map(wording::word).orElse(Wording.plain(revision.newValue())),
                "reasons",
                wording.joined(revision.reasons().stream().map(wording::word).toList()),
                "submission",
                String.join(" → ", submissions(revision)));
    }

    private static List<String> submissions(Revision revision) {
        return Stream.of(revision.oldSubmission(), revision.newSubmission())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
