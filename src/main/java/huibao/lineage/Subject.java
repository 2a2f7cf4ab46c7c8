package huibao.lineage;

import huibao.catalogue.Catalogue;
import huibao.model.FindingKind;
import huibao.model.Item;
import huibao.model.Milestone;
import huibao.model.Rule;
import huibao.model.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a code names. */
public sealed interface Subject {

    /**
     * A kind of finding.
     *
     * @param kind what is found
     * @param rules the job's rules that say it, only the one asked for if it was asked for by its own code
     */
    record OfRule(FindingKind kind, List<Rule> rules) implements Subject {

        /** As what its findings are recorded. */
        public List<String> codes() {
            return rules.isEmpty()
                    ? List.of(kind.name())
                    : rules.stream().map(Rule::code).toList();
        }
    }

    /** A target of the report. */
    record OfTarget(Target target) implements Subject {}

    /** An item of the form. */
    record OfItem(Item item) implements Subject {}

    /** A promise without a number. */
    record OfMilestone(Milestone milestone) implements Subject {}

    /** Upper and lower case are the same; a rule goes before a target, and that before an item of the same code. */
    static Optional<Subject> find(Catalogue catalogue, String code) {
        return rule(catalogue, code)
                .or(() -> catalogue.targets().stream()
                        .filter(target -> target.code().value().equalsIgnoreCase(code))
                        .findFirst()
                        .map(OfTarget::new))
                .or(() -> catalogue.items().stream()
                        .filter(item -> item.code().value().equalsIgnoreCase(code))
                        .findFirst()
                        .map(OfItem::new))
                .or(() -> catalogue.milestones().stream()
                        .filter(milestone -> milestone.code().value().equalsIgnoreCase(code))
                        .findFirst()
                        .map(OfMilestone::new));
    }

    private static Optional<Subject> rule(Catalogue catalogue, String code) {
        List<Rule> rules = catalogue.rules().stream()
                .filter(rule ->
                        rule.code().equalsIgnoreCase(code) || rule.kind().name().equalsIgnoreCase(code))
                .toList();
        return Arrays.stream(FindingKind.values())
                .filter(candidate -> candidate.name().equalsIgnoreCase(code))
                .findFirst()
                .or(() -> rules.stream().map(Rule::kind).findFirst())
                .map(kind -> new OfRule(kind, rules));
    }
}
