package huibao.validation;

import static huibao.validation.FilledForm.rule;
import static huibao.validation.FilledForm.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import huibao.message.Messages;
import huibao.model.CellRef;
import huibao.model.Decision;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.FindingKind.Scope;
import huibao.model.MilestoneState;
import huibao.model.MissingReason;
import huibao.model.Outcome;
import huibao.model.Rule;
import huibao.model.Severity;
import huibao.model.Submission;
import huibao.model.UnitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One passing and one failing form per rule. T0204 is 技术交易额 (亿元, YTD), T0205 有效发明专利 (万件, POINT). */
class RulesTest {

    private static final FilledForm JUNE = FilledForm.yinzhou("2023-06");

    @Test
    void everyKindOfRuleHasItsCheck() {
        assertThat(Stream.of(FindingKind.values()).filter(kind -> kind.scope() == Scope.RULE))
                .allMatch(kind -> Checks.BY_KIND.containsKey(kind) || kind == FindingKind.EXPLANATION_UNUSABLE);
    }

    @Test
    void requiredFigureThatIsBlankIsNamedWithItsCell() {
        Rule rule = rule(FindingKind.REQUIRED, "T0204", "prior_year=yes");
        assertPasses(rule, june().value("T0204", "0").prior("T0204", "12"));

        Finding finding = only(rule, june().prior("T0204", "12").value("T0205", "1"));
        assertThat(finding.cells()).containsExactly(JUNE.at("T0204", "E"));
        assertThat(finding.parameters()).contains(entry("name", "技术交易额"), entry("column", "VALUE"));
    }

    @Test
    void requiredPriorYearIsAskedOnlyWhereTheRuleSaysSo() {
        FilledForm form = june().value("T0204", "3");
        assertThat(only(rule(FindingKind.REQUIRED, "T0204", "prior_year=yes"), form)
                        .parameters())
                .containsEntry("column", "PRIOR_YEAR");
        assertPasses(rule(FindingKind.REQUIRED, "T0204"), form);
    }

    @Test
    void requiredItemWithoutRowIsNamedOnceAndHasNoCell() {
        Finding finding = only(rule(FindingKind.REQUIRED, "T0204", "prior_year=yes"), june());
        assertThat(finding.cells()).isEmpty();
        assertThat(finding.item()).map(Object::toString).contains("T0204");
    }

    @Test
    void requiredDoesNotRepeatWhatReadingSaid() {
        Rule rule = rule(FindingKind.REQUIRED, "T0204");
        for (MissingReason reason : List.of(
                MissingReason.NOT_APPLICABLE,
                MissingReason.BELOW_UNIT,
                MissingReason.NO_DATA,
                MissingReason.PENDING,
                MissingReason.UNREADABLE)) {
            assertNotJudged(rule, june().missing("T0204", "E", reason, "？"), Context.none());
        }
        FilledForm merged = june().missing("T0204", "E", MissingReason.BLANK, "")
                .read(FindingKind.MERGED_FIGURE, "T0204", JUNE.at("T0204", "E").cell());
        assertThat(judge(rule, merged, Context.none()).findings())
                .extracting(Finding::kind)
                .containsExactly(FindingKind.MERGED_FIGURE);
        FilledForm narrow =
                june().missing("T0204", "E", MissingReason.NOT_ASKED, "").read(FindingKind.COLUMN_MISSING, "");
        assertThat(judge(rule, narrow, Context.none()).findings())
                .extracting(Finding::kind)
                .containsExactly(FindingKind.COLUMN_MISSING);
        FilledForm twice = june().read(FindingKind.ROW_DUPLICATE, "T0204", "A9", "A10");
        assertThat(judge(rule, twice, Context.none()).findings())
                .extracting(Finding::kind)
                .containsExactly(FindingKind.ROW_DUPLICATE);
    }

    @Test
    void countMustBeWhole() {
        Rule rule = rule(FindingKind.INTEGER, "T0202");
        assertPasses(rule, june().value("T0202", "12.0").prior("T0202", "3"));
        assertThat(only(rule, june().value("T0202", "12.5").prior("T0202", "3")).parameters())
                .containsEntry("found", "12.5");
    }

