package huibao.validation;

import huibao.model.Accumulation;
import huibao.model.Item;
import huibao.model.RevisedFigure;
import huibao.model.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The city against its previous period; always over the units that are there in both. */
final class FoldedPreviousCityChecks {

    private FoldedPreviousCityChecks() {}

    /** Units whose share of the city's sum moved by more percentage points than the job allows. */
    static List<RuleResult> shareJumps(Limits limits, FoldedCityFigures figures) {
        BigDecimal points = limits.requireNotNegative("points");
        List<RuleResult> results = new ArrayList<>();
        for (Item item : figures.districtItems(limits.rule())) {
            List<Unit> units = figures.inBoth(item);
            BigDecimal sumNow = figures.now().sum(item, units);
            BigDecimal sumBefore = figures.before().sum(item, units);
            if (sumNow.signum() <= 0 || sumBefore.signum() <= 0) {
                continue;
            }
            for (Unit unit : units) {
                BigDecimal valueNow = figures.now().value(item, unit).orElseThrow();
                BigDecimal valueBefore = figures.before().value(item, unit).orElseThrow();
                BigDecimal both = sumNow.multiply(sumBefore);
                BigDecimal moved = valueNow.multiply(sumBefore)
                        .subtract(valueBefore.multiply(sumNow))
                        .movePointRight(2);
                if (moved.abs().compareTo(points.multiply(both)) > 0) {
                    results.add(figures.failed(
                            item,
                            List.of(unit),
                            Map.of(
                                    "found", Texts.quotient(valueNow.movePointRight(2), sumNow, 2),
                                    "previous", Texts.quotient(valueBefore.movePointRight(2), sumBefore, 2),
                                    "points", Texts.quotient(moved, both, 2),
                                    "limit", Texts.plain(points))));
                }
            }
        }
        return results;
    }

    /** A cumulated sum that fell; named are the units whose own figures fell. */
    static List<RuleResult> belowPrevious(Limits limits, FoldedCityFigures figures) {
        List<RuleResult> results = new ArrayList<>();
        for (Item item : figures.districtItems(limits.rule())) {
            if (item.accumulation() != Accumulation.YTD) {
                continue;
            }
            List<Unit> units = figures.inBoth(item);
            BigDecimal sumNow = figures.now().sum(item, units);
            BigDecimal sumBefore = figures.before().sum(item, units);
            if (sumNow.compareTo(sumBefore) < 0) {
                List<Unit> fallen = units.stream()
                        .filter(unit -> figures.now()
                                        .value(item, unit)
                                        .orElseThrow()
                                        .compareTo(figures.before()
                                                .value(item, unit)
                                                .orElseThrow())
                                < 0)
                        .toList();
                results.add(figures.failed(
                        item, fallen, Map.of("found", Texts.plain(sumNow), "previous", Texts.plain(sumBefore))));
            }
        }
        return results;
    }

    /**
     * A sum of the previous period that no longer stands as it stood when it was due: by how much the
     * accepted figures were revised, in percent of what they were. A unit that came late revises nothing.
     */
    static List<RuleResult> revised(Limits limits, FoldedCityFigures figures) {
        BigDecimal percent = limits.requireNotNegative("percent");
        List<RuleResult> results = new ArrayList<>();
        for (Item item : figures.catalogue().items()) {
            if (!limits.rule().items().contains(item.code())) {
                continue;
            }
            List<Unit> units = figures.catalogue().contributorsOf(item);
            List<Unit> changed = new ArrayList<>();
            BigDecimal change = BigDecimal.ZERO;
            for (Unit unit : units) {
                BigDecimal own = change(figures, item, unit);
                change = change.add(own);
                if (own.signum() != 0) {
                    changed.add(unit);
                }
            }
            BigDecimal standing = figures.before().sum(item, units);
            BigDecimal was = standing.subtract(change);
            if (change.abs().movePointRight(2).compareTo(percent.multiply(was.abs())) > 0) {
                results.add(FoldedCityFigures.failed(
                        item,
                        changed,
                        figures.before().cells(item, changed),
                        Map.of(
                                "found", Texts.plain(standing),
                                "previous", Texts.plain(was),
                                "limit", Texts.plain(percent))));
            }
        }
        return results;
    }

    private static BigDecimal change(FoldedCityFigures figures, Item item, Unit unit) {
        return figures.revisions().stream()
                .filter(revision -> revision.figure() == RevisedFigure.VALUE
                        && revision.code().equals(item.code().value())
                        && revision.refArea().equals(unit.code())
                        && figures.before().has(item, unit))
                .flatMap(revision -> revision.difference().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A growth whose sign turned, by more percentage points than the job allows. */
    static List<RuleResult> growthTurned(Limits limits, FoldedCityFigures figures) {
        BigDecimal points = limits.requireNotNegative("points");
        List<RuleResult> results = new ArrayList<>();
        for (Item item : figures.districtItems(limits.rule())) {
            List<Unit> units = figures.inBoth(item).stream()
                    .filter(unit -> figures.now().priorYear(item, unit).isPresent()
                            && figures.before().priorYear(item, unit).isPresent())
                    .toList();
            BigDecimal now = figures.now().sum(item, units);
            BigDecimal nowBase = figures.now().priorYearSum(item, units);
            BigDecimal before = figures.before().sum(item, units);
            BigDecimal beforeBase = figures.before().priorYearSum(item, units);
            if (nowBase.signum() <= 0 || beforeBase.signum() <= 0) {
                continue;
            }
            BigDecimal both = nowBase.multiply(beforeBase);
            BigDecimal moved =
                    now.multiply(beforeBase).subtract(before.multiply(nowBase)).movePointRight(2);
            if (now.compareTo(nowBase) * before.compareTo(beforeBase) < 0
                    && moved.abs().compareTo(points.multiply(both)) > 0) {
                results.add(FoldedCityFigures.failed(
                        item,
                        List.of(),
                        List.of(),
                        Map.of(
                                "found", Texts.changePercent(now, nowBase),
                                "previous", Texts.changePercent(before, beforeBase),
                                "limit", Texts.plain(points))));
            }
        }
        return results;
    }
}
