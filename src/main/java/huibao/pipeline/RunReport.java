package huibao.pipeline;

import huibao.archive.Receipt;
import huibao.files.DurableFiles;
import huibao.json.Json;
import huibao.model.Bulletin;
import huibao.model.Finding;
import huibao.model.ItemCode;
import huibao.model.OpenFinding;
import huibao.model.Outcome;
import huibao.model.Period;
import huibao.model.RuleUse;
import huibao.model.Stake;
import huibao.model.SubmissionRecord;
import huibao.model.UnitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run did, as a file: {@code runs/<id>.json}. The same after a restart as without one. */
final class RunReport {

    private final RunContext context;
    private final RunParameters run;

    RunReport(RunContext context, RunParameters run) {
        this.context = context;
        this.run = run;
    }

    void publish(List<SubmissionRecord> decided, List<Bulletin> published) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("run", run.runId());
        members.put("job", context.catalogue().settings().name());
        members.put("time_period", run.period().toString());
        members.put("districts", run.districts().stream().map(UnitCode::value).toList());
        members.put("stated_time", run.now().toString());
        members.put("catalogue_hash", context.catalogue().hash());
        members.put("received", received());
        members.put("decided", decided.stream().map(RunReport::decision).toList());
        List<OpenFinding> open = published.stream()
                .filter(bulletin -> bulletin.period().equals(run.period()))
                .flatMap(bulletin -> bulletin.review().stream())
                .toList();
        Stake stake = Stake.of(open);
        members.put("open_findings", open.size());
        members.put("deciding_cells", stake.cells());
        members.put("decided_targets", stake.targets());
        members.put(
                "published",
                published.stream().map(bulletin -> bulletin.period().toString()).toList());
        members.put(
                "city_findings",
                published.stream()
                        .flatMap(bulletin ->
                                bulletin.cityFindings().stream().map(found -> cityFinding(bulletin.period(), found)))
                        .toList());
        members.put("rules", rules());
        members.put("broken_rules", context.registry().brokenRules(run.now(), run.period()));
        DurableFiles.publish(
                context.folders().runs().resolve(run.runId() + ".json"),
                Json.write(members).getBytes(StandardCharsets.UTF_8));
    }

    private List<Object> received() {
        List<Object> received = new ArrayList<>();
        for (Receipt receipt : context.archive().receipts()) {
            if (receipt.receivedAt().equals(run.now())) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("receipt", receipt.number());
                one.put("file_name", receipt.file().name());
                one.put("sha256", receipt.file().sha256());
                receipt.duplicateOf().ifPresent(number -> one.put("same_bytes_as", number));
                received.add(one);
            }
        }
        return received;
    }

    private static Map<String, Object> cityFinding(Period period, Finding finding) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("time_period", period.toString());
        one.put("rule", finding.rule());
        one.put("severity", finding.severity().name());
        one.put("outcome", finding.outcome().name());
        one.put("item", finding.item().map(ItemCode::value).orElse(""));
        one.put("ref_area", finding.parameters().getOrDefault("area", ""));
        one.put("found", finding.parameters().getOrDefault(Finding.FOUND, ""));
        return one;
    }

    /** What came of every rule on what the run decided, and why some could not judge. */
    private List<Object> rules() {
        List<Object> rules = new ArrayList<>();
        for (RuleUse use : context.registry().ruleUse(run.now())) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("rule", use.rule());
            for (Outcome outcome : Outcome.values()) {
                one.put(outcome.name().toLowerCase(Locale.ROOT), use.outcomes().getOrDefault(outcome, 0));
            }
            Map<String, Object> reasons = new LinkedHashMap<>();
            use.unjudged().forEach((why, times) -> reasons.put(why.name(), times));
            one.put("not_judged_because", reasons);
            rules.add(one);
        }
        return rules;
    }

    private static Map<String, Object> decision(SubmissionRecord record) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("submission_id", record.submissionId());
        one.put("receipt", record.receipt());
        one.put("state", record.state().name());
        one.put("reason", record.reason());
        return one;
    }
}
