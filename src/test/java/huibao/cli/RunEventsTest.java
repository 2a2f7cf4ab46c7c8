package huibao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.delivery.Dispatch.Attempt;
import huibao.delivery.Dispatch.Result;
import huibao.delivery.Message;
import huibao.log.Event;
import huibao.message.Messages;
import huibao.message.Trouble;
import huibao.model.Channel;
import huibao.pipeline.Deliveries;
import huibao.testing.JobFolder;
import huibao.wording.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunEventsTest {

    private static final Deliveries MIXED = new Deliveries(
            List.of(
                    attempt("1", Channel.MAIL, "chief@example.org", Result.DELIVERED, ""),
                    attempt("2", Channel.MAIL, "north@example.org", Result.FAILED, "refused: 550 no such box"),
                    attempt("3", Channel.MAIL, "south@example.org", Result.GIVEN_UP, "refused: 550 no such box"),
                    attempt("4", Channel.MAIL, "east@example.org", Result.FAILED, "refused: 550 no such box"),
                    attempt("5", Channel.MAIL, "north@example.org", Result.FAILED, "refused: 550 no such box"),
                    attempt("6", Channel.WEBHOOK, "", Result.FAILED, "answered with status 404"),
                    attempt("7", Channel.MAIL, "west@example.org", Result.OBSOLETE, "FORM_ACCEPTED")),
            5,
            List.of());

    @Test
    void namesWhoWasNotReachedWhyAndWhatWasGivenUp() {
        Event event = lines(Locale.ENGLISH).delivered(MIXED).orElseThrow();

        assertThat(event.level()).isEqualTo(Event.Level.WARN);
        assertThat(event.text())
                .isEqualTo(
                        "notices: 1 delivered, 5 failed, 1 of them given up for good, 1 not sent because they hold no"
                                + " more, 5 waiting (north@example.org, east@example.org: refused: 550 no such box;"
                                + " south@example.org: refused: 550 no such box, given up for good;"
                                + " webhook: answered with status 404)");
        assertThat(event.fields())
                .containsEntry("failed", "5")
                .containsEntry("given_up", "1")
                .containsEntry("obsolete", "1");
        assertThat(lines(Locale.SIMPLIFIED_CHINESE)
                        .delivered(MIXED)
                        .orElseThrow()
                        .text())
                .startsWith("通知：发出 1，未发出 5（其中 1 不再重试），已过时不发 1，待发 5（north@example.org, east@example.org：refused");
    }

    @Test
    void warnsOfWhatCannotBeReadAndOfNothingElse() {
        Event damaged = lines(Locale.ENGLISH)
                .delivered(new Deliveries(
                        List.of(), 1, List.of(Trouble.of("outbox.damaged", "file", "0.json", "reason", "no key"))))
                .orElseThrow();
        assertThat(damaged.level()).isEqualTo(Event.Level.WARN);
        assertThat(damaged.text()).contains("1 waiting (skipped 0.json, ");
        assertThat(lines(Locale.ENGLISH)
                        .delivered(new Deliveries(List.of(), 2, List.of()))
                        .orElseThrow())
                .satisfies(event -> {
                    assertThat(event.level()).isEqualTo(Event.Level.INFO);
                    assertThat(event.text()).isEqualTo("notices: 0 delivered, 0 failed, 2 waiting");
                });
        assertThat(lines(Locale.ENGLISH).delivered(Deliveries.NONE)).isEmpty();
    }

    private static RunEvents lines(Locale language) {
        return new RunEvents(new Wording(JobFolder.seaside(), Messages.in(language)));
    }

    private static Attempt attempt(String key, Channel channel, String recipient, Result result, String why) {
        return new Attempt(new Message(key, channel, recipient, "s", "b", Map.of()), result, why);
    }
}
