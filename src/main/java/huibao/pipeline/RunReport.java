package huibao.pipeline;

import huibao.files.DurableFiles;
import huibao.intake.Receipt;
import huibao.json.Json;
import huibao.model.Outcome;
import huibao.model.Period;
import huibao.model.RuleUse;
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

    private final Workshop workshop;
    private final RunParameters run;

    RunReport(Workshop workshop, RunParameters run) {
        this.workshop = workshop;
        this.run = run;
    }

    void publish(List<SubmissionRecord> decided, List<Period> published) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("run", run.runId());
        members.put("job", workshop.catalogue().settings().name());
        members.put("time_period", run.period().toString());
        members.put("districts", run.districts().stream().map(UnitCode::value).toList());
        members.put("stated_time", run.now().toString());
        members.put("catalogue_hash", workshop.catalogue().hash());
        members.put("received", received());
        members.put("decided", decided.stream().map(RunReport::decision).toList());
        members.put("rules", rules());
        members.put("broken_rules", workshop.registry().brokenRules(run.now(), run.period()));
        members.put("published", published.stream().map(Period::toString).toList());
        DurableFiles.publish(
                workshop.folders().runs().resolve(run.runId() + ".json"),
                Json.write(members).getBytes(StandardCharsets.UTF_8));
    }

    private List<Object> received() {
        List<Object> received = new ArrayList<>();
        for (Receipt receipt : workshop.archive().receipts()) {
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

    /** What came of every rule on what the run decided, and why some could not judge. */
    private List<Object> rules() {
        List<Object> rules = new ArrayList<>();
        for (RuleUse use : workshop.registry().ruleUse(run.now())) {
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
