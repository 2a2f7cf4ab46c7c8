package huibao.submission;

import huibao.model.Conversion;
import huibao.model.Figure;
import huibao.model.FindingKind;
import huibao.model.MissingReason;
import huibao.spreadsheet.Cell;
import huibao.spreadsheet.Formula;
import huibao.spreadsheet.Grid;
import huibao.spreadsheet.Numbers;
import huibao.spreadsheet.Text;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One figure cell of one row: its text made a figure in the item's unit, or the reason there is none. */
final class FigureReader {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final Pattern EXPECTED = Pattern.compile("[(（]预计(数|值)?[)）]|预计(?=[\\s:：]*[0-9０-９])[\\s:：]*");

    private static final Pattern PENDING_NOTE = Pattern.compile("待核|暂|预计");

    private final FigureCell place;
    private final FigureResult result;
    private final FigureUnits units;
    private final BookFacts book;
    private final Optional<BigDecimal> growth;

    /** @param growth what the row's own figures grew by, if they are known */
    FigureReader(FigureResult result, FigureUnits units, BookFacts book, Optional<BigDecimal> growth) {
        this.place = result.cell();
        this.result = result;
        this.units = units;
        this.book = book;
        this.growth = growth;
    }

    /** Reads the cell; a cell that is not a figure leaves exactly one finding, a blank one none. */
    Figure read() {
        Grid sheet = place.sheet();
        Optional<Grid.Merge> merge = sheet.mergeAt(place.row(), place.at());
        if (merge.isPresent() && place.joinsFigures(merge.get())) {
            String text = sheet.text(merge.get().top(), merge.get().left());
            return text.isBlank()
                    ? result.missing("", MissingReason.BLANK)
                    : result.refuse(text, FindingKind.MERGED_FIGURE);
        }
        Optional<Cell> found = sheet.cell(place.row(), place.at());
        if (found.isEmpty() || found.get().isBlank()) {
            return result.missing("", MissingReason.BLANK);
        }
        Cell cell = found.get();
        Optional<String> parts = MarkedText.ambiguity(cell);
        if (parts.isPresent()) {
            return result.twoFigures(cell.text(), parts.get());
        }
        Figure figure = read(cell);
        if (cell.isStruck() && !place.isAssigned()) {
            result.add(FindingKind.FIGURE_STRUCK, Map.of("found", Text.shown(cell.display())));
        }
        String note = sheet.comment(place.row(), place.at());
        if (PENDING_NOTE.matcher(note).find()) {
            result.add(FindingKind.NOTE_PENDING, Map.of("found", Text.shown(note)));
        }
        return figure;
    }

    private Figure read(Cell cell) {
        String shown = cell.display();
        Optional<Formula> formula = cell.formula();
        if (formula.isPresent()) {
            if (cell.isPicture()) {
                return result.refuse("DISPIMG", FindingKind.PICTURE_AS_NUMBER);
            }
            String text = "=" + formula.get().text();
            FormulaCheck.Said said =
                    new FormulaCheck(book, place.sheet(), place.column()).of(cell, formula.get(), growth);
            if (!said.isFigure()) {
                return said.kind().isPresent()
                        ? result.refuse(text, said.kind().get())
                        : result.missing("", MissingReason.BLANK);
            }
            result.converted(new Conversion(Conversion.Kind.FORMULA, Text.shown(text)));
            said.kind().ifPresent(kind -> result.add(kind, said.parameters()));
        }
        return switch (cell.kind()) {
            case NUMBER -> number(cell, shown);
            case TEXT ->
                cell.isDate() && DateText.day(cell.text()).isPresent()
                        ? result.refuse(shown, FindingKind.DATE_AS_NUMBER)
                        : text(shown);
            case ERROR ->
                place.column() == Column.GROWTH
                        ? result.missing(shown, MissingReason.NOT_APPLICABLE)
                        : result.refuse(shown, FindingKind.ERROR_VALUE);
            case BOOLEAN -> result.refuse(shown, FindingKind.NUMBER);
            case NONE -> result.missing("", MissingReason.BLANK);
        };
    }

