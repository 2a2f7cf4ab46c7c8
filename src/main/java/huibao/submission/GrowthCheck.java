package huibao.submission;

import huibao.model.Conversion;
import huibao.model.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Whether a bare 0.08 under 同比% is 0.08 % or 8 %. Its size alone says nothing; the row's own figures may. */
final class GrowthCheck {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal TOLERANCE = new BigDecimal("0.1");
    private static final int QUOTIENT_DECIMALS = 12;

    private GrowthCheck() {}

    /** Whether it cannot be told what was meant. */
    static boolean isAmbiguous(Figure growth, Figure value, Figure priorYear) {
        Optional<BigDecimal> typed = growth.amount().known();
        if (typed.isEmpty() || !isBareFraction(growth)) {
            return false;
        }
        Optional<BigDecimal> computed = value.amount()
                .known()
                .flatMap(v -> priorYear
                        .amount()
                        .known()
                        .filter(p -> p.signum() > 0)
                        .map(p ->
                                v.subtract(p).multiply(HUNDRED).divide(p, QUOTIENT_DECIMALS, RoundingMode.HALF_EVEN)));
        boolean isComputed = growth.conversions().stream().anyMatch(c -> c.kind() == Conversion.Kind.FORMULA);
        if (isComputed && computed.isEmpty()) {
            // The form's own formula, last calculated from a figure that can no longer be read: nobody typed it.
            return false;
        }
        boolean isPercent = computed.filter(c -> c.subtract(typed.get()).abs().compareTo(TOLERANCE) <= 0)
                .isPresent();
        return !isPercent;
    }

    /** Whether a percentage is below 1 and nothing says that it is one. */
    static boolean isBareFraction(Figure figure) {
        Optional<BigDecimal> typed = figure.amount().known();
        if (typed.isEmpty() || typed.get().signum() == 0 || typed.get().abs().compareTo(BigDecimal.ONE) >= 0) {
            return false;
        }
        return figure.conversions().stream().noneMatch(c -> c.kind() == Conversion.Kind.PERCENT)
                && !figure.rawText().contains("%")
                && !figure.rawText().contains("％");
    }
}
