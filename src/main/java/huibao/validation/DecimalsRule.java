package huibao.validation;

import huibao.model.CellRef;
import huibao.model.Figure;
import huibao.model.Item;
import huibao.model.Observation;
import huibao.model.Unjudged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Figures with more decimals than the form asks for: often quotients that nobody rounded, sometimes a figure in
 * another unit of measure. They are kept as they are and told together, since a formula makes many at once.
 */
final class DecimalsRule implements FormRule {

    /** As many items as a line can name. */
    private static final int NAMED = 3;

    private static final List<Function<Observation, Figure>> FIGURES =
            List.of(Observation::value, Observation::priorYear, Observation::forecast);

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form) {
        List<CellRef> cells = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        boolean judged = false;
        for (Item item : form.items(limits.rule())) {
            for (Function<Observation, Figure> column : FIGURES) {
                Figure figure = form.figure(item, column);
                judged |= figure.amount().known().isPresent();
                if (figure.amount()
                        .known()
                        .filter(known -> known.stripTrailingZeros().scale() > item.decimals())
                        .isPresent()) {
                    cells.addAll(JudgedForm.cells(figure));
                    texts.add(text(item, figure));
                }
            }
        }
        if (cells.isEmpty()) {
            return List.of(judged ? RuleResult.PASSED : RuleResult.notJudged(Unjudged.NO_FIGURE));
        }
        String named = String.join("; ", texts.stream().limit(NAMED).toList());
        return List.of(RuleResult.failed(
                cells,
                Map.of(
                        "found",
                        Integer.toString(cells.size()),
                        "items",
                        texts.size() > NAMED ? named + "; …" : named)));
    }

    /** "T0204 E13 40.12345 (4)": the figure, and how many decimals it may have. */
    private static String text(Item item, Figure figure) {
        return item.code() + figure.at().map(at -> " " + at.cell()).orElse("") + " "
                + Texts.plain(figure.amount().known().orElseThrow()) + " (" + item.decimals() + ")";
    }
}
