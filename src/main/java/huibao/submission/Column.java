package huibao.submission;

/** What a column of the form holds, told by its caption. */
enum Column {
    NAME("指标名称"),
    UNIT("计量单位"),
    CODE("代码"),
    ASSIGNED("年度目标"),
    VALUE("本年累计/期末"),
    PRIOR("上年同期"),
    GROWTH("同比%"),
    FORECAST("预计全年"),
    EXPLANATION("核实说明"),
    REMARK("备注");

    private final String caption;

    Column(String caption) {
        this.caption = caption;
    }

    /** As our own form prints it. */
    String caption() {
        return caption;
    }

    boolean isFigure() {
        return switch (this) {
            case ASSIGNED, VALUE, PRIOR, GROWTH, FORECAST -> true;
            case NAME, UNIT, CODE, EXPLANATION, REMARK -> false;
        };
    }
}
