package huibao.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecordCodecTest {

    /** What a codec has to take. */
    public record Everything(
            String text,
            int number,
            long large,
            boolean yes,
            BigDecimal decimal,
            LocalDate day,
            Instant time,
            Optional<String> maybe,
            OptionalInt rank,
            List<Kind> kinds,
            Set<Shade> shades,
            Map<String, List<Integer>> numbers) {}

    /** Alternatives, one of which holds others. */
    public sealed interface Kind {}

    /** One alternative. */
    public record Leaf(String text) implements Kind {}

    /** The other. */
    public record Branch(List<Kind> kinds) implements Kind {}

    /** Constants. */
    public enum Shade {
        LIGHT,
        DARK
    }

    /** Nothing a codec takes. */
    public record Foreign(Thread thread) {}

    private static final Everything VALUE = new Everything(
            "填报表\uD83D\uDE00 \u0000",
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            true,
            new BigDecimal("-12345678901234567890.1200"),
            LocalDate.parse("2023-06-30"),
            Instant.parse("2023-07-10T01:02:03.456789Z"),
            Optional.of("填报表\uD83D\uDE00 \u0000"),
            OptionalInt.of(3),
            List.of(new Leaf("a"), new Branch(List.of(new Leaf("a"), new Branch(List.of())))),
            Set.of(Shade.DARK),
            new TreeMap<>(Map.of("a", List.of(1, 2), "b", List.of())));

    @Test
    void givesBackWhatItWasGiven() {
        RecordCodec<Everything> codec = RecordCodec.of(Everything.class);

        assertThat(codec.decode(codec.encode(VALUE))).isEqualTo(VALUE);
    }

    @Test
    void keepsTheDecimalsOfAFigure() {
        RecordCodec<Everything> codec = RecordCodec.of(Everything.class);

        assertThat(codec.decode(codec.encode(VALUE)).decimal().toPlainString()).endsWith(".1200");
    }

    @Test
    void writesATextOnceHoweverOftenItComes() {
        RecordCodec<Branch> codec = RecordCodec.of(Branch.class);
        Leaf leaf = new Leaf("a text of some length");

        assertThat(codec.encode(new Branch(List.of(leaf, leaf))).length
                        - codec.encode(new Branch(List.of(leaf))).length)
                .isLessThan(5);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordCodec.of(Foreign.class))
                .withMessageContaining("java.lang.Thread");
    }
}
