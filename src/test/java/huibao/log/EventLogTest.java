package huibao.log;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @AfterEach
    void leaveTheRun() {
        RunContext.leave();
    }

    @Test
    void anEventIsOneObjectOnOneLineWhateverItsFileIsCalled() {
        RunContext.enter("20240408T000000Z-2024-Q1");
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
        assertThat(Json.readObject(line))
                .containsEntry("time", "2024-04-08T00:00:00.123Z")
                .containsEntry("level", "WARN")
                .containsEntry("run", "20240408T000000Z-2024-Q1")
                .containsEntry("event", "left_in_inbox")
                .containsEntry("message", "a \"line\"")
                .containsEntry("file", "a\n{\"level\":\"INFO\"}")
                .doesNotContainKey("why");
    }

    @Test
    void peopleReadTheLineAsItIs() {
        log(LogFormat.TEXT).say(Event.info("step", "· collect"));
        log(LogFormat.TEXT).withPlainLines(line -> "12:00  " + line).say(Event.info("step", "x"));

        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("· collect\n12:00  x\n");
    }

    @Test
    void noFieldOverwritesWhatEveryLineHas() {
        log(LogFormat.JSON).say(Event.of(Event.Level.INFO, "a", "b", "level", "ERROR"));

        assertThat(Json.readObject(written.toString(StandardCharsets.UTF_8))).containsEntry("level", "INFO");
    }

    private EventLog log(LogFormat format) {
        return new EventLog(
                new PrintStream(written, true, StandardCharsets.UTF_8),
                format,
                () -> Instant.parse("2024-04-08T00:00:00.123456Z"));
    }
}
