package huibao.submission;

import huibao.model.Amount;
import huibao.model.CellRef;
import huibao.model.Conversion;
import huibao.model.Figure;
import huibao.model.FindingKind;
import huibao.model.Item;
import huibao.model.MissingReason;
import huibao.spreadsheet.Cell;
import huibao.spreadsheet.Formula;
import huibao.spreadsheet.Grid;
import huibao.spreadsheet.Numbers;
import huibao.spreadsheet.SheetLimits;
import huibao.spreadsheet.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** One figure cell of one row: its text made a figure in the item's unit, or the reason there is none. */
final class FigureReader {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final String PERCENT = "%";
    private static final Pattern EXPECTED = Pattern.compile("[(（]预计(数|值)?[)）]|预计(?=[\\s:：]*[0-9０-９])[\\s:：]*");

    private static final Pattern PENDING_NOTE = Pattern.compile("待核|暂|预计");

    /** Who is behind the decimals of a figure: many of them are a quotient's in a number, a person's in a text. */
    private enum Origin {
        TYPED,
        CALCULATED
    }

    private final FormTable table;
    private final int row;
    private final Column column;
    private final int at;
    private final Item item;
    private final UnitClaim unit;
    private final UnitChange change;
    private final BookFacts book;
    private final Optional<BigDecimal> growth;
    private final Findings findings;
    private final List<Conversion> conversions = new ArrayList<>();
    private Origin origin = Origin.TYPED;

    /** @param growth what the row's own figures grew by, if they are known */
    FigureReader(
            FormTable table,
            int row,
            Column column,
            int at,
            Item item,
            UnitClaim unit,
            UnitChange change,
            BookFacts book,
            Optional<BigDecimal> growth,
            Findings findings) {
        this.table = table;
        this.row = row;
        this.column = column;
        this.at = at;
        this.item = item;
        this.unit = unit;
        this.change = change;
        this.book = book;
        this.growth = growth;
        this.findings = findings;
    }

    /** Reads the cell; a cell that is not a figure leaves exactly one finding, a blank one none. */
    Figure read() {
        Grid sheet = table.sheet();
        Optional<Grid.Merge> merge = sheet.mergeAt(row, at);
        if (merge.isPresent() && joinsFigures(merge.get())) {
            String text = sheet.text(merge.get().top(), merge.get().left());
            return text.isBlank() ? missing("", MissingReason.BLANK) : refuse(text, FindingKind.MERGED_FIGURE);
        }
        Optional<Cell> found = sheet.cell(row, at);
        if (found.isEmpty() || found.get().isBlank()) {
            return missing("", MissingReason.BLANK);
        }
        Cell cell = found.get();
        Optional<String> parts = MarkedText.ambiguity(cell);
        if (parts.isPresent()) {
            return twoFigures(cell.text(), parts.get());
        }
        Figure figure = read(cell);
        if (cell.isStruck() && column != Column.ASSIGNED) {
            add(FindingKind.FIGURE_STRUCK, Map.of("found", Text.shown(cell.display())));
        }
        String note = sheet.comment(row, at);
        if (PENDING_NOTE.matcher(note).find()) {
            add(FindingKind.NOTE_PENDING, Map.of("found", Text.shown(note)));
        }
        return figure;
    }

    private Figure read(Cell cell) {
        String shown = cell.display();
        Optional<Formula> formula = cell.formula();
        if (formula.isPresent()) {
            if (cell.isPicture()) {
                return refuse("DISPIMG", FindingKind.PICTURE_AS_NUMBER);
            }
            String text = "=" + formula.get().text();
            FormulaCheck.Said said = new FormulaCheck(book, table.sheet(), column).of(cell, formula.get(), growth);
            if (!said.isFigure()) {
                return said.kind().isPresent() ? refuse(text, said.kind().get()) : missing("", MissingReason.BLANK);
            }
            conversions.add(new Conversion(Conversion.Kind.FORMULA, Text.shown(text)));
            said.kind().ifPresent(kind -> add(kind, said.parameters()));
        }
        return switch (cell.kind()) {
            case NUMBER -> number(cell, shown);
            case TEXT ->
                cell.isDate() && DateText.day(cell.text()).isPresent()
                        ? refuse(shown, FindingKind.DATE_AS_NUMBER)
                        : text(shown);
            case ERROR ->
                column == Column.GROWTH
                        ? missing(shown, MissingReason.NOT_APPLICABLE)
                        : refuse(shown, FindingKind.ERROR_VALUE);
            case BOOLEAN -> refuse(shown, FindingKind.NUMBER);
            case NONE -> missing("", MissingReason.BLANK);
        };
    }

