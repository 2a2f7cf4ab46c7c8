package huibao.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelinessTest {

    private static final Optional<Instant> DUE = day(8);

    @ParameterizedTest
    @CsvSource({
        "8, 0, 0, 31, ON_TIME",
        "9, 0, 0, 31, LATE_BEFORE_REMINDER",
        "9, 9, 12, 31, LATE_BEFORE_REMINDER",
        "10, 9, 12, 31, LATE_WITHIN_LIMIT",
        "12, 9, 12, 31, LATE_WITHIN_LIMIT",
        "13, 9, 12, 31, LATE_AFTER_LIMIT",
        "0, 9, 12, 31, NOT_REPORTED",
        "0, 0, 0, 9, NOT_REPORTED",
        "0, 0, 0, 8, NOT_YET_DUE",
    })
    void gradesByDeadlineReminderAndLimit(int received, int reminded, int limit, int at, Lateness grade) {
        List<Reminder> reminders = reminded == 0 ? List.of() : List.of(reminder(1, reminded, limit));

        Timeliness timeliness = Timeliness.of(day(received), Optional.empty(), DUE, reminders, day(at).orElseThrow());

        assertThat(timeliness.lateness()).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"13, 9, LATE_AFTER_LIMIT", "9, 10, LATE_BEFORE_REMINDER"})
    void theFirstReminderAfterTheDeadlineCounts(int received, int reminded, Lateness grade) {
        List<Reminder> reminders =
                List.of(reminder(-3, 5, 8), reminder(1, reminded, reminded + 3), reminder(5, 13, 16));

        Timeliness timeliness = Timeliness.of(day(received), Optional.empty(), DUE, reminders, day(20).orElseThrow());

        assertThat(timeliness.lateness()).isEqualTo(grade);
        assertThat(timeliness.remindedAt()).isEqualTo(day(reminded));
        assertThat(timeliness.limit()).isEqualTo(day(reminded + 3));
        assertThat(timeliness.reminders()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"7, 10, LATE_BEFORE_REMINDER", "9, 10, LATE_WITHIN_LIMIT"})
    void aReminderIsAfterTheDeadlineThatHoldsWhateverHeldThen(int reminded, int received, Lateness grade) {
        List<Reminder> reminders = List.of(reminder(reminded == 7 ? 1 : -1, reminded, 12));

        assertThat(Timeliness.of(day(received), Optional.empty(), DUE, reminders, day(20).orElseThrow())
                        .lateness())
                .isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"5, ON_TIME", "0, NOT_YET_DUE"})
    void withoutADeadlineNothingIsLate(int received, Lateness grade) {
        assertThat(Timeliness.of(day(received), Optional.empty(), Optional.empty(), List.of(), day(31).orElseThrow())
                        .lateness())
                .isEqualTo(grade);
    }

    private static Reminder reminder(int offset, int at, int limit) {
        return new Reminder(
                1,
                new UnitCode("330212"),
                Period.parse("2023-06"),
                offset,
                day(at).orElseThrow(),
                day(limit).orElseThrow(),
                List.of(Channel.MAIL));
    }

    /** A day of July at ten; none for 0. */
    private static Optional<Instant> day(int day) {
        return day == 0 ? Optional.empty() : Optional.of(Instant.parse("2023-07-%02dT10:00:00Z".formatted(day)));
    }
}
