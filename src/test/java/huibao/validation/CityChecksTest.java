package huibao.validation;

import static huibao.validation.FilledForm.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import huibao.catalogue.Catalogue;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Interval;
import huibao.model.ItemCode;
import huibao.model.ItemFigure;
import huibao.model.ObsStatus;
import huibao.model.Outcome;
import huibao.model.UnitCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CityChecksTest {

    private static final Catalogue JOB = FilledForm.jobWith(rule(FindingKind.SHARE_JUMP, "T0204", "points=5"));
    private static final CityChecks CHECKS = new CityChecks(JOB);

    @Test
    void shareThatMovedWithinTheLimitIsNotNamed() {
        assertThat(check(
                        CHECKS,
                        List.of(figure("330203", "55"), figure("330205", "45"), figure("330200", "100")),
                        List.of(figure("330203", "50"), figure("330205", "50"), figure("330200", "100"))))
                .isEmpty();
    }

    @Test
    void shareThatJumpedIsNamedForEveryUnitItTouches() {
        List<Finding> findings = check(
                CHECKS,
                List.of(figure("330205", "44"), figure("330203", "56")),
                List.of(figure("330203", "50"), figure("330205", "50")));
        assertThat(findings)
                .extracting(finding -> finding.parameters().get("area"))
                .containsExactly("330203", "330205");
        assertThat(findings.get(0).parameters())
                .contains(
                        entry("found", "56"),
                        entry("previous", "50"),
                        entry("points", "6"),
                        entry("other", "海曙区"),
                        entry("name", "技术交易额"));
    }

    @Test
    void unitMissingInOnePeriodMovesNobodysShare() {
        assertThat(check(
                        CHECKS,
                        List.of(figure("330203", "60"), figure("330205", "60")),
                        List.of(figure("330203", "50"), figure("330205", "50"), figure("330211", "100"))))
                .isEmpty();
    }

    @Test
    void zonesAreNoPartOfTheSum() {
        assertThat(check(
                        CHECKS,
                        List.of(figure("330203", "50"), figure("330205", "50"), figure("3302-QW", "900")),
                        List.of(figure("330203", "50"), figure("330205", "50"), figure("3302-QW", "1"))))
                .isEmpty();
    }

    @Test
    void brokenRuleIsNamed() {
        CityChecks broken = new CityChecks(FilledForm.jobWith(rule(FindingKind.SHARE_JUMP, "T0204", "points=-1")));
        assertThat(check(broken, List.of(), List.of()))
                .extracting(Finding::outcome)
                .containsExactly(Outcome.BROKEN);
    }

    private static List<Finding> check(CityChecks checks, List<ItemFigure> current, List<ItemFigure> previous) {
        return checks.check(new CityStanding(current, List.of())
                .beside(Optional.of(new CityStanding(previous, List.of())), JOB, List.of()));
    }

    private static ItemFigure figure(String unit, String value) {
        BigDecimal known = new BigDecimal(value);
        return new ItemFigure(
                new ItemCode("T0204"),
                new UnitCode(unit),
                Optional.of(known),
                Optional.empty(),
                Optional.empty(),
                Interval.exactly(known),
                Interval.unbounded(),
                List.of(),
                1,
                ObsStatus.A);
    }
}
