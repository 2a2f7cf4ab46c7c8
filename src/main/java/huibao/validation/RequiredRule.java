package huibao.validation;

import huibao.model.Amount;
import huibao.model.Figure;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Item;
import huibao.model.MissingReason;
import huibao.model.Unjudged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A figure that is asked for is there. */
final class RequiredRule implements ItemRule {

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form, Item item) {
        List<RuleResult> results = new ArrayList<>();
        results.add(result(form, item, Texts.VALUE, form.valueFigure(item)));
        // A row that is not there is said to be missing once.
        boolean row = form.rows().containsKey(item.code());
        if (row && item.asksPriorYear() && limits.text("prior_year").equals(Optional.of("yes"))) {
            results.add(result(form, item, Texts.PRIOR_YEAR, form.priorYearFigure(item)));
        }
        return results;
    }

    private static RuleResult result(JudgedForm form, Item item, String column, Figure figure) {
        if (!(figure.amount() instanceof Amount.Missing missing)) {
            return RuleResult.PASSED;
        }
        boolean empty = missing.reason() == MissingReason.BLANK || missing.reason() == MissingReason.NOT_ASKED;
        if (!empty || alreadySaid(form, item, figure, missing.reason())) {
            return RuleResult.notJudged(Unjudged.NO_FIGURE);
        }
        return RuleResult.failed(item, JudgedForm.cells(figure), Map.of("found", figure.rawText(), "column", column));
    }

    /** Whether reading returns the form for this very cell, row or column, so that nothing is gained by repeating it. */
    private static boolean alreadySaid(JudgedForm form, Item item, Figure figure, MissingReason reason) {
        boolean row = form.rows().containsKey(item.code());
        return form.readingFindings().stream().filter(Finding::blocks).anyMatch(finding -> {
            boolean sameCell = figure.at().filter(finding.cells()::contains).isPresent();
            boolean sameRow = !row && finding.item().equals(Optional.of(item.code()));
            boolean noColumn = row
                    && reason == MissingReason.NOT_ASKED
                    && (finding.kind() == FindingKind.COLUMN_MISSING || finding.kind() == FindingKind.COLUMN_AMBIGUOUS);
            return sameCell || sameRow || noColumn;
        });
    }
}
