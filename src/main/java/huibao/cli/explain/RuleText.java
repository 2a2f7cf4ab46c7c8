package huibao.cli.explain;

import huibao.bulletin.HitCounts;
import huibao.bulletin.RuleHit;
import huibao.cli.RuleReport;
import huibao.lineage.RuleLineage;
import huibao.lineage.Subject;
import huibao.message.Messages;
import huibao.model.FindingKind;
import huibao.model.Rule;
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
        FindingKind kind = subject.kind();
        Messages messages = wording.messages();
        out.println(wording.text("explain.kind", subject, "title", messages.title(kind)));
        out.println(wording.text("explain.cause", "cause", messages.cause(kind)));
        out.println(wording.text("explain.remedy", "remedy", messages.text(kind.name() + ".remedy")));
        for (Rule rule : subject.rules()) {
            out.println(wording.text("explain.rule", rule));
        }
    }

    void print(RuleLineage lineage) {
        definition(lineage.subject());
        boolean onSums = lineage.subject().kind().scope() == FindingKind.Scope.CITY;
        for (RuleLineage.Fired fired : lineage.fired()) {
            List<RuleHit> hits = fired.hits();
            String key = hits.isEmpty() ? "explain.never" : onSums ? "explain.fired_on_sums" : "explain.fired";
            out.println(fired.rule() + "  " + wording.text(key, HitCounts.of(hits)));
            new RuleReport(wording).table(out, hits);
        }
    }
}
