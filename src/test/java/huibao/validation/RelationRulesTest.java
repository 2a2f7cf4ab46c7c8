package huibao.validation;

import static huibao.validation.FilledForm.rule;
import static huibao.validation.FilledForm.with;
import static huibao.validation.Judgements.assertNotJudged;
import static huibao.validation.Judgements.assertPasses;
import static huibao.validation.Judgements.june;
import static huibao.validation.Judgements.only;
import static huibao.validation.Judgements.related;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.MilestoneState;
import huibao.model.Rule;
import huibao.model.Severity;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules over several items, several units and the form itself: one passing and one failing form each. */
class RelationRulesTest {

    private static final FilledForm JUNE = FilledForm.yinzhou("2023-06");

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
}
