package huibao.workbook.summary;

import huibao.catalogue.Catalogue;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.RevisedFigure;
import huibao.model.Revision;
import huibao.model.RevisionReason;
import huibao.model.Target;
import huibao.model.TargetCode;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.PaperSize;

/**
 * 修订: what a reader of the last bulletin finds changed, newest first: the city's figures and verdicts, then the
 * units' figures, then the forms that have come in since. Figures that are only new because a form came in time
 * are not listed one by one.
 */
final class RevisionsSheet {

    private static final int MOST_DECIMALS = 12;
    /** What the job no longer has comes first. */
    private static final int NOWHERE = -1;

    private final SheetContext context;
    private final UnitCode city;

    RevisionsSheet(SheetContext context) {
        this.context = context;
        this.city = context.catalogue().city().code();
    }

    void write() {
        SheetWriter grid = new SheetWriter(
                context, SummarySheet.REVISIONS, PaperSize.A4_PAPER, 6, 13, 9, 28, 10, 9, 12, 12, 11, 16, 6, 10, 17);
        grid.head(context.text("title.revisions", "title", context.settings().titleZh()));
        grid.header(
                context.texts(
                        "column",
                        "number unit period revised_code revised_figure unit_measure old_value new_value difference"
                                + " revision_reason edition revision_source revised_at"),
                2);
        List<Revision> all =
                context.bulletin().revisions().stream().sorted(inPrintOrder()).toList();
        int number =
                lines(grid, "revised_city", all.stream().filter(this::isOfCity).toList(), 0);
        number =
                lines(grid, "revised_units", all.stream().filter(this::isOfUnit).toList(), number);
        forms(grid, all, number);
        grid.note(context.text(all.isEmpty() ? "no_revisions" : "revision_note"));
        grid.finish();
    }

    private boolean isOfCity(Revision revision) {
        return revision.refArea().equals(city)
                && !revision.figure().isOfItem()
                && !revision.reasons().equals(List.of(RevisionReason.FIRST_REPORT));
    }

    /** A unit's level is the item above it; what a new form brings is told in one line. */
    private boolean isOfUnit(Revision revision) {
        boolean shown = revision.refArea().equals(city)
                ? revision.figure().isOfItem()
                : revision.figure() != RevisedFigure.LEVEL;
        return shown && !isNewReport(revision);
    }

    private static boolean isNewReport(Revision revision) {
        return Set.of(RevisionReason.FIRST_REPORT, RevisionReason.LATE_REPORT).containsAll(revision.reasons());
    }

    private int lines(SheetWriter grid, String band, List<Revision> revisions, int before) {
        int number = before;
        if (!revisions.isEmpty()) {
            grid.band(context.text("band." + band, "count", Integer.toString(revisions.size())));
        }
        for (Revision revision : revisions) {
            grid.row();
            grid.whole(0, ++number);
            head(grid, revision);
            if (revision.figure() == RevisedFigure.STATUS) {
                grid.text(6, status(revision.oldStatus()), Look.CENTRE);
                grid.text(7, status(revision.newStatus()), Look.CENTRE);
                grid.text(8, context.text("missing"), Look.RIGHT);
            } else {
                values(grid, revision);
            }
            foot(grid, revision);
        }
        return number;
    }

    /** One line for every form, with how many figures it brought. */
    private void forms(SheetWriter grid, List<Revision> all, int before) {
        Map<List<Object>, List<Revision>> forms = new LinkedHashMap<>();
        all.stream()
                .filter(revision -> revision.figure() == RevisedFigure.VALUE && isNewReport(revision))
                .forEach(revision -> forms.computeIfAbsent(
                                List.of(revision.at(), revision.period(), revision.refArea()), key -> new ArrayList<>())
                        .add(revision));
        if (!forms.isEmpty()) {
            grid.band(context.text("band.revised_forms", "count", Integer.toString(forms.size())));
        }
        int number = before;
        for (List<Revision> form : forms.values()) {
            Revision one = form.get(0);
            grid.row();
            grid.whole(0, ++number);
            grid.unitName(1, one.refArea());
            grid.text(2, one.period().toString(), Look.CENTRE);
            grid.merged(3, 8, context.text("revised_form", "count", Integer.toString(form.size())), Look.LEFT);
            foot(grid, one);
        }
    }

    private void head(SheetWriter grid, Revision revision) {
        grid.unitName(1, revision.refArea());
        grid.text(2, revision.period().toString(), Look.CENTRE);
        grid.text(3, name(revision), Look.LEFT);
        grid.text(4, context.word(revision.figure()), Look.CENTRE);
        grid.text(5, unitMeasure(revision), Look.CENTRE);
    }