    private Figure number(Cell cell, String shown) {
        Optional<BigDecimal> typed = Numbers.decimal(cell.text());
        if (cell.isDate()) {
            return date(cell, shown);
        }
        if (typed.isEmpty()) {
            // What a program made of a quotient by zero: NaN, INF.
            return refuse(shown, FindingKind.NUMBER);
        }
        origin = Origin.CALCULATED;
        BigDecimal value = typed.get();
        if (Numbers.exact(cell.text())
                .filter(exact -> exact.compareTo(value) == 0)
                .isEmpty()) {
            conversions.add(new Conversion(Conversion.Kind.FLOAT_NOISE, cell.text() + "→" + shown));
        }
        return switch (cell.style().numbers().shows(value)) {
            case PERCENT -> percent(shown, value);
            case OTHERWISE -> shown(ShownFigure.of(cell.style().numbers(), value), shown, value);
            case NUMBER, DATE -> inStatedUnit(shown, value);
        };
    }

    private Figure percent(String raw, BigDecimal value) {
        BigDecimal percent = value.multiply(HUNDRED);
        conversions.add(new Conversion(Conversion.Kind.PERCENT, raw + "→" + Numbers.plain(percent)));
        return percentage(Numbers.plain(percent) + PERCENT, percent, Numbers.plain(value));
    }

    /** What the cell's number format makes of the number is what a person sees: it counts, or is asked about. */
    private Figure shown(ShownFigure seen, String stored, BigDecimal value) {
        if (seen instanceof ShownFigure.Moved moved) {
            return moved(moved, stored, value);
        }
        if (seen instanceof ShownFigure.Word word) {
            return word(word.text(), word.meaning());
        }
        if (seen instanceof ShownFigure.Nothing && column == Column.GROWTH) {
            return missing("", MissingReason.BLANK);
        }
        String text = seen instanceof ShownFigure.Other other ? other.text() : "";
        if (column != Column.ASSIGNED) {
            add(
                    seen instanceof ShownFigure.Nothing ? FindingKind.FIGURE_HIDDEN : FindingKind.SHOWN_OTHERWISE,
                    Map.of("found", Text.shown(text), "other", stored));
        }
        return inStatedUnit(stored, value);
    }

    private Figure moved(ShownFigure.Moved moved, String stored, BigDecimal value) {
        boolean isPercent = MeasureUnits.isPercent(moved.unit());
        if (isPercent && moved.places() == 2) {
            return percent(stored, value);
        }
        if (moved.places() != 0) {
            String number = Numbers.plain(moved.number());
            conversions.add(new Conversion(Conversion.Kind.NUMBER_FORMAT, stored + "→" + number));
            if (column != Column.ASSIGNED) {
                add(
                        FindingKind.SHOWN_SCALED,
                        Map.of("found", Text.shown(moved.text()), "other", stored, "expected", number));
            }
        }
        return moved.places() == 0 && moved.unit().isEmpty()
                ? inStatedUnit(stored, value)
                : inOwnUnit(moved.text(), moved.number(), moved.unit());
    }

    /** Told as the day a person sees in the cell, not as the serial number that stands behind it. */
    private Figure date(Cell cell, String shown) {
        if (column != Column.ASSIGNED) {
            String day = DateText.day(cell, book.epoch()).map(Object::toString).orElse(shown);
            add(FindingKind.DATE_AS_NUMBER, Map.of("found", day));
        }
        return missing(shown, MissingReason.UNREADABLE);
    }

