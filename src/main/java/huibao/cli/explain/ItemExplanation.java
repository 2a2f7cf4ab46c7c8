package huibao.cli.explain;

import huibao.cli.Page;
import huibao.cli.Wording;
import huibao.lineage.FigureLineage;
import huibao.lineage.Lineages;
import huibao.model.Item;
import huibao.model.Target;
import huibao.model.Unit;
import java.util.List;

/** An item of the form in words: what it is, the targets it serves, and its figures unit by unit. */
final class ItemExplanation {

    private final Wording wording;
    private final Page page;

    ItemExplanation(Wording wording, Page page) {
        this.wording = wording;
        this.page = page;
    }

    /** What is asked. */
    void definition(Item item) {
        page.line(FigureExplanation.definition(wording, item));
        page.fact(
                wording.text("trail.asked"),
                wording.text(
                        "trail.asked_is",
                        "decimals",
                        Integer.toString(item.decimals()),
                        "role",
                        wording.text("trail.role." + item.role()),
                        "prior",
                        wording.text(item.asksPriorYear() ? "trail.asks_prior_year" : "trail.asks_no_prior_year"),
                        "ledger",
                        item.ledgerKey().orElse("")));
        page.fact(wording.text("trail.answers"), wording.text("trail.answers." + item.reporter()));
    }

    /** What is asked and what was answered. */
    void trail(Item item, Unit area, Lineages trails) {
        definition(item);
        TargetExplanation.issue(wording, page, trails.issue());
        page.heading(wording.text("trail.serves"));
        wording.catalogue().targetsOf(item.code()).forEach(target -> page.point(served(target, area, trails)));
        FigureLineage beneath = trails.beneath(List.of(item.code()), area);
        new FigureExplanation(wording, page).print(beneath, false);
    }

    private String served(Target target, Unit area, Lineages trails) {
        return wording.text(
                "trail.served",
                "target",
                target.code().value(),
                "name",
                wording.name(target),
                "measure",
                wording.word(target.measure()),
                "verdict",
                trails.attainment(target.code(), area.code())
                        .map(row -> wording.text(
                                "trail.served_verdict",
                                "value",
                                row.obsValue()
                                        .map(value -> wording.rounded(target, value))
                                        .orElse("—"),
                                "status",
                                wording.word(row.status())))
                        .orElse(""));
    }
}
