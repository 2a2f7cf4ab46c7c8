package huibao.validation;

import java.util.List;

/** How one kind of rule judges the city's figures: one verdict per figure it does not pass. */
@FunctionalInterface
interface FoldedCityCheck {

    List<Verdict> judge(Limits limits, FoldedCityFigures figures);
}
