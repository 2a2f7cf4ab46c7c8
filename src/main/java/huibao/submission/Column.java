package huibao.submission;

import huibao.spreadsheet.Memo;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

    private static final Set<String> NAMES = Set.of("指标名称", "指标", "填报指标", "项目名称", "指标项目", "名称");
    private static final Set<String> CODES = Set.of("代码", "指标代码", "编码", "指标编码", "代号");
    private static final Set<String> UNITS = Set.of("计量单位", "单位", "计量单位名称");
    private static final Set<String> EXPLANATIONS = Set.of("核实说明", "审核说明", "情况说明", "核实情况说明", "说明");
    private static final Set<String> REMARKS = Set.of("备注", "附注");

    private static final Pattern IS_GROWTH = Pattern.compile("同比|增速|增幅|增长");
    private static final Pattern IS_FORECAST = Pattern.compile("预计");
    private static final Pattern IS_ASSIGNED = Pattern.compile("目标|任务分解|分解任务|分解数|年度计划|全年计划|年度任务|全年任务");
    private static final Pattern IS_RATE = Pattern.compile("率|占比|比重|排名|位次|进度");
    /** From January on: 1—7月, 1—本月, 本月止累计. */
    private static final Pattern IS_CUMULATED =
            Pattern.compile("(?<!\\d)1[-‐‑–—―−－~～至到]+(\\d{1,2}|本)月|(本月|本季)(止|末)?累计|截[至止]本[月季]|至本[月季]");
    /** What changed, or what is meant to be reached, is not the figure. */
    private static final Pattern IS_NO_FIGURE = Pattern.compile("增减|升降|变动|差额|增加|减少|下降|计划|应完成|[上去]年同[月季]");

    private static final Pattern IS_OTHER_PERIOD = Pattern.compile("上月|上期|上季|环比|本月|当月|年初数|上年末");
    private static final Pattern IS_PRIOR = Pattern.compile("上年|去年|同期");
    private static final Pattern IS_VALUE = Pattern.compile("累计|期末|月末|季末|年末|时点|实际完成|完成数|完成情况|本年实际");
    private static final Pattern IS_PLAIN_VALUE = Pattern.compile(
            "(本年|本期|本年度|年初至今|自年初)(止)?累计(数|完成|值)?([/或、]?(期末|时点)(数)?)?|期末(数)?|\\d{1,2}([-—–~至]\\d{1,2})?月(止)?累计");
    /** A caption that needs the one above it: 累计 under 上年 is last year's. */
    private static final Set<String> NEEDS_PARENT = Set.of("累计", "累计数", "期末", "完成数", "实际完成", "");

    private static final Memo<Captions, Optional<Column>> MEANINGS =
            new Memo<>(captions -> meaning(captions.own(), captions.whole()));

    private final String caption;

    Column(String caption) {
        this.caption = caption;
    }

    private record Captions(String own, String whole) {}

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

    /**
     * What a caption announces.
     *
     * @param own the caption nearest to the figures, without spaces and parentheses
     * @param whole all captions above the column, joined from the top
     */
    static Optional<Column> of(String own, String whole) {
        return MEANINGS.of(new Captions(own, whole));
    }

    private static Optional<Column> meaning(String own, String whole) {
        if (!NEEDS_PARENT.contains(own)) {
            Optional<Column> found = of(own);
            if (found.isPresent()) {
                return found.get() == VALUE && IS_PRIOR.matcher(whole).find() ? Optional.of(PRIOR) : found;
            }
            // 1—6月 above a caption is the heading's period as often as the caption's; only the nearest words decide.
            return of(IS_CUMULATED.matcher(whole).replaceAll(""));
        }
        return of(whole);
    }

    /** Whether a caption is one of those that can mean nothing but this year's figure. */
    static boolean isPlainValue(String own) {
        return IS_PLAIN_VALUE.matcher(own).matches();
    }

    private static Optional<Column> of(String caption) {
        if (NAMES.contains(caption)) {
            return Optional.of(NAME);
        }
        if (CODES.contains(caption)) {
            return Optional.of(CODE);
        }
        if (UNITS.contains(caption)) {
            return Optional.of(UNIT);
        }
        if (EXPLANATIONS.contains(caption)) {
            return Optional.of(EXPLANATION);
        }
        if (REMARKS.contains(caption)) {
            return Optional.of(REMARK);
        }
        if (IS_GROWTH.matcher(caption).find()) {
            return Optional.of(GROWTH);
        }
        if (IS_RATE.matcher(caption).find()) {
            return Optional.empty();
        }
        if (IS_FORECAST.matcher(caption).find()) {
            return Optional.of(FORECAST);
        }
        if (IS_ASSIGNED.matcher(caption).find()) {
            return Optional.of(ASSIGNED);
        }
        boolean isCumulated = IS_CUMULATED.matcher(caption).find();
        if (IS_NO_FIGURE.matcher(caption).find()
                || (!isCumulated && IS_OTHER_PERIOD.matcher(caption).find())) {
            return Optional.empty();
        }
        if (IS_PRIOR.matcher(caption).find()) {
            return Optional.of(PRIOR);
        }
        return isCumulated || IS_VALUE.matcher(caption).find() ? Optional.of(VALUE) : Optional.empty();
    }
}
