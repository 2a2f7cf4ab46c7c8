package huibao.validation;

import huibao.catalogue.Catalogue;
import huibao.model.Accumulation;
import huibao.model.Allocation;
import huibao.model.CellRef;
import huibao.model.Figure;
import huibao.model.Finding;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Measure;
import huibao.model.Observation;
import huibao.model.Rule;
import huibao.model.Submission;
import huibao.model.Unit;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A submission beside everything it is compared with: what rules look at.
 *
 * @param catalogue the job
 * @param submission the submission
 * @param unit the unit that reports
 * @param items the items its form asks for, in print order
 * @param rows its rows by item
 * @param previousRows rows of the previous accepted submission; empty if there is none
 * @param lastYearRows rows of last year's accepted submission; empty if there is none
 * @param relatedRows rows of related units' accepted submissions
 * @param context what the registry knows
 * @param readingFindings what reading already said
 */
record JudgedForm(
        Catalogue catalogue,
        Submission submission,
        Unit unit,
        List<Item> items,
        Map<ItemCode, Observation> rows,
        Map<ItemCode, Observation> previousRows,
        Map<ItemCode, Observation> lastYearRows,
        Map<UnitCode, Map<ItemCode, Observation>> relatedRows,
        Context context,
        List<Finding> readingFindings) {

    static JudgedForm of(
            Catalogue catalogue, Submission submission, Unit unit, Context context, List<Finding> readingFindings) {
        return new JudgedForm(
                catalogue,
                submission,
                unit,
                catalogue.itemsFor(unit),
                rowsOf(submission),
                context.previous().map(JudgedForm::rowsOf).orElse(Map.of()),
                context.lastYear().map(JudgedForm::rowsOf).orElse(Map.of()),
                context.related().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, related -> rowsOf(related.getValue()))),
                context,
                readingFindings);
    }

    static Map<ItemCode, Observation> rowsOf(Submission submission) {
        Map<ItemCode, Observation> rows = new HashMap<>();
        submission.observations().forEach(row -> rows.putIfAbsent(row.item(), row));
        return rows;
    }

    /** The items a rule covers on this form, in print order. */
    List<Item> items(Rule rule) {
        return items.stream().filter(item -> rule.items().contains(item.code())).toList();
    }

    /** The item of a relation, if this form asks for it; a code the job does not have breaks the rule. */
    Optional<Item> asked(ItemCode code) {
        Item item = catalogue.requireItem(code);
        return items.contains(item) ? Optional.of(item) : Optional.empty();
    }

    /** A figure of an item's row. */
    Figure figure(Item item, Function<Observation, Figure> column) {
        return Optional.ofNullable(rows.get(item.code())).map(column).orElse(Figure.notAsked());
    }

    Figure valueFigure(Item item) {
        return figure(item, Observation::value);
    }

    Figure priorYearFigure(Item item) {
        return figure(item, Observation::priorYear);
    }

    Optional<BigDecimal> value(Item item) {
        return valueFigure(item).amount().known();
    }

    Optional<BigDecimal> priorYear(Item item) {
        return priorYearFigure(item).amount().known();
    }

    Optional<BigDecimal> previous(Item item) {
        return valueOf(previousRows, item);
    }

    /** 上年同期 on the previous form. */
    Optional<BigDecimal> previousPriorYear(Item item) {
        return Optional.ofNullable(previousRows.get(item.code()))
                .flatMap(row -> row.priorYear().amount().known());
    }

    Optional<BigDecimal> lastYear(Item item) {
        return valueOf(lastYearRows, item);
    }

    /** What the unit was assigned of a target that is the item's own amount, a year's worth. */
    Optional<BigDecimal> allocation(Item item) {
        return catalogue.targetsOf(item.code()).stream()
                .filter(target -> target.measure() == Measure.LEVEL)
                .flatMap(target -> catalogue.findAllocation(target.code(), unit.code()).stream())
                .map(Allocation::value)
                .filter(share -> share.signum() > 0)
                .findFirst();
    }

    /** A figure of the previous form continued to this period: a cumulated one at its own rate. */
    BigDecimal continued(Item item, BigDecimal previous) {
        return item.accumulation() == Accumulation.POINT
                ? previous
                : previous.multiply(BigDecimal.valueOf(periodNumber()))
                        .divide(BigDecimal.valueOf(previousNumber()), MathContext.DECIMAL64);
    }

    /** What a related unit reports. */
    Optional<BigDecimal> related(UnitCode other, Item item) {
        return valueOf(relatedRows.getOrDefault(other, Map.of()), item);
    }

    /** Number of the period within the year. */
    int periodNumber() {
        return submission.period().number();
    }

    /** Number of the previous accepted period; 0 if there is none. */
    int previousNumber() {
        return context.previous().map(previous -> previous.period().number()).orElse(0);
    }

    static Optional<BigDecimal> valueOf(Map<ItemCode, Observation> rows, Item item) {
        return Optional.ofNullable(rows.get(item.code()))
                .flatMap(row -> row.value().amount().known());
    }

    /** A failure of a value beside that of the previous period. */
    RuleResult failedAgainstPrevious(Item item, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(more);
        all.put("found", Texts.plain(value(item).orElseThrow()));
        all.put("previous", Texts.plain(previous(item).orElseThrow()));
        return RuleResult.failed(item, cells(valueFigure(item)), all);
    }

    /** Where the values of items stand. */
    List<CellRef> cells(List<Item> some) {
        return some.stream().flatMap(item -> valueFigure(item).at().stream()).toList();
    }

    /** Where values and prior-year values of items stand. */
    List<CellRef> cellsOfBoth(List<Item> some) {
        return some.stream()
                .flatMap(item -> cells(valueFigure(item), priorYearFigure(item)).stream())
                .toList();
    }

    static List<CellRef> cells(Figure... figures) {
        return Stream.of(figures).flatMap(figure -> figure.at().stream()).toList();
    }
}
