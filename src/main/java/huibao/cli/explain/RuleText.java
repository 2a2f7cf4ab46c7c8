package huibao.cli.explain;

import huibao.bulletin.RuleHistory;
import huibao.bulletin.RuleHit;
import huibao.cli.RuleReport;
import huibao.lineage.Subject;
import huibao.model.FindingKind;
import huibao.model.Rule;
import huibao.store.Registry;
import huibao.wording.Wording;
import java.io.PrintStream;
import java.util.List;

/** A kind of finding in words: what it means, and what its rules have said so far. */
final class RuleText {

    private final Wording wording;
    private final PrintStream out;

    RuleText(Wording wording, PrintStream out) {
        this.wording = wording;
        this.out = out;
    }

    void definition(Subject.OfRule subject) {
        for (String key : List.of("explain.kind", "explain.cause", "explain.remedy")) {
            out.println(wording.text(key, subject));
        }
        for (Rule rule : subject.rules()) {
            out.println(wording.text("explain.rule", rule, "items", rule.items().size()));
        }
    }

    void history(Subject.OfRule subject, Registry registry) {
        for (String code : subject.codes()) {
            List<RuleHit> hits = new RuleHistory(wording.catalogue(), registry).of(code);
            String fired = subject.code().scope() == FindingKind.Scope.CITY ? "explain.fired_on_sums" : "explain.fired";
            out.println(code + "  "
                    + (hits.isEmpty()
                            ? wording.text("explain.never")
                            : wording.messages().text(fired, RuleReport.numbers(hits))));
            new RuleReport(wording.catalogue(), wording.messages()).table(out, hits);
        }
    }
}
