package huibao.validation;

import huibao.model.Figure;
import huibao.model.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * One column of a form against where its figures should stand.
 *
 * @param form the form
 * @param figure the column
 * @param expected what an item's figure in it should be about
 */
record ShiftedColumn(
        JudgedForm form,
        BiFunction<JudgedForm, Item, Figure> figure,
        BiFunction<JudgedForm, Item, Optional<BigDecimal>> expected) {

    /** So many neighbours of which each has the other's figure are no chance. */
    private static final int FEWEST = 2;

    /** How a row reads if its figure can be that of another one. */
    private enum Reads {
        ITS_OWN,
        THE_OTHERS,
        EITHER,
        /** It is that of none, or missing, or nothing is known of the item. */
        NEITHER
    }

    /** 本年累计 or 期末. */
    static ShiftedColumn values(JudgedForm form) {
        return new ShiftedColumn(form, JudgedForm::valueFigure, Expected::value);
    }

    /** 上年同期. */
    static ShiftedColumn priorYears(JudgedForm form) {
        return new ShiftedColumn(form, JudgedForm::priorYearFigure, Expected::priorYear);
    }

    /** The items whose figures are about those of the item that {@code shift} finds for each, run by run. */
    List<Item> moved(List<Item> items, RowShift shift) {
        List<Item> moved = new ArrayList<>();
        List<Item> run = new ArrayList<>();
        for (Item item : items) {
            if (reads(item, shift) == Reads.ITS_OWN) {
                moved.addAll(sure(run, shift));
                run.clear();
            } else {
                run.add(item);
            }
        }
        moved.addAll(sure(run, shift));
        return moved;
    }

    /** From the first to the last row that has another's figure, and the row whose figure it was if that is gone. */
    private List<Item> sure(List<Item> run, RowShift shift) {
        List<Item> others = run.stream()
                .filter(item -> reads(item, shift) == Reads.THE_OTHERS)
                .toList();
        if (others.size() < FEWEST) {
            return List.of();
        }
        List<Item> between = run.subList(run.indexOf(others.get(0)), run.indexOf(others.get(others.size() - 1)) + 1);
        if (2 * others.size() < between.size()) {
            return List.of();
        }
        List<Item> moved = new ArrayList<>(between);
        moved.addAll(upToTheGap(run.subList(run.indexOf(others.get(others.size() - 1)) + 1, run.size()), shift));
        List<Item> above = new ArrayList<>(run.subList(0, run.indexOf(others.get(0))));
        Collections.reverse(above);
        moved.addAll(upToTheGap(above, shift));
        return moved;
    }

    /** Rows beyond the sure ones that may have another's figure as well, if the gap the shift left is behind them. */
    private List<Item> upToTheGap(List<Item> beyond, RowShift shift) {
        for (int i = 0; i < beyond.size(); i++) {
            if (amount(beyond.get(i)).isEmpty()) {
                return beyond.subList(0, i + 1);
            }
            if (reads(beyond.get(i), shift) != Reads.EITHER) {
                return List.of();
            }
        }
        return List.of();
    }

    private Reads reads(Item item, RowShift shift) {
        Optional<BigDecimal> found = amount(item);
        Optional<BigDecimal> own = expected.apply(form, item);
        if (found.isEmpty() || own.isEmpty()) {
            return Reads.NEITHER;
        }
        boolean others = shift.from(form, item)
                .flatMap(from -> expected.apply(form, from))
                .filter(other -> Expected.isNear(item, found.get(), other))
                .isPresent();
        if (Expected.isNear(item, found.get(), own.get())) {
            return others ? Reads.EITHER : Reads.ITS_OWN;
        }
        return others ? Reads.THE_OTHERS : Reads.NEITHER;
    }

    private Optional<BigDecimal> amount(Item item) {
        return figure.apply(form, item).amount().known();
    }
}
