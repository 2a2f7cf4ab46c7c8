package huibao.model;

/** The status of a milestone as reported on the form (进展状态), from worst to best. */
public enum MilestoneState {
    /** 不再推进 */
    DROPPED("不再推进"),
    /** 未启动 */
    NOT_STARTED("未启动"),
    /** 推进中 */
    UNDER_WAY("推进中"),
    /** 已完成 */
    COMPLETED("已完成");

    private final String formText;

    MilestoneState(String formText) {
        this.formText = formText;
    }

    /** The word the form's list offers. */
    public String formText() {
        return formText;
    }
}
