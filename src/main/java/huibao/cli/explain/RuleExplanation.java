package huibao.cli.explain;

import huibao.bulletin.RuleHistory;
import huibao.bulletin.RuleHit;
import huibao.catalogue.Catalogue;
import huibao.cli.RuleReport;
import huibao.message.Messages;
import huibao.model.FindingKind;
import huibao.model.Rule;
import huibao.store.Registry;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a finding or rule means, and what the rule has said so far.
 *
 * @param kind what it says
 * @param rules the job's rules that say it, only the one asked for if it was asked for by its own code
 */
record RuleExplanation(FindingKind kind, List<Rule> rules) {

    /** What a code names: a kind of finding, or one of the job's rules. */
    static Optional<RuleExplanation> find(Catalogue catalogue, String code) {
        List<Rule> rules = catalogue.rules().stream()
                .filter(rule ->
                        rule.code().equalsIgnoreCase(code) || rule.kind().name().equalsIgnoreCase(code))
                .toList();
        return Arrays.stream(FindingKind.values())
                .filter(candidate -> candidate.name().equalsIgnoreCase(code))
                .findFirst()
                .or(() -> rules.stream().map(Rule::kind).findFirst())
                .map(kind -> new RuleExplanation(kind, rules));
    }

    void definition(PrintStream out, Messages messages) {
        out.println(kind + "  " + messages.title(kind) + "  [" + messages.word(kind.defaultSeverity()) + "]");
        out.println(messages.text("explain.cause") + messages.cause(kind));
        out.println(messages.text("explain.remedy") + messages.text(kind.name() + ".remedy"));
        for (Rule rule : rules) {
            out.println(messages.text(
                    "explain.rule",
                    Map.of(
                            "rule", rule.code(),
                            "severity", messages.word(rule.severity()),
                            "state", messages.word(rule.state()),
                            "items", Integer.toString(rule.items().size()),
                            "parameters", parameters(rule))));
        }
    }

    void history(PrintStream out, Catalogue catalogue, Messages messages, Registry registry) {
        for (String code : codes()) {
            List<RuleHit> hits = new RuleHistory(catalogue, registry).of(code);
            String fired = kind.scope() == FindingKind.Scope.CITY ? "explain.fired_on_sums" : "explain.fired";
            String said =
                    hits.isEmpty() ? messages.text("explain.never") : messages.text(fired, RuleReport.numbers(hits));
            out.println(code + "  " + said);
            new RuleReport(catalogue, messages).table(out, hits);
        }
    }

    /** As what its findings are recorded. */
    List<String> codes() {
        return rules.isEmpty()
                ? List.of(kind.name())
                : rules.stream().map(Rule::code).toList();
    }

    private static String parameters(Rule rule) {
        return rule.parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(";"));
    }
}
