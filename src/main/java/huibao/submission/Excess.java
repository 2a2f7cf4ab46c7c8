package huibao.submission;

import huibao.model.Finding;
import huibao.spreadsheet.Grid;
import huibao.spreadsheet.SheetLimits;
import java.util.Map;
import java.util.TreeMap;

/** What a finding says of a file that passes a limit: which, how much is allowed, and where that was noticed. */
final class Excess {

    private Excess() {}

    /** Of a file whose reading ended there. */
    static Map<String, String> of(SheetLimits.ExceededException exceeded) {
        Map<String, String> said = new TreeMap<>(Map.of(
                Finding.FOUND,
                exceeded.what().code(),
                "bound",
                exceeded.what().code(),
                "limit",
                Long.toString(exceeded.limit())));
        if (!exceeded.sheet().isEmpty()) {
            said.put("sheet", exceeded.sheet());
        }
        return said;
    }

    /** Of a sheet that was read to its limit. */
    static Map<String, String> of(Grid sheet) {
        Map<String, String> said = new TreeMap<>(Map.of(
                Finding.FOUND,
                sheet.name(),
                "bound",
                sheet.cutBy().code(),
                "sheet",
                sheet.name(),
                "limit",
                Integer.toString(sheet.cutAt())));
        // The sheets before may have taken all that the workbook had.
        if (!sheet.rowNumbers().isEmpty()) {
            said.put("row", Integer.toString(sheet.rowNumbers().last() + 1));
        }
        return said;
    }
}
