package huibao.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {

    @ParameterizedTest(name = "adds up as cross-multiplied, in whatever order, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void addsUpAsCrossMultipliedInWhateverOrder(long seed) {
        Random random = new Random(seed);
        List<Fraction> parts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            parts.add(new Fraction(
                    BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, random.nextInt(5)),
                    BigDecimal.valueOf(1 + random.nextInt(12))));
        }
        Fraction sum = parts.stream().reduce(Fraction.ZERO, Fraction::plus);
        Collections.shuffle(parts, random);

        assertThat(parts.stream().reduce(Fraction.ZERO, Fraction::plus)).isEqualTo(sum);
        assertThat(sum.compareTo(parts.stream().reduce(Fraction.ZERO, FractionTest::crossMultiplied)))
                .isZero();
        // the least common multiple of 1 to 12
        assertThat(sum.denominator()).isLessThanOrEqualTo(BigDecimal.valueOf(27_720));
    }

    @ParameterizedTest(name = "adds fractions over decimals, seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void addsFractionsOverDecimals(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Fraction one = new Fraction(
                    BigDecimal.valueOf(random.nextInt(1_000), 2), BigDecimal.valueOf(1 + random.nextInt(1_000), 2));
            Fraction other = new Fraction(
                    BigDecimal.valueOf(random.nextInt(1_000), 1), BigDecimal.valueOf(1 + random.nextInt(1_000)));

            assertThat(one.plus(other).compareTo(crossMultiplied(one, other))).isZero();
            assertThat(one.plus(other).minus(other).compareTo(one)).isZero();
        }
    }

    private static Fraction crossMultiplied(Fraction one, Fraction other) {
        return new Fraction(
                one.numerator()
                        .multiply(other.denominator())
                        .add(other.numerator().multiply(one.denominator())),
                one.denominator().multiply(other.denominator()));
    }
}
