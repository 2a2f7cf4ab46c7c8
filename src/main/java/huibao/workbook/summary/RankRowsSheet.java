package huibao.workbook.summary;

import huibao.model.Target;
import huibao.model.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.apache.poi.ss.usermodel.PaperSize;

/**
 * 排名 of a job with more units than can be read beside each other: a row for each district with its places, and above
 * them who leads on each target. To be filtered and sorted.
 */
final class RankRowsSheet {

    private static final int FIRST_TARGET = 5;

    private final SheetContext context;
    private final DistrictVerdicts verdicts;
    private final List<Target> ranked;
    private final SheetWriter grid;

    RankRowsSheet(SheetContext context, DistrictVerdicts verdicts) {
        this.context = context;
        this.verdicts = verdicts;
        this.ranked = context.catalogue().targets().stream()
                .filter(target -> verdicts.ranked(target) > 0)
                .toList();
        int[] widths = new int[FIRST_TARGET + ranked.size()];
        Arrays.fill(widths, 10);
        int[] fixed = {6, 12, 20, 10, 10};
        System.arraycopy(fixed, 0, widths, 0, fixed.length);
        this.grid = new SheetWriter(context, SummarySheet.RANKS, PaperSize.A3_PAPER, widths);
    }

    void write() {
        grid.plainHead(context.text("title.ranks", "title", context.settings().titleZh()));
        grid.plainNote(context.text("ranks_note"));
        across("ranked", (target, column) -> grid.whole(column, verdicts.ranked(target)));
        across("leading", (target, column) -> grid.text(column, holders(target, 1), Look.CENTRE));
        across("trailing", (target, column) -> {
            int last = verdicts.last(target);
            grid.text(column, last > 1 ? holders(target, last) : context.text("missing"), Look.CENTRE);
        });
        List<String> heads = new ArrayList<>(context.texts("column", "number unit_code unit"));
        heads.add(context.text("rank_first"));
        heads.add(context.text("rank_leading"));
        ranked.forEach(target -> heads.add(context.text(
                "target_ranked",
                "target",
                context.name(target),
                "code",
                target.code().value())));
        grid.heads(heads);
        grid.headerEnds(1, 3);
        for (int district = 0; district < verdicts.districts().size(); district++) {
            district(district);
        }
        grid.filter(grid.finishWide());
    }

    private void across(String label, ObjIntConsumer<Target> cell) {
        grid.row();
        grid.merged(0, FIRST_TARGET - 1, context.text("column." + label), Look.BAND);
        for (int i = 0; i < ranked.size(); i++) {
            cell.accept(ranked.get(i), FIRST_TARGET + i);
        }
    }

    private String holders(Target target, int place) {
        return RanksSheet.holders(context, verdicts, target, place);
    }

    private void district(int district) {
        Unit unit = verdicts.districts().get(district);
        grid.row();
        grid.whole(0, district + 1L);
        grid.text(1, unit.code().value(), Look.CENTRE);
        grid.text(2, context.name(unit), Look.LEFT);
        grid.whole(3, times(district, 1));
        grid.whole(4, times(district, RanksSheet.LEADING));
        for (int i = 0; i < ranked.size(); i++) {
            Target target = ranked.get(i);
            grid.number(
                    FIRST_TARGET + i,
                    RanksSheet.decimal(verdicts.rank(target, district)),
                    PrintedNumber.plain(0),
                    verdicts.leads(target, district, RanksSheet.LEADING) ? Look.LEADING : Look.CENTRE);
        }
    }

    private long times(int district, int place) {
        return ranked.stream()
                .filter(target -> verdicts.leads(target, district, place))
                .count();
    }
}