    private Figure text(String raw) {
        // Every figure of this column is expected (预计); one that says so says nothing more.
        String said = column == Column.FORECAST ? EXPECTED.matcher(raw).replaceAll("") : raw;
        FigureText read = FigureText.of(said.isBlank() ? raw : said);
        if (read instanceof FigureText.Refused refused) {
            return word(raw, refused);
        }
        FigureText.Typed typed = (FigureText.Typed) read;
        conversions.addAll(typed.conversions());
        if (column != Column.ASSIGNED) {
            typed.notice()
                    .ifPresent(kind ->
                            add(kind, Map.of("found", Text.shown(raw), "other", Numbers.plain(typed.number()))));
        }
        return inOwnUnit(raw, typed.number(), typed.unit());
    }

    private Figure word(String raw, FigureText.Refused refused) {
        return refused.reason() == MissingReason.UNREADABLE || refused.kind() == FindingKind.PENDING
                ? refuse(raw, refused.kind(), refused.reason())
                : absent(raw, refused);
    }

    /** A number with a unit of its own behind it, or none. */
    private Figure inOwnUnit(String raw, BigDecimal number, String own) {
        if (own.isEmpty()) {
            return inStatedUnit(raw, number);
        }
        if (MeasureUnits.isPercent(own)) {
            return percentage(raw, number, "");
        }
        String base = MeasureUnits.unscaled(unit.stated().orElse(expectedUnit()));
        String full = MeasureUnits.isScaleWord(own) ? own + base : own;
        boolean scaled = !MeasureUnits.unscaled(full).equals(Text.key(full).toLowerCase(Locale.ROOT));
        if (!scaled) {
            return converted(raw, number, full);
        }
        Optional<BigDecimal> value = MeasureUnits.convert(number, full, expectedUnit());
        if (value.isEmpty() || column == Column.ASSIGNED) {
            return value.isEmpty() ? refuse(raw, FindingKind.UNIT_NOT_CONVERTIBLE) : known(raw, value.get());
        }
        conversions.add(new Conversion(Conversion.Kind.SCALE_WORD, full + "→" + expectedUnit()));
        add(
                FindingKind.SCALE_WORD,
                Map.of("found", Text.shown(raw), "unit", expectedUnit(), "other", Numbers.plain(value.get())));
        return known(raw, value.get());
    }

    /** Something that says there is no figure; only the columns that are asked for have to account for it. */
    private Figure absent(String raw, FigureText.Refused refused) {
        if (column == Column.VALUE || column == Column.PRIOR) {
            add(refused.kind(), Map.of("found", Text.shown(raw)));
        }
        return missing(raw, refused.reason());
    }

    private Figure inStatedUnit(String raw, BigDecimal value) {
        if (column == Column.GROWTH || column == Column.ASSIGNED) {
            return known(raw, value);
        }
        if (unit.contradiction().isPresent()) {
            add(
                    FindingKind.UNIT_NOT_CONVERTIBLE,
                    Map.of(
                            "found", Text.shown(raw),
                            "unit", unit.stated().orElse(""),
                            "other", unit.contradiction().get(),
                            "expected", expectedUnit()));
            return missing(raw, MissingReason.UNREADABLE);
        }
        String stated = unit.stated().orElse(expectedUnit());
        Optional<BigDecimal> converted = MeasureUnits.isSame(stated, expectedUnit())
                ? Optional.empty()
                : MeasureUnits.convert(value, stated, expectedUnit());
        if (converted.isEmpty()) {
            return converted(raw, value, stated);
        }
        conversions.add(new Conversion(Conversion.Kind.UNIT, stated + "→" + expectedUnit()));
        change.add(ref(), stated, value, converted.get());
        return known(raw, converted.get());
    }

    /** A percentage, which an amount or a count is not, however the cell got its format. */
    private Figure percentage(String raw, BigDecimal percent, String stored) {
        if (column == Column.ASSIGNED || MeasureUnits.isPercent(expectedUnit())) {
            return converted(raw, percent, PERCENT);
        }
        add(FindingKind.PERCENT_ON_AMOUNT, Map.of("found", Text.shown(raw), "unit", expectedUnit(), "other", stored));
        return missing(raw, MissingReason.UNREADABLE);
    }

