package huibao.workbook.summary;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The figures a chart draws, written beside it: a row of heads, then a row for each bar.
 *
 * @param title the chart's
 * @param heads of the columns of values
 * @param bars from top to bottom, their values rounded as they are printed
 * @param number how the values are printed
 * @param row 0-based index of the row of heads
 * @param column 0-based, where the names stand; the values follow
 */
record DataBlock(String title, List<String> heads, List<Bar> bars, PrintedNumber number, int row, int column) {

    /**
     * A name with its figures.
     *
     * @param source where the figures come from, if they lead there
     */
    record Bar(String name, List<BigDecimal> values, Optional<SourceLinks.Link> source) {

        Bar rounded(UnaryOperator<BigDecimal> rounding) {
            return new Bar(name, values.stream().map(rounding).toList(), source);
        }
    }

    int firstRow() {
        return row + 1;
    }

    int lastRow() {
        return row + bars.size();
    }

    String[] names() {
        return bars.stream().map(Bar::name).toArray(String[]::new);
    }

    Double[] values(int series) {
        return bars.stream().map(bar -> bar.values().get(series).doubleValue()).toArray(Double[]::new);
    }

    /** Writes what of it stands in a row of the sheet. */
    void write(SheetWriter grid, int index) {
        if (index == row) {
            grid.besides(column, title, Look.HEADER);
            for (int i = 0; i < heads.size(); i++) {
                grid.besides(column + 1 + i, heads.get(i), Look.HEADER);
            }
        } else if (index > row && index <= lastRow()) {
            write(grid, bars.get(index - firstRow()));
        }
    }

    private void write(SheetWriter grid, Bar bar) {
        grid.besides(column, bar.name(), Look.LEFT);
        for (int i = 0; i < bar.values().size(); i++) {
            int at = column + 1 + i;
            grid.besides(at, bar.values().get(i), number);
            bar.source().ifPresent(to -> grid.link(at, to));
        }
    }
}
