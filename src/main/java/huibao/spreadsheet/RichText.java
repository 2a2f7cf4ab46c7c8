package huibao.spreadsheet;

import java.util.List;

/**
 * A text and its runs, where some look otherwise than the cell.
 *
 * @param text all of it
 * @param runs its parts; none if it is too long for a figure, or looks alike throughout
 */
record RichText(String text, List<Run> runs) {

    RichText {
        runs = List.copyOf(runs);
    }

    static RichText plain(String text) {
        return new RichText(text, List.of());
    }

    /** The runs as they look in a cell of this style. */
    List<Run> in(Style style) {
        return runs.stream()
                .map(run -> run.mark() == Run.Mark.AS_CELL
                        ? new Run(run.text(), style.struck() ? Run.Mark.STRUCK : Run.Mark.NONE)
                        : run)
                .toList();
    }
}