    @Test
    void priorYearCountMustBeWholeToo() {
        Finding finding = only(
                rule(FindingKind.INTEGER, "T0202"), june().value("T0202", "12").prior("T0202", "3.5"));
        assertThat(finding.cells()).containsExactly(JUNE.at("T0202", "F"));
    }

    @Test
    void figureMustNotBeNegative() {
        Rule rule = rule(FindingKind.NOT_NEGATIVE, "T0204");
        assertPasses(rule, june().value("T0204", "0").prior("T0204", "0"));
        assertThat(only(rule, june().value("T0204", "-0.01").prior("T0204", "0"))
                        .parameters())
                .containsEntry("found", "-0.01");
    }

    @Test
    void figureMustLieInItsRange() {
        Rule rule = rule(FindingKind.RANGE, "T0709", "min=0", "max=1");
        assertPasses(rule, june().value("T0709", "1").prior("T0709", "0"));
        assertThat(only(rule, june().value("T0709", "2").prior("T0709", "0")).parameters())
                .contains(entry("found", "2"), entry("max", "1"));
    }

    @Test
    void tenThousandTimesThePreviousFigureIsAUnitSlip() {
        Rule rule = rule(FindingKind.UNIT_SLIP, "T0204", "tolerance_percent=30");
        Context may = previous(FilledForm.yinzhou("2023-05").value("T0204", "50"));
        assertPasses(rule, june().value("T0204", "61"), may);

        Finding finding = only(rule, june().value("T0204", "610000"), may);
        assertThat(finding.parameters())
                .contains(entry("factor", "10000"), entry("expected", "61"), entry("previous", "50"));
    }

    @Test
    void unitSlipIsFoundAgainstThePriorYearWhereNothingWasReportedBefore() {
        Rule rule = rule(FindingKind.UNIT_SLIP, "T0204", "tolerance_percent=30");
        Finding finding = only(rule, june().value("T0204", "0.011").prior("T0204", "1.02"));
        assertThat(finding.parameters()).contains(entry("factor", "0.01"), entry("prior_year", "1.02"));
        assertThat(finding.cells()).containsExactly(JUNE.at("T0204", "E"), JUNE.at("T0204", "F"));
    }

    @Test
    void unitSlipOfAWholeRowIsFoundAgainstThePreviousPeriod() {
        Rule rule = rule(FindingKind.UNIT_SLIP, "T0204", "tolerance_percent=30");
        Context may = previous(FilledForm.yinzhou("2023-05").value("T0204", "50"));
        assertThat(only(rule, june().value("T0204", "610000").prior("T0204", "550000"), may)
                        .parameters())
                .containsEntry("factor", "10000");
    }

    @Test
    void harvestAndSmallCountsAreNoUnitSlip() {
        Rule rule = rule(FindingKind.UNIT_SLIP, "T0702 T0602", "tolerance_percent=30");
        Context may =
                previous(FilledForm.yinzhou("2023-05").value("T0702", "0.1").value("T0602", "1"));
        assertPasses(rule, june().value("T0702", "1.2").prior("T0702", "1.15").value("T0602", "12"), may);
    }

    @Test
    void figureOfLastYearsSizeIsNoUnitSlipWhateverThePreviousPeriodWas() {
        Rule rule = rule(FindingKind.UNIT_SLIP, "T0204", "tolerance_percent=30");
        Context context = new Context(
                Optional.of(FilledForm.yinzhou("2023-05").value("T0204", "0.5").submission()),
                Optional.of(FilledForm.yinzhou("2022-06").value("T0204", "55").submission()),
                Map.of());
        assertPasses(rule, june().value("T0204", "60"), context);
    }

    @Test
    void fifteenTimesIsASlipOfMuAndHectare() {
        Rule rule = rule(FindingKind.UNIT_SLIP, "T0502 T0204", "tolerance_percent=10");
        Context may =
                previous(FilledForm.yinzhou("2023-05").value("T0502", "100").value("T0204", "100"));
        assertThat(only(rule, june().value("T0502", "1800").value("T0204", "1800"), may)
                        .parameters())
                .contains(entry("factor", "15"), entry("expected", "120"), entry("unit", "亩"));
    }

