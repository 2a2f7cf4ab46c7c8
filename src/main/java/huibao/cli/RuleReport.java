package huibao.cli;

import huibao.bulletin.Rehearsal;
import huibao.bulletin.RuleHit;
import huibao.bulletin.RuleHit.Explanation;
import huibao.bulletin.RuleHit.LaterFigure;
import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.FindingKind;
import huibao.model.Outcome;
import huibao.model.Period;
import huibao.model.Rule;
import huibao.model.Unit;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule hits, in numbers and by unit and period. */
public final class RuleReport {

    private static final int SHOWN = 10;
    private static final int COLUMNS = 100;

    private final Catalogue catalogue;
    private final Messages messages;

    public RuleReport(Catalogue catalogue, Messages messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    void print(PrintStream out, Rehearsal.Result result) {
        Rule rule = result.rule();
        out.println(messages.text(
                "rehearse.rule",
                Map.of(
                        "rule", rule.code(),
                        "title", messages.title(rule.kind()),
                        "severity", messages.word(rule.severity()),
                        "parameters", parameters(rule),
                        "items", Integer.toString(rule.items().size()))));
        if (result.broken().isPresent()) {
            out.println(messages.text(
                    "rehearse.broken", Map.of("why", result.broken().get())));
            return;
        }
        boolean overSums = rule.kind().scope() == FindingKind.Scope.CITY;
        Map<String, String> numbers = numbers(result.hits());
        numbers.put("forms", Integer.toString(result.forms()));
        out.println(messages.text(overSums ? "rehearse.sums" : "rehearse.forms", numbers));
        if (!result.hits().isEmpty()) {
            out.println(messages.text("rehearse.came", numbers));
        }
        if (!result.unjudged().isEmpty()) {
            out.println(messages.text(
                    "rehearse.unjudged",
                    Map.of(
                            "count",
                            Integer.toString(result.outcomes().getOrDefault(Outcome.NOT_JUDGED, 0)),
                            "reasons",
                            result.unjudged().entrySet().stream()
                                    .map(reason -> messages.text(
                                            "rehearse.reason",
                                            Map.of(
                                                    "reason", messages.word(reason.getKey()),
                                                    "count", Integer.toString(reason.getValue()))))
                                    .collect(Collectors.joining(messages.text("check.and"))))));
        }
        table(out, result.hits());
        result.hits().stream().limit(SHOWN).forEach(hit -> out.println(Console.cut(line(hit), COLUMNS)));
        if (result.hits().size() > SHOWN) {
            out.println(messages.text(
                    "rehearse.more",
                    Map.of("count", Integer.toString(result.hits().size() - SHOWN))));
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
                messages.text("rehearse.unit"),
                periods.stream().map(Period::toString).toList(),
                messages.text("rehearse.sum")));
        for (Unit unit : catalogue.units()) {
            List<RuleHit> own =
                    hits.stream().filter(hit -> hit.unit().equals(unit.code())).toList();
            if (!own.isEmpty()) {
                rows.add(row(name(unit), counts(own, periods), Integer.toString(own.size())));
            }
        }
        rows.add(row(messages.text("rehearse.sum"), counts(hits, periods), Integer.toString(hits.size())));
        Console.table(out, rows);
    }

    /** How many hits, on how many forms, and what became of them: placeholders of a text. */
    public static Map<String, String> numbers(List<RuleHit> hits) {
        long corrected = hits.stream()
                .filter(hit -> hit.figure() == LaterFigure.CORRECTED)
                .count();
        long explained = hits.stream()
                .filter(hit -> hit.explanation() == Explanation.GIVEN)
                .count();
        Map<String, String> numbers = new LinkedHashMap<>();
        numbers.put("hits", Integer.toString(hits.size()));
        numbers.put("submissions", Long.toString(forms(hits.stream())));
        numbers.put("turned", Long.toString(forms(hits.stream().filter(RuleHit::turnsAway))));
        numbers.put("corrected", Long.toString(corrected));
        numbers.put("corrected_percent", percent(corrected, hits.size()));
        numbers.put("explained", Long.toString(explained));
        numbers.put("explained_percent", percent(explained, hits.size()));
        return numbers;
    }

    Map<String, Object> toJson(Rehearsal.Result result) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("rule", result.rule().code());
        members.put("kind", result.rule().kind().name());
        members.put("severity", result.rule().severity().name());
        members.put("forms", result.forms());
        members.put("broken", result.broken().orElse(""));
        numbers(result.hits()).forEach((name, number) -> members.put(name, Integer.parseInt(number)));
        Map<String, Object> outcomes = new LinkedHashMap<>();
        result.outcomes().forEach((outcome, times) -> outcomes.put(outcome.name(), times));
        members.put("outcomes", outcomes);
        Map<String, Object> reasons = new LinkedHashMap<>();
        result.unjudged().forEach((why, times) -> reasons.put(why.name(), times));
        members.put("not_judged_because", reasons);
        List<Object> hits = new ArrayList<>();
        for (RuleHit hit : result.hits()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("submission", hit.submissionId());
            one.put("unit", hit.unit().value());
            one.put("period", hit.period().toString());
            one.put("item", hit.finding().item().map(Object::toString).orElse(""));
            one.put("cell", cell(hit));
            one.put("message", messages.message(hit.finding()));
            one.put("corrected", hit.figure() == LaterFigure.CORRECTED);
            one.put("explained", hit.explanation() == Explanation.GIVEN);
            one.put("turns_away", hit.turnsAway());
            hits.add(one);
        }
        members.put("found", hits);
        return members;
    }

    private String line(RuleHit hit) {
        List<String> marks = new ArrayList<>();
        if (hit.figure() == LaterFigure.CORRECTED) {
            marks.add(messages.text("rehearse.corrected"));
        }
        if (hit.explanation() == Explanation.GIVEN) {
            marks.add(messages.text("rehearse.explained"));
        }
        String unit =
                catalogue.findUnit(hit.unit()).map(this::name).orElse(hit.unit().value());
        return Console.oneLine(messages.text(
                "rehearse.hit",
                Map.of(
                        "period", hit.period().toString(),
                        "unit", unit,
                        "cell", cell(hit),
                        "message", messages.message(hit.finding()),
                        "marks", String.join(messages.text("check.and"), marks))));
    }

    private String name(Unit unit) {
        return messages.language().getLanguage().equals(Locale.ENGLISH.getLanguage()) ? unit.nameEn() : unit.nameZh();
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

    private static long forms(Stream<RuleHit> hits) {
        return hits.map(RuleHit::submissionId).distinct().count();
    }

    private static String percent(long part, int whole) {
        return whole == 0 ? "0" : Long.toString((part * 200 + whole) / (2L * whole));
    }

    private static String parameters(Rule rule) {
        return rule.parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(";"));
    }
}
