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
import huibao.model.Observation;
import huibao.model.Period;
import huibao.model.Reading;
import huibao.model.RevisedFigure;
import huibao.model.Revision;
import huibao.model.RevisionReason;
import huibao.model.Rule;
import huibao.model.SourcedObservation;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitKind;
import huibao.testing.JobFolder;
import huibao.validation.AcceptedVersion;
import huibao.validation.CityChecks;
import huibao.validation.CityStanding;
import huibao.validation.Context;
import huibao.validation.GivenExplanation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
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

    /** Forms nobody changed, read once. */
    private static final Map<String, Submission> AS_IT_IS = new HashMap<>();

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
        Workbench job = job(spec);
        Decision decision = decide(job, spec);

        assertFindings(spec, decision.findings());
        assertThat(decision.state().name())
                .as("decision: %s", show(decision.findings()))
                .isEqualTo(spec.decision());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cities")
    void saysOfTheCityWhatTheSpecificationSays(RuleCase spec) throws IOException {
        Workbench job = job(spec);
        Period june = Period.month(2023, 6);
        List<Finding> findings = new CityChecks(job.catalogue())
                        .check(city(job, june, spec, "")
                                .beside(
                                        Optional.of(city(job, Period.month(2023, 5), spec, " before")),
                                        corrected(job, spec),
                                        job.catalogue(),
                                        revisions(spec)))
                        .stream()
                        .filter(finding -> finding.rule().equals(spec.code()))
                        .toList();

        assertThat(spec.fires()).as(show(findings)).isEqualTo(!findings.isEmpty());
        if (spec.fires()) {
            Finding first = findings.stream()
                    .filter(finding -> finding.parameters().get("area").isEmpty()
                            || finding.parameters().get("area").contains("330212"))
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

    private Workbench job(RuleCase spec) throws IOException {
        List<String> lines = spec.steps("rule");
        List<String> allocations = spec.steps("allocation");
        if (lines.isEmpty() && allocations.isEmpty()) {
            return NINGBO;
        }
        Path job = jobWith(lines);
        for (String change : allocations) {
            String[] parts = change.split(" := ");
            JobFolder.edit(job, "allocations.csv", parts[0], parts[1]);
        }
        return new Workbench(CatalogueReader.read(job));
    }

    private Path jobWith(List<String> lines) throws IOException {
        Path job = JobFolder.copy(JobFolder.NINGBO, folder.resolve("job"));
        for (String line : lines) {
            if (line.contains(" := ")) {
                String[] parts = line.split(" := ");
                JobFolder.edit(job, "rules.csv", parts[0], parts[1]);
            } else {
                Files.writeString(
                        job.resolve("rules.csv"), line + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
            }
        }
        return job;
    }

    private Decision decide(Workbench job, RuleCase spec) throws IOException {
        Unit unit = job.unit(spec.steps("unit").stream().findFirst().orElse("鄞州区"));
        Period period = Period.parse(spec.steps("period").stream().findFirst().orElse("2023-06"));
        Workbench maker = spec.steps("form of a job with").isEmpty()
                ? job
                : new Workbench(CatalogueReader.read(jobWith(spec.steps("form of a job with"))));
        byte[] blank = spec.steps("figures of").stream()
                .findFirst()
                .map(other -> other.matches("\\d.*")
                        ? maker.formWithFiguresOf(unit, period, unit, Period.parse(other))
                        : maker.formWithFiguresOf(job.unit(other), unit, period))
                .orElseGet(() -> maker.form(unit, period));
        byte[] form = FormEditor.apply(blank, spec.steps());
        for (String what : spec.steps("file becomes")) {
            form = FileMaker.become(form, what);
        }
        Path file = Files.write(folder.resolve("form.bin"), form);
        Reading reading =
                job.read(file, spec.steps("file name").stream().findFirst().orElse("x.xlsx"));
        return job.judge(reading, context(job, unit, period, spec));
    }

    private Context context(Workbench job, Unit unit, Period period, RuleCase spec) throws IOException {
        Optional<Submission> previous = Optional.empty();
        Optional<Submission> lastYear = Optional.empty();
        Map<UnitCode, Submission> related = new TreeMap<>();
        if (!spec.steps("previous").isEmpty()) {
            previous = Optional.of(read(job, unit, period.previousInYear().orElseThrow(), spec.steps("previous")));
        }
        if (!spec.steps("last year").isEmpty()) {
            byte[] form = FormEditor.apply(job.formOfYearBefore(unit, period), spec.steps("last year"));
            lastYear = Optional.of(job.readOfYear(Files.write(folder.resolve("last.xlsx"), form), period.year() - 1));
        }
        for (Map.Entry<String, List<String>> zone : spec.zones().entrySet()) {
            Unit other = job.unit(zone.getKey());
            related.put(other.code(), read(job, other, period, zone.getValue()));
        }
        if (!spec.steps("host").isEmpty()) {
            Unit host = job.catalogue().requireUnit(unit.host().orElseThrow());
            related.put(host.code(), read(job, host, period, spec.steps("host")));
        }
        List<Submission> alike = new ArrayList<>();
        for (String other : spec.steps("accepted before")) {
            alike.add(read(job, job.unit(other), period, List.of()));
        }
        Map<ItemCode, GivenExplanation> given = previous.map(
                        form -> GivenExplanation.of(form, Collections.emptyIterator()))
                .orElse(Map.of());
        Optional<AcceptedVersion> standing = Optional.empty();
        if (!spec.steps("standing").isEmpty()) {
            standing = Optional.of(new AcceptedVersion(
                    unit.code() + "-" + period + "-v1",
                    Instant.parse("2023-07-03T01:20:00Z"),
                    read(job, unit, period, spec.steps("standing"))));
        }
        List<Submission> others = new ArrayList<>();
        for (String other : spec.steps("reported before")) {
            others.add(read(job, job.unit(other), period.previousInYear().orElseThrow(), List.of()));
        }
        return new Context(previous, lastYear, related, alike, given, standing, () -> others);
    }

    private Submission read(Workbench job, Unit unit, Period period, List<String> steps) throws IOException {
        List<String> changes = steps.equals(List.of("as it is")) ? List.of() : steps;
        Path file = Files.write(
                folder.resolve(unit.code() + "-" + period + ".xlsx"),
                FormEditor.apply(job.form(unit, period), changes));
        return job.read(file).submission().orElseThrow();
    }

    /** What was corrected after the period's forms were judged; empty if no step says so. */
    private Optional<CityStanding> corrected(Workbench job, RuleCase spec) throws IOException {
        boolean isCorrected = job.catalogue().units().stream()
                .anyMatch(unit ->
                        !spec.steps("at " + unit.nameZh() + " corrected").isEmpty());
        return isCorrected ? Optional.of(city(job, Period.month(2023, 5), spec, " corrected")) : Optional.empty();
    }

    /** What stands of the districts and zones: sample figures, changed as the steps say, 鄞州区's first. */
    private CityStanding city(Workbench job, Period period, RuleCase spec, String when) throws IOException {
        List<ItemFigure> figures = new ArrayList<>();
        List<SourcedObservation> observations = new ArrayList<>();
        for (Unit unit : job.catalogue().units()) {
            if (unit.kind() == UnitKind.CITY) {
                continue;
            }
            List<String> own = new ArrayList<>(spec.steps("at " + unit.nameZh() + when));
            if (unit.nameZh().equals("鄞州区") && when.isEmpty()) {
                own.addAll(spec.steps());
            }
            Submission read = own.isEmpty() ? asItIs(job, unit, period) : read(job, unit, period, own);
            for (Observation row : read.observations()) {
                observations.add(
                        new SourcedObservation(record(read), row, ObsStatus.A, Instant.EPOCH, Optional.empty()));
                row.value()
                        .amount()
                        .known()
                        .map(value -> figure(
                                row.item(),
                                unit.code(),
                                value,
                                row.priorYear().amount().known()))
                        .ifPresent(figures::add);
            }
        }
        return new CityStanding(figures, observations);
    }

    private Submission asItIs(Workbench job, Unit unit, Period period) throws IOException {
        String key = job.catalogue().hash() + unit.code() + period;
        Submission known = AS_IT_IS.get(key);
        if (known == null) {
            known = read(job, unit, period, List.of());
            AS_IT_IS.put(key, known);
        }
        return known;
    }

    private static SubmissionRecord record(Submission read) {
        return new SubmissionRecord(
                read.unit() + "-" + read.period() + "-v1",
                1,
                Optional.of(read.unit()),
                Optional.of(read.period()),
                Optional.of(read.form()),
                1,
                SubmissionState.ACCEPTED,
                Decision.CLEAN,
                read.file(),
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                "",
                true);
    }

    /** "revised: 330212 T0204 40 44": what stood when May was due, and what has taken its place. */
    private static List<Revision> revisions(RuleCase spec) {
        return spec.steps("revised").stream()
                .map(step -> step.split(" "))
                .map(words -> new Revision(
                        Period.month(2023, 5),
                        2,
                        Instant.EPOCH,
                        new UnitCode(words[0]),
                        RevisedFigure.VALUE,
                        words[1],
                        Optional.of(new BigDecimal(words[2])),
                        Optional.of(new BigDecimal(words[3])),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(RevisionReason.CORRECTION),
                        Optional.of("v1"),
                        Optional.of("v2")))
                .toList();
    }

    private static ItemFigure figure(ItemCode item, UnitCode unit, BigDecimal value, Optional<BigDecimal> priorYear) {
        return new ItemFigure(
                item,
                unit,
                Optional.of(value),
                priorYear,
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
