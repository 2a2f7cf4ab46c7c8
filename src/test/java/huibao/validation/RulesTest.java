package huibao.validation;

import static huibao.validation.FilledForm.rule;
import static huibao.validation.Judgements.assertNotJudged;
import static huibao.validation.Judgements.assertPasses;
import static huibao.validation.Judgements.judge;
import static huibao.validation.Judgements.june;
import static huibao.validation.Judgements.only;
import static huibao.validation.Judgements.previous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.FindingKind.RaisedBy;
import huibao.model.FindingKind.Scope;
import huibao.model.MissingReason;
import huibao.model.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One passing and one failing form per rule. T0204 is 技术交易额 (亿元, YTD), T0205 有效发明专利 (万件, POINT). */
class RulesTest {

    private static final FilledForm JUNE = FilledForm.yinzhou("2023-06");

    @Test
    void everyKindThatARuleRaisesHasItsClass() {
        assertThat(Stream.of(FindingKind.values()).filter(kind -> kind.raisedBy() != RaisedBy.READING))
                .allSatisfy(kind -> assertThat(ValidationRule.of(kind) instanceof CityRule)
                        .as(kind.name())
                        .isEqualTo(kind.scope() == Scope.CITY));
    }

    @Test
    void everyClassOfARuleHasItsKind() throws IOException {
        Set<String> classes = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/huibao/validation"))) {
            for (Path file : files.toList()) {
                String source = Files.readString(file);
                if (source.contains("final class ") && source.matches("(?s).*Rule implements \\w*Rule \\{.*")) {
                    classes.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }

        assertThat(classes)
                .isEqualTo(Stream.of(FindingKind.values())
                        .filter(kind -> kind.raisedBy() != RaisedBy.READING)
                        .map(kind -> ValidationRule.of(kind).getClass().getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void requiredFigureThatIsBlankIsNamedWithItsCell() {
        Rule rule = rule(FindingKind.REQUIRED, "T0204", "prior_year=yes");
        assertPasses(rule, june().value("T0204", "0").prior("T0204", "12"));

        Finding finding = only(rule, june().prior("T0204", "12").value("T0205", "1"));
        assertThat(finding.cells()).containsExactly(JUNE.at("T0204", "E"));
        assertThat(finding.parameters()).contains(entry("name", "技术交易额"), entry("column", "VALUE"));
    }

    @Test
    void requiredPriorYearIsAskedOnlyWhereTheRuleSaysSo() {
        FilledForm form = june().value("T0204", "3");
        assertThat(only(rule(FindingKind.REQUIRED, "T0204", "prior_year=yes"), form)
                        .parameters())
                .containsEntry("column", "PRIOR_YEAR");
        assertPasses(rule(FindingKind.REQUIRED, "T0204"), form);
    }

    @Test
    void requiredItemWithoutRowIsNamedOnceAndHasNoCell() {
        Finding finding = only(rule(FindingKind.REQUIRED, "T0204", "prior_year=yes"), june());
        assertThat(finding.cells()).isEmpty();
        assertThat(finding.item()).map(Object::toString).contains("T0204");
    }

    @Test
    void requiredDoesNotRepeatWhatReadingSaid() {
        Rule rule = rule(FindingKind.REQUIRED, "T0204");
        for (MissingReason reason : List.of(
                MissingReason.NOT_APPLICABLE,
                MissingReason.BELOW_UNIT,
                MissingReason.NO_DATA,
                MissingReason.PENDING,
                MissingReason.UNREADABLE)) {
            assertNotJudged(rule, june().missing("T0204", "E", reason, "？"), Context.none());
        }
        FilledForm merged = june().missing("T0204", "E", MissingReason.BLANK, "")
                .read(FindingKind.MERGED_FIGURE, "T0204", JUNE.at("T0204", "E").cell());
        assertThat(judge(rule, merged, Context.none()).findings())
                .extracting(Finding::kind)
                .containsExactly(FindingKind.MERGED_FIGURE);
        FilledForm narrow =
                june().missing("T0204", "E", MissingReason.NOT_ASKED, "").read(FindingKind.COLUMN_MISSING, "");
        assertThat(judge(rule, narrow, Context.none()).findings())
                .extracting(Finding::kind)
                .containsExactly(FindingKind.COLUMN_MISSING);
        FilledForm twice = june().read(FindingKind.ROW_DUPLICATE, "T0204", "A9", "A10");
        assertThat(judge(rule, twice, Context.none()).findings())
                .extracting(Finding::kind)
                .containsExactly(FindingKind.ROW_DUPLICATE);
    }

    @Test
    void countMustBeWhole() {
        Rule rule = rule(FindingKind.INTEGER, "T0202");
        assertPasses(rule, june().value("T0202", "12.0").prior("T0202", "3"));
        assertThat(only(rule, june().value("T0202", "12.5").prior("T0202", "3")).parameters())
                .containsEntry("found", "12.5");
    }

    @Test
    void priorYearCountMustBeWholeToo() {
        Finding finding = only(
                rule(FindingKind.INTEGER, "T0202"), june().value("T0202", "12").prior("T0202", "3.5"));
        assertThat(finding.cells()).containsExactly(JUNE.at("T0202", "F"));
    }

    @Test
    void figureMustNotBeNegative() {
        Rule rule = rule(FindingKind.NOT_NEGATIVE, "T0204");
        assertPasses(rule, june().value("T0204", "0").prior("T0204", "0"));
        assertThat(only(rule, june().value("T0204", "-0.01").prior("T0204", "0"))
                        .parameters())
                .containsEntry("found", "-0.01");
    }

    @Test
    void figureMustLieInItsRange() {
        Rule rule = rule(FindingKind.RANGE, "T0709", "min=0", "max=1");
        assertPasses(rule, june().value("T0709", "1").prior("T0709", "0"));
        assertThat(only(rule, june().value("T0709", "2").prior("T0709", "0")).parameters())
                .contains(entry("found", "2"), entry("max", "1"));
    }

    @Test
    void tenThousandTimesThePreviousFigureIsAUnitSlip() {
        Rule rule = rule(FindingKind.UNIT_SLIP, "T0204", "tolerance_percent=30");
        Context may = previous(FilledForm.yinzhou("2023-05").value("T0204", "50"));
        assertPasses(rule, june().value("T0204", "61"), may);

        Finding finding = only(rule, june().value("T0204", "610000"), may);
        assertThat(finding.parameters())
                .contains(entry("factor", "10000"), entry("expected", "61"), entry("previous", "50"));
    }

    @Test
    void unitSlipIsFoundAgainstThePriorYearWhereNothingWasReportedBefore() {
        Rule rule = rule(FindingKind.UNIT_SLIP, "T0204", "tolerance_percent=30");
        Finding finding = only(rule, june().value("T0204", "0.011").prior("T0204", "1.02"));
        assertThat(finding.parameters()).contains(entry("factor", "0.01"), entry("prior_year", "1.02"));
        assertThat(finding.cells()).containsExactly(JUNE.at("T0204", "E"), JUNE.at("T0204", "F"));
    }

    @Test
    void unitSlipOfAWholeRowIsFoundAgainstThePreviousPeriod() {
        Rule rule = rule(FindingKind.UNIT_SLIP, "T0204", "tolerance_percent=30");
        Context may = previous(FilledForm.yinzhou("2023-05").value("T0204", "50"));
        assertThat(only(rule, june().value("T0204", "610000").prior("T0204", "550000"), may)
                        .parameters())
                .containsEntry("factor", "10000");
    }

    @Test
    void harvestAndSmallCountsAreNoUnitSlip() {
        Rule rule = rule(FindingKind.UNIT_SLIP, "T0702 T0602", "tolerance_percent=30");
        Context may =
                previous(FilledForm.yinzhou("2023-05").value("T0702", "0.1").value("T0602", "1"));
        assertPasses(rule, june().value("T0702", "1.2").prior("T0702", "1.15").value("T0602", "12"), may);
    }

    @Test
    void figureOfLastYearsSizeIsNoUnitSlipWhateverThePreviousPeriodWas() {
        Rule rule = rule(FindingKind.UNIT_SLIP, "T0204", "tolerance_percent=30");
        Context context = Judgements.context(
                Optional.of(FilledForm.yinzhou("2023-05").value("T0204", "0.5").submission()),
                Optional.of(FilledForm.yinzhou("2022-06").value("T0204", "55").submission()),
                Map.of());
        assertPasses(rule, june().value("T0204", "60"), context);
    }

    @Test
    void fifteenTimesIsASlipOfMuAndHectare() {
        Rule rule = rule(FindingKind.UNIT_SLIP, "T0502 T0204", "tolerance_percent=10");
        Context may =
                previous(FilledForm.yinzhou("2023-05").value("T0502", "100").value("T0204", "100"));
        assertThat(only(rule, june().value("T0502", "1800").value("T0204", "1800"), may)
                        .parameters())
                .contains(entry("factor", "15"), entry("expected", "120"), entry("unit", "亩"));
    }

    @Test
    void cumulatedFigureMustNotFall() {
        Rule rule = rule(FindingKind.YTD_BELOW_PREVIOUS, "T0204");
        Context may = previous(FilledForm.yinzhou("2023-05").value("T0204", "50"));
        assertPasses(rule, june().value("T0204", "50.0"), may);
        assertThat(only(rule, june().value("T0204", "49.99"), may).parameters())
                .contains(entry("found", "49.99"), entry("previous", "50"));
        assertNotJudged(rule, june().value("T0204", "49.99"), Context.none());
    }

    @Test
    void priorYearMustBeWhatLastYearReported() {
        Rule rule = rule(FindingKind.PRIOR_YEAR_CHANGED, "T0204");
        Context archive = Judgements.context(
                Optional.empty(),
                Optional.of(FilledForm.yinzhou("2022-06").value("T0204", "40").submission()),
                Map.of());
        assertPasses(rule, june().prior("T0204", "40.00"), archive);
        assertThat(only(rule, june().prior("T0204", "40.0001"), archive).parameters())
                .contains(entry("found", "40.0001"), entry("expected", "40"));
    }

    @Test
    void growthAsTypedMustBeGrowthAsComputed() {
        Rule rule = rule(FindingKind.GROWTH_MISMATCH, "T0204", "points=0.1");
        assertPasses(rule, june().value("T0204", "110").prior("T0204", "100").growth("T0204", "10.1"));
        assertThat(only(rule, june().value("T0204", "110").prior("T0204", "100").growth("T0204", "10.11"))
                        .parameters())
                .contains(entry("computed", "10"), entry("points", "0.11"));
        assertNotJudged(rule, june().value("T0204", "110").prior("T0204", "0").growth("T0204", "10"), Context.none());
        assertNotJudged(rule, june().value("T0204", "110").prior("T0204", "100"), Context.none());
    }

    @Test
    void yearOnYearSwingIsJudgedFromItsLeastBaseOn() {
        Rule rule = rule(FindingKind.YEAR_SWING, "T0204", "percent=30", "min_base=1");
        assertPasses(rule, june().value("T0204", "130").prior("T0204", "100"));
        assertThat(only(rule, june().value("T0204", "69").prior("T0204", "100")).parameters())
                .contains(entry("change_percent", "-31"), entry("limit", "30"), entry("prior_year", "100"));
        assertNotJudged(rule, june().value("T0204", "5").prior("T0204", "0.9"), Context.none());
    }

    @Test
    void stockIsComparedWithThePreviousStock() {
        Rule rule = rule(FindingKind.PERIOD_SWING, "T0205", "percent=20", "min_base=1");
        Context may = previous(FilledForm.yinzhou("2023-05").value("T0205", "10"));
        assertPasses(rule, june().value("T0205", "12"), may);
        assertThat(only(rule, june().value("T0205", "12.1"), may).parameters())
                .contains(entry("change_percent", "21"), entry("previous", "10"));
    }

    @Test
    void flowIsComparedByWhatItAddsPerPeriod() {
        Rule rule = rule(FindingKind.PERIOD_SWING, "T0204", "percent=50");
        Context april = previous(FilledForm.yinzhou("2023-04").value("T0204", "40"));
        assertPasses(rule, june().value("T0204", "70"), april);
        assertThat(only(rule, june().value("T0204", "70.2"), april).parameters())
                .containsEntry("change_percent", "51");
    }

    @Test
    void figureThatDidNotMoveIsNoticed() {
        Rule rule = rule(FindingKind.SAME_AS_PREVIOUS, "T0204");
        Context may = previous(FilledForm.yinzhou("2023-05").value("T0204", "12.3400"));
        assertPasses(rule, june().value("T0204", "12.3401"), may);
        assertThat(only(rule, june().value("T0204", "12.34"), may).parameters()).containsEntry("previous", "12.34");
        assertPasses(
                rule,
                june().value("T0204", "0"),
                previous(FilledForm.yinzhou("2023-05").value("T0204", "0")));
    }
}
