package huibao.bulletin;

import huibao.catalogue.Catalogue;
import huibao.model.Completeness;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.MissingReason;
import huibao.model.Period;
import huibao.model.Reminder;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.Timeliness;
import huibao.model.Unit;
import huibao.model.UnitCode;
import huibao.model.UnitReporting;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    private final Function<SubmissionRecord, Optional<Map<ItemCode, Optional<MissingReason>>>> reader;

    /**
     * @param reminders every reminder known at the time
     * @param at the moment of which is told
     * @param reader says of a submission which figures it has, and why others are missing; empty where nobody asks
     */
    public ReportingLines(
            Catalogue catalogue,
            List<Reminder> reminders,
            Instant at,
            Function<SubmissionRecord, Optional<Map<ItemCode, Optional<MissingReason>>>> reader) {
        this.catalogue = catalogue;
        this.reminders = List.copyOf(reminders);
        this.at = at;
        this.reader = reader;
    }

    public List<UnitReporting> of(Period period, List<SubmissionRecord> submissions) {
        Map<UnitCode, List<SubmissionRecord>> sent = submissions.stream()
                .filter(record -> record.unit().isPresent())
                .sorted(Comparator.comparingInt(SubmissionRecord::version))
                .collect(Collectors.groupingBy(record -> record.unit().orElseThrow()));
        Map<UnitCode, List<Reminder>> reminded = reminders.stream()
                .filter(reminder -> reminder.period().equals(period))
                .collect(Collectors.groupingBy(Reminder::unit));
        return catalogue.units().stream()
                .map(unit -> line(
                        unit,
                        catalogue.due(period),
                        sent.getOrDefault(unit.code(), List.of()),
                        reminded.getOrDefault(unit.code(), List.of())))
                .toList();
    }

    private UnitReporting line(Unit unit, Optional<Instant> due, List<SubmissionRecord> own, List<Reminder> reminded) {
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
                Timeliness.of(first.map(SubmissionRecord::arrivedAt), acceptedAt(own), due, reminded, at),
                completeness(unit, own));
    }

    private static Optional<Instant> acceptedAt(List<SubmissionRecord> own) {
        return own.stream()
                .filter(record ->
                        record.state() == SubmissionState.ACCEPTED || record.state() == SubmissionState.SUPERSEDED)
                .map(SubmissionRecord::decidedAt)
                .min(Comparator.naturalOrder());
    }

    /** Of the newest form that could be read as one. */
    private Completeness completeness(Unit unit, List<SubmissionRecord> own) {
        Set<ItemCode> asked = catalogue.itemsFor(unit).stream().map(Item::code).collect(Collectors.toSet());
        Optional<Map<ItemCode, Optional<MissingReason>>> newest = own.stream()
                .filter(record -> record.version() > 0)
                .reduce((older, newer) -> newer)
                .flatMap(reader);
        return new Completeness(
                asked.size(),
                newest.map(figures -> Math.toIntExact(figures.entrySet().stream()
                        .filter(figure -> asked.contains(figure.getKey())
                                && figure.getValue()
                                        .filter(reason -> !isAnswer(reason))
                                        .isEmpty())
                        .count())));
    }

    /** A dash and the dots of a figure below the unit are answers; a blank and a promise are none. */
    private static boolean isAnswer(MissingReason reason) {
        return reason == MissingReason.NOT_APPLICABLE || reason == MissingReason.BELOW_UNIT;
    }
}
