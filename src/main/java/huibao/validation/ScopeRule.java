package huibao.validation;

import huibao.model.Item;
import huibao.model.Reporter;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.model.Unjudged;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** 全域 covers its zones: what the zones accepted so far report is not more than their host reports. */
final class ScopeRule implements ItemRule {

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form, Item item) {
        UnitCode host = form.unit().host().orElse(form.unit().code());
        List<Unit> zones = form.catalogue().zonesOf(host);
        if (zones.isEmpty() || item.reporter() != Reporter.DISTRICT) {
            return List.of();
        }
        Optional<BigDecimal> own = form.value(item);
        Optional<BigDecimal> whole = figure(form, host, item);
        List<Unit> reported = zones.stream()
                .filter(zone -> figure(form, zone.code(), item).isPresent())
                .toList();
        if (own.isEmpty() || whole.isEmpty() || reported.isEmpty()) {
            return List.of(RuleResult.notJudged(own.isEmpty() ? Unjudged.NO_FIGURE : Unjudged.NO_RELATED));
        }
        BigDecimal sum = reported.stream()
                .map(zone -> figure(form, zone.code(), item).orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.subtract(whole.get()).compareTo(Rounding.ofParts(item, reported.size())) <= 0) {
            return List.of(RuleResult.PASSED);
        }
        String others = form.unit().kind() == UnitKind.ZONE
                ? form.catalogue().requireUnit(host).nameZh()
                : reported.stream().map(Unit::nameZh).collect(Collectors.joining("、"));
        return List.of(RuleResult.failed(
                item,
                JudgedForm.cells(form.valueFigure(item)),
                Map.of(
                        "found", Texts.plain(own.get()),
                        "part", Texts.plain(sum),
                        "whole", Texts.plain(whole.get()),
                        "other", others)));
    }

    private static Optional<BigDecimal> figure(JudgedForm form, UnitCode unit, Item item) {
        return unit.equals(form.unit().code()) ? form.value(item) : form.related(unit, item);
    }
}
