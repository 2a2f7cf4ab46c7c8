package huibao.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huibao.testing.Scrape;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpositionTest {

    @Test
    void anotherProgramReadsWhatWasWritten() {
        String text = new Exposition(Map.of())
                .gauge("a_total_of_things", "Things,\nin \\ two lines.")
                .sample("a_total_of_things", Map.of("rule", "UNIT_SLIP"), new BigDecimal("3"))
                .sample("a_total_of_things", Map.of("rule", "宁波"), new BigDecimal("0.000001"))
                .gauge("b", "One.", new BigDecimal("1E+3"))
                .gauge("c", "Without samples.")
                .text();

        assertThat(Scrape.samples(text))
                .containsEntry("a_total_of_things{rule=UNIT_SLIP}", 3.0)
                .containsEntry("a_total_of_things{rule=宁波}", 0.000001)
                .containsEntry("b{}", 1000.0)
                .hasSize(3);
        assertThat(Scrape.wrongLines(text)).isEmpty();
    }

    @Test
    void whateverALabelSaysBeginsNoLineAndEndsNoQuote() {
        String text = new Exposition(Map.of())
                .gauge("a", "h")
                .sample("a", Map.of("l", "x\"} 1\nb{c=\"\\"), BigDecimal.ONE)
                .text();

        assertThat(text).isEqualTo("# HELP a h\n# TYPE a gauge\na{l=\"x\\\"} 1\\nb{c=\\\"\\\\\"} 1\n");
        assertThat(Scrape.wrongLines(text)).isEmpty();
    }

    @Test
    void refusesWhatIsNoName() {
        assertThatThrownBy(() -> new Exposition(Map.of()).gauge("1a", "h"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Exposition(Map.of()).gauge("a", "h").gauge("a", "h"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new Exposition(Map.of()).gauge("a", "h").sample("a", Map.of("b-c", ""), BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Exposition(Map.of()).sample("a", Map.of(), BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsAValueAgain() {
        String text =
                new Exposition(Map.of()).gauge("a", "h", new BigDecimal("12.5")).text();

        assertThat(Exposition.find(text, "a")).contains(new BigDecimal("12.5"));
        assertThat(Exposition.find(text, "h")).isEmpty();
        assertThat(Exposition.find("a\u0000 nonsense", "a")).isEmpty();
        String ofAJob = new Exposition(Map.of("job", "x} 1\n"))
                .gauge("a", "h", new BigDecimal("12.5"))
                .text();
        assertThat(ofAJob).contains("\na{job=\"x} 1\\n\"} 12.5\n");
        assertThat(Exposition.find(ofAJob, "a")).contains(new BigDecimal("12.5"));
    }
}