    private Figure number(Cell cell, String shown) {
        Optional<BigDecimal> typed = Numbers.decimal(cell.text());
        if (cell.isDate()) {
            return date(cell, shown);
        }
        if (typed.isEmpty()) {
            // What a program made of a quotient by zero: NaN, INF.
            return result.refuse(shown, FindingKind.NUMBER);
        }
        result.calculated();
        BigDecimal value = typed.get();
        if (Numbers.exact(cell.text())
                .filter(exact -> exact.compareTo(value) == 0)
                .isEmpty()) {
            result.converted(new Conversion(Conversion.Kind.FLOAT_NOISE, cell.text() + "→" + shown));
        }
        return switch (cell.style().numbers().shows(value)) {
            case PERCENT -> percent(shown, value);
            case OTHERWISE -> shown(ShownFigure.of(cell.style().numbers(), value), shown, value);
            case NUMBER, DATE -> units.inStatedUnit(shown, value);
        };
    }

    private Figure percent(String raw, BigDecimal value) {
        BigDecimal percent = value.multiply(HUNDRED);
        result.converted(new Conversion(Conversion.Kind.PERCENT, raw + "→" + Numbers.plain(percent)));
        return units.percentage(Numbers.plain(percent) + FigureUnits.PERCENT, percent, Numbers.plain(value));
    }

    /** What the cell's number format makes of the number is what a person sees: it counts, or is asked about. */
    private Figure shown(ShownFigure seen, String stored, BigDecimal value) {
        if (seen instanceof ShownFigure.Moved moved) {
            return moved(moved, stored, value);
        }
        if (seen instanceof ShownFigure.Word word) {
            return word(word.text(), word.meaning());
        }
        if (seen instanceof ShownFigure.Nothing && place.column() == Column.GROWTH) {
            return result.missing("", MissingReason.BLANK);
        }
        String text = seen instanceof ShownFigure.Other other ? other.text() : "";
        if (!place.isAssigned()) {
            result.add(
                    seen instanceof ShownFigure.Nothing ? FindingKind.FIGURE_HIDDEN : FindingKind.SHOWN_OTHERWISE,
                    Map.of("found", Text.shown(text), "other", stored));
        }
        return units.inStatedUnit(stored, value);
    }

    private Figure moved(ShownFigure.Moved moved, String stored, BigDecimal value) {
        boolean isPercent = MeasureUnits.isPercent(moved.unit());
        if (isPercent && moved.places() == 2) {
            return percent(stored, value);
        }
        if (moved.places() != 0) {
            String number = Numbers.plain(moved.number());
            result.converted(new Conversion(Conversion.Kind.NUMBER_FORMAT, stored + "→" + number));
            if (!place.isAssigned()) {
                result.add(
                        FindingKind.SHOWN_SCALED,
                        Map.of("found", Text.shown(moved.text()), "other", stored, "expected", number));
            }
        }
        return moved.places() == 0 && moved.unit().isEmpty()
                ? units.inStatedUnit(stored, value)
                : units.inOwnUnit(moved.text(), moved.number(), moved.unit());
    }

    /** Told as the day a person sees in the cell, not as the serial number that stands behind it. */
    private Figure date(Cell cell, String shown) {
        if (!place.isAssigned()) {
            String day = DateText.day(cell, book.epoch()).map(Object::toString).orElse(shown);
            result.add(FindingKind.DATE_AS_NUMBER, Map.of("found", day));
        }
        return result.missing(shown, MissingReason.UNREADABLE);
    }

    private Figure text(String raw) {
        // Every figure of this column is expected (预计); one that says so says nothing more.
        String said = place.column() == Column.FORECAST ? EXPECTED.matcher(raw).replaceAll("") : raw;
        FigureText read = FigureText.of(said.isBlank() ? raw : said);
        if (read instanceof FigureText.Refused refused) {
            return word(raw, refused);
        }
        FigureText.Typed typed = (FigureText.Typed) read;
        typed.conversions().forEach(result::converted);
        if (!place.isAssigned()) {
            typed.notice()
                    .ifPresent(kind ->
                            result.add(kind, Map.of("found", Text.shown(raw), "other", Numbers.plain(typed.number()))));
        }
        return units.inOwnUnit(raw, typed.number(), typed.unit());
    }

    private Figure word(String raw, FigureText.Refused refused) {
        return refused.reason() == MissingReason.UNREADABLE || refused.kind() == FindingKind.PENDING
                ? result.refuse(raw, refused.kind(), refused.reason())
                : result.absent(raw, refused);
    }
}
