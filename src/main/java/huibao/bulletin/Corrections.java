package huibao.bulletin;

import huibao.bulletin.RuleHit.LaterFigure;
import huibao.model.Figure;
import huibao.model.Finding;
import huibao.model.ItemCode;
import huibao.model.Observation;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.store.Registry;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a unit changed, in a later version that was accepted, the figures something was said of. */
final class Corrections {

    private final Registry registry;
    private final Map<String, Optional<Submission>> read = new HashMap<>();

    Corrections(Registry registry) {
        this.registry = registry;
    }

    LaterFigure of(SubmissionRecord record, Finding finding) {
        Optional<Submission> form = asRead(record);
        if (form.isEmpty() || record.unit().isEmpty() || record.period().isEmpty()) {
            return LaterFigure.LEFT;
        }
        Map<ItemCode, Observation> before = rows(form.get());
        Set<ItemCode> items = items(form.get(), finding);
        boolean corrected = registry
                .submissions(record.unit().get(), record.period().get())
                .stream()
                .filter(later -> later.receipt() > record.receipt()
                        && (later.state() == SubmissionState.ACCEPTED || later.state() == SubmissionState.SUPERSEDED))
                .flatMap(later -> asRead(later).stream())
                .map(Corrections::rows)
                .anyMatch(after -> items.stream().anyMatch(item -> differs(find(before, item), find(after, item))));
        return corrected ? LaterFigure.CORRECTED : LaterFigure.LEFT;
    }

    private Optional<Submission> asRead(SubmissionRecord record) {
        return read.computeIfAbsent(record.submissionId(), id -> registry.asRead(record));
    }

    private static Map<ItemCode, Observation> rows(Submission form) {
        return form.observations().stream().collect(Collectors.toMap(Observation::item, row -> row));
    }

    /** The item a finding names, else those in whose cells it is. */
    private static Set<ItemCode> items(Submission form, Finding finding) {
        return finding.item()
                .map(Set::of)
                .orElseGet(() -> form.observations().stream()
                        .filter(row -> Stream.of(row.value(), row.priorYear())
                                .flatMap(figure -> figure.at().stream())
                                .anyMatch(at -> !Collections.disjoint(List.of(at), finding.cells())))
                        .map(Observation::item)
                        .collect(Collectors.toSet()));
    }

    private static Optional<Observation> find(Map<ItemCode, Observation> rows, ItemCode item) {
        return Optional.ofNullable(rows.get(item));
    }

    private static boolean differs(Optional<Observation> before, Optional<Observation> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before.isPresent() != after.isPresent();
        }
        return differs(before.get().value(), after.get().value())
                || differs(before.get().priorYear(), after.get().priorYear());
    }

    private static boolean differs(Figure before, Figure after) {
        Optional<BigDecimal> a = before.amount().known();
        Optional<BigDecimal> b = after.amount().known();
        return a.isPresent() != b.isPresent() || (a.isPresent() && a.get().compareTo(b.get()) != 0);
    }
}
