package huibao.cli.explain;

import huibao.lineage.Subject;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Milestone;
import huibao.model.Target;
import huibao.wording.Wording;
import java.util.stream.Collectors;

/** What a target, an item or a milestone is, in words. */
final class DefinitionText {

    private final Wording wording;
    private final Page page;

    DefinitionText(Wording wording, Page page) {
        this.wording = wording;
        this.page = page;
    }

    void print(Subject subject) {
        if (subject instanceof Subject.OfTarget of) {
            target(of.target());
        } else if (subject instanceof Subject.OfItem of) {
            item(of.item());
        } else if (subject instanceof Subject.OfMilestone of) {
            milestone(of.milestone());
        }
    }

    private void target(Target target) {
        page.line(page.text("target", target, "name", wording.name(target), "other_name", wording.otherName(target)));
        page.heading(page.text("reading"));
        String items = target.items().stream().map(ItemCode::value).collect(Collectors.joining(" / "));
        page.facts("section written qualifier promise measure pace_rule", target, "items", items);
        page.facts("answers", "by", target.level());
        page.facts("ruling", target);
    }

    private void item(Item item) {
        page.line(page.text("item", item));
        page.facts("asked answers", item, "by", item.reporter());
    }

    private void milestone(Milestone milestone) {
        page.line(page.text("milestone", milestone));
        page.heading(page.text("reading"));
        page.facts("section written kept_by shown_by reporters", milestone, "as_written", milestone.verb());
    }
}
