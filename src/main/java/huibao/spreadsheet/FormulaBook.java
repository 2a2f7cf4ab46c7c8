package huibao.spreadsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationName;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.formula.EvaluationWorkbook;
import org.apache.poi.ss.formula.FormulaParsingWorkbook;
import org.apache.poi.ss.formula.SheetIdentifier;
import org.apache.poi.ss.formula.ptg.Area3DPxg;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.NameXPtg;
import org.apache.poi.ss.formula.ptg.NameXPxg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Ref3DPxg;
import org.apache.poi.ss.formula.udf.AggregatingUDFFinder;
import org.apache.poi.ss.formula.udf.UDFFinder;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Table;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** A workbook's grids as the library's parser and evaluator of formulas want them. */
final class FormulaBook implements EvaluationWorkbook, FormulaParsingWorkbook {

    private final List<FormulaSheet> sheets = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Grid, Integer> indexes = new HashMap<>();
    private final Map<Cell, FormulaTokens> parsed = new HashMap<>();
    private final FormulaFunctions functions;
    private FormulaTrail trail = FormulaTrail.ofTheSheet();

    FormulaBook(List<Grid> grids) {
        functions = new FormulaFunctions(trail);
        for (Grid grid : grids) {
            indexes.put(grid, sheets.size());
            places.putIfAbsent(Text.key(grid.name()), sheets.size());
            sheets.add(new FormulaSheet(grid, trail));
        }
    }

    /** What is looked at from now on is noted there. */
    void follow(FormulaTrail next) {
        trail = next;
        functions.follow(next);
        sheets.forEach(sheet -> sheet.follow(next));
    }

    FormulaCell cell(Grid grid, Cell cell) {
        return new FormulaCell(sheets.get(indexes.getOrDefault(grid, 0)), cell);
    }

    /** A sheet by name, or the one of an index if none is named. */
    Optional<Grid> grid(@Nullable String name, int otherwise) {
        int index = name == null ? otherwise : getSheetIndex(name);
        return index < 0 ? Optional.empty() : Optional.of(sheets.get(index).grid());
    }

    FormulaTokens tokens(FormulaCell cell) {
        FormulaTokens known = parsed.get(cell.cell());
        if (known == null) {
            trail.step(FormulaTokens.STEPS);
            known = FormulaTokens.of(cell.cell(), getSheetIndex(cell.getSheet()), this);
            parsed.put(cell.cell(), known);
        }
        return known;
    }

    @Override
    public Ptg[] getFormulaTokens(EvaluationCell cell) {
        FormulaTokens tokens = tokens((FormulaCell) cell);
        trail.step(1);
        trail.hiddenRows(tokens.hidden());
        if (tokens.refused().isPresent()) {
            throw new UnknownResultException(tokens.refused().get());
        }
        return tokens.all().toArray(new Ptg[0]);
    }

    @Override
    public String getSheetName(int index) {
        return sheets.get(index).grid().name();
    }

    @Override
    public int getSheetIndex(EvaluationSheet sheet) {
        return sheets.indexOf((FormulaSheet) sheet);
    }

    @Override
    public int getSheetIndex(String name) {
        return places.getOrDefault(Text.key(name), -1);
    }

    @Override
    public EvaluationSheet getSheet(int index) {
        return sheets.get(index);
    }

    @Override
    public @Nullable ExternalSheet getExternalSheet(int index) {
        return null;
    }

    @Override
    public ExternalSheet getExternalSheet(@Nullable String first, @Nullable String last, int workbook) {
        if (workbook > 0) {
            throw new UnknownResultException("[" + workbook + "]");
        }
        return last == null || last.equals(first)
                ? new ExternalSheet(null, first)
                : new ExternalSheetRange(null, first, last);
    }

    @Override
    public int convertFromExternSheetIndex(int index) {
        return index;
    }

    @Override
    public @Nullable ExternalName getExternalName(int sheet, int name) {
        return null;
    }

    @Override
    public @Nullable ExternalName getExternalName(String name, @Nullable String sheet, int workbook) {
        return null;
    }

    @Override
    public EvaluationName getName(NamePtg name) {
        throw new UnknownResultException("");
    }

    @Override
    public @Nullable EvaluationName getName(String name, int sheet) {
        return null;
    }

    @Override
    public String resolveNameXText(NameXPtg name) {
        throw new UnknownResultException("");
    }

    @Override
    public UDFFinder getUDFFinder() {
        // the evaluator takes no other kind
        return new AggregatingUDFFinder(functions);
    }

    @Override
    public SpreadsheetVersion getSpreadsheetVersion() {
        return SpreadsheetVersion.EXCEL2007;
    }

    @Override
    public void clearAllCachedResultValues() {
        // Nothing is kept here.
    }

    @Override
    public Name createName() {
        throw new UnknownResultException("");
    }

    @Override
    public @Nullable Table getTable(String name) {
        return null;
    }

    /** Whatever the parser does not know is a function; which of them are calculated is looked at afterwards. */
    @Override
    public @Nullable Ptg getNameXPtg(String name, @Nullable SheetIdentifier sheet) {
        return sheet == null && functions.findFunction(name) != null ? new NameXPxg(null, name) : null;
    }

    @Override
    public Ptg get3DReferencePtg(CellReference cell, SheetIdentifier sheet) {
        requireOurs(sheet);
        return new Ref3DPxg(sheet, cell);
    }

    @Override
    public Ptg get3DReferencePtg(AreaReference area, SheetIdentifier sheet) {
        requireOurs(sheet);
        return new Area3DPxg(sheet, area);
    }

    private void requireOurs(SheetIdentifier sheet) {
        if (sheet.getBookName() != null) {
            throw new UnknownResultException("[" + sheet.getBookName() + "]");
        }
    }

    @Override
    public int getExternalSheetIndex(String sheet) {
        return getSheetIndex(sheet);
    }

    @Override
    public int getExternalSheetIndex(String workbook, String sheet) {
        throw new UnknownResultException("[" + workbook + "]");
    }
}