    @Test
    void cumulatedFigureMustNotFall() {
        Rule rule = rule(FindingKind.YTD_BELOW_PREVIOUS, "T0204");
        Context may = previous(FilledForm.yinzhou("2023-05").value("T0204", "50"));
        assertPasses(rule, june().value("T0204", "50.0"), may);
        assertThat(only(rule, june().value("T0204", "49.99"), may).parameters())
                .contains(entry("found", "49.99"), entry("previous", "50"));
        assertNotJudged(rule, june().value("T0204", "49.99"), Context.none());
    }

    @Test
    void priorYearMustBeWhatLastYearReported() {
        Rule rule = rule(FindingKind.PRIOR_YEAR_CHANGED, "T0204");
        Context archive = new Context(
                Optional.empty(),
                Optional.of(FilledForm.yinzhou("2022-06").value("T0204", "40").submission()),
                Map.of());
        assertPasses(rule, june().prior("T0204", "40.00"), archive);
        assertThat(only(rule, june().prior("T0204", "40.0001"), archive).parameters())
                .contains(entry("found", "40.0001"), entry("expected", "40"));
    }

    @Test
    void growthAsTypedMustBeGrowthAsComputed() {
        Rule rule = rule(FindingKind.GROWTH_MISMATCH, "T0204", "points=0.1");
        assertPasses(rule, june().value("T0204", "110").prior("T0204", "100").growth("T0204", "10.1"));
        assertThat(only(rule, june().value("T0204", "110").prior("T0204", "100").growth("T0204", "10.11"))
                        .parameters())
                .contains(entry("computed", "10"), entry("points", "0.11"));
        assertNotJudged(rule, june().value("T0204", "110").prior("T0204", "0").growth("T0204", "10"), Context.none());
        assertNotJudged(rule, june().value("T0204", "110").prior("T0204", "100"), Context.none());
    }

    @Test
    void yearOnYearSwingIsJudgedFromItsLeastBaseOn() {
        Rule rule = rule(FindingKind.YEAR_SWING, "T0204", "percent=30", "min_base=1");
        assertPasses(rule, june().value("T0204", "130").prior("T0204", "100"));
        assertThat(only(rule, june().value("T0204", "69").prior("T0204", "100")).parameters())
                .contains(entry("change_percent", "-31"), entry("limit", "30"), entry("prior_year", "100"));
        assertNotJudged(rule, june().value("T0204", "5").prior("T0204", "0.9"), Context.none());
    }

    @Test
    void stockIsComparedWithThePreviousStock() {
        Rule rule = rule(FindingKind.PERIOD_SWING, "T0205", "percent=20", "min_base=1");
        Context may = previous(FilledForm.yinzhou("2023-05").value("T0205", "10"));
        assertPasses(rule, june().value("T0205", "12"), may);
        assertThat(only(rule, june().value("T0205", "12.1"), may).parameters())
                .contains(entry("change_percent", "21"), entry("previous", "10"));
    }

    @Test
    void flowIsComparedByWhatItAddsPerPeriod() {
        Rule rule = rule(FindingKind.PERIOD_SWING, "T0204", "percent=50");
        Context april = previous(FilledForm.yinzhou("2023-04").value("T0204", "40"));
        assertPasses(rule, june().value("T0204", "70"), april);
        assertThat(only(rule, june().value("T0204", "70.2"), april).parameters())
                .containsEntry("change_percent", "51");
    }

    @Test
    void figureThatDidNotMoveIsNoticed() {
        Rule rule = rule(FindingKind.SAME_AS_PREVIOUS, "T0204");
        Context may = previous(FilledForm.yinzhou("2023-05").value("T0204", "12.3400"));
        assertPasses(rule, june().value("T0204", "12.3401"), may);
        assertThat(only(rule, june().value("T0204", "12.34"), may).parameters()).containsEntry("previous", "12.34");
        assertPasses(
                rule,
                june().value("T0204", "0"),
                previous(FilledForm.yinzhou("2023-05").value("T0204", "0")));
    }

