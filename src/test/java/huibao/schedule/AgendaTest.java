package huibao.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId ST_JOHNS = ZoneId.of("America/St_Johns");
    private static final Instant AFTER_AUTUMN = Instant.parse("2023-11-05T05:30:00Z");

    @Test
    void nightlyIsByTheWallClockOfTheJob() {
        Agenda<String> agenda = new Agenda<>(Map.of("nightly", "0 2 * * *"), SHANGHAI);

        assertThat(agenda.next("nightly", Instant.parse("2023-07-09T18:00:00Z")))
                .contains(new Agenda.Appointment<>("nightly", Instant.parse("2023-07-10T18:00:00Z")));
        assertThat(agenda.next("nightly", Instant.parse("2023-07-09T17:59:59Z")))
                .contains(new Agenda.Appointment<>("nightly", Instant.parse("2023-07-09T18:00:00Z")));
    }

    @Test
    void aTimeThatSpringSkipsIsDueOnceAfterTheGap() {
        assertThat(course("30 2 * * *", "2023-03-11T00:00", 3))
                .containsExactly("2023-03-11T02:30", "2023-03-12T03:30", "2023-03-13T02:30");
        assertThat(course("30 2 * * *", "2023-03-12T03:10", 1)).containsExactly("2023-03-12T03:30");
        assertThat(course("30 2 * * *", "2023-03-12T03:30", 1)).containsExactly("2023-03-13T02:30");
    }

    @Test
    void aTimeThatAutumnRepeatsIsDueOnce() {
        assertThat(course("30 1 * * *", "2023-11-04T00:00", 3))
                .containsExactly("2023-11-04T01:30", "2023-11-05T01:30", "2023-11-06T01:30");
        Agenda<String> agenda = new Agenda<>(Map.of("nightly", "30 1 * * *"), ST_JOHNS);
        assertThat(agenda.next("nightly", Instant.parse("2023-11-05T04:00:00Z"))
                        .orElseThrow()
                        .at())
                .as("the second 01:30 of that night is 05:00Z")
                .isEqualTo(Instant.parse("2023-11-06T05:00:00Z"));
    }

    @Test
    void theLastMomentOfAStretchIsFoundHoweverManyThereAre() {
        Agenda<String> nightly = new Agenda<>(Map.of("nightly", "0 2 * * *"), SHANGHAI);
        Instant monday = Instant.parse("2023-07-10T00:00:00Z");

        assertThat(last(nightly, monday, monday.plusSeconds(5 * 86_400))).isEqualTo("2023-07-14T18:00:00Z");
        assertThat(last(nightly, monday, Instant.parse("2023-07-10T18:00:00Z"))).isEqualTo("2023-07-10T18:00:00Z");
        assertThat(last(nightly, monday, Instant.parse("2023-07-10T17:59:59Z"))).isEqualTo("none");
        assertThat(last(nightly, Instant.parse("2023-07-10T18:00:00Z"), Instant.parse("2023-07-11T17:59:59Z")))
                .isEqualTo("none");
        assertThat(last(nightly, monday, monday.minusSeconds(86_400))).isEqualTo("none");
        assertThat(last(nightly, Instant.EPOCH, monday)).isEqualTo("2023-07-09T18:00:00Z");
        assertThat(last(new Agenda<>(Map.of("nightly", "* * * * * *"), SHANGHAI), Instant.EPOCH, monday))
                .isEqualTo("2023-07-10T00:00:00Z");
        assertThat(last(new Agenda<>(Map.of("nightly", "* * * 1 1 *"), SHANGHAI), Instant.EPOCH, monday))
                .isEqualTo("2023-01-01T15:59:59Z");
        assertThat(last(new Agenda<>(Map.of("nightly", "30 1 * * *"), ST_JOHNS), Instant.EPOCH, AFTER_AUTUMN))
                .as("the first of two")
                .isEqualTo("2023-11-05T04:00:00Z");
    }

    @Test
    void refusesWhatIsNoCronExpression() {
        assertThatThrownBy(() -> Agenda.parse("every night")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Agenda.parse("0 25 * * *")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Agenda.parse("0 0 2 * * *")).isEqualTo(Agenda.parse("0 2 * * *"));
    }

    @Test
    void refusesADayThatNeverComesAndNotOneThatSeldomDoes() {
        assertThatThrownBy(() -> Agenda.requireCron("0 2 30 2 *")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Agenda.requireCron("0 2 31 4,6 *")).isInstanceOf(IllegalArgumentException.class);
        assertThatCode(() -> Agenda.requireCron("0 2 29 2 MON")).doesNotThrowAnyException();
    }

    private static String last(Agenda<String> agenda, Instant after, Instant until) {
        return agenda.last("nightly", after, until)
                .map(found -> found.at().toString())
                .orElse("none");
    }

    private static List<String> course(String cron, String from, int times) {
        Agenda<String> agenda = new Agenda<>(Map.of("nightly", cron), ST_JOHNS);
        List<String> course = new ArrayList<>();
        Instant at = LocalDateTime.parse(from).atZone(ST_JOHNS).toInstant();
        for (int i = 0; i < times; i++) {
            at = agenda.next("nightly", at).orElseThrow().at();
            course.add(at.atZone(ST_JOHNS).toLocalDateTime().toString());
        }
        return course;
    }
}
