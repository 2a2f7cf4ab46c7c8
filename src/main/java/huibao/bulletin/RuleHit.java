package huibao.bulletin;

import huibao.model.Finding;
import huibao.model.Period;
import huibao.model.SubmissionState;
import huibao.model.UnitCode;
import java.util.Optional;

/**
 * One thing a rule says of one form, with what became of it.
 *
 * @param submissionId the form; empty for a rule over the city's sums
 * @param unit the unit it is about
 * @param period the period
 * @param state what became of the form; empty for a rule over the city's sums
 * @param finding what is said
 * @param explanation whether a usable 核实说明 stands beside it
 * @param figure whether the unit changed the figure later, in a form that was accepted
 */
public record RuleHit(
        String submissionId,
        UnitCode unit,
        Period period,
        Optional<SubmissionState> state,
        Finding finding,
        Explanation explanation,
        LaterFigure figure) {

    /** Whether the unit explained it. */
    public enum Explanation {
        GIVEN,
        NONE
    }

    /** What became of the figure. */
    public enum LaterFigure {
        CORRECTED,
        LEFT
    }

    /**
     * A hit of a rule over the city's sums, which nobody explains or corrects as such.
     *
     * @param city whom it is about, unless the finding names a unit
     */
    static RuleHit onSums(Period period, Finding finding, UnitCode city) {
        return new RuleHit(
                "",
                Optional.ofNullable(finding.parameters().get("area"))
                        .map(UnitCode::new)
                        .orElse(city),
                period,
                Optional.empty(),
                finding,
                Explanation.NONE,
                LaterFigure.LEFT);
    }

    /** Whether it would send back a form that was accepted. */
    public boolean turnsAway() {
        return finding.blocks()
                && state.filter(was -> was == SubmissionState.ACCEPTED || was == SubmissionState.SUPERSEDED)
                        .isPresent();
    }
}
