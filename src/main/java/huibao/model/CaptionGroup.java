package huibao.model;

import java.util.Locale;

/** What the words of a caption or label may mean; each group of words has its line in the files of captions. */
public enum CaptionGroup {
    /** Captions of 指标名称. */
    NAME,
    /** Captions of 代码. */
    CODE,
    /** Captions of 计量单位. */
    UNIT,
    /** Captions of 核实说明. */
    EXPLANATION,
    /** Captions of 备注. */
    REMARK,
    /** Words of a column that is there for comparison and never read. */
    FOR_COMPARISON,
    /** Words of 同比%. */
    GROWTH,
    /** Words of a change: in per cent it is growth, else no figure that is asked for. */
    CHANGE,
    /** Words of shares, ranks and progress, which are not asked for. */
    RATE,
    /** Words of 预计全年. */
    FORECAST,
    /** Words of 年度目标. */
    ASSIGNED,
    /** Words of what is meant to be reached, which is not asked for. */
    PLAN,
    /** Words that say: from January on. */
    CUMULATED,
    /** Words of another period: a month, the one before. Not asked for unless the caption is cumulated. */
    OTHER_PERIOD,
    /** Words of 上年同期. */
    PRIOR,
    /** Words of 本年累计/期末. */
    VALUE,
    /** Words of the whole year, which only its last period has. */
    FULL_YEAR,
    /** Captions that can mean nothing but 本年累计/期末: one of them goes before others that may. */
    PLAIN_VALUE,
    /** Captions that need the one above them: 累计 under 上年 is last year's. */
    NEEDS_ABOVE,
    /** Captions of the sum among columns of parts. */
    TOTAL,
    /** Names of rows that add up others. */
    TOTAL_ROW,
    /** Beginnings of captions of a part of the figure. */
    PART,
    /** Words that change what a figure covers. */
    SCOPE,
    /** Words of the whole city, a scope on every form but its own. */
    CITY,
    /** Words in which a word of scope means something else. */
    NO_SCOPE,
    /** Words that say that a sheet continues another. */
    CONTINUED,
    /** Titles of the sheet that says how to fill in the form. */
    NOTES_SHEET,
    /** Captions of the code of a milestone. */
    TASK_CODE,
    /** Captions of the name of a milestone. */
    TASK_NAME,
    /** Captions of 进展状态. */
    TASK_STATE,
    /** Words of 不再推进. */
    STATE_DROPPED,
    /** Words of 未启动. */
    STATE_NOT_STARTED,
    /** Words of 推进中. */
    STATE_UNDER_WAY,
    /** Words of 已完成. */
    STATE_COMPLETED,
    /** Captions of the day a milestone's state was reached. */
    TASK_DATE,
    /** Captions of 佐证说明. */
    TASK_EVIDENCE,
    /** Captions of 进展说明, which holds the evidence where no 佐证说明 is. */
    TASK_PROGRESS,
    /** Captions of 佐证材料, which holds the evidence where neither is. */
    TASK_MATERIAL,
    /** Labels of 填报单位. */
    LABEL_UNIT,
    /** Labels of who collects the form. */
    LABEL_COLLECTOR,
    /** Labels of 报告期. */
    LABEL_PERIOD,
    /** Labels of 有效期至. */
    LABEL_VALID,
    /** Labels of 表号. */
    LABEL_FORM,
    /** Labels of 计量单位 above a table. */
    LABEL_MEASURE,
    /** Labels of 统一社会信用代码. */
    LABEL_CREDIT_CODE,
    /** Labels of 其他说明. */
    LABEL_OTHER_EXPLANATION,
    /** Labels of 数据性质. */
    LABEL_NATURE,
    /** Labels of 单位负责人. */
    LABEL_HEAD,
    /** Labels of 统计负责人. */
    LABEL_STATISTICIAN,
    /** Labels of 填表人. */
    LABEL_FILLER,
    /** Labels of 联系电话. */
    LABEL_PHONE,
    /** Labels of 报出日期. */
    LABEL_DATE,
    /** Labels that nothing asks for, which end the value of the one before. */
    LABEL,
    /** What notes beneath a table begin with, before a colon or a number. */
    FOOT,
    /** Words of 数据性质 that say that the figures are made up. */
    SYNTHETIC;

    /** Its name in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
