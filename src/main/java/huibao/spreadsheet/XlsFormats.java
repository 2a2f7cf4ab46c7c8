package huibao.spreadsheet;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/**
 * What the number formats of an .xls workbook make of a number. The library's own look-up goes through all formats for
 * every cell, and fails on the formats that an edition has without a text in the file.
 */
final class XlsFormats {

    private final Map<Integer, String> codes = new HashMap<>();
    private final Map<Integer, Cell.Format> known = new HashMap<>();

    XlsFormats(HSSFWorkbook workbook) {
        for (FormatRecord format : workbook.getInternalWorkbook().getFormats()) {
            codes.put(format.getIndexCode() & 0xffff, Text.cut(format.getFormatString(), SheetLimits.FORMAT_CHARS));
        }
    }

    Cell.Format of(HSSFCell cell) {
        return known.computeIfAbsent(id(cell), id -> XlsxStyles.format(id, codes.getOrDefault(id, "")));
    }

    /** A style that the file does not define, which is left only where it defines none, shows a number as it is. */
    private static int id(HSSFCell cell) {
        try {
            return Short.toUnsignedInt(cell.getCellStyle().getDataFormat());
        } catch (IllegalStateException | IndexOutOfBoundsException undefined) {
            return 0;
        }
    }
}
