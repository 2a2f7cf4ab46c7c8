package huibao.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.schedule.Agenda;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatcherTest {

    private Instant now = Instant.parse("2023-07-10T12:00:00Z");
    private final Watcher<String> watcher = watcher();

    @Test
    void aNightIsDueOnce() {
        assertThat(dueAt("2023-07-10T17:59:59Z")).isFalse();
        assertThat(dueAt("2023-07-10T18:00:00Z")).isTrue();
        assertThat(dueAt("2023-07-10T18:00:01Z")).isFalse();
        assertThat(watcher.next().orElseThrow().at()).isEqualTo("2023-07-11T18:00:00Z");
    }

    @Test
    void aClockSetForwardOverThreeNightsMakesOneRun() {
        assertThat(dueAt("2023-07-13T20:00:00Z")).isTrue();
        assertThat(dueAt("2023-07-13T20:00:01Z")).isFalse();
    }

    @Test
    void aClockSetBackAnHourRepeatsNothing() {
        assertThat(dueAt("2023-07-10T18:30:00Z")).isTrue();
        assertThat(dueAt("2023-07-10T17:30:00Z")).isFalse();
        assertThat(dueAt("2023-07-10T18:10:00Z")).isFalse();
        assertThat(dueAt("2023-07-11T18:00:00Z")).isTrue();
    }

    @Test
    void aNightThatWasNotRunIsRunWhenAWrongClockIsPutRight() {
        now = Instant.parse("2023-07-11T01:00:00Z");
        Watcher<String> begun = watcher();
        now = Instant.parse("2023-07-10T17:00:00Z");
        assertThat(begun.due()).isEmpty();
        assertThat(begun.next().orElseThrow().at()).isEqualTo("2023-07-10T18:00:00Z");
        now = Instant.parse("2023-07-10T18:00:00Z");
        assertThat(begun.due()).containsExactly("nightly");
        now = Instant.parse("2023-07-11T01:00:00Z");
        assertThat(begun.due()).isEmpty();
    }

    @Test
    void aClockSetBackToTheMomentItselfRepeatsNothing() {
        assertThat(dueAt("2023-07-10T18:30:00Z")).isTrue();
        assertThat(dueAt("2023-07-10T18:00:00Z")).isFalse();
        assertThat(watcher.next().orElseThrow().at()).isEqualTo("2023-07-11T18:00:00Z");
        assertThat(dueAt("2023-07-10T17:59:59Z")).isFalse();
        assertThat(watcher.next().orElseThrow().at()).isEqualTo("2023-07-11T18:00:00Z");
    }

    @Test
    void aNightThatWasRunIsNotRunAgainHoweverFarAndOftenTheClockJumps() {
        assertThat(dueAt("2023-07-10T18:00:00Z")).isTrue();
        assertThat(dueAt("2023-07-11T18:00:00Z")).isTrue();
        assertThat(dueAt("2023-07-10T17:00:00Z")).isFalse();
        assertThat(dueAt("2023-07-10T18:00:01Z")).isFalse();
        assertThat(dueAt("2023-07-11T18:00:01Z")).isFalse();
        assertThat(dueAt("1970-01-01T00:00:00Z")).isFalse();
        assertThat(dueAt("2023-07-11T18:00:02Z")).isFalse();
        assertThat(dueAt("2023-07-12T18:00:00Z")).isTrue();
    }

    @Test
    void aClockThatForgetsToPutOffSummerTimeAndIsSetBackRepeatsNothing() {
        now = Instant.parse("2023-11-05T03:00:00Z");
        Watcher<String> begun =
                new Watcher<>(new Agenda<>(Map.of("nightly", "30 1 * * *"), ZoneId.of("America/St_Johns")), () -> now);
        List<String> due = new ArrayList<>();
        for (String time : List.of("04:00:00Z", "05:00:00Z", "05:10:00Z", "04:10:00Z", "03:50:00Z", "04:30:00Z")) {
            now = Instant.parse("2023-11-05T" + time);
            due.addAll(begun.due());
        }
        assertThat(due).containsExactly("nightly");
    }

    @Test
    void theLastNightBeforeItBeganIsMadeUpOnce() {
        assertThat(watcher.missed("nightly", Instant.parse("2023-07-09T18:00:00Z")))
                .as("run on time")
                .isEmpty();
        assertThat(watcher.missed("nightly", Instant.parse("2023-07-07T18:00:00Z")))
                .contains(Instant.parse("2023-07-09T18:00:00Z"));
        assertThat(dueAt("2023-07-09T17:00:00Z")).isFalse();
        assertThat(dueAt("2023-07-09T18:00:00Z")).as("made up").isFalse();
        assertThat(dueAt("2023-07-10T18:00:00Z")).isTrue();
    }

    @Test
    void anotherAgendaHoldsFromThenOn() {
        assertThat(dueAt("2023-07-10T18:30:00Z")).isTrue();
        watcher.follow(new Agenda<>(Map.of("nightly", "0 1,3 * * *"), ZoneId.of("Asia/Shanghai")));
        assertThat(dueAt("2023-07-10T18:30:01Z")).isFalse();
        assertThat(dueAt("2023-07-10T19:00:00Z")).isTrue();
    }

    @Test
    void aClockThatStoodInTheFarFutureIsForgotten() {
        assertThat(dueAt("2033-01-01T00:00:00Z")).isTrue();
        assertThat(dueAt("2023-07-10T12:00:00Z")).isFalse();
        assertThat(dueAt("2023-07-10T18:00:00Z")).isTrue();
    }

    private Watcher<String> watcher() {
        return new Watcher<>(new Agenda<>(Map.of("nightly", "0 2 * * *"), ZoneId.of("Asia/Shanghai")), () -> now);
    }

    private boolean dueAt(String time) {
        now = Instant.parse(time);
        return watcher.due().contains("nightly");
    }
}
