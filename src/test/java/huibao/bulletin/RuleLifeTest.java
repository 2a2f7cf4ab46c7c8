package huibao.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import huibao.bulletin.RuleHit.Explanation;
import huibao.bulletin.RuleHit.LaterFigure;
import huibao.model.FindingKind;
import huibao.model.Outcome;
import huibao.model.Period;
import huibao.model.Rule;
import huibao.model.Severity;
import huibao.model.Unjudged;
import huibao.pipeline.FileCheck;
import huibao.pipeline.Registries;
import huibao.pipeline.RunResult;
import huibao.store.Registry;
import huibao.testing.Bureau;
import huibao.testing.JobFolder;
import huibao.testing.JsonObjects;
import huibao.testing.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule from its trial to its retirement: what it does, what is known of it, what happens when it breaks. */
class RuleLifeTest {

    private static final String FIRST = "2024-04-08T00:00:00Z";
    private static final String SECOND = "2024-04-09T00:00:00Z";
    private static final Period Q1 = Period.parse("2024-Q1");

    @TempDir
    Path folder;

    @Test
    void ruleOnTrialReportsEverywhereAndBlocksNobody() throws IOException {
        Bureau bureau = bureau("FISH_MAX,RANGE,MANDATORY,TRIAL,FISH,max=10,");
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "11"));
        FileCheck.Checked checked = new FileCheck(bureau.catalogue(), Optional.empty(), Optional.empty())
                .check(bureau.folders().inbox().resolve("SEA-N-2024-Q1.xlsx"));

        RunResult result = bureau.run("2024-Q1", FIRST);

        assertThat(checked.decision().findings()).singleElement().matches(finding -> finding.trial());
        assertThat(result.outcome()).isEqualTo(RunResult.Outcome.DONE);
        assertThat(bureau.states("SEA-N", "2024-Q1")).containsExactly("v1 ACCEPTED CLEAN");
        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT rule || ' ' || severity || ' ' || trial || ' ' || cell FROM finding"))
                .containsExactly("FISH_MAX MANDATORY 1 E10");
        assertThat(bureau.folders().returns(Q1))
                .satisfiesAnyOf(
                        none -> assertThat(none).doesNotExist(),
                        none -> assertThat(none).isEmptyDirectory());
        assertThat(summary(bureau)).contains("trial");
    }

    @Test
    void brokenRuleStopsOnlyItselfAndIsNamedEverywhere() throws IOException {
        Bureau bureau = bureau("FISH_RANGE,RANGE,MANDATORY,ON,FISH,min=5;max=1,");
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "-3"));
        bureau.drop("SEA-S", "2024-Q1");

        RunResult result = bureau.run("2024-Q1", FIRST);

        assertThat(result.brokenRules()).containsExactly(Map.entry("FISH_RANGE", "min is above max"));
        assertThat(bureau.states("SEA-N", "2024-Q1")).containsExactly("v1 RETURNED NOT_NEGATIVE");
        assertThat(bureau.states("SEA-S", "2024-Q1")).containsExactly("v1 ACCEPTED CLEAN");
        assertThat(summary(bureau)).contains("Rule FISH_RANGE cannot run: min is above max");
        Map<String, Object> report = report(bureau, result);
        assertThat(report.get("broken_rules")).isEqualTo(Map.of("FISH_RANGE", "min is above max"));
        assertThat(report.get("rules").toString()).contains("rule=FISH_RANGE", "broken=2");
        try (Registry registry = Registries.open(bureau.catalogue(), bureau.folders())) {
            assertThat(Bulletins.asPublished(bureau.catalogue(), registry)
                            .of(Q1)
                            .brokenRules())
                    .containsKey("FISH_RANGE");
        }
    }

    @Test
    void brokenRuleAloneNeedsNoPersonAtTheInbox() throws IOException {
        Bureau bureau = bureau("FISH_RANGE,RANGE,MANDATORY,ON,FISH,min=5;max=1,");
        bureau.drop("SEA-S", "2024-Q1");

        assertThat(bureau.run("2024-Q1", FIRST).outcome().exitCode()).isZero();
    }

    @Test
    void runSaysWhatCameOfEveryRuleAndWhySomeCouldNotJudge() throws IOException {
        Bureau bureau = bureau("");
        bureau.drop("SEA-N", "2024-Q1");
        RunResult result = bureau.run("2024-Q1", FIRST);

        assertThat(report(bureau, result).get("rules").toString())
                .contains("rule=PERIOD_SWING, passed=0, failed=0, not_judged=2, broken=0,"
                        + " not_judged_because={NO_PREVIOUS=2}");
        assertThat(Trees.query(
                        bureau.folders().database(),
                        "SELECT reason || ' ' || times FROM rule_unjudged WHERE rule = 'YTD_BELOW_PREVIOUS'"))
                .containsExactly("NO_PREVIOUS 1");
    }

    @Test
    void rehearsalShowsWhatARuleWouldHaveHitAndWritesNothing() throws IOException {
        Bureau bureau = bureau("");
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "7"));
        bureau.drop("SEA-S", "2024-Q1", "", Map.of("FISH", "6", "FISH 核实说明", "storms kept the fleet in port"));
        bureau.run("2024-Q1", FIRST);
        bureau.drop("SEA-N", "2024-Q1", "-2", Map.of("FISH", "70"));
        bureau.run("2024-Q1", SECOND);
        String before = Trees.dump(bureau.folders().database());

        Rule minimum = new Rule(
                "FISH_MIN",
                FindingKind.RANGE,
                Severity.MANDATORY,
                Rule.State.TRIAL,
                bureau.catalogue().items().stream()
                        .filter(item -> item.code().value().equals("FISH"))
                        .map(item -> item.code())
                        .collect(Collectors.toSet()),
                Map.of("min", "8"));
        Rehearsal.Result result = rehearse(bureau, minimum, Optional.empty());

        assertThat(result.forms()).isEqualTo(3);
        assertThat(result.hits())
                .extracting(RuleHit::submissionId, RuleHit::explanation, RuleHit::figure, RuleHit::turnsAway)
                .containsExactly(
                        tuple("SEA-N-2024-Q1-v1", Explanation.NONE, LaterFigure.CORRECTED, true),
                        tuple("SEA-S-2024-Q1-v1", Explanation.GIVEN, LaterFigure.LEFT, true));
        assertThat(result.outcomes()).containsEntry(Outcome.FAILED, 2);
        assertThat(rehearse(bureau, minimum, Optional.of(Period.parse("2024-Q2")))
                        .forms())
                .isZero();
        assertThat(Trees.dump(bureau.folders().database())).isEqualTo(before);
    }

    @Test
    void rehearsalComparesEachFormWithWhatStoodWhenItWasJudged() throws IOException {
        Bureau bureau = bureau("");
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "100"));
        bureau.run("2024-Q1", FIRST);
        bureau.drop("SEA-N", "2024-Q2", "", Map.of("FISH", "90"));
        bureau.run("2024-Q2", "2024-07-08T00:00:00Z");
        // Q1 is corrected afterwards; Q2 was judged against 100 all the same.
        bureau.drop("SEA-N", "2024-Q1", "-2", Map.of("FISH", "80"));
        bureau.run("2024-Q2", "2024-07-09T00:00:00Z");

        Rule fell = bureau.catalogue().rules().stream()
                .filter(rule -> rule.kind() == FindingKind.YTD_BELOW_PREVIOUS)
                .findFirst()
                .orElseThrow();
        Rehearsal.Result result = rehearse(bureau, fell, Optional.empty());

        assertThat(result.hits()).extracting(RuleHit::submissionId).containsExactly("SEA-N-2024-Q2-v1");
        assertThat(result.unjudged()).containsEntry(Unjudged.NO_PREVIOUS, 2);
    }

    @Test
    void rehearsalOfABrokenRuleSaysWhy() throws IOException {
        Bureau bureau = bureau("");
        bureau.drop("SEA-N", "2024-Q1");
        bureau.run("2024-Q1", FIRST);
        Rule broken = new Rule(
                "B",
                FindingKind.RANGE,
                Severity.NOTICE,
                Rule.State.ON,
                Set.copyOf(List.of(bureau.catalogue().items().get(0).code())),
                Map.of("min", "2", "max", "1"));

        assertThat(rehearse(bureau, broken, Optional.empty()).broken()).contains("min is above max");
    }

    @Test
    void historyOfARuleKnowsWhatWasCorrected() throws IOException {
        Bureau bureau = bureau("");
        bureau.drop("SEA-N", "2024-Q1", "", Map.of("FISH", "-3"));
        bureau.drop("SEA-S", "2024-Q1", "", Map.of("FISH", "-4"));
        bureau.run("2024-Q1", FIRST);
        bureau.drop("SEA-N", "2024-Q1", "-2", Map.of("FISH", "3"));
        bureau.run("2024-Q1", SECOND);

        try (Registry registry = Registries.open(bureau.catalogue(), bureau.folders())) {
            assertThat(new RuleHistory(bureau.catalogue(), registry).of("NOT_NEGATIVE"))
                    .extracting(RuleHit::submissionId, RuleHit::figure)
                    .containsExactly(
                            tuple("SEA-N-2024-Q1-v1", LaterFigure.CORRECTED),
                            tuple("SEA-S-2024-Q1-v1", LaterFigure.LEFT));
        }
    }

    private Bureau bureau(String rule) throws IOException {
        Path job = JobFolder.copy(JobFolder.SEASIDE, folder.resolve("job"));
        Files.writeString(
                job.resolve("rules.csv"),
                rule.isEmpty() ? "" : rule + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);
        return new Bureau(job, folder);
    }

    private static Rehearsal.Result rehearse(Bureau bureau, Rule rule, Optional<Period> only) {
        try (Registry registry = Registries.open(bureau.catalogue(), bureau.folders())) {
            return new Rehearsal(bureau.catalogue(), registry).run(rule, only);
        }
    }

    private static Map<String, Object> report(Bureau bureau, RunResult result) throws IOException {
        return JsonObjects.read(
                Files.readString(bureau.folders().runs().resolve(result.runId() + ".json"), StandardCharsets.UTF_8));
    }

    /** The texts of all sheets, wherever in the package they stand. */
    private static String summary(Bureau bureau) throws IOException {
        StringBuilder texts = new StringBuilder();
        try (ZipFile zip = new ZipFile(bureau.folders().summary(Q1).toFile())) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                if (part.getName().endsWith(".xml")) {
                    texts.append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return texts.toString();
    }
}
