package huibao.cli.explain;

import huibao.lineage.Change;
import huibao.lineage.Issue;
import huibao.lineage.TargetLineage;
import huibao.model.Assumption;
import huibao.model.Attainment;
import huibao.model.Certainty;
import huibao.model.Measure;
import huibao.model.Target;
import huibao.model.YearEnd;
import huibao.wording.Wording;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A target's figure and verdict in words: how it is made, how sure it is, what the newest edition changed of it. */
final class TargetText {

    private final Wording wording;
    private final Page page;

    TargetText(Wording wording, Page page) {
        this.wording = wording;
        this.page = page;
    }

    void print(TargetLineage lineage) {
        page.heading(page.text("figure_of", lineage.issue()));
        if (lineage.attainment().isEmpty()) {
            page.fact(page.text("status"), page.text("no_verdict"));
        } else {
            figure(lineage, lineage.attainment().get());
        }
        lineage.issue().edition().ifPresent(edition -> changes(edition - 1, lineage.revisions()));
    }

    private void figure(TargetLineage lineage, Attainment row) {
        Target target = lineage.subject().target();
        boolean city = isCity(lineage.issue());
        page.fact(page.text("value"), page.text(row.obsValue().isPresent() ? "value_is" : "no_value", target, row));
        if (!city) {
            page.fact(page.text("basis"), page.text(row.rank().isPresent() ? "ranked" : "unranked", row));
        }
        FormulaText formula = new FormulaText(wording);
        page.fact(page.text("formula"), formula.inWords(target, city));
        page.fact(page.text("filled"), formula.filled(lineage, row, city));
        verdict(target, row);
    }

    private boolean isCity(Issue issue) {
        return issue.refArea().equals(wording.catalogue().city().code());
    }

    private void verdict(Target target, Attainment row) {
        boolean level = target.measure() == Measure.LEVEL;
        page.facts("completion", target, row);
        if (level) {
            page.facts("pace", row);
        }
        page.fact(page.text("gap"), page.text(level ? "gap_of_pace" : "gap_of_target", target, row));
        page.facts("status quality", row);
        page.facts("seasonal", row.seasonal());
        page.facts("projected forecast", target, row);
        if (row.yearEnd().outlook() != YearEnd.Outlook.NOT_APPLICABLE) {
            yearEnd(target, row);
        }
        if (row.certainty() != Certainty.COMPLETE) {
            page.fact(page.text("bounds"), range(row.lowValue(), row.highValue()));
        }
        page.fact(
                page.text("certainty"),
                row.dependsOn().isEmpty() ? wording.said(row.certainty()) : page.text("depends_on", row));
        for (Assumption one : row.assumptions()) {
            page.point(page.text(
                    "assumed",
                    one,
                    "range",
                    range(one.lowValue(), one.highValue()),
                    "manner",
                    page.text("assumed." + one.kind(), one)));
        }
    }

    private void yearEnd(Target target, Attainment row) {
        YearEnd view = row.yearEnd();
        boolean reckoned =
                view.neededPerPeriod().isPresent() || view.neededGrowthPercent().isPresent();
        page.facts(
                "year_end",
                target,
                view,
                target.comparator().largerIsBetter() ? "needed" : "allowed",
                view.neededPerPeriod(),
                "end",
                reckoned && row.certainty() != Certainty.COMPLETE ? page.text("year_end_most") : "",
                "period",
                wording.text(
                        "summary.period_word." + row.period().frequency().name().toLowerCase(Locale.ROOT)));
    }

    private String range(Optional<BigDecimal> low, Optional<BigDecimal> high) {
        String key = low.isEmpty() && high.isEmpty()
                ? "unbounded"
                : high.isEmpty() ? "at_least" : low.isEmpty() ? "at_most" : "between";
        return page.text(key, "low", low, "high", high);
    }

    private void changes(int before, List<Change> changes) {
        if (before == 0) {
            return;
        }
        page.heading(page.text("revised", "edition", before));
        if (changes.isEmpty()) {
            page.point(page.text("not_revised"));
        }
        for (Change change : changes) {
            List<String> submissions = Stream.of(change.oldSubmission(), change.newSubmission())
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList();
            page.point(page.text(
                    "revision",
                    change,
                    "old",
                    wording.orDash(change.oldValue()),
                    "new",
                    wording.orDash(change.newValue()),
                    "submission",
                    String.join(" → ", submissions)));
        }
    }
}
