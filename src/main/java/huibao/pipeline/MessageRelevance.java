package huibao.pipeline;

import huibao.catalogue.Catalogue;
import huibao.delivery.Message;
import huibao.delivery.Relevance;
import huibao.model.Period;
import huibao.model.Reminder;
import huibao.model.SubmissionRecord;
import huibao.model.SubmissionState;
import huibao.model.UnitCode;
import huibao.store.Registry;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a message that waits still holds: a reminder while no form is accepted and, if it was issued before the
 * deadline, while that is to come; that a form was returned while it stands so and no newer one is there. A message
 * that does not say what it is about holds.
 */
final class MessageRelevance implements Relevance {

    private static final String KIND = "kind";
    private static final String SUBMISSION = "submission_id";
    private static final String UNIT = "ref_area";
    private static final String PERIOD = "time_period";
    private static final String AT = "at";
    private static final String LIMIT = "limit";

    private final Catalogue catalogue;
    private final InstantSource present;
    private final Registry registry;

    /** Why a message holds no more. */
    enum Loss {
        FORM_ACCEPTED,
        DEADLINE_OVER,
        /** A newer version came, or the form was judged otherwise since. */
        RETURN_OVERTAKEN
    }

    private enum Kind {
        REMINDER,
        RETURNED
    }

    /**
     * @param catalogue the job, whose deadlines count
     * @param registry every submission as it stands
     * @param present the time by which deadlines are over
     */
    MessageRelevance(Catalogue catalogue, Registry registry, InstantSource present) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.present = present;
    }

    /** What a reminder's message says of itself. */
    static Map<String, String> about(Reminder reminder) {
        return Map.of(
                KIND, Kind.REMINDER.name(),
                UNIT, reminder.unit().value(),
                PERIOD, reminder.period().toString(),
                AT, reminder.at().toString(),
                LIMIT, reminder.limit().toString());
    }

    /** What a message says of itself that tells of a form sent back. */
    static Map<String, String> about(SubmissionRecord returned) {
        return Map.of(KIND, Kind.RETURNED.name(), SUBMISSION, returned.submissionId());
    }

    @Override
    public Optional<String> lost(Message message) {
        Map<String, String> about = message.about();
        String kind = about.getOrDefault(KIND, "");
        Optional<Loss> loss = Optional.empty();
        if (kind.equals(Kind.REMINDER.name())) {
            loss = ofReminder(about);
        } else if (kind.equals(Kind.RETURNED.name())) {
            loss = Optional.ofNullable(about.get(SUBMISSION))
                    .flatMap(registry::find)
                    .flatMap(this::ofReturned);
        }
        return loss.map(Loss::name);
    }

    private Optional<Loss> ofReminder(Map<String, String> about) {
        try {
            Period period = Period.parse(about.getOrDefault(PERIOD, ""));
            if (sent(new UnitCode(about.getOrDefault(UNIT, "")), period)
                    .anyMatch(record -> record.state() == SubmissionState.ACCEPTED)) {
                return Optional.of(Loss.FORM_ACCEPTED);
            }
            Instant now = present.instant();
            Instant limit = Instant.parse(about.getOrDefault(LIMIT, ""));
            Instant at = Instant.parse(about.getOrDefault(AT, ""));
            Optional<Instant> due = catalogue.due(period);
            boolean before = due.isEmpty() || !at.isAfter(due.get());
            boolean over = now.isAfter(limit) || (due.isPresent() && now.isAfter(due.get()));
            return before && over ? Optional.of(Loss.DEADLINE_OVER) : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException e) {
            // Somebody changed the file: what it is about is not known.
            return Optional.empty();
        }
    }

    private Optional<Loss> ofReturned(SubmissionRecord record) {
        boolean newer = record.unit().stream()
                .flatMap(unit -> record.period().stream().flatMap(period -> sent(unit, period)))
                .anyMatch(other -> other.version() > record.version());
        return record.state() == SubmissionState.RETURNED && !newer
                ? Optional.empty()
                : Optional.of(Loss.RETURN_OVERTAKEN);
    }

    private Stream<SubmissionRecord> sent(UnitCode unit, Period period) {
        return registry.submissions(unit, period).stream();
    }
}
