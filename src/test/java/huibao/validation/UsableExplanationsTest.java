package huibao.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsableExplanationsTest {

    private static final UsableExplanations EXPLANATIONS =
            new UsableExplanations(FilledForm.JOB.settings().explanations());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "甬江项目五月集中签约",
                "因台风停产半月",
                "上年同期含一次性大额交易，本年没有；数据属实",
                "Large project booked in May",
                "情况属实；轨道交通8号线鄞州段6月底集中结算18亿元",
                "同上；城市北部规模猪场5月起按规划关停搬迁",
                "上年同期基数较低"
            })
    void particularReasonIsUsable(String text) {
        assertThat(EXPLANATIONS.usable(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "　 。。。！！！",
                "项目增加",
                "项 目 增 加 。 。",
                "情况属实，数据无误",
                "经核实，情况属实。",
                "数据真实，正常波动，无需修改",
                "１２３４５６７",
                "啊啊啊啊啊啊啊啊",
                "情况属实；项目集中",
                "比上月好，比上年好",
                "较上月有所增加，增速较快",
                "同上，详见附件说明",
                "项目增加项目增加项目增加",
                "一二三四五六七八",
                "阿萨德飞过海",
                "asdfgh qwerty",
                "data verified, correct as reported",
                "数据已与企业核对，准确无误"
            })
    void shortTextAndBoilerplateAreNotUsable(String text) {
        assertThat(EXPLANATIONS.usable(text)).isFalse();
    }
}
