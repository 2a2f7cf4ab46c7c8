package huibao.workbook.summary;

import huibao.model.ItemCode;
import huibao.model.Target;
import huibao.model.Unit;
import huibao.model.UnitKind;
import huibao.workbook.summary.BaseTableSheet.Cells;
import huibao.workbook.summary.BaseTableSheet.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leads from a figure of any sheet to the rows of the long table (底表) that it comes from. */
final class SourceLinks {

    private final SheetContext context;
    private final BaseTableSheet figures;

    SourceLinks(SheetContext context, BaseTableSheet figures) {
        this.context = context;
        this.figures = figures;
    }

    /**
     * A way to cells of another sheet.
     *
     * @param sheet name of the sheet
     * @param address the cells
     * @param tip what is there and where the rest is; possibly empty
     */
    record Link(String sheet, String address, String tip) {}

    /** From a count of lights: to the lights. */
    Link ofLights() {
        return new Link(SummarySheet.LIGHTS.title(context), "A1", SummarySheet.LIGHTS.contents(context));
    }

    /** To the rows of all reporters; empty if nobody reported any of the target's items. */
    Optional<Link> ofCity(Target target, Columns columns) {
        return figures.cells(target.items(), columns)
                .map(cells -> link(
                        target,
                        cells,
                        target.items().stream().map(ItemCode::value).toList(),
                        List.of(cells.address())));
    }

    /** From the target's value for the city or a unit: to the first item. */
    Optional<Link> ofValue(Target target, Unit unit) {
        return of(target, unit, 0);
    }

    /** From what stands beneath the value: to the last item, which is the denominator where there is one. */
    Optional<Link> ofDistance(Target target, Unit unit) {
        return of(target, unit, target.items().size() - 1);
    }

    private Optional<Link> of(Target target, Unit unit, int which) {
        Columns columns = columns(target);
        if (unit.kind() == UnitKind.CITY) {
            return ofCity(target, columns);
        }
        List<String> rows = new ArrayList<>();
        List<String> items = new ArrayList<>();
        for (ItemCode item : target.items()) {
            figures.cells(item, unit.code(), columns).ifPresent(row -> {
                rows.add(row.address());
                items.add(item.value());
            });
        }
        return figures.cells(target.items().get(which), unit.code(), columns)
                .map(cells -> link(target, cells, items, rows));
    }

    private Link link(Target target, Cells cells, List<String> items, List<String> rows) {
        return new Link(
                cells.sheet(),
                cells.address(),
                context.text(
                        "source_tip",
                        "target",
                        target.code().value(),
                        "items",
                        context.joined(items),
                        "rows",
                        context.joined(rows)));
    }

    /** The columns that a target's value is made of. */
    static Columns columns(Target target) {
        return target.measure().comparesYears() ? Columns.VALUE_AND_PRIOR_YEAR : Columns.VALUE;
    }
}
