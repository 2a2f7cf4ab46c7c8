package huibao.catalogue;

import huibao.model.FindingKind;
import huibao.model.ItemCode;
import huibao.model.Rule;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The job's rules by kind and item, in file order. */
final class RuleIndex {

    private final List<Rule> all;
    private final Map<String, FindingKind> kinds = new HashMap<>();
    private final Map<FindingKind, List<Rule>> lines;
    private final Map<FindingKind, List<Rule>> running;
    private final Map<FindingKind, Map<ItemCode, List<Rule>>> byItem = new EnumMap<>(FindingKind.class);

    RuleIndex(List<Rule> rules) {
        this.all = List.copyOf(rules);
        this.lines = Groups.of(all, rule -> List.of(rule.kind()));
        this.running = Groups.of(
                all.stream().filter(rule -> rule.state() != Rule.State.OFF).toList(), rule -> List.of(rule.kind()));
        for (FindingKind kind : FindingKind.values()) {
            kinds.put(kind.name(), kind);
        }
        all.forEach(rule -> kinds.put(rule.code(), rule.kind()));
        running.forEach((kind, ofKind) -> byItem.put(kind, Groups.of(ofKind, rule -> List.copyOf(rule.items()))));
    }

    /** What a code names: the kind of a rule of the job, or a kind by its own name. */
    Optional<FindingKind> kind(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    List<Rule> all() {
        return all;
    }

    List<Rule> lines(FindingKind kind) {
        return lines.getOrDefault(kind, List.of());
    }

    List<Rule> running(FindingKind kind) {
        return running.getOrDefault(kind, List.of());
    }

    List<Rule> running(FindingKind kind, ItemCode item) {
        return byItem.getOrDefault(kind, Map.of()).getOrDefault(item, List.of());
    }
}
