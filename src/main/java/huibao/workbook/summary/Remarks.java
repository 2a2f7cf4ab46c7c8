package huibao.workbook.summary;

import huibao.model.Attainment;
import huibao.model.Item;
import huibao.model.Measure;
import huibao.model.Obstacle;
import huibao.model.Target;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 备注 of 总表: what a reader must know to read one row rightly. */
final class Remarks {

    private final SheetContext context;

    Remarks(SheetContext context) {
        this.context = context;
    }

    String of(Target target, Attainment attainment) {
        List<String> parts = new ArrayList<>();
        if (attainment.obstacle() != Obstacle.NONE) {
            parts.add(context.word(attainment.obstacle()));
        }
        if (printedValueMisleads(target, attainment)) {
            parts.add(context.text("remark.rounded"));
        }
        if (attainment.aboveBand()) {
            parts.add(context.text(
                    "remark.above_band",
                    "band",
                    context.settings().thresholds().holdBandPercent().toPlainString()));
        }
        if (target.qualifier().contains(context.text("aspiration_word"))) {
            parts.add(context.text("remark.aspiration"));
        }
        OutlookText outlook = new OutlookText(context);
        outlook.otherPace(attainment).ifPresent(parts::add);
        outlook.assumptions(attainment).ifPresent(parts::add);
        if (target.measure().isRate()) {
            sums(target, attainment).ifPresent(parts::add);
        }
        return String.join(context.text("clause_separator"), parts);
    }

    /** Whether the printed value says another thing than the exact one, which the verdict is taken on. */
    private boolean printedValueMisleads(Target target, Attainment attainment) {
        if (attainment.obsValue().isEmpty() || attainment.targetValue().isEmpty()) {
            return false;
        }
        BigDecimal exact = attainment.obsValue().get();
        BigDecimal promised = attainment.targetValue().get();
        BigDecimal printed = context.rounded(exact, context.decimals(target));
        return target.comparator().holds(printed, promised)
                != target.comparator().holds(exact, promised);
    }

    /** The sums beneath a rate, in the items' own units. */
    private Optional<String> sums(Target target, Attainment attainment) {
        Item first = context.catalogue().requireItem(target.items().get(0));
        if (attainment.levelValue().isEmpty()) {
            return Optional.empty();
        }
        String level = amount(attainment.levelValue().get(), first);
        if (target.measure() == Measure.GROWTH) {
            return attainment
                    .priorYearValue()
                    .map(prior ->
                            context.text("remark.growth_sums", "level", level, "prior_year", amount(prior, first)));
        }
        Item second = context.catalogue().requireItem(target.items().get(1));
        return attainment
                .denominatorValue()
                .map(denominator -> context.text(
                        "remark.ratio_sums", "numerator", level, "denominator", amount(denominator, second)));
    }

    private String amount(BigDecimal value, Item item) {
        return context.plain(value, context.decimals(item)) + item.unitMeasure();
    }
}
