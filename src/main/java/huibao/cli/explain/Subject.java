package huibao.cli.explain;

import huibao.catalogue.Catalogue;
import huibao.model.Item;
import huibao.model.Milestone;
import huibao.model.Target;
import java.util.Optional;

/** What a code names. */
sealed interface Subject {

    /** A kind of finding, or a rule. */
    record OfRule(RuleExplanation rule) implements Subject {}

    /** A target of the report. */
    record OfTarget(Target target) implements Subject {}

    /** An item of the form. */
    record OfItem(Item item) implements Subject {}

    /** A promise without a number. */
    record OfMilestone(Milestone milestone) implements Subject {}

    /** Upper and lower case are the same; a target goes before an item of the same code. */
    static Optional<Subject> find(Catalogue catalogue, String code) {
        Optional<Subject> rule = RuleExplanation.find(catalogue, code).map(OfRule::new);
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
}
