package huibao.lineage;

import huibao.model.CellRef;
import java.util.Optional;

/** Where something stands in a workbook; both empty if nowhere. */
public record Place(String sheet, String cell) {

    static Place of(Optional<CellRef> cell) {
        return cell.map(at -> new Place(at.sheet(), at.cell())).orElse(new Place("", ""));
    }

    /** 填报表!D12; empty if nowhere. */
    @Override
    public String toString() {
        return cell.isEmpty() ? "" : sheet + "!" + cell;
    }
}
