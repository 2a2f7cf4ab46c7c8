package huibao.store;

import static huibao.store.Sample.JUNE;
import static huibao.store.Sample.TRADE;
import static huibao.store.Sample.accepted;
import static huibao.store.Sample.at;
import static huibao.store.Sample.decision;
import static huibao.store.Sample.finding;
import static huibao.store.Sample.reading;
import static huibao.store.Sample.record;
import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.ItemCode;
import huibao.model.Period;
import huibao.model.SourcedObservation;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.SubmittedExplanation;
import huibao.model.UnitReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of many forms at once against the same forms read one by one, whole. */
class ItemRowsTest {

    private static final Period MAY = Period.month(2023, 5);

    @TempDir
    Path folder;

    @Test
    void readsOfManyFormsWhatEachOfThemHolds() {
        try (Registry registry = sent()) {
            List<SubmissionRecord> forms = forms(registry);
            Map<String, ItemsOnForm> told = registry.rowsOf(List.of(TRADE)).on(forms);
            assertThat(forms).hasSize(3);
            assertThat(told.keySet())
                    .containsExactlyElementsOf(
                            forms.stream().map(SubmissionRecord::submissionId).toList());
            for (SubmissionRecord form : forms) {
                ItemsOnForm one = told.get(form.submissionId());
                List<SourcedObservation> rows = registry.observations(form).stream()
                        .filter(row -> row.observation().item().equals(TRADE))
                        .toList();
                List<SubmittedExplanation> explanations = registry.explanations(form).stream()
                        .filter(said -> said.item().equals(TRADE))
                        .toList();
                assertThat(rows).isNotEmpty();
                assertThat(one.rows()).isEqualTo(rows);
                assertThat(one.explanations()).isEqualTo(explanations);
                assertThat(one.findings()).isEqualTo(onTrade(registry.findings(form)));
            }
            assertThat(told.values()).anyMatch(one -> !one.findings().isEmpty());
        }
    }

    @Test
    void readsTheFiguresOfManyForms() {
        try (Registry registry = sent()) {
            List<SubmissionRecord> forms = forms(registry);
            Map<String, UnitReport> reports = registry.rowsOf(List.of(TRADE)).reports(forms);
            for (SubmissionRecord form : forms) {
                UnitReport whole = registry.report(form);
                UnitReport part = reports.get(form.submissionId());
                assertThat(part.unit()).isEqualTo(whole.unit());
                assertThat(part.period()).isEqualTo(whole.period());
                assertThat(part.values()).isEqualTo(Map.of(TRADE, whole.values().get(TRADE)));
            }
        }
    }

    @Test
    void aFormWithoutTheItemsHasNothingOfThem() {
        try (Registry registry = sent()) {
            List<SubmissionRecord> forms = forms(registry);
            ItemRows rows = registry.rowsOf(List.of(new ItemCode("T9999")));
            assertThat(rows.on(forms).values())
                    .hasSize(forms.size())
                    .containsOnly(new ItemsOnForm(List.of(), List.of(), List.of()));
            assertThat(rows.reports(forms).values())
                    .hasSize(forms.size())
                    .allMatch(report -> report.values().isEmpty());
        }
    }

    private Registry sent() {
        Registry registry = Sample.open(folder);
        record(registry, record(1, 1, MAY), reading(1, MAY, "4.3900"), accepted(), at(1));
        record(
                registry,
                record(2, 1, JUNE),
                reading(2, JUNE, "5"),
                decision(SubmissionState.RETURNED, finding(FindingKind.UNIT_CONVERTED), finding(FindingKind.NUMBER)),
                at(2));
        record(registry, record(3, 2, JUNE), reading(3, JUNE, "6"), accepted(finding(FindingKind.NUMBER)), at(3));
        return registry;
    }

    private static List<SubmissionRecord> forms(Registry registry) {
        return List.of(MAY, JUNE).stream()
                .flatMap(period -> registry.submissions(period).stream())
                .toList();
    }

    private static List<ItemsOnForm.Numbered> onTrade(List<Finding> all) {
        return IntStream.range(0, all.size())
                .filter(place -> all.get(place).item().equals(Optional.of(TRADE)))
                .mapToObj(place -> new ItemsOnForm.Numbered(place + 1, all.get(place)))
                .toList();
    }
}