    @Test
    void partMustNotExceedItsWhole() {
        Rule rule = rule(FindingKind.PART_EXCEEDS_WHOLE, "", "part=T0801A", "whole=T0801B");
        assertPasses(rule, june().value("T0801A", "8").value("T0801B", "8"));
        Finding finding = only(rule, june().value("T0801A", "9").value("T0801B", "8"));
        assertThat(finding.cells()).containsExactly(JUNE.at("T0801A", "E"), JUNE.at("T0801B", "E"));
        assertThat(finding.parameters()).contains(entry("part", "9"), entry("whole", "8"));
    }

    @Test
    void balanceAllowsWhatRoundingCanDoAndNoMore() {
        Rule rule = rule(FindingKind.BALANCE, "", "whole=T0301", "parts=T0305+T0306");
        // three terms of four decimals: 3 × 0.00005
        assertPasses(rule, june().value("T0301", "10.00015").value("T0305", "4").value("T0306", "6"));
        assertThat(only(
                                rule,
                                june().value("T0301", "10.0002")
                                        .value("T0305", "4")
                                        .value("T0306", "6"))
                        .parameters())
                .contains(entry("whole", "10.0002"), entry("computed", "10"));
        Rule counts = rule(FindingKind.BALANCE, "", "whole=T0602", "parts=T0603+T0710");
        assertThat(only(counts, june().value("T0602", "7").value("T0603", "3").value("T0710", "3"))
                        .kind())
                .isEqualTo(FindingKind.BALANCE);
    }

    @Test
    void ratioMustLieInItsBounds() {
        Rule rule = rule(
                FindingKind.RATIO_BOUNDS,
                "",
                "numerator=T0706A",
                "denominator=T0706B",
                "scale=100",
                "min=0",
                "max=100");
        assertPasses(rule, june().value("T0706A", "3").value("T0706B", "3"));
        assertThat(only(rule, june().value("T0706A", "3.0001").value("T0706B", "3"))
                        .parameters())
                .containsEntry("computed", "100.0033");
        assertNotJudged(rule, june().value("T0706A", "3").value("T0706B", "0"), Context.none());
    }

    @Test
    void explanationBesideTheDenominatorExplainsTheRatioToo() {
        Rule rule = with(
                rule(
                        FindingKind.RATIO_BOUNDS,
                        "",
                        "numerator=T1008A",
                        "denominator=T1008B",
                        "scale=0.1",
                        "min=0.5",
                        "max=20"),
                Severity.VERIFY,
                Rule.State.ON);
        FilledForm form = june().value("T1008A", "100").value("T1008B", "100").explained("T1008B", "人口按普查结果重新核定");
        assertThat(only(rule, form).explanation()).isEqualTo("人口按普查结果重新核定");
    }

    @Test
    void zonesMustNotExceedTheirHost() {
        Rule rule = rule(FindingKind.SCOPE, "T0204");
        Context zones = related(
                FilledForm.of("3302-GX", "2023-06").value("T0204", "4"),
                FilledForm.of("3302-DQH", "2023-06").value("T0204", "2"));
        assertPasses(rule, june().value("T0204", "6"), zones);
        assertThat(only(rule, june().value("T0204", "5.9"), zones).parameters())
                .contains(entry("part", "6"), entry("whole", "5.9"), entry("other", "高新区、东钱湖旅游度假区"));
        assertNotJudged(rule, june().value("T0204", "5.9"), Context.none());
    }

    @Test
    void zoneIsJudgedWithItsHostAndSisters() {
        Rule rule = rule(FindingKind.SCOPE, "T0204");
        Context family = related(
                june().value("T0204", "6"), FilledForm.of("3302-DQH", "2023-06").value("T0204", "2"));
        FilledForm zone = FilledForm.of("3302-GX", "2023-06");
        assertPasses(rule, zone.value("T0204", "4"), family);
        assertThat(only(rule, zone.value("T0204", "4.1"), family).parameters())
                .contains(entry("found", "4.1"), entry("part", "6.1"), entry("other", "鄞州区"));
    }

    @Test
    void headerMustNameWhoAnswers() {
        Rule rule = rule(FindingKind.HEADER_INCOMPLETE, "", "fields=单位负责人|填表人");
        assertPasses(rule, june().signed(Map.of("单位负责人", "甲", "填表人", "乙")));
        assertThat(only(rule, june().signed(Map.of("单位负责人", "甲", "填表人", " "))).parameters())
                .containsEntry("name", "填表人");
    }

