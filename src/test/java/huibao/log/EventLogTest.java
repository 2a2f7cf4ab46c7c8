package huibao.log;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.testing.JsonObjects;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @AfterEach
    void leaveTheRun() {
        RunLabel.leave();
    }

    @Test
    void anEventIsOneObjectOnOneLineWhateverItsFileIsCalled() {
        RunLabel.enter("20240408T000000Z-2024-Q1");
        log(LogFormat.JSON)
                .say(Event.of(
                        Event.Level.WARN,
                        "left_in_inbox",
                        "  · a \"line\"\n",
                        "file",
                        "a\n{\"level\":\"INFO\"}",
                        "why",
                        ""));

        String line = written.toString(StandardCharsets.UTF_8);
        assertThat(line.lines()).hasSize(1);
        assertThat(JsonObjects.read(line))
                .containsEntry("time", "2024-04-08T00:00:00.123Z")
                .containsEntry("level", "WARN")
                .containsEntry("run", "20240408T000000Z-2024-Q1")
                .containsEntry("event", "left_in_inbox")
                .containsEntry("message", "a \"line\"")
                .containsEntry("file", "a\n{\"level\":\"INFO\"}")
                .doesNotContainKey("why");
    }

    @Test
    void atATerminalTheLineIsReadAsItIs() {
        RunLabel.enter("20240408T000000Z-2024-Q1");
        log(LogFormat.TEXT).say(Event.info("step", "· collect"));
        log(LogFormat.TEXT).say(Event.info("published", "  output/2024-Q1"));

        assertThat(said()).isEqualTo("· collect\n  output/2024-Q1\n");
    }

    @Test
    void elsewhereEveryLineBeginsWithTheTimeAndTheRunIfThereIsOne() {
        EventLog log = log(LogFormat.LINES);
        log.say(Event.info("watching", "watching"));
        RunLabel.enter("20240408T000000Z-2024-Q1");
        log.say(Event.info("step", "· collect"));
        log.say(Event.info("published", "  output/2024-Q1"));
        RunLabel.leave();
        log.say(Event.info("rebuilt", "all is in:\n  output\nLook it over."));

        assertThat(said()).isEqualTo("""
                        2024-04-08T08:00:00+08:00  watching
                        2024-04-08T08:00:00+08:00 20240408T000000Z-2024-Q1  · collect
                        2024-04-08T08:00:00+08:00 20240408T000000Z-2024-Q1  output/2024-Q1
                        2024-04-08T08:00:00+08:00  all is in:
                        2024-04-08T08:00:00+08:00  output
                        2024-04-08T08:00:00+08:00  Look it over.
                        """);
    }

    @Test
    void whatGoesOnForNightsHasThemAtATerminalToo() {
        log(LogFormat.TEXT).stamped(() -> ZoneOffset.UTC).say(Event.info("next", "next run"));
        log(LogFormat.JSON).stamped(() -> ZoneOffset.UTC).say(Event.info("next", "next run"));

        assertThat(said().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("2024-04-08T00:00:00Z  next run"),
                        line -> assertThat(JsonObjects.read(line)).containsEntry("message", "next run"));
    }

    @Test
    void noFieldOverwritesWhatEveryLineHas() {
        log(LogFormat.JSON).say(Event.of(Event.Level.INFO, "a", "b", "level", "ERROR"));

        assertThat(JsonObjects.read(written.toString(StandardCharsets.UTF_8))).containsEntry("level", "INFO");
    }

    private EventLog log(LogFormat format) {
        return new EventLog(
                new PrintStream(written, true, StandardCharsets.UTF_8),
                format,
                () -> Instant.parse("2024-04-08T00:00:00.123456Z"),
                () -> ZoneId.of("Asia/Shanghai"));
    }

    private String said() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
