package huibao.spreadsheet;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.SharedFormula;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.Area3DPxg;
import org.apache.poi.ss.formula.ptg.AreaPtgBase;
import org.apache.poi.ss.formula.ptg.ConcatPtg;
import org.apache.poi.ss.formula.ptg.IntPtg;
import org.apache.poi.ss.formula.ptg.IntersectionPtg;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.NameXPxg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Pxg;
import org.apache.poi.ss.formula.ptg.RangePtg;
import org.apache.poi.ss.formula.ptg.StringPtg;
import org.apache.poi.ss.formula.ptg.UnaryMinusPtg;
import org.apache.poi.ss.formula.ptg.UnionPtg;

/**
 * A formula taken apart.
 *
 * @param all what it is made of, in the order it is calculated
 * @param refused the part that is not calculated here, if any
 * @param hidden ranges with hidden rows that it leaves out
 * @param counts whether it counts texts
 */
record FormulaTokens(List<Ptg> all, Optional<String> refused, Set<String> hidden, boolean counts) {

    FormulaTokens {
        all = List.copyOf(all);
        hidden = Set.copyOf(hidden);
    }

    /** Work of taking a formula apart, in looks at cells. */
    static final int STEPS = 50;

    private static final int FORMULA_CHARS = 2_000;
    private static final int DECIMALS = 20;
    private static final Set<String> ROUNDING = Set.of("ROUND", "ROUNDUP", "ROUNDDOWN");
    private static final Set<String> LEAVING_OUT = Set.of("SUBTOTAL", "AGGREGATE");

    static FormulaTokens of(Cell cell, int sheetIndex, FormulaBook book) {
        Formula formula = cell.formula().orElseThrow();
        if (formula.kind() == Formula.Kind.SEVERAL_CELLS) {
            return refused("{ }");
        }
        if (formula.text().isBlank() || formula.text().length() > FORMULA_CHARS) {
            return refused("");
        }
        try {
            Ptg[] parsed = FormulaParser.parse(
                    FormulaFunctions.traced(formula.text()), book, FormulaType.CELL, sheetIndex, formula.row());
            boolean isMoved = formula.row() != cell.row() || formula.column() != cell.column();
            Ptg[] all = isMoved
                    ? new SharedFormula(SpreadsheetVersion.EXCEL2007)
                            .convertSharedFormulas(parsed, cell.row() - formula.row(), cell.column() - formula.column())
                    : parsed;
            return checked(List.of(all), sheetIndex, book);
        } catch (UnknownResultException known) {
            return refused(known.because());
        } catch (RuntimeException unparsable) {
            return refused("");
        }
    }

    private static FormulaTokens refused(String because) {
        return new FormulaTokens(List.of(), Optional.of(because), Set.of(), false);
    }

    private static FormulaTokens checked(List<Ptg> all, int sheetIndex, FormulaBook book) {
        Optional<String> refused = Optional.empty();
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Ptg token = all.get(i);
            String name = name(token);
            if (!name.isEmpty()) {
                names.add(FormulaFunctions.bare(name));
            }
            Optional<String> why =
                    ROUNDING.contains(name) && !isFewDecimals(all, i - 1) ? Optional.of(name) : refusal(token, name);
            refused = refused.or(() -> why);
        }
        Set<String> hidden = new LinkedHashSet<>();
        boolean leavesOut = names.stream().anyMatch(LEAVING_OUT::contains);
        for (Ptg token : all) {
            if (token instanceof AreaPtgBase area) {
                Optional<Grid> grid =
                        book.grid(area instanceof Area3DPxg other ? other.getSheetName() : null, sheetIndex);
                if (grid.isPresent() && leavesOut && hidesRows(grid.get(), area)) {
                    hidden.add(grid.get().name() + "!" + range(area));
                }
                if (grid.isPresent() && !names.contains("INDEX")) {
                    shorten(area, grid.get());
                }
            }
        }
        boolean counts = names.stream().anyMatch(FormulaFunctions.COUNTING::contains);
        return new FormulaTokens(all, refused, hidden, counts);
    }

    /** The function's name; empty text if the token is none. */
    private static String name(Ptg token) {
        if (token instanceof NameXPxg function) {
            return function.getNameName();
        }
        if (token instanceof AbstractFunctionPtg function && !function.isExternalFunction()) {
            return function.getName().toUpperCase(Locale.ROOT);
        }
        return "";
    }

    private static Optional<String> refusal(Ptg token, String name) {
        if (token instanceof Pxg other && other.getExternalWorkbookNumber() > 0) {
            return Optional.of("[" + other.getExternalWorkbookNumber() + "]");
        }
        if (token instanceof NameXPxg) {
            return FormulaFunctions.isKnown(name) ? Optional.empty() : Optional.of(name);
        }
        if (!name.isEmpty()) {
            return FormulaFunctions.BUILT_IN.contains(name) ? Optional.empty() : Optional.of(name);
        }
        if (token instanceof StringPtg text) {
            FormulaCell.comparable(text.getValue());
        }
        boolean joins = token instanceof ConcatPtg
                || token instanceof UnionPtg
                || token instanceof RangePtg
                || token instanceof IntersectionPtg
                || token instanceof NamePtg;
        return joins ? Optional.of(token.toFormulaString().strip()) : Optional.empty();
    }

    /** A number rounded to a million decimals fills the memory. */
    private static boolean isFewDecimals(List<Ptg> all, int at) {
        Ptg last = at < 0 ? new IntPtg(DECIMALS + 1) : all.get(at);
        Ptg digits = last instanceof UnaryMinusPtg && at > 0 ? all.get(at - 1) : last;
        return digits instanceof IntPtg number && number.getValue() <= DECIMALS;
    }

    private static boolean hidesRows(Grid grid, AreaPtgBase area) {
        return grid.rowNumbers().subSet(area.getFirstRow(), true, area.getLastRow(), true).stream()
                .anyMatch(grid::isRowHidden);
    }

    private static String range(AreaPtgBase area) {
        return Cell.address(area.getFirstRow(), area.getFirstColumn()) + ":"
                + Cell.address(area.getLastRow(), area.getLastColumn());
    }

    /** A whole column ends where the sheet does. */
    private static void shorten(AreaPtgBase area, Grid grid) {
        int last = grid.rowNumbers().isEmpty() ? 0 : grid.rowNumbers().last();
        boolean isWholeColumn =
                area.getFirstRow() == 0 && area.getLastRow() >= SpreadsheetVersion.EXCEL97.getLastRowIndex();
        if (isWholeColumn) {
            area.setLastRow(last);
        }
    }
}
