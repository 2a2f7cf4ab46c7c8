package huibao.workbook.form;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.Accumulation;
import huibao.model.FindingKind;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Rule;
import huibao.model.Unit;
import huibao.model.UnitKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** 审核关系 as whoever fills in a form can hold them herself: the rules in force over figures of her form, in file order. */
final class FormRelations {

    /** Rules whose items are their parameters. */
    private static final Map<FindingKind, List<String>> PARTIES = Map.of(
            FindingKind.PART_EXCEEDS_WHOLE, List.of("part", "whole"),
            FindingKind.BALANCE, List.of("whole", "parts"),
            FindingKind.RATIO_BOUNDS, List.of("numerator", "denominator"));

    /** Items that one word names. */
    private enum Scope {
        ALL(item -> true),
        FLOWS(item -> isFlow(item)),
        STOCKS(item -> !isFlow(item)),
        COUNTS(item -> isCount(item)),
        AMOUNTS(item -> !isCount(item)),
        PRIOR_YEAR(Item::asksPriorYear),
        FLOWS_AMOUNTS(item -> isFlow(item) && !isCount(item)),
        PRIOR_YEAR_AMOUNTS(item -> item.asksPriorYear() && !isCount(item));

        private final Predicate<Item> kind;

        Scope(Predicate<Item> kind) {
            this.kind = kind;
        }

        private static boolean isFlow(Item item) {
            return item.accumulation() == Accumulation.YTD;
        }

        private static boolean isCount(Item item) {
            return item.decimals() == 0;
        }
    }

    private final Catalogue catalogue;
    private final Messages messages;
    private final Set<String> texts;
    private final Map<UnitKind, List<Relation>> byKind = new ConcurrentHashMap<>();

    FormRelations(Catalogue catalogue, Messages messages) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.texts = messages.keys();
    }

    /**
     * One rule.
     *
     * @param text what has to hold
     * @param severity what happens where it does not
     * @param items what it goes for
     */
    record Relation(String text, String severity, String items) {}

    /** What goes for a unit's form, and for those of all units of its kind. */
    List<Relation> of(Unit unit) {
        return byKind.computeIfAbsent(unit.kind(), kind -> made(unit));
    }

    private List<Relation> made(Unit unit) {
        List<Item> asked = catalogue.itemsFor(unit);
        Set<ItemCode> codes = asked.stream().map(Item::code).collect(Collectors.toCollection(LinkedHashSet::new));
        return catalogue.rules().stream()
                .filter(rule -> rule.state() != Rule.State.OFF)
                .flatMap(rule -> of(rule, asked, codes).stream())
                .toList();
    }

    private Optional<Relation> of(Rule rule, List<Item> asked, Set<ItemCode> codes) {
        String key = key(rule);
        if (!texts.contains(key)) {
            return Optional.empty();
        }
        List<String> parties = PARTIES.getOrDefault(rule.kind(), List.of());
        Set<ItemCode> items = parties.isEmpty()
                ? codes.stream().filter(rule.items()::contains).collect(Collectors.toCollection(LinkedHashSet::new))
                : parties.stream()
                        .flatMap(parameter -> items(rule, parameter).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        if (items.isEmpty() || !codes.containsAll(items)) {
            return Optional.empty();
        }
        Map<String, String> words = new TreeMap<>(rule.parameters());
        parties.forEach(parameter -> words.put(
                parameter, items(rule, parameter).stream().map(this::name).collect(Collectors.joining(" ＋ "))));
        return Optional.of(new Relation(messages.text(key, words), severity(rule), scope(asked, items)));
    }

    /** A range may be open on one side. */
    private static String key(Rule rule) {
        String key = "form.relation." + rule.kind().name();
        if (rule.kind() != FindingKind.RANGE) {
            return key;
        }
        boolean hasMin = rule.parameters().containsKey("min");
        return key + (hasMin && rule.parameters().containsKey("max") ? ".both" : hasMin ? ".min" : ".max");
    }

    private String severity(Rule rule) {
        String severity = messages.word(rule.severity());
        return rule.state() == Rule.State.TRIAL
                ? messages.text("form.relations.trial", Map.of("severity", severity))
                : severity;
    }

    private String scope(List<Item> asked, Collection<ItemCode> items) {
        for (Scope scope : Scope.values()) {
            if (isAllOf(asked, items, scope.kind)) {
                return messages.text("form.relations." + scope.name().toLowerCase(Locale.ROOT));
            }
        }
        return items.stream().map(ItemCode::value).collect(Collectors.joining("、"));
    }

    private static boolean isAllOf(List<Item> asked, Collection<ItemCode> items, Predicate<Item> kind) {
        Set<ItemCode> all = asked.stream().filter(kind).map(Item::code).collect(Collectors.toSet());
        return all.size() == items.size() && all.containsAll(items);
    }

    private static List<ItemCode> items(Rule rule, String parameter) {
        return Arrays.stream(rule.parameters().getOrDefault(parameter, "").split("\\+"))
                .map(String::strip)
                .map(ItemCode::new)
                .toList();
    }

    private String name(ItemCode code) {
        return messages.text(
                "return.item",
                Map.of("name", catalogue.requireItem(code).nameIn(messages.language()), "code", code.value()));
    }
}
