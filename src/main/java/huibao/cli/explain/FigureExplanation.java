package huibao.cli.explain;

import huibao.cli.Page;
import huibao.cli.Wording;
import huibao.lineage.Contribution;
import huibao.lineage.FigureLineage;
import huibao.lineage.ItemLineage;
import huibao.model.Item;
import huibao.model.ItemFigure;
import huibao.model.UnitKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What lies beneath figures, in words: the parts of each sum, then the cells. */
final class FigureExplanation {

    private static final List<Page.Side> SIDES = List.of(
            Page.Side.LEFT,
            Page.Side.LEFT,
            Page.Side.RIGHT,
            Page.Side.RIGHT,
            Page.Side.RIGHT,
            Page.Side.LEFT,
            Page.Side.LEFT);

    private final Wording wording;
    private final Page page;

    FigureExplanation(Wording wording, Page page) {
        this.wording = wording;
        this.page = page;
    }

    /**
     * Prints them.
     *
     * @param comparesYears whether a unit without 上年同期 is left out of what is explained
     */
    void print(FigureLineage beneath, boolean comparesYears) {
        beneath.items().forEach(item -> item(beneath, item, comparesYears));
        cityFindings(beneath);
        boolean city = beneath.area().kind() == UnitKind.CITY;
        page.heading(wording.text(
                city ? "trail.sources" : "trail.versions",
                "count",
                Integer.toString(beneath.sources().size())));
        if (beneath.sources().isEmpty()) {
            page.point(wording.text("trail.nothing_sent"));
        }
        SourceText sources = new SourceText(wording, page);
        beneath.sources().forEach(sources::print);
    }

    /** What an item is. */
    static String definition(Wording wording, Item item) {
        return wording.text(
                "trail.item",
                "item",
                item.code().value(),
                "name",
                item.nameZh(),
                "unit",
                item.unitMeasure(),
                "accumulation",
                wording.word(item.accumulation()));
    }

    private void item(FigureLineage beneath, ItemLineage trail, boolean comparesYears) {
        page.heading(definition(wording, trail.item()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(wording.heads("trail.part_columns"));
        trail.contributions().forEach(part -> rows.add(row(part, comparesYears)));
        if (beneath.area().kind() == UnitKind.CITY && trail.contributions().size() > 1) {
            rows.add(List.of(
                    "",
                    wording.text("trail.total"),
                    sum(trail, ItemFigure::value),
                    sum(trail, ItemFigure::priorYear),
                    "",
                    "",
                    ""));
        }
        page.table(SIDES, rows);
        List<String> missing = trail.contributions().stream()
                .filter(Contribution::isMissing)
                .map(part -> wording.name(part.unit()))
                .toList();
        if (!missing.isEmpty()) {
            page.point(wording.text("trail.missing", "units", wording.joined(missing)));
        }
    }

    private List<String> row(Contribution part, boolean comparesYears) {
        String name = wording.name(part.unit());
        return List.of(
                part.unit().code().value(),
                part.part() == Contribution.Part.WITHIN_HOST ? wording.text("trail.zone", "unit", name) : name,
                Wording.plain(part.value()),
                Wording.plain(part.priorYear()),
                part.sharePercent().map(this::share).orElse("—"),
                part.version().isPresent() ? "v" + part.version().getAsInt() : "—",
                remark(part, comparesYears));
    }

    private String remark(Contribution part, boolean comparesYears) {
        if (part.value().isEmpty() || part.version().isEmpty()) {
            return part.latestState().map(wording::word).orElse(wording.text("trail.not_sent"));
        }
        if (part.part() == Contribution.Part.WITHIN_HOST) {
            return wording.text("trail.not_added");
        }
        return comparesYears && part.priorYear().isEmpty() ? wording.text("trail.no_prior_year") : "";
    }

    private String share(BigDecimal percent) {
        int decimals = wording.catalogue().settings().rateDecimals();
        return percent.setScale(decimals, wording.catalogue().settings().rounding())
                .toPlainString();
    }

    private static String sum(ItemLineage trail, Function<ItemFigure, Optional<BigDecimal>> which) {
        return Wording.plain(trail.figure().flatMap(which));
    }

    private void cityFindings(FigureLineage beneath) {
        if (beneath.cityFindings().isEmpty()) {
            return;
        }
        page.heading(wording.text("trail.city_findings"));
        beneath.cityFindings()
                .forEach(finding -> page.point(wording.text(
                        "trail.finding",
                        "severity",
                        wording.word(finding.severity()),
                        "rule",
                        finding.rule(),
                        "message",
                        wording.messages().message(finding))));
    }
}
