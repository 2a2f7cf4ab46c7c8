package huibao.workbook.summary;

import huibao.model.Attainment;
import huibao.model.Imputations;
import huibao.model.ImputedFigure;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.ItemFigure;
import huibao.model.Period;
import huibao.model.Target;
import huibao.model.UnitCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.PaperSize;

/**
 * 插补试算: what the city might come to were the missing units in, under the assumption told above the
 * table. There only where the job asks for it; nothing on other sheets is taken from here.
 */
final class ImputationSheet {

    private final SheetContext context;
    private final Imputations imputations;
    /** Of the city, in catalogue order. */
    private final List<ItemFigure> city;

    ImputationSheet(SheetContext context) {
        this.context = context;
        this.imputations = context.bulletin().imputations();
        this.city = context.bulletin().cityFigures();
    }

    void write() {
        SheetWriter grid =
                new SheetWriter(context, SummarySheet.IMPUTATION, PaperSize.A4_PAPER, 6, 26, 40, 12, 18, 18, 20, 30);
        grid.head(context.text("title.imputation", "title", context.settings().titleZh()));
        grid.note(context.text("imputation.warning"));
        grid.note(context.text("imputation.assumption." + imputations.method().column()));
        notImputed(grid);
        grid.band(context.text("band.imputed_targets"));
        targets(grid);
        grid.band(context.text("band.imputed_figures"));
        figures(grid);
        grid.finish();
    }

    private void notImputed(SheetWriter grid) {
        Map<ItemCode, Set<UnitCode>> imputed = new HashMap<>();
        imputations
                .figures()
                .forEach(figure -> imputed.computeIfAbsent(figure.item(), item -> new HashSet<>())
                        .add(figure.unit()));
        Set<UnitCode> without = new LinkedHashSet<>();
        for (ItemFigure figure : city) {
            Set<UnitCode> known = imputed.getOrDefault(figure.item(), Set.of());
            figure.missing().stream().filter(unit -> !known.contains(unit)).forEach(without::add);
        }
        if (!without.isEmpty()) {
            grid.note(context.text("imputation.without", "units", context.shortNames(List.copyOf(without))));
        }
    }

    private void targets(SheetWriter grid) {
        grid.heads(context.texts(
                "column", "number heading target unit_measure reporting_rate published imputed imputed_units"));
        int number = 0;
        for (Target target : context.catalogue().targets()) {
            List<UnitCode> missing = missing(target);
            if (missing.isEmpty()) {
                continue;
            }
            Attainment city = context.cityAttainment(target.code()).orElseThrow();
            PrintedNumber level = PrintedNumber.plain(context.decimals(target));
            grid.row();
            grid.whole(0, ++number);
            grid.text(1, target.heading(), Look.LEFT);
            grid.text(2, context.name(target), Look.LEFT);
            grid.text(3, target.unitMeasure(), Look.CENTRE);
            grid.number(
                    4,
                    Optional.of(city.reportingRate()),
                    PrintedNumber.plain(context.settings().rateDecimals()),
                    Look.CENTRE);
            grid.number(5, city.obsValue(), level);
            grid.number(
                    6,
                    Optional.ofNullable(imputations.cityValues().get(target.code())),
                    level.marked("", context.text("imputed_mark")));
            grid.text(7, context.shortNames(missing), Look.LEFT);
        }
        if (number == 0) {
            grid.note(context.text("imputation.nothing_missing"));
        }
    }

    private List<UnitCode> missing(Target target) {
        return city.stream()
                .filter(figure -> target.items().contains(figure.item()))
                .flatMap(figure -> figure.missing().stream())
                .distinct()
                .toList();
    }

    private void figures(SheetWriter grid) {
        grid.repeatedHeads(context.texts("column", "number unit item unit_measure imputed prior_year method basis"));
        int number = 0;
        for (ImputedFigure figure : imputations.figures()) {
            Item item = context.catalogue().requireItem(figure.item());
            PrintedNumber level = PrintedNumber.plain(item.decimals());
            grid.row();
            grid.whole(0, ++number);
            grid.unitName(1, figure.unit());
            grid.text(2, item.nameZh(), Look.LEFT);
            grid.text(3, item.unitMeasure(), Look.CENTRE);
            grid.number(4, Optional.of(figure.value()), level.marked("", context.text("imputed_mark")));
            grid.number(5, figure.priorYear(), level.marked("", context.text("imputed_mark")));
            grid.text(6, context.word(figure.method()), Look.CENTRE);
            grid.text(7, basis(figure), Look.LEFT);
        }
        if (number == 0) {
            grid.note(context.text("imputation.no_figures"));
        }
    }

    private String basis(ImputedFigure figure) {
        List<String> periods = figure.basis().stream().map(Period::toString).toList();
        return periods.size() == 1
                ? context.text("imputation.basis_last", "last", periods.get(0))
                : context.text(
                        "imputation.basis_course",
                        "last",
                        periods.get(0),
                        "then",
                        periods.get(1),
                        "now",
                        periods.get(2));
    }
}
