package huibao.validation;

import huibao.catalogue.Catalogue;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.FindingKind.RaisedBy;
import huibao.model.Item;
import huibao.model.Outcome;
import huibao.model.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A rule of the job that runs.
 *
 * @param rule its line, or what stands for the line of a rule that needs none
 * @param limits its parameters
 * @param check what judges by it
 */
record RunningRule<R extends ValidationRule>(Rule rule, Limits limits, R check) {

    /** The job's rules whose checks are of a type, in the order in which they run. */
    static <R extends ValidationRule> List<RunningRule<R>> of(Catalogue catalogue, Class<R> type) {
        return Stream.of(FindingKind.values())
                .filter(kind -> kind.raisedBy() != RaisedBy.READING)
                .flatMap(kind -> rulesOf(catalogue, kind).stream())
                .flatMap(rule -> Stream.of(ValidationRule.of(rule.kind()))
                        .filter(type::isInstance)
                        .map(check -> new RunningRule<>(rule, new Limits(rule), type.cast(check))))
                .toList();
    }

    private static List<Rule> rulesOf(Catalogue catalogue, FindingKind kind) {
        return !catalogue.linesOf(kind).isEmpty() || kind.raisedBy() != RaisedBy.RULE_OF_EVERY_JOB
                ? catalogue.rulesOf(kind)
                : List.of(new Rule(kind.name(), kind, kind.defaultSeverity(), Rule.State.ON, Set.of(), Map.of()));
    }

    /** What a check says, or that it broke: a rule that breaks stops nothing but itself. */
    static List<RuleResult> results(Supplier<List<RuleResult>> check) {
        try {
            return check.get();
        } catch (RuntimeException e) {
            return List.of(RuleResult.broken(e));
        }
    }

    /** The finding a result makes; none if it passed or was not judged. */
    Optional<Finding> finding(RuleResult result) {
        if (result.outcome() == Outcome.PASSED || result.outcome() == Outcome.NOT_JUDGED) {
            return Optional.empty();
        }
        TreeMap<String, String> parameters = new TreeMap<>(result.parameters());
        if (result.outcome() == Outcome.BROKEN) {
            parameters.put("rule", rule.code());
        }
        return Optional.of(new Finding(
                rule.code(),
                rule.kind(),
                result.severity().orElse(rule.severity()),
                result.outcome(),
                rule.state() == Rule.State.TRIAL,
                result.items().stream().findFirst().map(Item::code),
                result.cells(),
                parameters,
                ""));
    }
}
