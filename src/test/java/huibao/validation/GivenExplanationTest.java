package huibao.validation;

import static huibao.validation.FilledForm.rule;
import static org.assertj.core.api.Assertions.assertThat;

import huibao.message.Messages;
import huibao.model.Decision;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.ItemCode;
import huibao.model.Period;
import huibao.model.Rule;
import huibao.model.Submission;
import huibao.model.SubmissionState;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An explanation goes with the figures it was given for, and lapses with them. */
class GivenExplanationTest {

    private static final ItemCode TRADE = new ItemCode("T0204");
    private static final String REASON = "省级技术市场并入，口径扩大";
    private static final Rule SWING = rule(FindingKind.YEAR_SWING, "T0204", "percent=30");
    private static final Rule USABLE = rule(FindingKind.EXPLANATION_UNUSABLE, "");

    @Test
    void standsSinceTheFirstFormOfTheUnbrokenRow() {
        Map<ItemCode, GivenExplanation> given = GivenExplanation.of(
                form("2023-05", "61", "40", REASON + "。"),
                forms(
                        form("2023-04", "60", "40", REASON),
                        form("2023-03", "59", "40", "另有原因，一家企业迁入"),
                        form("2023-02", "58", "40", REASON)));

        assertThat(given).containsOnlyKeys(TRADE);
        assertThat(given.get(TRADE).since()).isEqualTo(Period.parse("2023-04"));
        assertThat(given.get(TRADE).value().orElseThrow()).isEqualByComparingTo("60");
    }

    @Test
    void asksForNoMoreFormsThanItNeeds() {
        Iterator<Submission> none = new Iterator<>() {
            @Override
            public boolean hasNext() {
                throw new AssertionError("nothing is open");
            }

            @Override
            public Submission next() {
                throw new AssertionError("nothing is open");
            }
        };

        assertThat(GivenExplanation.of(form("2023-05", "61", "40", ""), none)).isEmpty();
    }

    @Test
    void goesIntoTheNextFormWhileItsFiguresStand() {
        Validator validator = new Validator(FilledForm.JOB);

        assertThat(validator.carriedOver(form("2023-05", "60", "40", REASON), forms()))
                .containsExactly(Map.entry(TRADE, REASON));
        assertThat(validator.carriedOver(
                        form("2023-05", "60.00", "40", REASON), forms(form("2023-04", "60", "40", REASON))))
                .containsExactly(Map.entry(TRADE, REASON));
        assertThat(validator.carriedOver(
                        form("2023-05", "61", "40", REASON), forms(form("2023-04", "60", "40", REASON))))
                .isEmpty();
        assertThat(validator.carriedOver(
                        form("2023-05", "60", "41", REASON), forms(form("2023-04", "60", "40", REASON))))
                .isEmpty();
        assertThat(validator.carriedOver(form("2023-05", "60", "40", "情况属实"), forms()))
                .isEmpty();
    }

    @Test
    void repeatedForTheSameFiguresItCounts() {
        Decision decision = judge("60", "40", REASON);

        assertThat(decision.state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(decision.usableExplanations()).containsExactly(TRADE);
    }

    @Test
    void repeatedForOtherFiguresItDoesNotCountAndTheDistrictIsToldSinceWhen() {
        Decision decision = judge("70", "40", REASON + "！");

        assertThat(decision.state()).isEqualTo(SubmissionState.RETURNED);
        assertThat(decision.usableExplanations()).isEmpty();
        Finding unusable = decision.findings().stream()
                .filter(finding -> finding.kind() == FindingKind.EXPLANATION_UNUSABLE)
                .findFirst()
                .orElseThrow();
        assertThat(unusable.parameters()).containsEntry("previous", "2023-05").doesNotContainKey("limit");
        assertThat(Messages.in(Locale.CHINESE).message(unusable))
                .contains("沿用自 2023-05", "没有确认")
                .doesNotContain("不够具体");
    }

    @Test
    void rewrittenItCountsAgain() {
        assertThat(judge("70", "40", "并入的市场六月新登记合同10亿元").state()).isEqualTo(SubmissionState.ACCEPTED);
    }

    @Test
    void confirmedByOneWordItCountsAndIsWhatTheNextFormCarries() {
        for (String yes : List.of("是", "√", "本期仍适用：" + REASON, "上期说明：" + REASON + "；是")) {
            assertThat(judge("70", "40", yes).state()).as(yes).isEqualTo(SubmissionState.ACCEPTED);
        }
        assertThat(judge("70", "40", "上期说明：" + REASON + "；六月另有一家企业迁入").state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(new Validator(FilledForm.JOB)
                        .carriedOver(form("2023-06", "70", "40", "是"), forms(form("2023-05", "60", "40", REASON))))
                .containsExactly(Map.entry(TRADE, REASON));
    }

    @Test
    void markedItDoesNotCountWhateverTheFigures() {
        for (String value : List.of("60", "70")) {
            Decision decision = judge(value, "40", "上期说明：" + REASON);

            assertThat(decision.state()).as(value).isEqualTo(SubmissionState.RETURNED);
            assertThat(decision.usableExplanations()).isEmpty();
        }
    }

    private static Decision judge(String value, String prior, String text) {
        Submission may = form("2023-05", "60", "40", REASON);
        Context context = new Context(
                Optional.of(may),
                Optional.empty(),
                Map.of(),
                List.of(),
                GivenExplanation.of(may, forms()),
                Optional.empty());
        FilledForm june = FilledForm.yinzhou("2023-06")
                .value("T0204", value)
                .prior("T0204", prior)
                .explained("T0204", text);
        return new Validator(FilledForm.jobWith(SWING, USABLE)).validate(june.reading(), context);
    }

    private static Submission form(String period, String value, String prior, String text) {
        return FilledForm.yinzhou(period)
                .value("T0204", value)
                .prior("T0204", prior)
                .explained("T0204", text)
                .submission();
    }

    private static Iterator<Submission> forms(Submission... newestFirst) {
        return List.of(newestFirst).iterator();
    }
}
