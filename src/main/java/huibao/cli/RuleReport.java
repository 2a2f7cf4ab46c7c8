package huibao.cli;

import huibao.bulletin.Rehearsal;
import huibao.bulletin.RuleHit;
import huibao.bulletin.RuleHit.Explanation;
import huibao.bulletin.RuleHit.LaterFigure;
import huibao.json.Json;
import huibao.json.Members;
import huibao.message.Lines;
import huibao.model.CellRef;
import huibao.model.FindingKind;
import huibao.model.Outcome;
import huibao.model.Period;
import huibao.model.Rule;
import huibao.model.Unit;
import huibao.wording.Wording;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule hits, in numbers and by unit and period. */
public final class RuleReport {

    private static final int SHOWN = 10;
    private static final int COLUMNS = 100;

    private final Wording wording;

    public RuleReport(Wording wording) {
        this.wording = wording;
    }

    void print(PrintStream out, Rehearsal.Result result) {
        Rule rule = result.rule();
        String title = wording.messages().title(rule.kind());
        out.println(wording.text("rehearse.rule", rule, "title", title));
        if (result.broken().isPresent()) {
            out.println(wording.text("rehearse.broken", result));
            return;
        }
        boolean overSums = rule.kind().scope() == FindingKind.Scope.CITY;
        out.println(wording.text(overSums ? "rehearse.sums" : "rehearse.forms", result, result.counts()));
        if (!result.hits().isEmpty()) {
            out.println(wording.text("rehearse.came", result.counts()));
        }
        if (!result.unjudged().isEmpty()) {
            out.println(wording.text(
                    "rehearse.unjudged",
                    "count",
                    result.outcomes().getOrDefault(Outcome.NOT_JUDGED, 0),
                    "reasons",
                    result.unjudged().entrySet().stream()
                            .map(why ->
                                    wording.text("rehearse.reason", "reason", why.getKey(), "count", why.getValue()))
                            .collect(Collectors.joining(wording.text("check.and")))));
        }
        table(out, result.hits());
        result.hits().stream().limit(SHOWN).forEach(hit -> out.println(Console.cut(line(hit), COLUMNS)));
        if (result.hits().size() > SHOWN) {
            out.println(wording.text("rehearse.more", "count", result.hits().size() - SHOWN));
        }
    }

    /** Hits by unit and period; nothing if there are none. */
    public void table(PrintStream out, List<RuleHit> hits) {
        if (hits.isEmpty()) {
            return;
        }
        List<Period> periods =
                hits.stream().map(RuleHit::period).distinct().sorted().toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(
                wording.text("rehearse.unit"),
                periods.stream().map(Period::toString).toList(),
                wording.text("rehearse.sum")));
        for (Unit unit : wording.catalogue().units()) {
            List<RuleHit> own =
                    hits.stream().filter(hit -> hit.unit().equals(unit.code())).toList();
            if (!own.isEmpty()) {
                rows.add(row(wording.name(unit), counts(own, periods), Integer.toString(own.size())));
            }
        }
        rows.add(row(wording.text("rehearse.sum"), counts(hits, periods), Integer.toString(hits.size())));
        Console.table(out, rows);
    }

    String json(List<Rehearsal.Result> results) {
        return Json.write(
                results,
                new Members()
                        .of(Rehearsal.Result.class, """
                                rule=rule.code kind=rule.kind severity=rule.severity forms broken counts.* outcomes
                                not_judged_because=unjudged found=hits""")
                        .of(
                                RuleHit.class,
                                """
                                submission=submission_id unit period item=finding.item cell message corrected explained
                                turns_away""",
                                Map.of(
                                        "cell", RuleReport::cell,
                                        "message", hit -> wording.messages().message(hit.finding()),
                                        "corrected", hit -> hit.figure() == LaterFigure.CORRECTED,
                                        "explained", hit -> hit.explanation() == Explanation.GIVEN)));
    }

    private String line(RuleHit hit) {
        List<String> marks = new ArrayList<>();
        if (hit.figure() == LaterFigure.CORRECTED) {
            marks.add(wording.text("rehearse.corrected"));
        }
        if (hit.explanation() == Explanation.GIVEN) {
            marks.add(wording.text("rehearse.explained"));
        }
        return Lines.oneLine(wording.text(
                "rehearse.hit",
                hit,
                "cell",
                cell(hit),
                "message",
                wording.messages().message(hit.finding()),
                "marks",
                String.join(wording.text("check.and"), marks)));
    }

    private static String cell(RuleHit hit) {
        return hit.finding().cells().stream().findFirst().map(CellRef::toString).orElse("");
    }

    private static List<String> row(String first, List<String> middle, String last) {
        return Stream.of(Stream.of(first), middle.stream(), Stream.of(last))
                .flatMap(part -> part)
                .toList();
    }

    private static List<String> counts(List<RuleHit> hits, List<Period> periods) {
        return periods.stream()
                .map(period -> Long.toString(
                        hits.stream().filter(hit -> hit.period().equals(period)).count()))
                .toList();
    }
}
