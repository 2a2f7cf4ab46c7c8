package huibao.workbook.form;

/** A column of the sheet 填报表. Columns without a mark are for reference: nobody fills them in, nothing reads them. */
enum FigureColumn {
    NAME("甲"),
    UNIT("乙"),
    CODE("丙"),
    ASSIGNED("1"),
    VALUE("2"),
    FORMER_VALUE(""),
    PRIOR_YEAR("3"),
    FORMER_PRIOR_YEAR(""),
    GROWTH("4"),
    FORECAST("5"),
    EXPLANATION("6"),
    REMARK("7");

    private final String mark;

    FigureColumn(String mark) {
        this.mark = mark;
    }

    /** What numbers the column in the last row of its head. */
    String mark() {
        return mark;
    }
}
