package huibao.validation;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.CellRef;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Rule;
import huibao.model.SourceFile;
import huibao.model.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said of a form that would take the place of an accepted one. */
class ReplacedVersionTest {

    private static final Rule RULE = FilledForm.rule(FindingKind.REPLACES_ACCEPTED, "");

    @Test
    void namesTheVersionItsFileAndWhenItCameInTheJobsTime() {
        CellRef at = june().at("T0204", "E");
        Finding finding = said(june().value("T0204", "44"), june().value("T0204", "40"), "鄞州.xlsx");

        assertThat(finding.parameters())
                .containsEntry("version", "330212-2023-06-v1")
                .containsEntry("file", "鄞州.xlsx")
                .containsEntry("received", "2023-07-08 00:10")
                .containsEntry("found", "1")
                .containsEntry("items", "T0204 " + at.cell() + " 40 → 44");
        assertThat(finding.cells()).containsExactly(at);
        assertThat(finding.blocks()).isFalse();
    }

    @Test
    void namesThreeDifferencesAndPointsToAllCells() {
        FilledForm now = june().value("T0202", "2")
                .value("T0204", "44")
                .value("T0205", "3")
                .value("T0207", "4");
        FilledForm then = june().value("T0202", "1")
                .value("T0204", "40")
                .value("T0205", "1")
                .value("T0207", "1");

        Finding finding = said(now, then, "x.xlsx");

        assertThat(finding.parameters())
                .containsEntry("found", "4")
                .hasEntrySatisfying(
                        "items", items -> assertThat(items).endsWith("; …").doesNotContain("T0207"));
        assertThat(finding.cells()).hasSize(4);
    }

    @Test
    void countsAFigureThatIsGoneAndDoesNotPointToItsCell() {
        Finding finding = said(june(), june().value("T0204", "40"), "x.xlsx");

        assertThat(finding.parameters())
                .containsEntry("found", "1")
                .hasEntrySatisfying("items", items -> assertThat(items).endsWith(" 40 → —"));
        assertThat(finding.cells()).isEmpty();
    }

    @Test
    void takesTwoSpellingsOfOneFigureForTheSame() {
        assertThat(said(june().value("T0204", "40.0"), june().value("T0204", "40"), "x.xlsx")
                        .parameters())
                .containsEntry("found", "0")
                .containsEntry("items", "");
    }

    @Test
    void cutsANameThatWouldFillTheScreen() {
        assertThat(said(june(), june(), "😀".repeat(60) + ".xlsx").parameters())
                .containsEntry("file", "😀".repeat(60) + "…");
    }

    /** What asks nothing of anybody does not push in before what does. */
    @Test
    void isToldAfterWhatHoldsTheFormUp() {
        Context context = standing(accepted(june().value("T0204", "40"), "x.xlsx"));
        Rule integer = FilledForm.rule(FindingKind.INTEGER, "T0202");

        assertThat(new Validator(FilledForm.jobWith(integer))
                        .validate(june().value("T0202", "1.5").reading(), context)
                        .findings())
                .extracting(Finding::rule)
                .containsExactly("INTEGER", "REPLACES_ACCEPTED");
    }

    @Test
    void saysNothingOfTheSameBytes() {
        FilledForm form = june().value("T0204", "44");

        Judgements.assertPasses(RULE, form, standing(form.submission()));
    }

    @Test
    void isSaidInAJobWithoutALineForItAndNotWhereItIsOff() {
        Context context = standing(accepted(june().value("T0204", "40"), "x.xlsx"));

        assertThat(codes(new Validator(FilledForm.jobWith()), context)).containsExactly("REPLACES_ACCEPTED");
        assertThat(codes(
                        new Validator(FilledForm.jobWith(FilledForm.with(RULE, RULE.severity(), Rule.State.OFF))),
                        context))
                .isEmpty();
    }

    private static Stream<String> codes(Validator validator, Context context) {
        return validator.validate(june().reading(), context).findings().stream().map(Finding::rule);
    }

    private static FilledForm june() {
        return Judgements.june();
    }

    private static Finding said(FilledForm now, FilledForm then, String file) {
        List<Finding> findings =
                Judgements.judge(RULE, now, standing(accepted(then, file))).findings();
        assertThat(findings).extracting(Finding::kind).containsExactly(FindingKind.REPLACES_ACCEPTED);
        return findings.get(0);
    }

    private static Submission accepted(FilledForm form, String file) {
        Submission read = form.submission();
        return new Submission(
                new SourceFile(file, "1".repeat(64), 1),
                read.form(),
                read.unit(),
                read.period(),
                read.header(),
                read.observations(),
                read.milestones());
    }

    private static Context standing(Submission form) {
        return new Context(
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                Map.of(),
                Optional.of(new AcceptedVersion("330212-2023-06-v1", Instant.parse("2023-07-07T16:10:00Z"), form)));
    }
}
