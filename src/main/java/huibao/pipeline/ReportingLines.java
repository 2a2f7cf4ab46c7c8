package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.model.Period;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Unit;
import huibao.model.UnitReporting;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Who has reported for a period, one line per unit in print order. */
final class ReportingLines {

    private final Catalogue catalogue;

    ReportingLines(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<UnitReporting> of(Period period, List<SubmissionRecord> submissions) {
        return catalogue.units().stream()
                .map(unit -> line(
                        unit,
                        catalogue.due(period),
                        submissions.stream()
                                .filter(record -> record.unit().equals(Optional.of(unit.code())))
                                .sorted(Comparator.comparingInt(SubmissionRecord::version))
                                .toList()))
                .toList();
    }

    private static UnitReporting line(Unit unit, Optional<Instant> due, List<SubmissionRecord> own) {
        Optional<SubmissionRecord> first = own.stream().findFirst();
        Optional<SubmissionRecord> newest = own.stream().reduce((a, b) -> b);
        OptionalInt accepted = own.stream()
                .filter(record -> record.state() == SubmissionState.ACCEPTED)
                .mapToInt(SubmissionRecord::version)
                .max();
        return new UnitReporting(
                unit.code(),
                newest.map(SubmissionRecord::state),
                accepted,
                first.map(SubmissionRecord::receivedAt),
                newest.map(SubmissionRecord::receivedAt),
                due,
                first.isPresent() && (due.isEmpty() || !first.get().receivedAt().isAfter(due.get())),
                own.size(),
                (int) own.stream()
                        .filter(record -> record.state() == SubmissionState.RETURNED)
                        .count(),
                first.map(record -> record.state() == SubmissionState.ACCEPTED
                                || record.state() == SubmissionState.SUPERSEDED)
                        .orElse(false));
    }
}
