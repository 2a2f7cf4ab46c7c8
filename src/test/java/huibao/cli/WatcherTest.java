package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.schedule.Agenda;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatcherTest {

    private Instant now = Instant.parse("2023-07-10T12:00:00Z");
    private final Watcher<String> watcher =
            new Watcher<>(new Agenda<>(Map.of("nightly", "0 2 * * *"), ZoneId.of("Asia/Shanghai")), () -> now);

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
    void aClockThatStoodInTheFarFutureIsForgotten() {
        assertThat(dueAt("2033-01-01T00:00:00Z")).isTrue();
        assertThat(dueAt("2023-07-10T12:00:00Z")).isFalse();
        assertThat(dueAt("2023-07-10T18:00:00Z")).isTrue();
    }

    private boolean dueAt(String time) {
        now = Instant.parse(time);
        return watcher.due().contains("nightly");
    }
}
