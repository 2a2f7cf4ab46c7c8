package huibao.spreadsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FormulaError;

/**
 * Cells of an .xls file made cells of ours. The library's own look-up of a number format goes through all of them for
 * every cell, and fails on those that an edition has without a text in the file.
 */
final class XlsCells {

    private final HSSFWorkbook workbook;
    private final Map<Integer, String> formats = new HashMap<>();
    private final Map<Short, Style> styles = new HashMap<>();

    XlsCells(HSSFWorkbook workbook) {
        this.workbook = workbook;
        for (FormatRecord format : workbook.getInternalWorkbook().getFormats()) {
            formats.put(format.getIndexCode() & 0xffff, Text.cut(format.getFormatString(), SheetLimits.FORMAT_CHARS));
        }
    }

    Cell cell(HSSFCell source) {
        boolean isFormula = source.getCellType() == CellType.FORMULA;
        Optional<Formula> formula = isFormula ? Optional.of(formula(source)) : Optional.empty();
        CellType type = isFormula ? source.getCachedFormulaResultType() : source.getCellType();
        int row = source.getRowIndex();
        int column = source.getColumnIndex();
        Style style = look(source)
                .map(look -> styles.computeIfAbsent(look.getIndex(), index -> style(look)))
                .orElse(Style.GENERAL);
        return switch (type) {
            case NUMERIC ->
                new Cell(row, column, Cell.Kind.NUMBER, Double.toString(source.getNumericCellValue()), style, formula);
            case STRING -> {
                HSSFRichTextString text = source.getRichStringCellValue();
                yield new Cell(
                        row,
                        column,
                        Cell.Kind.TEXT,
                        Text.sound(text.getString()),
                        style,
                        formula,
                        isFormula ? List.of() : runs(text).in(style));
            }
            case BOOLEAN ->
                new Cell(
                        row,
                        column,
                        Cell.Kind.BOOLEAN,
                        source.getBooleanCellValue() ? "TRUE" : "FALSE",
                        style,
                        formula);
            case ERROR -> new Cell(row, column, Cell.Kind.ERROR, error(source.getErrorCellValue()), style, formula);
            case BLANK, FORMULA, _NONE -> new Cell(row, column, Cell.Kind.NONE, "", style, formula);
        };
    }

    /** How a cell looks; empty of a style that the file does not define, which shows a number as it is. */
    private static Optional<HSSFCellStyle> look(HSSFCell cell) {
        try {
            return Optional.of(cell.getCellStyle());
        } catch (IllegalStateException | IndexOutOfBoundsException undefined) {
            return Optional.empty();
        }
    }

    private Style style(HSSFCellStyle look) {
        int format = Short.toUnsignedInt(look.getDataFormat());
        return new Style(
                NumberFormat.of(format, formats.getOrDefault(format, "")),
                font(look.getFontIndex()).filter(Font::getStrikeout).isPresent());
    }

    private RichText runs(HSSFRichTextString text) {
        String all = text.getString();
        if (text.numFormattingRuns() == 0 || all.length() > SheetLimits.FIGURE_CHARS) {
            return RichText.plain(all);
        }
        List<Run> runs = new ArrayList<>();
        int start = 0;
        Run.Mark mark = Run.Mark.AS_CELL;
        for (int i = 0; i < text.numFormattingRuns(); i++) {
            int end = Math.min(Math.max(text.getIndexOfFormattingRun(i), start), all.length());
            add(runs, all.substring(start, end), mark);
            start = end;
            mark = font(text.getFontOfFormattingRun(i))
                    .map(font -> Run.mark(
                            font.getStrikeout(),
                            font.getTypeOffset() == Font.SS_SUPER,
                            font.getTypeOffset() == Font.SS_SUB))
                    .orElse(Run.Mark.NONE);
        }
        add(runs, all.substring(start), mark);
        return new RichText(all, runs);
    }

    private static void add(List<Run> runs, String text, Run.Mark mark) {
        if (!text.isEmpty()) {
            runs.add(new Run(Text.sound(text), mark));
        }
    }

    /** A font; empty if the file names one that it does not have. */
    private Optional<Font> font(int index) {
        try {
            return Optional.of(workbook.getFontAt(index));
        } catch (RuntimeException noSuchFont) {
            return Optional.empty();
        }
    }

    private static String error(byte code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERR";
    }

    /** The formula; what it links to may be beyond what the format library can print. */
    private static Formula formula(HSSFCell cell) {
        Formula.Kind kind = cell.isPartOfArrayFormulaGroup() ? Formula.Kind.SEVERAL_CELLS : Formula.Kind.OWN;
        try {
            return new Formula(cell.getCellFormula(), kind, cell.getRowIndex(), cell.getColumnIndex());
        } catch (SheetLimits.ExceededException exceeded) {
            throw exceeded;
        } catch (RuntimeException unprintable) {
            return new Formula("", kind, cell.getRowIndex(), cell.getColumnIndex());
        }
    }
}
