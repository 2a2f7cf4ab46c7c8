package huibao.spec;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.catalogue.Catalogue;
import huibao.model.Conversion;
import huibao.model.Decision;
import huibao.model.Figure;
import huibao.model.FormStamp;
import huibao.model.MilestoneReport;
import huibao.model.Observation;
import huibao.model.Period;
import huibao.model.Reading;
import huibao.model.Severity;
import huibao.model.Submission;
import huibao.model.SubmissionState;
import huibao.model.Unit;
import huibao.sample.SampleForm;
import huibao.testing.JobFolder;
import huibao.validation.Context;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written into a form is what is read from it, for every unit of two jobs that have nothing in common. */
class RoundTripTest {

    private static final Workbench NINGBO = new Workbench(JobFolder.ningbo());
    private static final Workbench SEASIDE = new Workbench(JobFolder.seaside());

    /** A form that was filled in. */
    private record Filled(Workbench job, Unit unit, Period period) {

        @Override
        public String toString() {
            return unit.nameZh() + " " + period;
        }
    }

    @TempDir
    Path folder;

    static List<Filled> forms() {
        return Stream.of(NINGBO, SEASIDE)
                .flatMap(job -> {
                    Catalogue catalogue = job.catalogue();
                    List<Period> all = catalogue.periods();
                    return catalogue.units().stream()
                            .flatMap(unit -> Stream.of(all.get(1), all.get(all.size() - 1))
                                    .map(period -> new Filled(job, unit, period)));
                })
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void readsExactlyWhatWasWrittenAndAcceptsIt(Filled form) throws IOException {
        SampleForm sample = form.job().sample(form.unit(), form.period());
        Path file = Files.write(folder.resolve("form.xlsx"), form.job().form(form.unit(), form.period()));

        Reading reading =
                form.job().read(file, form.unit().code() + "-" + form.unit().nameZh() + ".xlsx");

        Submission submission = reading.submission().orElseThrow(() -> new AssertionError(reading.findings()));
        assertThat(submission.unit()).isEqualTo(form.unit().code());
        assertThat(submission.period()).isEqualTo(form.period());
        assertFigures(submission, sample);
        assertMilestones(submission, sample);
        assertThat(submission.header().signatures()).isEqualTo(Workbench.SIGNATURES);
        assertThat(submission.header().synthetic()).isTrue();
        assertThat(submission.header().stamp())
                .contains(new FormStamp(
                        form.job().catalogue().settings().form().code(),
                        form.period(),
                        form.unit().code(),
                        form.job().catalogue().formHash()));
        Decision decision = form.job().judge(reading, Context.none());
        assertThat(decision.findings()).allMatch(finding -> finding.severity() == Severity.NOTICE);
        assertThat(decision.state()).isEqualTo(SubmissionState.ACCEPTED);
    }

    private static void assertFigures(Submission submission, SampleForm sample) {
        Map<String, Observation> rows = submission.observations().stream()
                .collect(Collectors.toMap(row -> row.item().value(), Function.identity()));
        assertThat(submission.observations().stream().map(Observation::item).toList())
                .isEqualTo(List.copyOf(sample.rows().keySet()));
        sample.rows().forEach((item, row) -> {
            Observation read = rows.get(item.value());
            assertExactly(Optional.of(row.value()), read.value());
            assertExactly(row.priorYear(), read.priorYear());
            assertExactly(row.forecast(), read.forecast());
            assertThat(read.explanation()).isEmpty();
        });
    }

    private static void assertExactly(Optional<BigDecimal> written, Figure read) {
        assertThat(read.amount().known().map(BigDecimal::stripTrailingZeros))
                .as(read.toString())
                .isEqualTo(written.map(BigDecimal::stripTrailingZeros));
        assertThat(read.conversions().stream().map(Conversion::kind)).isEmpty();
    }

    private static void assertMilestones(Submission submission, SampleForm sample) {
        Map<String, MilestoneReport> reports = submission.milestones().stream()
                .collect(Collectors.toMap(report -> report.milestone().value(), Function.identity()));
        assertThat(reports).hasSameSizeAs(sample.milestones());
        sample.milestones().forEach((code, entry) -> {
            MilestoneReport read = reports.get(code.value());
            assertThat(read.state()).contains(entry.state());
            assertThat(read.date()).isEqualTo(entry.date());
            assertThat(read.evidence()).isEqualTo(entry.evidence());
        });
    }
}
