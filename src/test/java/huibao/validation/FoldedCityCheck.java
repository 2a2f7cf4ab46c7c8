package huibao.validation;

import java.util.List;

/** How one kind of rule judges the city's figures: one result per figure it does not pass. */
@FunctionalInterface
interface FoldedCityCheck {

    List<RuleResult> judge(Limits limits, FoldedCityFigures figures);
}
