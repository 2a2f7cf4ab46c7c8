package huibao.validation;

import static huibao.validation.FilledForm.rule;
import static huibao.validation.FilledForm.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import huibao.model.Decision;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Impact;
import huibao.model.MilestoneState;
import huibao.model.MissingReason;
import huibao.model.Observation;
import huibao.model.Outcome;
import huibao.model.Reading;
import huibao.model.Rule;
import huibao.model.Rule.State;
import huibao.model.Severity;
import huibao.model.SubmissionState;
import huibao.model.TargetCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorTest {

    private static final Rule SWING = rule(FindingKind.YEAR_SWING, "T0204", "percent=30");
    private static final String REASON = "甬江项目五月集中签约";

    @Test
    void acceptsACompleteForm() {
        Decision decision = new Validator(FilledForm.JOB)
                .validate(FilledForm.complete("330212", "2023-06").reading(), Context.none());
        assertThat(decision.findings()).isEmpty();
        assertThat(decision.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(decision.reason()).isEqualTo(Decision.CLEAN);
        assertThat(decision.tally().get("REQUIRED").get(Outcome.PASSED)).isGreaterThan(100);
        assertThat(decision.tally().get("YTD_BELOW_PREVIOUS")).containsOnlyKeys(Outcome.NOT_JUDGED);
    }

    @Test
    void returnsTheFormForAMandatoryFindingEvenIfItIsExplained() {
        Decision decision = new Validator(FilledForm.JOB)
                .validate(
                        FilledForm.complete("330212", "2023-06")
                                .value("T0202", "110.5")
                                .explained("T0202", REASON)
                                .reading(),
                        Context.none());
        assertThat(decision.state()).isEqualTo(SubmissionState.RETURNED);
        assertThat(decision.reason()).isEqualTo("INTEGER");
    }

    @Test
    void rejectsWhatReadingCouldNotTakeAsAForm() {
        Finding encrypted = Finding.ofReading(FindingKind.ENCRYPTED, Optional.empty(), List.of(), Map.of());
        Decision decision = new Validator(FilledForm.JOB)
                .validate(new Reading(FilledForm.file(), Optional.empty(), List.of(encrypted)), Context.none());
        assertThat(decision.state()).isEqualTo(SubmissionState.REJECTED);
        assertThat(decision.reason()).isEqualTo("ENCRYPTED");
        assertThat(decision.findings()).containsExactly(encrypted);
    }

    @Test
    void rejectsAUnitTheJobDoesNotHave() {
        Reading stranger = FilledForm.of("999999", "2023-06").reading();
        Decision decision = new Validator(FilledForm.JOB).validate(stranger, Context.none());
        assertThat(decision.state()).isEqualTo(SubmissionState.REJECTED);
        assertThat(decision.reason()).isEqualTo("UNIT_UNKNOWN");
    }

    @Test
    void acceptsAVerifyFindingWithAUsableExplanationOnly() {
        assertThat(judge(swinging(), SWING).state()).isEqualTo(SubmissionState.RETURNED);
        assertThat(judge(swinging().explained("T0204", "情况属实"), SWING).state()).isEqualTo(SubmissionState.RETURNED);
        assertThat(judge(swinging().inGeneral(REASON), SWING).state()).isEqualTo(SubmissionState.RETURNED);

        Decision explained = judge(swinging().explained("T0204", REASON), SWING);
        assertThat(explained.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(explained.findings()).extracting(Finding::explanation).containsExactly(REASON);
    }

    @Test
    void explainsWhatHasNoRowByTheGeneralExplanation() {
        Rule header = rule(FindingKind.HEADER_INCOMPLETE, "", "fields=填表人");
        FilledForm unsigned = june().signed(Map.of());
        assertThat(judge(unsigned, header).state()).isEqualTo(SubmissionState.RETURNED);
        assertThat(judge(unsigned.inGeneral("填表人出差，下周补签"), header).state()).isEqualTo(SubmissionState.ACCEPTED);
    }

    @Test
    void evidenceColumnDoesNotExplain() {
        FilledForm form = june().milestone("M1018", MilestoneState.COMPLETED, "");
        assertThat(judge(form).reason()).isEqualTo("MILESTONE_WITHOUT_EVIDENCE");
        assertThat(judge(form, with(rule(FindingKind.MILESTONE_WITHOUT_EVIDENCE, ""), Severity.VERIFY, State.OFF))
                        .findings())
                .isEmpty();
    }

    @Test
    void trialRuleReportsAndNeverBlocks() {
        Decision decision = judge(swinging(), with(SWING, Severity.MANDATORY, State.TRIAL));
        assertThat(decision.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(decision.findings()).singleElement().matches(Finding::trial);
    }

    @Test
    void ruleThatIsOffLeavesNoTrace() {
        Decision decision = judge(swinging(), with(SWING, Severity.VERIFY, State.OFF));
        assertThat(decision.findings()).isEmpty();
        // runs in every job, unless a line turns it off
        assertThat(decision.tally())
                .containsOnlyKeys(
                        "MILESTONES_GONE",
                        "REPLACES_ACCEPTED",
                        "OTHER_UNITS_FIGURES",
                        "NEXT_PERIODS_FIGURES",
                        "COLUMNS_EXCHANGED",
                        "ROWS_SHIFTED");
    }

    @Test
    void brokenRuleIsNamedStopsOnlyItselfAndNeverBlocks() {
        Rule broken = new Rule(
                "MY_RANGE",
                FindingKind.RANGE,
                Severity.MANDATORY,
                State.ON,
                SWING.items(),
                Map.of("min", "2", "max", "1"));
        Decision decision = judge(swinging().explained("T0204", REASON), broken, SWING);
        assertThat(decision.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(decision.findings())
                .extracting(Finding::rule, Finding::outcome)
                .containsExactly(tuple("MY_RANGE", Outcome.BROKEN), tuple("YEAR_SWING", Outcome.FAILED));
        assertThat(decision.findings().get(0).parameters())
                .contains(entry("rule", "MY_RANGE"), entry("found", "min is above max"));
        assertThat(decision.tally().get("MY_RANGE")).containsExactly(entry(Outcome.BROKEN, 1));
    }

    @Test
    void nonsenseParametersBreakTheirRule() {
        for (Rule rule : List.of(
                rule(FindingKind.UNIT_SLIP, "T0204", "tolerance_percent=much"),
                rule(FindingKind.YEAR_SWING, "T0204"),
                rule(FindingKind.PART_EXCEEDS_WHOLE, "", "part=T0204", "whole=NOPE"))) {
            assertThat(judge(swinging(), rule).tally().get(rule.code())).containsOnlyKeys(Outcome.BROKEN);
        }
    }

    @Test
    void ruleFileChangesTheSeverityOfWhatReadingSays() {
        FilledForm form = june().read(FindingKind.HIDDEN_ROW, "", "A9");
        Rule line = rule(FindingKind.HIDDEN_ROW, "");
        assertThat(judge(form).state()).isEqualTo(SubmissionState.RETURNED);
        assertThat(judge(form, with(line, Severity.NOTICE, State.ON)).findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.NOTICE);
        assertThat(judge(form, with(line, Severity.VERIFY, State.OFF)).findings())
                .isEmpty();
        assertThat(judge(form, with(line, Severity.VERIFY, State.TRIAL)).state())
                .isEqualTo(SubmissionState.ACCEPTED);
    }

    @Test
    void ruleFileCannotTalkDownALostFigure() {
        FilledForm form = june().read(FindingKind.NUMBER, "T0204", "E9");
        assertThat(judge(form, with(rule(FindingKind.NUMBER, ""), Severity.NOTICE, State.OFF))
                        .state())
                .isEqualTo(SubmissionState.RETURNED);
    }

    @Test
    void unitSlipSuppressesItsConsequences() {
        Rule slip = rule(FindingKind.UNIT_SLIP, "T0204", "tolerance_percent=30");
        Rule fell = rule(FindingKind.YTD_BELOW_PREVIOUS, "T0204");
        FilledForm form = june().value("T0204", "0.0061").prior("T0204", "60");
        assertThat(kinds(judge(form, may("50"), slip, fell, SWING))).containsExactly(FindingKind.UNIT_SLIP);
        assertThat(kinds(judge(form, may("50"), fell, SWING)))
                .containsExactlyInAnyOrder(FindingKind.YTD_BELOW_PREVIOUS, FindingKind.YEAR_SWING);
    }

    @Test
    void findingThatBlocksIsNotSuppressedByOneThatDoesNot() {
        Rule slip = with(rule(FindingKind.UNIT_SLIP, "T0204", "tolerance_percent=30"), Severity.VERIFY, State.TRIAL);
        FilledForm form = june().value("T0204", "0.0061").prior("T0204", "60");
        assertThat(kinds(judge(form, may("50"), slip, SWING)))
                .containsExactlyInAnyOrder(FindingKind.UNIT_SLIP, FindingKind.YEAR_SWING);
    }

    @Test
    void unreadableCellHasNoFollowUps() {
        FilledForm form = FilledForm.complete("330212", "2023-06")
                .missing("T0204", "E", MissingReason.UNREADABLE, "约400")
                .read(FindingKind.APPROXIMATE, "T0204", "E10");
        assertThat(kinds(new Validator(FilledForm.JOB).validate(form.reading(), Context.none())))
                .containsExactly(FindingKind.APPROXIMATE);
    }

    @Test
    void identicalFindingsBecomeOneWithAllCells() {
        FilledForm form = june().read(FindingKind.HIDDEN_ROW, "", "A30")
                .read(FindingKind.HIDDEN_ROW, "", "A9")
                .read(FindingKind.HIDDEN_ROW, "T0204", "A10");
        List<Finding> findings = judge(form).findings();
        assertThat(findings).hasSize(2);
        assertThat(findings.get(0).cells()).extracting(cell -> cell.cell()).containsExactly("A9", "A30");
        assertThat(findings.get(1).cells()).extracting(cell -> cell.cell()).containsExactly("A10");
    }

    @Test
    void reportsSeverityThenFormThenPlaceWhereNobodyKnowsWhatHangsOnIt() {
        FilledForm form = june().value("T0202", "1.5")
                .value("T0204", "200")
                .prior("T0204", "100")
                .value("T0205", "-1")
                .read(FindingKind.EXTERNAL_LINK, "T0204", "E100")
                .read(FindingKind.SCALE_WORD, "T0204", "E2")
                .read(FindingKind.EXTERNAL_LINK, "T0205", "F9")
                .read(FindingKind.FORM_VERSION, "");
        Decision decision =
                judge(form, SWING, rule(FindingKind.NOT_NEGATIVE, "T0205"), rule(FindingKind.INTEGER, "T0202"));
        assertThat(kinds(decision))
                .containsExactly(
                        FindingKind.INTEGER,
                        FindingKind.NOT_NEGATIVE,
                        FindingKind.YEAR_SWING,
                        FindingKind.EXTERNAL_LINK,
                        FindingKind.EXTERNAL_LINK,
                        FindingKind.FORM_VERSION,
                        FindingKind.SCALE_WORD);
        assertThat(decision.findings().get(3).cells().get(0).cell()).isEqualTo("F9");
        assertThat(decision.reason()).isEqualTo("INTEGER");
    }

    @Test
    void reportsWhatIsGraverFirstAndWithinItWhatTurnsAVerdictAndMuchBeforeLittle() {
        FilledForm form = june().value("T0202", "1.5")
                .value("T0204", "200")
                .prior("T0204", "100")
                .value("T0205", "-1")
                .read(FindingKind.SCALE_WORD, "T0301", "E100")
                .read(FindingKind.FORM_VERSION, "");
        Map<String, Impact> weights = Map.of(
                "T0301", new Impact(List.of(new TargetCode("T0301")), new BigDecimal("0.1")),
                "T0204", new Impact(List.of(), new BigDecimal("7")),
                "T0205", new Impact(List.of(), new BigDecimal("7.5")));
        Decision decision = new Validator(FilledForm.jobWith(
                        SWING, rule(FindingKind.NOT_NEGATIVE, "T0205"), rule(FindingKind.INTEGER, "T0202")))
                .validate(
                        form.reading(),
                        Context.none(),
                        finding -> finding.item()
                                .map(item -> weights.getOrDefault(item.value(), Impact.NONE))
                                .orElse(Impact.NONE));

        assertThat(kinds(decision))
                .containsExactly(
                        FindingKind.NOT_NEGATIVE,
                        FindingKind.INTEGER,
                        FindingKind.YEAR_SWING,
                        FindingKind.SCALE_WORD,
                        FindingKind.FORM_VERSION);
        assertThat(decision.findings().get(3).impact().decides()).containsExactly(new TargetCode("T0301"));
        assertThat(decision.reason()).isEqualTo("NOT_NEGATIVE");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void orderOfObservationsAndFindingsIsIrrelevant(long seed) {
        Random random = new Random(seed);
        FilledForm form = FilledForm.complete("330212", "2023-06");
        for (String item : List.of("T0202", "T0204", "T0301", "T0502", "T0801A", "T1006")) {
            if (random.nextBoolean()) {
                form.value(item, String.valueOf(random.nextInt(2_000) - 500));
            }
        }
        form.read(FindingKind.HIDDEN_ROW, "", "A9")
                .read(FindingKind.SCALE_WORD, "T0204", "E9")
                .read(FindingKind.HIDDEN_ROW, "", "A8");
        Validator validator = new Validator(FilledForm.JOB);
        Decision expected = validator.validate(form.reading(), may("50"));

        List<Observation> shuffled = new ArrayList<>(form.observations());
        Collections.shuffle(shuffled, random);
        List<Finding> findings = new ArrayList<>(form.findings());
        Collections.shuffle(findings, random);
        Reading reading = new Reading(FilledForm.file(), Optional.of(form.submission(shuffled)), findings);
        assertThat(validator.validate(reading, may("50"))).isEqualTo(expected);
    }

    private static FilledForm june() {
        return FilledForm.yinzhou("2023-06");
    }

    private static FilledForm swinging() {
        return june().value("T0204", "200").prior("T0204", "100");
    }

    private static Context may(String technologyTrade) {
        return Judgements.context(
                Optional.of(FilledForm.yinzhou("2023-05")
                        .value("T0204", technologyTrade)
                        .submission()),
                Optional.empty(),
                Map.of());
    }

    private static Decision judge(FilledForm form, Rule... rules) {
        return judge(form, Context.none(), rules);
    }

    private static Decision judge(FilledForm form, Context context, Rule... rules) {
        return new Validator(FilledForm.jobWith(rules)).validate(form.reading(), context);
    }

    private static List<FindingKind> kinds(Decision decision) {
        return decision.findings().stream().map(Finding::kind).toList();
    }
}
