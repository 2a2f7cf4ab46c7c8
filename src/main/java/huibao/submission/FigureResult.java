package huibao.submission;

import huibao.model.Amount;
import huibao.model.Conversion;
import huibao.model.Figure;
import huibao.model.FindingKind;
import huibao.model.MissingReason;
import huibao.spreadsheet.Numbers;
import huibao.spreadsheet.SheetLimits;
import huibao.spreadsheet.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What becomes of one figure cell: the figure with what was converted on the way to it, or why there is none. */
final class FigureResult {

    /** Who is behind the decimals of a figure: many of them are a quotient's in a number, a person's in a text. */
    private enum Origin {
        TYPED,
        CALCULATED
    }

    private final FigureCell cell;
    private final Findings findings;
    private final List<Conversion> conversions = new ArrayList<>();
    private Origin origin = Origin.TYPED;

    FigureResult(FigureCell cell, Findings findings) {
        this.cell = cell;
        this.findings = findings;
    }

    FigureCell cell() {
        return cell;
    }

    /** A program calculated it, as far as anybody can tell. */
    void calculated() {
        origin = Origin.CALCULATED;
    }

    void converted(Conversion conversion) {
        conversions.add(conversion);
    }

    Figure known(String raw, BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if ((cell.column() == Column.GROWTH || origin == Origin.CALCULATED) && plain.scale() > SheetLimits.DECIMALS) {
            plain = plain.setScale(SheetLimits.DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
            conversions.add(
                    new Conversion(Conversion.Kind.FLOAT_NOISE, Numbers.plain(value) + "→" + Numbers.plain(plain)));
        }
        if (plain.scale() > SheetLimits.DECIMALS || plain.precision() - plain.scale() > SheetLimits.INTEGER_DIGITS) {
            return refuse(raw, FindingKind.TOO_PRECISE);
        }
        BigDecimal kept = plain.scale() < 0 ? plain.setScale(0) : plain;
        return new Figure(Optional.of(cell.ref()), raw, new Amount.Known(kept), conversions);
    }

    Figure refuse(String raw, FindingKind kind) {
        return refuse(raw, kind, MissingReason.UNREADABLE);
    }

    /** An assigned target is the bureau's own entry, often in another unit: the district is not asked about it. */
    Figure refuse(String raw, FindingKind kind, MissingReason reason) {
        if (cell.isAssigned()) {
            return missing(raw, MissingReason.NOT_APPLICABLE);
        }
        boolean optional = cell.column() == Column.GROWTH || cell.column() == Column.FORECAST;
        if (!optional || kind != FindingKind.PENDING) {
            Map<String, String> parameters = new TreeMap<>();
            parameters.put("found", Text.shown(raw));
            switch (kind) {
                case TOO_PRECISE -> parameters.put("limit", Integer.toString(SheetLimits.DECIMALS));
                case UNIT_NOT_CONVERTIBLE -> parameters.put("expected", cell.expectedUnit());
                case CHINESE_NUMERAL ->
                    ChineseNumeral.of(raw)
                            .flatMap(numeral -> numeral.in(cell.expectedUnit()))
                            .ifPresent(figure -> parameters.put("expected", Numbers.plain(figure)));
                default -> {}
            }
            add(kind, parameters);
        }
        return missing(raw, reason);
    }

    Figure twoFigures(String raw, String parts) {
        if (!cell.isAssigned()) {
            add(FindingKind.TWO_FIGURES, Map.of("found", Text.shown(raw), "other", Text.shown(parts)));
        }
        return missing(raw, MissingReason.UNREADABLE);
    }

    Figure missing(String raw, MissingReason reason) {
        return new Figure(Optional.of(cell.ref()), raw, new Amount.Missing(reason), conversions);
    }

    void add(FindingKind kind, Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("column", cell.column().caption());
        all.put("name", cell.item().nameZh());
        all.put("code", cell.item().code().value());
        findings.add(kind, cell.item().code(), List.of(cell.ref()), all);
    }

    /** Something that says there is no figure; only the columns that are asked for have to account for it. */
    Figure absent(String raw, FigureText.Refused refused) {
        if (cell.column() == Column.VALUE || cell.column() == Column.PRIOR) {
            add(refused.kind(), Map.of("found", Text.shown(raw)));
        }
        return missing(raw, refused.reason());
    }
}
