package huibao.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.AreaFigures;
import huibao.model.Fraction;
import huibao.model.Interval;
import huibao.model.ItemFigure;
import java.math.BigDecimal;
import java.util.Optional;

/** Figures equal in value; a sum from which something was taken may have more decimals. */
public final class AlikeFigures {

    private AlikeFigures() {}

    public static void assertAlike(AreaFigures one, AreaFigures other) {
        assertThat(one.byItem().keySet())
                .containsExactlyElementsOf(other.byItem().keySet());
        one.figures().forEach(figure -> assertAlike(figure, other.require(figure.item())));
    }

    static void assertAlike(ItemFigure one, ItemFigure other) {
        assertThat(one.value().map(BigDecimal::stripTrailingZeros))
                .isEqualTo(other.value().map(BigDecimal::stripTrailingZeros));
        assertThat(one.priorYear().map(BigDecimal::stripTrailingZeros))
                .isEqualTo(other.priorYear().map(BigDecimal::stripTrailingZeros));
        assertThat(one.forecast().map(BigDecimal::stripTrailingZeros))
                .isEqualTo(other.forecast().map(BigDecimal::stripTrailingZeros));
        assertAlike(one.valueBounds(), other.valueBounds());
        assertAlike(one.priorYearBounds(), other.priorYearBounds());
        assertThat(one.missing()).isEqualTo(other.missing());
        assertThat(one.assumptions()).isEqualTo(other.assumptions());
        assertThat(one.expected()).isEqualTo(other.expected());
        assertThat(one.status()).isEqualTo(other.status());
        assertThat(one.course().map(course -> course.units()))
                .isEqualTo(other.course().map(course -> course.units()));
    }

    private static void assertAlike(Interval one, Interval other) {
        assertAlike(one.low(), other.low());
        assertAlike(one.high(), other.high());
    }

    private static void assertAlike(Optional<Fraction> one, Optional<Fraction> other) {
        assertThat(one.isPresent()).isEqualTo(other.isPresent());
        one.ifPresent(end -> assertThat(end.compareTo(other.orElseThrow())).isZero());
    }
}
