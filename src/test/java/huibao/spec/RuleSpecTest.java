package huibao.spec;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.CatalogueReader;
import huibao.message.Messages;
import huibao.model.Decision;
import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Interval;
import huibao.model.ItemCode;
import huibao.model.ItemFigure;
import huibao.model.ObsStatus;
import huibao.model.Period;
import huibao.model.Reading;
import huibao.model.Rule;
import huibao.model.Submission;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.testing.JobFolder;
import huibao.validation.CityChecks;
import huibao.validation.Context;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every code that can stand in a finding, through real workbooks: at least one that it is said of and one
 * close to it that it is not said of. The cases are data: {@code src/test/resources/huibao/spec/rules.csv}.
 */
class RuleSpecTest {

    private static final Workbench NINGBO = new Workbench(JobFolder.ningbo());

    @TempDir
    Path folder;

    static List<RuleCase> workbooks() {
        return RuleCase.all().stream()
                .filter(one -> kind(one).scope() != FindingKind.Scope.CITY)
                .toList();
    }

    static List<RuleCase> cities() {
        return RuleCase.all().stream()
                .filter(one -> kind(one).scope() == FindingKind.Scope.CITY)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooks")
    void saysOfTheWorkbookWhatTheSpecificationSays(RuleCase spec) throws IOException {
        Sent sent = new Sent(spec.steps(), folder);
        Decision decision = sent.judge(sent.read(sent.workbook()));

        assertFindings(spec, decision.findings());
        assertThat(decision.state().name())
                .as("decision: %s", show(decision.findings()))
                .isEqualTo(spec.decision());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cities")
    void saysOfTheCityWhatTheSpecificationSays(RuleCase spec) throws IOException {
        Period may = Period.month(2023, 5);
        Period june = Period.month(2023, 6);
        List<Finding> findings =
                new CityChecks(NINGBO.catalogue()).check(city(june, spec.steps().all()), city(may, List.of()));

        assertThat(spec.fires()).isEqualTo(!findings.isEmpty());
        if (spec.fires()) {
            Finding first = findings.stream()
                    .filter(finding -> finding.parameters().get("area").equals("330212"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(show(findings)));
            assertFindings(spec, List.of(first));
        }
    }

    @Test
    void everyKindHasACaseThatFiresAndOneThatDoesNot() {
        Map<FindingKind, Set<Boolean>> cases = new EnumMap<>(FindingKind.class);
        for (FindingKind kind : FindingKind.values()) {
            cases.put(
                    kind,
                    RuleCase.all().stream()
                            .filter(one -> kind(one) == kind)
                            .map(RuleCase::fires)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }

        assertThat(cases)
                .allSatisfy(
                        (kind, outcomes) -> assertThat(outcomes).as(kind.name()).containsExactly(false, true));
    }

    /** The kind a line is about: its code is the kind's name, or that of one of the job's rules. */
    private static FindingKind kind(RuleCase spec) {
        return NINGBO.catalogue().rules().stream()
                .filter(rule -> rule.code().equals(spec.code()))
                .map(Rule::kind)
                .findFirst()
                .orElseGet(() -> FindingKind.valueOf(spec.code()));
    }

    /** The districts' figures, 鄞州区's as the steps say. */
    private List<ItemFigure> city(Period period, List<String> steps) throws IOException {
        List<ItemFigure> figures = new ArrayList<>();
        for (Unit unit : NINGBO.catalogue().ofKind(UnitKind.DISTRICT)) {
            List<String> all = new ArrayList<>(unit.nameZh().equals("鄞州区") ? steps : List.of());
            all.addAll(List.of("unit: " + unit.nameZh(), "period: " + period));
            Sent sent = new Sent(new Steps(all), folder);
            sent.read(sent.workbook()).submission().orElseThrow().observations().stream()
                    .flatMap(row ->
                            row.value().amount().known().stream().map(value -> figure(row.item(), unit.code(), value)))
                    .forEach(figures::add);
        }
        return figures;
    }

    private static ItemFigure figure(ItemCode item, UnitCode unit, BigDecimal value) {
        return new ItemFigure(
                item,
                unit,
                Optional.of(value),
                Optional.empty(),
                Optional.empty(),
                Interval.exactly(value),
                Interval.exactly(value),
                List.of(),
                1,
                ObsStatus.A);
    }

    private static void assertFindings(RuleCase spec, List<Finding> findings) {
        List<String> expected = new ArrayList<>(spec.also());
        if (spec.fires()) {
            expected.add(spec.code());
        }
        assertThat(findings.stream().map(Finding::rule).distinct())
                .as(show(findings))
                .containsExactlyInAnyOrderElementsOf(expected);
        if (!spec.fires()) {
            return;
        }
        Finding finding = findings.stream()
                .filter(one -> one.rule().equals(spec.code()))
                .findFirst()
                .orElseThrow();
        assertThat(finding.severity().name()).as("severity").isEqualTo(spec.severity());
        assertThat(finding.cells().stream().findFirst().map(Object::toString).orElse(""))
                .as("cell")
                .isEqualTo(spec.cell());
        if (!spec.found().equals("*")) {
            assertThat(finding.parameters().get(Finding.FOUND)).as("found").isEqualTo(spec.found());
        }
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            Messages messages = Messages.in(language);
            assertThat(messages.message(finding) + messages.expected(finding) + messages.remedy(finding))
                    .doesNotContain("{", "[[", "]]");
        }
    }

    private static String show(List<Finding> findings) {
        Messages zh = Messages.in(Locale.CHINESE);
        Messages en = Messages.in(Locale.ENGLISH);
        return findings.stream()
                .map(one -> one.rule() + "," + one.severity() + "," + one.cells() + ","
                        + one.parameters().get(Finding.FOUND) + " | " + zh.message(one) + " / " + zh.expected(one)
                        + " | " + en.message(one) + " / " + en.expected(one) + " " + one.parameters())
                .collect(Collectors.joining("\n", "\n", "\n"));
    }
}
