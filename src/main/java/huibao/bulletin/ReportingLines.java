package huibao.bulletin;

import huibao.catalogue.Catalogue;
import huibao.model.Amount;
import huibao.model.Completeness;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.MissingReason;
import huibao.model.Period;
import huibao.model.Reminder;
import huibao.model.Submission;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Timeliness;
import huibao.model.Unit;
import huibao.model.UnitReporting;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who has reported for a period, one line per unit in print order. */
public final class ReportingLines {

    private final Catalogue catalogue;
    private final List<Reminder> reminders;
    private final Instant at;
    private final Function<SubmissionRecord, Optional<Submission>> reader;

    /**
     * @param reminders every reminder known at the time
     * @param at the moment of which is told
     * @param reader gives a submission as it was read
     */
    public ReportingLines(
            Catalogue catalogue,
            List<Reminder> reminders,
            Instant at,
            Function<SubmissionRecord, Optional<Submission>> reader) {
        this.catalogue = catalogue;
        this.reminders = List.copyOf(reminders);
        this.at = at;
        this.reader = reader;
    }

    public List<UnitReporting> of(Period period, List<SubmissionRecord> submissions) {
        return catalogue.units().stream()
                .map(unit -> line(
                        unit,
                        period,
                        catalogue.due(period),
                        submissions.stream()
                                .filter(record -> record.unit().equals(Optional.of(unit.code())))
                                .sorted(Comparator.comparingInt(SubmissionRecord::version))
                                .toList()))
                .toList();
    }

    private UnitReporting line(Unit unit, Period period, Optional<Instant> due, List<SubmissionRecord> own) {
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
                first.map(SubmissionRecord::arrivedAt),
                newest.map(SubmissionRecord::arrivedAt),
                due,
                first.isPresent() && (due.isEmpty() || !first.get().arrivedAt().isAfter(due.get())),
                own.size(),
                (int) own.stream()
                        .filter(record -> record.state() == SubmissionState.RETURNED)
                        .count(),
                first.map(record -> record.state() == SubmissionState.ACCEPTED
                                || record.state() == SubmissionState.SUPERSEDED)
                        .orElse(false),
                Timeliness.of(first.map(SubmissionRecord::arrivedAt), acceptedAt(own), due, of(unit, period), at),
                completeness(unit, own));
    }

    private static Optional<Instant> acceptedAt(List<SubmissionRecord> own) {
        return own.stream()
                .filter(record ->
                        record.state() == SubmissionState.ACCEPTED || record.state() == SubmissionState.SUPERSEDED)
                .map(SubmissionRecord::decidedAt)
                .min(Comparator.naturalOrder());
    }

    private List<Reminder> of(Unit unit, Period period) {
        return reminders.stream()
                .filter(reminder ->
                        reminder.unit().equals(unit.code()) && reminder.period().equals(period))
                .toList();
    }

    /** Of the newest form that could be read as one. */
    private Completeness completeness(Unit unit, List<SubmissionRecord> own) {
        Set<ItemCode> asked = catalogue.itemsFor(unit).stream().map(Item::code).collect(Collectors.toSet());
        Optional<Submission> newest = own.stream()
                .filter(record -> record.version() > 0)
                .reduce((older, newer) -> newer)
                .flatMap(reader);
        return new Completeness(
                asked.size(),
                newest.map(form -> Math.toIntExact(form.observations().stream()
                        .filter(row -> asked.contains(row.item())
                                && isFilled(row.value().amount()))
                        .count())));
    }

    /** A dash and the dots of a figure below the unit are answers; a blank and a promise are none. */
    private static boolean isFilled(Amount amount) {
        return !(amount instanceof Amount.Missing missing)
                || missing.reason() == MissingReason.NOT_APPLICABLE
                || missing.reason() == MissingReason.BELOW_UNIT;
    }
}