    private Figure converted(String raw, BigDecimal value, String from) {
        String to = expectedUnit();
        if (column == Column.ASSIGNED || MeasureUnits.isSame(from, to)) {
            return known(raw, value);
        }
        Optional<BigDecimal> converted = MeasureUnits.convert(value, from, to);
        if (converted.isEmpty()) {
            add(FindingKind.UNIT_NOT_CONVERTIBLE, Map.of("found", Text.shown(raw), "unit", from, "expected", to));
            return missing(raw, MissingReason.UNREADABLE);
        }
        conversions.add(new Conversion(Conversion.Kind.UNIT, from + "→" + to));
        if (converted.get().signum() != 0) {
            add(
                    FindingKind.UNIT_CONVERTED,
                    Map.of(
                            "found",
                            Text.shown(raw),
                            "unit",
                            from,
                            "expected",
                            to,
                            "other",
                            Numbers.plain(converted.get())));
        }
        return known(raw, converted.get());
    }

    private Figure known(String raw, BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if ((column == Column.GROWTH || origin == Origin.CALCULATED) && plain.scale() > SheetLimits.DECIMALS) {
            plain = plain.setScale(SheetLimits.DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
            conversions.add(
                    new Conversion(Conversion.Kind.FLOAT_NOISE, Numbers.plain(value) + "→" + Numbers.plain(plain)));
        }
        if (plain.scale() > SheetLimits.DECIMALS || plain.precision() - plain.scale() > SheetLimits.INTEGER_DIGITS) {
            return refuse(raw, FindingKind.TOO_PRECISE);
        }
        BigDecimal kept = plain.scale() < 0 ? plain.setScale(0) : plain;
        return new Figure(Optional.of(ref()), raw, new Amount.Known(kept), conversions);
    }

    private Figure refuse(String raw, FindingKind kind) {
        return refuse(raw, kind, MissingReason.UNREADABLE);
    }

    /** An assigned target is the bureau's own entry, often in another unit: the district is not asked about it. */
    private Figure refuse(String raw, FindingKind kind, MissingReason reason) {
        if (column == Column.ASSIGNED) {
            return missing(raw, MissingReason.NOT_APPLICABLE);
        }
        boolean optional = column == Column.GROWTH || column == Column.FORECAST;
        if (!optional || kind != FindingKind.PENDING) {
            Map<String, String> parameters = new TreeMap<>();
            parameters.put("found", Text.shown(raw));
            switch (kind) {
                case TOO_PRECISE -> parameters.put("limit", Integer.toString(SheetLimits.DECIMALS));
                case UNIT_NOT_CONVERTIBLE -> parameters.put("expected", expectedUnit());
                case CHINESE_NUMERAL ->
                    ChineseNumeral.of(raw)
                            .flatMap(numeral -> numeral.in(expectedUnit()))
                            .ifPresent(figure -> parameters.put("expected", Numbers.plain(figure)));
                default -> {}
            }
            add(kind, parameters);
        }
        return missing(raw, reason);
    }

    private Figure twoFigures(String raw, String parts) {
        if (column != Column.ASSIGNED) {
            add(FindingKind.TWO_FIGURES, Map.of("found", Text.shown(raw), "other", Text.shown(parts)));
        }
        return missing(raw, MissingReason.UNREADABLE);
    }

    private Figure missing(String raw, MissingReason reason) {
        return new Figure(Optional.of(ref()), raw, new Amount.Missing(reason), conversions);
    }

    private void add(FindingKind kind, Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("column", column.caption());
        all.put("name", item.nameZh());
        all.put("code", item.code().value());
        findings.add(kind, item.code(), List.of(ref()), all);
    }

    private CellRef ref() {
        return table.sheet().ref(row, at);
    }

    private String expectedUnit() {
        return column == Column.GROWTH ? PERCENT : item.unitMeasure();
    }

    /** Whether a merged region makes one cell of what should be two figures. */
    private boolean joinsFigures(Grid.Merge merge) {
        long columns = table.columns().entrySet().stream()
                .filter(entry -> entry.getKey().isFigure())
                .filter(entry -> entry.getValue() >= merge.left() && entry.getValue() <= merge.right())
                .count();
        return merge.top() != merge.bottom() || columns > 1;
    }
}
