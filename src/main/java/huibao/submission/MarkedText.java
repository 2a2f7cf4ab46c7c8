package huibao.submission;

import huibao.spreadsheet.Cell;
import huibao.spreadsheet.Run;
import java.util.Optional;
import java.util.stream.Collectors;

/** A text of which parts are struck through, raised or lowered: with these parts and without may be two figures. */
final class MarkedText {

    private MarkedText() {}

    /** The marked parts if the figure depends on whether they count; a text struck throughout has no other. */
    static Optional<String> ambiguity(Cell cell) {
        boolean isMarked = cell.runs().stream().anyMatch(run -> run.mark() != Run.Mark.NONE);
        if (!isMarked || cell.isStruck()) {
            return Optional.empty();
        }
        String without = cell.runs().stream()
                .filter(run -> run.mark() == Run.Mark.NONE)
                .map(Run::text)
                .collect(Collectors.joining());
        boolean isStruck = cell.runs().stream().anyMatch(run -> run.mark() == Run.Mark.STRUCK);
        return isSame(cell.text(), without, isStruck) ? Optional.empty() : Optional.of(named(cell));
    }

    /** The ² of m² stands raised and belongs to the unit; what is struck belongs to nothing. */
    private static boolean isSame(String all, String without, boolean isStruck) {
        if (without.isBlank()) {
            return false;
        }
        FigureText one = FigureText.of(all);
        FigureText other = FigureText.of(without);
        if (one instanceof FigureText.Typed first && other instanceof FigureText.Typed second) {
            return first.number().compareTo(second.number()) == 0
                    && (!isStruck || first.unit().equals(second.unit()));
        }
        return one.equals(other);
    }

    private static String named(Cell cell) {
        return cell.runs().stream()
                .filter(run -> run.mark() != Run.Mark.NONE && !run.text().isBlank())
                .map(run -> run.text().strip())
                .collect(Collectors.joining("、"));
    }
}
