package huibao.submission;

import huibao.model.CellRef;
import huibao.model.ItemCode;
import huibao.model.Observation;
import huibao.model.ReviewKey;
import huibao.spreadsheet.Book;
import huibao.spreadsheet.Cell;
import huibao.spreadsheet.Grid;
import huibao.spreadsheet.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a marked workbook that was sent back carries besides the form: the sheet 审核结果, whose explanations count
 * for the item of their row, and the hidden sheet of former looks. Neither is ever read as data.
 */
final class ReturnedReview {

    private static final String BETWEEN = "；";

    /** An explanation as it stands in a row of the review. */
    private record Typed(ReviewKey key, String text, CellRef at) {

        boolean isUnchanged() {
            return ReviewKey.digest(text).equals(key.shown());
        }
    }

    private final Book form;
    private final List<Typed> typed;

    private ReturnedReview(Book form, List<Typed> typed) {
        this.form = form;
        this.typed = typed;
    }

    /** Takes a workbook apart; most have no sheet of ours. */
    static ReturnedReview of(Book book, Captions words) {
        List<Grid> others = new ArrayList<>();
        List<Typed> typed = new ArrayList<>();
        for (Grid sheet : book.sheets()) {
            if (isOurs(sheet, words)) {
                typed.addAll(typed(sheet));
            } else {
                others.add(sheet);
            }
        }
        // joined in an order that sorting the rows does not change
        typed.sort(Comparator.comparing((Typed row) -> row.key().text()).thenComparing(Typed::text));
        return new ReturnedReview(
                new Book(others, book.names(), book.epoch(), book.calculation(), book.macros()), typed);
    }

    /** The workbook without the sheets of ours. */
    Book form() {
        return form;
    }

    /**
     * The rows of the form with what is explained in the review.
     *
     * @param about the form's unit and period: explanations of another one, on a sheet left in a workbook that is
     *     used again, are not taken
     */
    List<Observation> explained(List<Observation> rows, String about) {
        return rows.stream()
                .map(row -> explained(row, rows(about, Optional.of(row.item()))))
                .toList();
    }

    /** 其他说明 with the explanations of findings that have no item, or none of the rows. */
    String general(String own, List<Observation> rows, String about) {
        Set<ItemCode> items = rows.stream().map(Observation::item).collect(Collectors.toSet());
        List<Typed> without = typed.stream()
                .filter(row -> row.key().about().equals(about))
                .filter(row -> row.key().item().filter(items::contains).isEmpty())
                .toList();
        return joined(own, without, "\n");
    }

    private static Observation explained(Observation row, List<Typed> typed) {
        if (typed.isEmpty()) {
            return row;
        }
        return new Observation(
                row.item(),
                row.value(),
                row.priorYear(),
                row.growth(),
                row.forecast(),
                row.assigned(),
                joined(row.explanation(), typed, BETWEEN),
                row.remark(),
                row.explanation().isEmpty() ? Optional.of(typed.get(0).at()) : row.explanationAt());
    }

    private List<Typed> rows(String about, Optional<ItemCode> item) {
        return typed.stream()
                .filter(row ->
                        row.key().about().equals(about) && row.key().item().equals(item))
                .toList();
    }

    /** Nothing typed in either place is lost; what one place repeats of another is said once. */
    private static String joined(String own, List<Typed> typed, String between) {
        List<Typed> counting =
                typed.stream().filter(row -> !isOutdated(row, own, between)).toList();
        if (counting.isEmpty()) {
            return own;
        }
        Set<String> parts = new LinkedHashSet<>(parts(own, between));
        counting.forEach(row -> parts.addAll(parts(row.text(), between)));
        return parts.stream()
                .filter(part ->
                        parts.stream().noneMatch(other -> other.length() > part.length() && other.contains(part)))
                .collect(Collectors.joining(between));
    }

    /** Whether a row still shows what stood on the form when it was handed out, where something else stands now. */
    private static boolean isOutdated(Typed row, String own, String between) {
        return row.isUnchanged()
                && parts(own, between).stream().anyMatch(part -> !row.text().contains(part));
    }

    private static List<String> parts(String text, String between) {
        return Stream.of(text.split(between, -1))
                .map(Text::trim)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static boolean isOurs(Grid sheet, Captions words) {
        boolean holdsOurs = sheet.rowNumbers().stream()
                .flatMap(row -> sheet.row(row).stream())
                .filter(cell -> cell.kind() == Cell.Kind.TEXT)
                .map(cell -> Text.trim(cell.text()))
                .anyMatch(text -> text.equals(ReviewKey.KEY_COLUMN)
                        || text.equals(ReviewKey.LOOKS_SHEET)
                        || ReviewKey.find(text).isPresent());
        // Rows of the review copied beside the figures do not make a review of the form.
        return holdsOurs
                && FormLocator.find(sheet, words).stream()
                        .noneMatch(table -> table.column(Column.VALUE).isPresent());
    }

    private static List<Typed> typed(Grid sheet) {
        List<Typed> found = new ArrayList<>();
        Optional<Integer> headed = column(sheet);
        for (int row : sheet.rowNumbers()) {
            for (Cell cell : sheet.row(row)) {
                Optional<ReviewKey> key =
                        cell.kind() == Cell.Kind.TEXT ? ReviewKey.find(cell.text()) : Optional.empty();
                // without the hidden heads: it was made left of the keys
                int column = headed.orElse(cell.column() - 1);
                if (key.isPresent() && column >= 0) {
                    String text = Text.trim(sheet.textAcross(row, column));
                    if (!text.isEmpty()) {
                        found.add(new Typed(key.get(), text, sheet.ref(row, column)));
                    }
                }
            }
        }
        return found;
    }

    private static Optional<Integer> column(Grid sheet) {
        return sheet.rowNumbers().stream()
                .flatMap(row -> sheet.row(row).stream())
                .filter(cell -> Text.trim(cell.text()).equals(ReviewKey.EXPLANATION_COLUMN))
                .map(Cell::column)
                .findFirst();
    }
}
