package huibao.dataset;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How values become Parquet columns. */
final class Columns {

    /** Digits of every figure; DECIMAL(38,12) holds 26 before and 12 after the point. */
    static final int PRECISION = 38;

    static final int SCALE = 12;

    private Columns() {}

    /**
     * The figure with exactly twelve decimals.
     *
     * @throws ArithmeticException if it has more: a figure is never rounded on its way out
     */
    static @Nullable BigDecimal decimal(Optional<BigDecimal> figure) {
        return figure.map(Columns::decimal).orElse(null);
    }

    static BigDecimal decimal(BigDecimal figure) {
        BigDecimal scaled = figure.setScale(SCALE, RoundingMode.UNNECESSARY);
        if (scaled.precision() > PRECISION) {
            throw new ArithmeticException("more than 26 digits before the point: " + figure.toPlainString());
        }
        return scaled;
    }

    static String codes(Collection<?> codes) {
        return codes.stream().map(Object::toString).collect(Collectors.joining(" "));
    }
}
