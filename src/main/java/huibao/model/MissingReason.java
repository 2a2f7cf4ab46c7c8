package huibao.model;

/** Why a cell yields no figure. Never zero. */
public enum MissingReason {
    /** The cell is empty. */
    BLANK,
    /** The form does not ask for it, or has no such column. */
    NOT_ASKED,
    /** —, 无, /: the item does not exist there. */
    NOT_APPLICABLE,
    /** …: smaller than the smallest unit of the table. */
    BELOW_UNIT,
    /** NA, null, 无数据. */
    NO_DATA,
    /** 暂无, 待定, 未统计: promised, not there. */
    PENDING,
    /** Something is typed that is not a figure; a finding says what. */
    UNREADABLE
}
