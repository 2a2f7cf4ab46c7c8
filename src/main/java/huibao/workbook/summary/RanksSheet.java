package huibao.workbook.summary;

import huibao.model.Target;
import huibao.model.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.poi.ss.usermodel.PaperSize;

/** 排名: places of the districts on every target they are ranked on; ties share a place. */
final class RanksSheet {

    private static final int FIRST_UNIT = 3;
    static final int LEADING = 3;

    private final SheetContext context;
    private final SourceLinks sources;
    private final DistrictVerdicts verdicts;
    private final List<Unit> districts;
    private final List<Target> ranked;

    RanksSheet(SheetContext context, SourceLinks sources, DistrictVerdicts verdicts) {
        this.context = context;
        this.sources = sources;
        this.verdicts = verdicts;
        this.districts = verdicts.districts();
        this.ranked = context.catalogue().targets().stream()
                .filter(target -> verdicts.ranked(target) > 0)
                .toList();
    }

    void write() {
        int[] widths = new int[FIRST_UNIT + districts.size() + 4];
        Arrays.fill(widths, 8);
        widths[0] = 5;
        widths[1] = 30;
        widths[2] = 10;
        widths[widths.length - 3] = 20;
        widths[widths.length - 2] = 20;
        widths[widths.length - 1] = 9;
        SheetWriter grid = new SheetWriter(context, SummarySheet.RANKS, PaperSize.A4_PAPER, widths);
        grid.head(context.text("title.ranks", "title", context.settings().titleZh()));
        List<String> header = new ArrayList<>(context.texts("column", "number target unit_measure"));
        districts.forEach(unit -> header.add(context.shortName(unit)));
        header.addAll(context.texts("column", "ranked leading trailing target_code"));
        grid.header(header, FIRST_UNIT);
        int number = 0;
        for (Target target : ranked) {
            grid.row();
            grid.whole(0, ++number);
            write(grid, target);
        }
        totals(grid, "rank_first", 1);
        totals(grid, "rank_leading", LEADING);
        grid.note(context.text("ranks_note"));
        grid.finish();
    }

    private void write(SheetWriter grid, Target target) {
        grid.text(1, context.name(target), Look.LEFT);
        grid.text(2, target.unitMeasure(), Look.CENTRE);
        int last = verdicts.last(target);
        for (int i = 0; i < districts.size(); i++) {
            OptionalInt rank = verdicts.rank(target, i);
            Look look = verdicts.leads(target, i, LEADING) ? Look.LEADING : Look.CENTRE;
            grid.number(FIRST_UNIT + i, decimal(rank), PrintedNumber.plain(0), look);
            if (rank.isPresent()) {
                int column = FIRST_UNIT + i;
                sources.ofValue(target, districts.get(i)).ifPresent(to -> grid.link(column, to));
            }
        }
        int column = FIRST_UNIT + districts.size();
        grid.whole(column, verdicts.ranked(target));
        grid.text(column + 1, holders(target, 1), Look.LEFT);
        grid.text(column + 2, last > 1 ? holders(target, last) : context.text("missing"), Look.LEFT);
        grid.text(column + 3, target.code().value(), Look.CENTRE);
    }

    /** How often each district stands at a place or before it. */
    private void totals(SheetWriter grid, String label, int place) {
        grid.row();
        grid.merged(0, FIRST_UNIT - 1, context.text(label), Look.BAND);
        for (int i = 0; i < districts.size(); i++) {
            int district = i;
            grid.whole(
                    FIRST_UNIT + i,
                    ranked.stream()
                            .filter(target -> verdicts.leads(target, district, place))
                            .count());
        }
        int column = FIRST_UNIT + districts.size();
        grid.merged(column, column + 3, "", Look.BAND);
    }

    private String holders(Target target, int place) {
        return holders(context, verdicts, target, place);
    }

    /** Who stands at a place, in words. */
    static String holders(SheetContext context, DistrictVerdicts verdicts, Target target, int place) {
        List<Unit> units = verdicts.holders(target, place);
        return units.size() > LEADING
                ? context.text("rank_tied", "count", String.valueOf(units.size()))
                : context.joined(units.stream().map(context::shortName).toList());
    }

    static Optional<BigDecimal> decimal(OptionalInt value) {
        return value.isPresent() ? Optional.of(BigDecimal.valueOf(value.getAsInt())) : Optional.empty();
    }
}
