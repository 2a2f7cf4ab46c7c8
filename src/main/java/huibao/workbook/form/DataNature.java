package huibao.workbook.form;

/** What the figures on a form are. */
public enum DataNature {
    /** Real statistics, or a blank form for them. */
    REAL,
    /** 合成样例: made up for trying the product out; the form says so. */
    SYNTHETIC
}
