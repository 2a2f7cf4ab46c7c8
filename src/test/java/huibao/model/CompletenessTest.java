package huibao.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletenessTest {

    @ParameterizedTest
    @CsvSource({
        "60, 60, 100.000000000000, 0",
        "60, 59, 98.333333333333, 1",
        "60, 48, 80.000000000000, 1",
        "60, 47, 78.333333333333, 2",
        "60, 36, 60.000000000000, 2",
        "60, 12, 20.000000000000, 4",
        "60, 11, 18.333333333333, 5",
        "60, 0, 0.000000000000, 5"
    })
    void countsWhatIsBlankInStepsOfTwentyPercent(int asked, int filled, String percent, int step) {
        Completeness completeness = new Completeness(asked, Optional.of(filled));

        assertThat(completeness.fillPercent(RoundingMode.HALF_UP))
                .get()
                .hasToString(percent.equals("0.000000000000") ? "0E-12" : percent);
        assertThat(completeness.unfilledStep()).contains(step);
    }

    @Test
    void knowsNothingOfAFormThatDidNotCome() {
        assertThat(new Completeness(60, Optional.empty()).fillPercent(RoundingMode.HALF_UP))
                .isEmpty();
        assertThat(new Completeness(60, Optional.empty()).unfilledStep()).isEmpty();
        assertThat(new Completeness(0, Optional.of(0)).unfilledStep()).isEmpty();
    }

    @Test
    void refusesMoreThanAsked() {
        assertThatThrownBy(() -> new Completeness(2, Optional.of(3))).isInstanceOf(IllegalArgumentException.class);
    }
}
