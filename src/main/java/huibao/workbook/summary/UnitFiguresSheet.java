package huibao.workbook.summary;

import huibao.model.Attainment;
import huibao.model.TargetCode;
import huibao.model.Unit;
import java.util.Map;

/** 分区县: what every unit has to reach and has reached. */
interface UnitFiguresSheet {

    static UnitFiguresSheet of(SheetContext context) {
        return switch (context.layout()) {
            case ACROSS -> new DistrictsSheet(context);
            case DOWN -> new DistrictRowsSheet(context);
        };
    }

    /** Takes a unit; units come in print order. */
    void add(Unit unit, Map<TargetCode, Attainment> own);

    /** Writes what is not written yet. */
    void write(SourceLinks sources);
}
