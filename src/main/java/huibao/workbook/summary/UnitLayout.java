package huibao.workbook.summary;

import huibao.catalogue.Catalogue;

/** Whether units stand beside each other in the sheets that compare them, or below each other. */
enum UnitLayout {
    /** A column for each unit, a line for each target: what an office reads and prints. */
    ACROSS(UnitLayout.MOST_ACROSS),
    /** A row for each unit, columns for each target: what can be filtered and sorted. */
    DOWN(12);

    /** No more units than this are read beside each other; a province or a large city has fewer. */
    static final int MOST_ACROSS = 48;

    /** A spreadsheet calls a sheet with more links than 65,530 damaged. */
    private static final long MOST_LINKS = 65_000;

    private static final int LINKS_PER_CELL = 2;

    private final int mostBars;

    UnitLayout(int mostBars) {
        this.mostBars = mostBars;
    }

    /** How many units a chart shows: where not all can be shown, so many that each can be read. */
    int mostBars() {
        return mostBars;
    }

    static UnitLayout of(Catalogue catalogue) {
        long units = catalogue.units().size();
        return units <= MOST_ACROSS
                        && LINKS_PER_CELL * units * catalogue.targets().size() <= MOST_LINKS
                ? ACROSS
                : DOWN;
    }
}
