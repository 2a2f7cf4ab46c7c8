package huibao.submission;

import huibao.model.FindingKind;
import huibao.spreadsheet.Book;
import huibao.spreadsheet.Cell;
import huibao.spreadsheet.Formula;
import huibao.spreadsheet.Grid;
import huibao.spreadsheet.Numbers;
import huibao.spreadsheet.Recalculated;
import huibao.spreadsheet.Text;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What there is to say of the formula behind a figure. */
final class FormulaCheck {

    /** Another file, or a function that fetches something from outside. */
    private static final Pattern EXTERNAL = Pattern.compile(
            "\\[\\d+\\]|\\[[^\\]]*\\.xl[^\\]]*\\]|(?i:\\b(_xlfn\\.)?(WEBSERVICE|RTD|CUBE[A-Z]+|STOCKHISTORY|DDE)\\()");
    /** A growth this near to that of the row's own figures needs no formula to be right. */
    private static final BigDecimal NEAR = new BigDecimal("0.000001");

    private final BookFacts book;
    private final Grid sheet;
    private final Column column;

    FormulaCheck(BookFacts book, Grid sheet, Column column) {
        this.book = book;
        this.sheet = sheet;
        this.column = column;
    }

    /**
     * What is said.
     *
     * @param isFigure whether the stored result counts
     * @param kind the finding; if there is none and the result does not count, the cell is as good as blank
     * @param parameters of the finding
     */
    record Said(boolean isFigure, Optional<FindingKind> kind, Map<String, String> parameters) {

        private static final Said NOTHING = new Said(true, Optional.empty(), Map.of());
        private static final Said BLANK = new Said(false, Optional.empty(), Map.of());

        private static Said of(FindingKind kind, Map<String, String> parameters) {
            return new Said(true, Optional.of(kind), parameters);
        }

        private static Said noFigure(FindingKind kind) {
            return new Said(false, Optional.of(kind), Map.of());
        }
    }

    /**
     * Looks at a formula.
     *
     * @param growth what the row's own figures grew by, if the cell is its growth and both are known
     */
    Said of(Cell cell, Formula formula, Optional<BigDecimal> growth) {
        if (cell.kind() == Cell.Kind.NONE) {
            // The growth column of a blank form computes itself; it asks nothing of anybody.
            return column == Column.GROWTH ? Said.BLANK : Said.noFigure(FindingKind.FORMULA_WITHOUT_VALUE);
        }
        Optional<BigDecimal> stored = cell.kind() == Cell.Kind.NUMBER ? Numbers.decimal(cell.text()) : Optional.empty();
        boolean isZero = stored.filter(number -> number.signum() == 0).isPresent();
        if (EXTERNAL.matcher(formula.text()).find()) {
            return isZero && isCalculatedWhenOpened()
                    ? Said.noFigure(FindingKind.FORMULA_WITHOUT_VALUE)
                    : said(FindingKind.EXTERNAL_LINK, formula, cell.display());
        }
        boolean isResult = cell.kind() == Cell.Kind.NUMBER || cell.kind() == Cell.Kind.TEXT;
        if (column == Column.ASSIGNED || !isResult) {
            return Said.NOTHING;
        }
        if (column == Column.GROWTH) {
            return ofGrowth(cell, stored, growth);
        }
        Recalculated again = book.formulas().of(sheet, cell);
        return switch (again.outcome()) {
            case SAME -> Said.NOTHING;
            case NEVER_CALCULATED, EMPTY -> Said.noFigure(FindingKind.FORMULA_WITHOUT_VALUE);
            case ZERO_OF_NOTHING -> said(FindingKind.FORMULA_ZERO, formula, again.source());
            case DIFFERENT -> different(cell, formula, again);
            case SKIPS_HIDDEN_ROWS -> said(FindingKind.FORMULA_OVER_HIDDEN, formula, again.source());
            case UNKNOWN -> unknown(formula, again, isZero);
        };
    }

    /** Growth is compared with the row's figures by a rule; here only what no figures are there to compare with. */
    private Said ofGrowth(Cell cell, Optional<BigDecimal> stored, Optional<BigDecimal> growth) {
        boolean isZero = stored.filter(number -> number.signum() == 0).isPresent();
        boolean isRight = stored.isPresent()
                && growth.isPresent()
                && stored.get().subtract(growth.get()).abs().compareTo(NEAR) <= 0;
        if (isRight || (growth.isPresent() && !isZero)) {
            return Said.NOTHING;
        }
        Recalculated again = book.formulas().of(sheet, cell);
        return switch (again.outcome()) {
            case NEVER_CALCULATED, EMPTY, ZERO_OF_NOTHING, DIFFERENT -> Said.BLANK;
            case SAME, SKIPS_HIDDEN_ROWS, UNKNOWN -> Said.NOTHING;
        };
    }

    private Said unknown(Formula formula, Recalculated again, boolean isZero) {
        if (isZero && isCalculatedWhenOpened()) {
            return Said.noFigure(FindingKind.FORMULA_WITHOUT_VALUE);
        }
        return said(isZero ? FindingKind.FORMULA_ZERO : FindingKind.FORMULA_UNCHECKED, formula, again.source());
    }

    private static Said different(Cell cell, Formula formula, Recalculated again) {
        return Said.of(
                FindingKind.FORMULA_STALE,
                Map.of(
                        "found", Text.shown("=" + formula.text()),
                        "other", Text.shown(cell.display()),
                        "expected", again.result().isEmpty() ? "\"\"" : Text.shown(again.result())));
    }

    private static Said said(FindingKind kind, Formula formula, String other) {
        return Said.of(kind, Map.of("found", Text.shown("=" + formula.text()), "other", Text.shown(other)));
    }

    private boolean isCalculatedWhenOpened() {
        return book.calculation() == Book.Calculation.WHEN_OPENED;
    }
}
