package huibao.cli.explain;

import huibao.bulletin.RuleHistory;
import huibao.bulletin.RuleHit;
import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Milestone;
import huibao.model.Rule;
import huibao.model.Target;
import huibao.model.UnitCode;
import huibao.store.Registry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a code means, for programs: documented in docs/explain.md. */
final class DefinitionJson {

    private final Messages messages;

    DefinitionJson(Messages messages) {
        this.messages = messages;
    }

    Map<String, Object> of(Subject subject) {
        if (subject instanceof Subject.OfRule of) {
            return rule(of.rule());
        } else if (subject instanceof Subject.OfTarget of) {
            return under("target", of.target().code(), target(of.target()));
        } else if (subject instanceof Subject.OfItem of) {
            return under("item", of.item().code(), item(of.item()));
        } else if (subject instanceof Subject.OfMilestone of) {
            return under("milestone", of.milestone().code(), milestone(of.milestone()));
        }
        throw new IllegalArgumentException("no JSON for " + subject);
    }

    /** How often each rule of a kind has fired. */
    static List<Object> fired(RuleExplanation explanation, Catalogue catalogue, Registry registry) {
        List<Object> all = new ArrayList<>();
        for (String code : explanation.codes()) {
            List<RuleHit> hits = new RuleHistory(catalogue, registry).of(code);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("rule", code);
            one.put("hits", hits.size());
            one.put(
                    "submissions",
                    hits.stream()
                            .map(RuleHit::submissionId)
                            .filter(id -> !id.isEmpty())
                            .distinct()
                            .toList());
            one.put(
                    "periods",
                    hits.stream()
                            .map(hit -> hit.period().toString())
                            .distinct()
                            .sorted()
                            .toList());
            all.add(one);
        }
        return all;
    }

    private static Map<String, Object> under(String kind, Object code, Map<String, Object> definition) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", kind);
        members.put("code", code.toString());
        members.put(kind, definition);
        return members;
    }

    private Map<String, Object> rule(RuleExplanation explanation) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", "rule");
        members.put("code", explanation.kind().name());
        members.put("severity", explanation.kind().defaultSeverity().name());
        members.put("title", messages.title(explanation.kind()));
        members.put("cause", messages.cause(explanation.kind()));
        members.put("remedy", messages.text(explanation.kind().name() + ".remedy"));
        members.put(
                "rules", explanation.rules().stream().map(DefinitionJson::rule).toList());
        return members;
    }

    private static Map<String, Object> rule(Rule rule) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("rule", rule.code());
        one.put("severity", rule.severity().name());
        one.put("state", rule.state().name());
        one.put("items", rule.items().stream().map(ItemCode::value).sorted().toList());
        one.put("parameters", new LinkedHashMap<>(rule.parameters()));
        return one;
    }

    private static Map<String, Object> target(Target target) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("section", target.section());
        one.put("heading", target.heading());
        one.put("report_line", target.reportLine());
        one.put("name_zh", target.nameZh());
        one.put("name_en", target.nameEn());
        one.put("as_written", target.asWritten());
        one.put("qualifier", target.qualifier());
        one.put("comparator", target.comparator().name());
        one.put("target_value", target.value().toPlainString());
        one.put("unit_measure", target.unitMeasure());
        one.put("measure", target.measure().name());
        one.put("items", target.items().stream().map(ItemCode::value).toList());
        one.put("scale", target.scale().toPlainString());
        one.put("pace", target.pace().name());
        one.put("level", target.level().name());
        one.put("notes", target.notes());
        return one;
    }

    /** An item of the form. */
    static Map<String, Object> item(Item item) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("item", item.code().value());
        one.put("name_zh", item.nameZh());
        one.put("unit_measure", item.unitMeasure());
        one.put("decimals", item.decimals());
        one.put("accumulation", item.accumulation().name());
        one.put("asks_prior_year", item.asksPriorYear());
        one.put("reporter", item.reporter().name());
        one.put("role", item.role().name());
        one.put("ledger_key", item.ledgerKey().orElse(""));
        return one;
    }

    private static Map<String, Object> milestone(Milestone milestone) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("section", milestone.section());
        one.put("heading", milestone.heading());
        one.put("report_line", milestone.reportLine());
        one.put("name_zh", milestone.nameZh());
        one.put("verb", milestone.verb());
        one.put("milestone_kind", milestone.kind().name());
        one.put("evidence", milestone.evidence());
        one.put("reporters", milestone.reporters().stream().map(UnitCode::value).toList());
        return one;
    }
}
