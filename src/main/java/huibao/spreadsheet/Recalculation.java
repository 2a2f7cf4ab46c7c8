package huibao.spreadsheet;

import huibao.spreadsheet.Recalculated.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.formula.WorkbookEvaluator;
import org.apache.poi.ss.formula.eval.BoolEval;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.formula.eval.NumericValueEval;
import org.apache.poi.ss.formula.eval.StringEval;
import org.apache.poi.ss.formula.eval.ValueEval;

/** Formulas of one workbook calculated again, one at a time, within limits; nothing outside the workbook is asked. */
public final class Recalculation {

    /** Looks at cells for all formulas of a workbook together. */
    private static final int MOST_STEPS = 3_000_000;
    /** How far two results may be apart, in parts of the larger: order of adding, and digits a program drops. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.000001");

    private final FormulaBook book;
    private int steps;

    /** @param sheets all of the workbook, those that are hidden too */
    public Recalculation(List<Grid> sheets) {
        this.book = new FormulaBook(sheets);
    }

    /** The formula of a cell against the result that is stored. */
    public Recalculated of(Grid sheet, Cell cell) {
        if (steps > MOST_STEPS) {
            return new Recalculated(Outcome.UNKNOWN, "", "> " + MOST_STEPS);
        }
        FormulaTrail trail = FormulaTrail.ofTheSheet();
        Optional<ValueEval> value = Optional.empty();
        String refused = "";
        try {
            value = Optional.of(evaluate(sheet, cell, trail));
        } catch (UnknownResultException unknown) {
            refused = unknown.because();
        }
        trail.hiddenRows(hiddenOf(sheet, cell));
        if (!trail.hidden().isEmpty()) {
            return new Recalculated(Outcome.SKIPS_HIDDEN_ROWS, "", String.join("、", trail.hidden()));
        }
        if (value.isEmpty()) {
            return new Recalculated(Outcome.UNKNOWN, "", refused);
        }
        return compared(sheet, cell, value.get(), trail);
    }

    private Set<String> hiddenOf(Grid sheet, Cell cell) {
        book.follow(FormulaTrail.ofTheSheet());
        return book.tokens(book.cell(sheet, cell)).hidden();
    }

    private Recalculated compared(Grid sheet, Cell cell, ValueEval value, FormulaTrail trail) {
        String text = text(value);
        Optional<BigDecimal> stored = cell.kind() == Cell.Kind.NUMBER ? Numbers.decimal(cell.text()) : Optional.empty();
        Optional<BigDecimal> result = value instanceof NumericValueEval ? Numbers.decimal(text) : Optional.empty();
        boolean isZero = stored.filter(number -> number.signum() == 0).isPresent();
        if (stored.isPresent() && result.isPresent() && isClose(stored.get(), result.get())) {
            boolean ofNothing = isZero && isOfNothing(sheet, cell, trail);
            return new Recalculated(ofNothing ? Outcome.ZERO_OF_NOTHING : Outcome.SAME, text, trail.source());
        }
        if (isZero) {
            return Recalculated.of(text.isEmpty() ? Outcome.EMPTY : Outcome.NEVER_CALCULATED, text);
        }
        boolean isSameText = stored.isEmpty() && cell.text().equals(text);
        return Recalculated.of(isSameText ? Outcome.SAME : Outcome.DIFFERENT, text);
    }

    private boolean isOfNothing(Grid sheet, Cell cell, FormulaTrail trail) {
        boolean counts = book.tokens(book.cell(sheet, cell)).counts();
        if (trail.hasErrors() || trail.isOfBlanksOnly(counts)) {
            return true;
        }
        return trail.hasBlanksBesideFigures() && !isZeroWithBlanksFilled(sheet, cell);
    }

    private boolean isZeroWithBlanksFilled(Grid sheet, Cell cell) {
        try {
            return evaluate(sheet, cell, FormulaTrail.withBlanksFilled()) instanceof NumericValueEval number
                    && number.getNumberValue() == 0;
        } catch (UnknownResultException unknown) {
            return true;
        }
    }

    private ValueEval evaluate(Grid sheet, Cell cell, FormulaTrail trail) {
        book.follow(trail);
        try {
            WorkbookEvaluator evaluator = new WorkbookEvaluator(book, null, null);
            ValueEval value = evaluator.evaluate(book.cell(sheet, cell));
            if (value == ErrorEval.CIRCULAR_REF_ERROR) {
                throw new UnknownResultException("");
            }
            return value;
        } catch (UnknownResultException | SheetLimits.ExceededException known) {
            throw known;
        } catch (RuntimeException | StackOverflowError beyondLibrary) {
            throw new UnknownResultException("");
        } finally {
            steps += trail.cells() + FormulaTokens.STEPS;
        }
    }

    private static String text(ValueEval value) {
        if (value instanceof StringEval text) {
            return text.getStringValue();
        }
        if (value instanceof BoolEval bool) {
            return bool.getBooleanValue() ? "TRUE" : "FALSE";
        }
        if (value instanceof NumericValueEval number) {
            return Numbers.shortest(Double.toString(number.getNumberValue()));
        }
        return value instanceof ErrorEval error ? error.getErrorString() : "";
    }

    private static boolean isClose(BigDecimal one, BigDecimal other) {
        BigDecimal larger = one.abs().max(other.abs());
        boolean isNoise = larger.compareTo(TOLERANCE.movePointLeft(6)) <= 0;
        return isNoise || one.subtract(other).abs().compareTo(larger.multiply(TOLERANCE)) <= 0;
    }
}
