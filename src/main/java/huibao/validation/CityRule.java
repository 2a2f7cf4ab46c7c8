package huibao.validation;

import java.util.List;

/** A rule over the city's figures. */
non-sealed interface CityRule extends ValidationRule {

    /** The checks of one run, one for each item or target, in the order in which they report. */
    List<CityCheck> checks(CityRun run);
}
