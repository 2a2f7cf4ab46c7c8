package huibao.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsableExplanationsTest {

    private static final UsableExplanations EXPLANATIONS =
            new UsableExplanations(FilledForm.JOB.settings().explanations());

    @ParameterizedTest
    @ValueSource(strings = {"甬江项目五月集中签约", "因台风停产半月", "上年同期含一次性大额交易，本年没有；数据属实", "Large project booked in May"})
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
                "啊啊啊啊啊啊啊啊"
            })
    void shortTextAndBoilerplateAreNotUsable(String text) {
        assertThat(EXPLANATIONS.usable(text)).isFalse();
    }
}
