package huibao.validation;

import huibao.model.CellRef;
import huibao.model.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From which row a figure came that stands in the wrong one. */
sealed interface RowShift {

    /** The item whose figure would stand in the row of another; empty if none would. */
    Optional<Item> from(JudgedForm form, Item item);

    /** Whether figures stand below where they belong. */
    boolean isDown();

    /**
     * By items: headings between the rows were jumped.
     *
     * @param by how many items further down they stand; negative for up
     */
    record OfItems(int by) implements RowShift {

        @Override
        public Optional<Item> from(JudgedForm form, Item item) {
            List<Item> items = form.items();
            int from = items.indexOf(item) - by;
            return from >= 0 && from < items.size() ? Optional.of(items.get(from)) : Optional.empty();
        }

        @Override
        public boolean isDown() {
            return by > 0;
        }
    }

    /**
     * By rows of the sheet: what stood beside a heading has got lost.
     *
     * @param by how many rows further down they stand; negative for up
     * @param rows the items by the row they stand in
     */
    record OfRows(int by, Map<CellRef, Item> rows) implements RowShift {

        private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6})");

        static OfRows of(JudgedForm form, int by) {
            Map<CellRef, Item> rows = new HashMap<>();
            form.items().forEach(item -> form.valueFigure(item).at().ifPresent(at -> rows.put(at, item)));
            return new OfRows(by, rows);
        }

        @Override
        public Optional<Item> from(JudgedForm form, Item item) {
            return form.valueFigure(item).at().flatMap(this::above).map(rows::get);
        }

        private Optional<CellRef> above(CellRef at) {
            Matcher address = ADDRESS.matcher(at.cell());
            return address.matches()
                    ? Optional.of(new CellRef(at.sheet(), address.group(1) + (Integer.parseInt(address.group(2)) - by)))
                    : Optional.empty();
        }

        @Override
        public boolean isDown() {
            return by > 0;
        }
    }
}
