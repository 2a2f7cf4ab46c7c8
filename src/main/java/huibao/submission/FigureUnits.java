package huibao.submission;

import huibao.model.Conversion;
import huibao.model.Figure;
import huibao.model.FindingKind;
import huibao.model.MissingReason;
import huibao.spreadsheet.Numbers;
import huibao.spreadsheet.Text;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Numbers with the units that stand behind, above or beside them, made figures in the item's unit. */
final class FigureUnits {

    static final String PERCENT = "%";

    private final FigureResult result;
    private final FigureCell cell;
    private final UnitClaim unit;
    private final UnitChange change;

    FigureUnits(FigureResult result, UnitClaim unit, UnitChange change) {
        this.result = result;
        this.cell = result.cell();
        this.unit = unit;
        this.change = change;
    }

    /** A number with a unit of its own behind it, or none. */
    Figure inOwnUnit(String raw, BigDecimal number, String own) {
        if (own.isEmpty()) {
            return inStatedUnit(raw, number);
        }
        if (MeasureUnits.isPercent(own)) {
            return percentage(raw, number, "");
        }
        String base = MeasureUnits.unscaled(unit.stated().orElse(cell.expectedUnit()));
        String full = MeasureUnits.isScaleWord(own) ? own + base : own;
        boolean scaled = !MeasureUnits.unscaled(full).equals(Text.key(full).toLowerCase(Locale.ROOT));
        if (!scaled) {
            return converted(raw, number, full);
        }
        Optional<BigDecimal> value = MeasureUnits.convert(number, full, cell.expectedUnit());
        if (value.isEmpty() || cell.isAssigned()) {
            return value.isEmpty()
                    ? result.refuse(raw, FindingKind.UNIT_NOT_CONVERTIBLE)
                    : result.known(raw, value.get());
        }
        result.converted(new Conversion(Conversion.Kind.SCALE_WORD, full + "→" + cell.expectedUnit()));
        result.add(
                FindingKind.SCALE_WORD,
                Map.of("found", Text.shown(raw), "unit", cell.expectedUnit(), "other", Numbers.plain(value.get())));
        return result.known(raw, value.get());
    }

    /** A number in the unit that the form states for it, or in the one it is asked for. */
    Figure inStatedUnit(String raw, BigDecimal value) {
        if (cell.column() == Column.GROWTH || cell.isAssigned()) {
            return result.known(raw, value);
        }
        if (unit.contradiction().isPresent()) {
            result.add(
                    FindingKind.UNIT_NOT_CONVERTIBLE,
                    Map.of(
                            "found", Text.shown(raw),
                            "unit", unit.stated().orElse(""),
                            "other", unit.contradiction().get(),
                            "expected", cell.expectedUnit()));
            return result.missing(raw, MissingReason.UNREADABLE);
        }
        String stated = unit.stated().orElse(cell.expectedUnit());
        Optional<BigDecimal> converted = MeasureUnits.isSame(stated, cell.expectedUnit())
                ? Optional.empty()
                : MeasureUnits.convert(value, stated, cell.expectedUnit());
        if (converted.isEmpty()) {
            return converted(raw, value, stated);
        }
        result.converted(new Conversion(Conversion.Kind.UNIT, stated + "→" + cell.expectedUnit()));
        change.add(cell.ref(), stated, value, converted.get());
        return result.known(raw, converted.get());
    }

    /** A percentage, which an amount or a count is not, however the cell got its format. */
    Figure percentage(String raw, BigDecimal percent, String stored) {
        if (cell.isAssigned() || MeasureUnits.isPercent(cell.expectedUnit())) {
            return converted(raw, percent, PERCENT);
        }
        result.add(
                FindingKind.PERCENT_ON_AMOUNT,
                Map.of("found", Text.shown(raw), "unit", cell.expectedUnit(), "other", stored));
        return result.missing(raw, MissingReason.UNREADABLE);
    }

    private Figure converted(String raw, BigDecimal value, String from) {
        String to = cell.expectedUnit();
        if (cell.isAssigned() || MeasureUnits.isSame(from, to)) {
            return result.known(raw, value);
        }
        Optional<BigDecimal> converted = MeasureUnits.convert(value, from, to);
        if (converted.isEmpty()) {
            result.add(
                    FindingKind.UNIT_NOT_CONVERTIBLE, Map.of("found", Text.shown(raw), "unit", from, "expected", to));
            return result.missing(raw, MissingReason.UNREADABLE);
        }
        result.converted(new Conversion(Conversion.Kind.UNIT, from + "→" + to));
        if (converted.get().signum() != 0) {
            result.add(
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
        return result.known(raw, converted.get());
    }
}