    @Test
    void completedMilestoneNeedsEvidence() {
        Rule rule = rule(FindingKind.MILESTONE_WITHOUT_EVIDENCE, "");
        assertPasses(
                rule,
                june().milestone("M1018", MilestoneState.COMPLETED, "浙双拥〔2023〕3号")
                        .milestone("M0817", MilestoneState.UNDER_WAY, ""));
        assertThat(only(rule, june().milestone("M1018", MilestoneState.COMPLETED, " — "))
                        .cells())
                .containsExactly(new CellRef("任务进展", "D5"));
    }

    @Test
    void emptyExplanationPhraseIsPointedOut() {
        Rule swing = rule(FindingKind.YEAR_SWING, "T0204", "percent=30");
        Rule rule = rule(FindingKind.EXPLANATION_UNUSABLE, "");
        FilledForm form = june().value("T0204", "200").prior("T0204", "100");
        Validator validator = new Validator(FilledForm.jobWith(swing, rule));

        assertThat(validator
                        .validate(form.explained("T0204", "情况属实。").reading(), Context.none())
                        .findings())
                .extracting(Finding::kind)
                .containsExactly(FindingKind.YEAR_SWING, FindingKind.EXPLANATION_UNUSABLE);
        assertThat(validator
                        .validate(form.explained("T0204", "甬江项目五月集中签约").reading(), Context.none())
                        .findings())
                .extracting(Finding::kind)
                .containsExactly(FindingKind.YEAR_SWING);
    }

    private static FilledForm june() {
        return FilledForm.yinzhou("2023-06");
    }

    private static Context previous(FilledForm form) {
        return new Context(Optional.of(form.submission()), Optional.empty(), Map.of());
    }

    private static Context related(FilledForm... forms) {
        Map<UnitCode, Submission> related = new TreeMap<>();
        Stream.of(forms).map(FilledForm::submission).forEach(form -> related.put(form.unit(), form));
        return new Context(Optional.empty(), Optional.empty(), related);
    }

    private static Decision judge(Rule rule, FilledForm form, Context context) {
        return new Validator(FilledForm.jobWith(rule)).validate(form.reading(), context);
    }

    private static void assertPasses(Rule rule, FilledForm form) {
        assertPasses(rule, form, Context.none());
    }

    private static void assertPasses(Rule rule, FilledForm form, Context context) {
        Decision decision = judge(rule, form, context);
        assertThat(decision.findings()).isEmpty();
        assertThat(decision.tally().get(rule.code())).containsKey(Outcome.PASSED);
    }

    private static void assertNotJudged(Rule rule, FilledForm form, Context context) {
        Decision decision = judge(rule, form, context);
        assertThat(decision.findings()).isEmpty();
        assertThat(decision.tally().get(rule.code())).containsOnlyKeys(Outcome.NOT_JUDGED);
    }

    private static Finding only(Rule rule, FilledForm form) {
        return only(rule, form, Context.none());
    }

    private static Finding only(Rule rule, FilledForm form, Context context) {
        List<Finding> findings = judge(rule, form, context).findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).kind()).isEqualTo(rule.kind());
        assertThat(findings.get(0).outcome()).isEqualTo(Outcome.FAILED);
        assertTextsAreFilled(findings.get(0));
        return findings.get(0);
    }

    /** What a text names outside its optional parts, the finding must say. */
    private static void assertTextsAreFilled(Finding finding) {
        for (String language : List.of("zh", "en")) {
            Properties texts = new Properties();
            try (InputStream in = Messages.class.getResourceAsStream("finding_" + language + ".properties")) {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            for (String text : List.of("message", "expected", "remedy")) {
                String template = texts.getProperty(finding.kind() + "." + text).replaceAll("\\[\\[.*?]]", "");
                assertThat(Pattern.compile("\\{([a-z_]+)}")
                                .matcher(template)
                                .results()
                                .map(match -> match.group(1)))
                        .as(finding.kind() + "." + text)
                        .allMatch(name ->
                                !finding.parameters().getOrDefault(name, "").isEmpty());
            }
        }
    }
}
