package huibao.spreadsheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/** What day a workbook counts its dates from. */
public enum Epoch {
    /** Windows; believes in 29 February 1900, so that days from March 1900 on count from 30 December 1899. */
    Y1900(LocalDate.of(1899, 12, 30)),
    /** Old Macintosh. */
    Y1904(LocalDate.of(1904, 1, 1));

    private static final BigDecimal LAST = new BigDecimal(400_000);

    private final LocalDate dayZero;

    Epoch(LocalDate dayZero) {
        this.dayZero = dayZero;
    }

    /** The day of a serial number; empty if it cannot be a day of the last or this century. */
    public Optional<LocalDate> day(BigDecimal serial) {
        if (serial.compareTo(BigDecimal.ONE) < 0 || serial.compareTo(LAST) > 0) {
            return Optional.empty();
        }
        return Optional.of(
                dayZero.plusDays(serial.setScale(0, RoundingMode.FLOOR).longValueExact()));
    }
}
