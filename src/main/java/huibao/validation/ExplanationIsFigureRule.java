package huibao.validation;

import huibao.model.Figure;
import huibao.model.Item;
import huibao.model.Observation;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A figure where a reason is asked for, and another one in the row: somebody corrected a figure in the wrong place.
 * Nothing is taken from there; a reason may well name figures.
 */
final class ExplanationIsFigureRule implements FormRule {

    private static final String NUMBER = "([-−]?[0-9][0-9,]*(?:\\.[0-9]+)?)";
    /** What may stand behind a figure that is one; what counts time is none. */
    private static final String UNIT = "\\s*(?:%|(?![年月日号期季次天点])[\\p{IsHan}]{1,5})?";

    private static final String CORRECTED =
            "(?:应为|应是|应该是|应该为|应改为|应改成|应填|应报|更正为|更正成|订正为|修正为|" + "正确(?:数|值|数据|数字|的)?(?:应?为|应?是|:)?)";
    private static final Pattern ALONE = Pattern.compile("(?:" + CORRECTED
            + "|改为|改成|修改为|实际(?:数|值)?(?:为|是)?|实为|本年累计(?:数)?(?:为|是)?|本期(?:数)?(?:为|是)?|为|是|[:=])?\\s*:?\\s*"
            + NUMBER + UNIT + "\\s*[.。!]?");
    private static final Pattern WITHIN =
            Pattern.compile(CORRECTED + "\\s*:?\\s*" + NUMBER + UNIT + "(?=\\s*(?:$|[,.。;!)]))");
    private static final Pattern BETWEEN = Pattern.compile("[;\\n]");

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form) {
        return form.items().stream().flatMap(item -> judge(form, item).stream()).toList();
    }

    private static List<RuleResult> judge(JudgedForm form, Item item) {
        Observation row = form.rows().get(item.code());
        if (row == null || row.explanation().isBlank()) {
            return List.of();
        }
        return List.of(figureIn(row.explanation())
                .filter(figure -> row.value()
                        .amount()
                        .known()
                        .filter(own -> own.compareTo(figure) == 0)
                        .isEmpty())
                .map(figure -> failed(form, item, row))
                .orElse(RuleResult.PASSED));
    }

    private static RuleResult failed(JudgedForm form, Item item, Observation row) {
        Figure cell = form.valueFigure(item);
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("found", row.explanation().strip());
        parameters.put("at", cell.at().map(Object::toString).orElse(item.code().value()));
        parameters.put("value", cell.amount().known().map(Texts::plain).orElse("—"));
        row.explanationAt().ifPresent(at -> parameters.put("other", at.toString()));
        return RuleResult.failed(item, JudgedForm.cells(cell), parameters);
    }

    /** The figure an explanation consists of, or says to be the right one. */
    static Optional<BigDecimal> figureIn(String explanation) {
        String text = Normalizer.normalize(explanation, Normalizer.Form.NFKC).replace('−', '-');
        return BETWEEN.splitAsStream(text)
                .map(String::strip)
                .flatMap(part -> {
                    Matcher alone = ALONE.matcher(part);
                    Matcher within = WITHIN.matcher(part);
                    return alone.matches()
                            ? Stream.of(alone.group(1))
                            : within.find() ? Stream.of(within.group(1)) : Stream.empty();
                })
                .map(figure -> new BigDecimal(figure.replace(",", "")))
                .findFirst();
    }
}
