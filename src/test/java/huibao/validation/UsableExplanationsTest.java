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
                "上年同期基数较低",
                "去年疫情停工，今年复工",
                "新增3家规上工业企业纳入统计",
                "吉利项目二期6月竣工投产",
                "因行政区划调整，姜山镇划入",
                "口径由签约改为到账，下降明显",
                "受厄尔尼诺降雨影响，早稻减产",
                "轨道交通集中结算",
                "上年含一次性土地出让收入",
                "季节性因素，夏季用电高峰",
                "国补资金6月下达，集中支付",
                "部分企业注销，减少12家",
                "Two shipyards closed in April",
                "经核实，台风停产两周"
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
                "数据已与企业核对，准确无误",
                "项目进度加快，数量增加",
                "按实际情况如实填报",
                "情况属实，请领导审核通过",
                "以上数据真实准确，没有错误",
                "本月比上月增加较多",
                "同比增长较快，属正常增长",
                "嗯嗯嗯啊啊啊哦哦哦",
                "情况属实情况属实情况属实",
                "详见附件，同上",
                "不知道，不清楚原因",
                "正常波动；数据无误；核对无误",
                "无无无没有没有没有"
            })
    void shortTextAndBoilerplateAreNotUsable(String text) {
        assertThat(EXPLANATIONS.usable(text)).isFalse();
    }
}
