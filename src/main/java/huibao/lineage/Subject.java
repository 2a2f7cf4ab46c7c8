package huibao.lineage;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.FindingKind;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Milestone;
import huibao.model.MilestoneCode;
import huibao.model.Rule;
import huibao.model.Severity;
import huibao.model.Target;
import huibao.model.TargetCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a code names, and what that is. */
public sealed interface Subject {

    /**
     * A kind of finding.
     *
     * @param kind {@code rule}
     * @param code the kind of finding
     * @param severity its own severity
     * @param title its name
     * @param cause why it usually happens
     * @param remedy what to do about it
     * @param rules the job's rules that say it, only the one asked for if it was asked for by its own code
     */
    record OfRule(
            String kind,
            FindingKind code,
            Severity severity,
            String title,
            String cause,
            String remedy,
            List<Rule> rules)
            implements Subject {

        private static OfRule of(FindingKind kind, List<Rule> rules, Messages messages) {
            String remedy = messages.text(kind.name() + ".remedy");
            return new OfRule(
                    "rule", kind, kind.defaultSeverity(), messages.title(kind), messages.cause(kind), remedy, rules);
        }

        /** As what its findings are recorded. */
        public List<String> codes() {
            return rules.isEmpty()
                    ? List.of(code.name())
                    : rules.stream().map(Rule::code).toList();
        }
    }

    /** A target of the report. */
    record OfTarget(String kind, TargetCode code, Target target) implements Subject {

        OfTarget(Target target) {
            this("target", target.code(), target);
        }
    }

    /** An item of the form. */
    record OfItem(String kind, ItemCode code, Item item) implements Subject {

        OfItem(Item item) {
            this("item", item.code(), item);
        }
    }

    /** A promise without a number. */
    record OfMilestone(String kind, MilestoneCode code, Milestone milestone) implements Subject {

        OfMilestone(Milestone milestone) {
            this("milestone", milestone.code(), milestone);
        }
    }

    /**
     * What a code names; upper and lower case are the same, and a target goes before an item of the same code.
     *
     * @param messages in whose language a rule is described
     */
    static Optional<Subject> find(Catalogue catalogue, Messages messages, String code) {
        Optional<Subject> rule = findRule(catalogue, messages, code).map(found -> found);
        return rule.or(() -> catalogue.targets().stream()
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

    /** A kind of finding by its own code, or by that of one of the job's rules. */
    static Optional<OfRule> findRule(Catalogue catalogue, Messages messages, String code) {
        List<Rule> rules = catalogue.rules().stream()
                .filter(rule ->
                        rule.code().equalsIgnoreCase(code) || rule.kind().name().equalsIgnoreCase(code))
                .toList();
        return Arrays.stream(FindingKind.values())
                .filter(candidate -> candidate.name().equalsIgnoreCase(code))
                .findFirst()
                .or(() -> rules.stream().map(Rule::kind).findFirst())
                .map(kind -> OfRule.of(kind, rules, messages));
    }
}