    private void foot(SheetWriter grid, Revision revision) {
        grid.text(
                9,
                revision.reasons().stream()
                        .map(reason -> context.word(reason))
                        .collect(Collectors.joining(context.text("list_separator"))),
                Look.LEFT);
        grid.whole(10, revision.edition());
        grid.text(11, source(revision), Look.CENTRE);
        grid.time(12, Optional.of(revision.at()));
    }

    /** Versions of the form: its unit and period stand in the same row. */
    private String source(Revision revision) {
        String form = revision.refArea() + "-" + revision.period() + "-";
        String old = revision.oldSubmission().orElse("").replace(form, "");
        String now = revision.newSubmission().orElse("").replace(form, "");
        return old.isEmpty() ? now : old + " → " + (now.isEmpty() ? context.text("missing") : now);
    }

    /** A revision may lie in a decimal that is not printed elsewhere: enough of them are shown to see it. */
    private void values(SheetWriter grid, Revision revision) {
        int decimals = decimals(revision);
        grid.number(6, revision.oldValue(), PrintedNumber.plain(decimals));
        grid.number(7, revision.newValue(), PrintedNumber.plain(decimals));
        grid.number(8, revision.difference(), new PrintedNumber(decimals, "", "", PrintedNumber.Sign.ALWAYS));
    }

    private int decimals(Revision revision) {
        Optional<BigDecimal> difference = revision.difference();
        int decimals = catalogue()
                .findTarget(new TargetCode(revision.code()))
                .filter(target -> !revision.figure().isOfItem())
                .map(target -> revision.figure() == RevisedFigure.GROWTH
                        ? context.settings().rateDecimals()
                        : context.decimals(target))
                .orElse(0);
        if (revision.figure() != RevisedFigure.GROWTH && revision.figure() != RevisedFigure.RATE) {
            return Math.max(decimals, Math.max(places(revision.oldValue()), places(revision.newValue())));
        }
        while (difference.isPresent()
                && decimals < MOST_DECIMALS
                && context.rounded(difference.get(), decimals).signum() == 0) {
            decimals++;
        }
        return decimals;
    }

    private static int places(Optional<BigDecimal> value) {
        return value.map(known -> PrintedNumber.exact(known).decimals()).orElse(0);
    }

    private String status(Optional<? extends Enum<?>> status) {
        return status.map(known -> context.word(known)).orElse(context.text("missing"));
    }

    private String name(Revision revision) {
        return revision.figure().isOfItem()
                ? context.itemName(new ItemCode(revision.code()))
                : catalogue()
                        .findTarget(new TargetCode(revision.code()))
                        .map(context::name)
                        .orElse(revision.code());
    }

    private String unitMeasure(Revision revision) {
        Optional<Target> target = catalogue().findTarget(new TargetCode(revision.code()));
        return switch (revision.figure()) {
            case VALUE, PRIOR_YEAR ->
                catalogue()
                        .findItem(new ItemCode(revision.code()))
                        .map(Item::unitMeasure)
                        .orElse("");
            case LEVEL ->
                target.flatMap(known -> catalogue().findItem(known.items().get(0)))
                        .map(Item::unitMeasure)
                        .orElse("");
            case GROWTH -> "%";
            case RATE, TARGET_VALUE -> target.map(Target::unitMeasure).orElse("");
            case STATUS -> "";
        };
    }

    /** Newest first; within an edition units in print order, targets and items as the job lists them. */
    private Comparator<Revision> inPrintOrder() {
        Map<String, Integer> codes = new HashMap<>();
        catalogue().items().forEach(item -> codes.putIfAbsent(item.code().value(), codes.size()));
        catalogue().targets().forEach(target -> codes.putIfAbsent(target.code().value(), codes.size()));
        Map<UnitCode, Integer> units = new HashMap<>();
        catalogue().units().forEach(unit -> units.put(unit.code(), unit.order()));
        return Comparator.comparing(Revision::at)
                .thenComparing(Revision::period)
                .reversed()
                .thenComparing(revision -> units.getOrDefault(revision.refArea(), 0))
                .thenComparing(revision -> codes.getOrDefault(revision.code(), NOWHERE))
                .thenComparing(Revision::code)
                .thenComparing(Revision::figure);
    }

    private Catalogue catalogue() {
        return context.catalogue();
    }
}
