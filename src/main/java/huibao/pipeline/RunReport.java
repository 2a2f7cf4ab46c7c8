package huibao.pipeline;

import huibao.archive.Receipt;
import huibao.catalogue.Catalogue;
import huibao.files.DurableFiles;
import huibao.json.Json;
import huibao.json.Members;
import huibao.model.Bulletin;
import huibao.model.Period;
import huibao.model.RuleUse;
import huibao.model.SubmissionRecord;
import huibao.store.CityFinding;
import huibao.store.PublishedPeriod;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a run did, as a file: {@code runs/<id>.json}. The same after a restart as without one. */
final class RunReport {

    private static final Members MEMBERS = new Members()
            .of(Report.class, """
                    run=run.run_id job=catalogue.settings.name time_period=run.period districts=run.districts
                    stated_time=run.now catalogue_hash=catalogue.hash received decided open_findings=open.findings
                    deciding_cells=open.stake.cells decided_targets=open.stake.targets published city_findings rules
                    broken_rules""")
            .of(Receipt.class, """
                    receipt=number file_name=file.name sha256=file.sha256 same_bytes_as=duplicate_of?""")
            .of(SubmissionRecord.class, "submission_id receipt state reason")
            .of(CityFinding.class, """
                    time_period=period rule=finding.rule severity=finding.severity outcome=finding.outcome
                    item=finding.item ref_area=finding.area found=finding.found""")
            .of(RuleUse.class, """
                    rule passed=outcomes.passed failed=outcomes.failed not_judged=outcomes.not_judged
                    broken=outcomes.broken not_judged_because=unjudged""");

    private final RunContext context;
    private final RunParameters run;

    RunReport(RunContext context, RunParameters run) {
        this.context = context;
        this.run = run;
    }

    /** What there is to tell. */
    private record Report(
            RunParameters run,
            Catalogue catalogue,
            List<Receipt> received,
            List<SubmissionRecord> decided,
            PublishedPeriod.Open open,
            List<Period> published,
            List<CityFinding> cityFindings,
            List<RuleUse> rules,
            Map<String, String> brokenRules) {}

    void publish(List<SubmissionRecord> decided, List<Bulletin> published) throws IOException {
        Report report = new Report(
                run,
                context.catalogue(),
                context.archive().receipts().stream()
                        .filter(receipt -> receipt.receivedAt().equals(run.now()))
                        .toList(),
                decided,
                context.registry().published(run.period()).open(),
                published.stream().map(Bulletin::period).toList(),
                published.stream().flatMap(RunReport::cityFindings).toList(),
                context.registry().rules().use(run.now()),
                context.registry().rules().broken(run.now(), run.period()));
        DurableFiles.publish(context.folders().runs().resolve(run.runId() + ".json"), Json.bytes(report, MEMBERS));
    }

    private static Stream<CityFinding> cityFindings(Bulletin bulletin) {
        return bulletin.cityFindings().stream().map(finding -> new CityFinding(bulletin.period(), finding));
    }
}
