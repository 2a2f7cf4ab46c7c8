package huibao.submission;

import huibao.model.CellRef;
import huibao.model.FindingKind;
import huibao.model.Item;
import huibao.spreadsheet.Numbers;
import huibao.spreadsheet.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the figures of a row become because the form names another unit of measure than it should: asked about
 * once for the row, since nobody can tell whether the figures were changed with the unit or the unit alone.
 */
final class UnitChange {

    private final Item item;
    private final Set<String> units = new LinkedHashSet<>();
    private final List<CellRef> cells = new ArrayList<>();
    private final List<String> figures = new ArrayList<>();

    UnitChange(Item item) {
        this.item = item;
    }

    /** A figure was converted from the unit that the form names; zero is zero in any. */
    void add(CellRef at, String unit, BigDecimal typed, BigDecimal converted) {
        if (converted.signum() != 0) {
            units.add(unit);
            cells.add(at);
            figures.add(at.cell() + " " + Numbers.plain(typed) + " → " + Numbers.plain(converted));
        }
    }

    /** @param unitCell the row's own unit of measure, where it names the other unit */
    void tell(Optional<CellRef> unitCell, Findings findings) {
        if (cells.isEmpty()) {
            return;
        }
        List<CellRef> all = new ArrayList<>(unitCell.stream().toList());
        all.addAll(cells);
        findings.add(
                FindingKind.UNIT_CHANGED,
                item.code(),
                all,
                Map.of(
                        "found", Text.shown(String.join("、", units)),
                        "expected", item.unitMeasure(),
                        "name", item.nameZh(),
                        "code", item.code().value(),
                        "items", String.join("; ", figures)));
    }
}
