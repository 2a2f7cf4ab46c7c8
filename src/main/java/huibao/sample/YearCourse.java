package huibao.sample;

import huibao.model.Pace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * How much of a year's flow has come in by each period, in millionths of the year: never falling, all of
 * it by the last.
 */
final class YearCourse {

    /** All of it. */
    static final long WHOLE = 1_000_000;

    /**
     * A figure that grows more than this between two periods looks like a slip of the unit of measure
     * (×10) as soon as it is rounded to a whole number.
     */
    private static final long STEEPEST = 3;

    private static final BigDecimal BASIS = BigDecimal.valueOf(WHOLE);

    private final long[] reached;

    private YearCourse(long[] reached) {
        this.reached = reached;
    }

    /**
     * The course of an item.
     *
     * @param periods how many the year has
     * @param noisePercent how far a unit's instalments stray from the item's
     * @param unit names the unit and the year the noise belongs to
     */
    static YearCourse of(Dice dice, Pace pace, int periods, int noisePercent, String item, String unit) {
        boolean early = dice.between(0, 5, "early", item) == 0;
        long[] instalments = new long[periods];
        for (int p = 0; p < periods; p++) {
            long planned = pace == Pace.LUMPY ? lump(dice, periods, p, early, item) : dice.between(80, 120, item, p);
            instalments[p] =
                    planned * (100 + dice.between(-noisePercent, noisePercent, "instalment", item, unit, p)) * 10;
        }
        return new YearCourse(cumulated(instalments));
    }

    /** How much of a year's amount has come in by a period, numbered from 1; rounded down to the decimals. */
    BigDecimal by(int period, BigDecimal yearAmount, int decimals) {
        return yearAmount.multiply(BigDecimal.valueOf(reached[period - 1])).divide(BASIS, decimals, RoundingMode.DOWN);
    }

    /** A little in every period, a batch in some; batches come late unless the item is an early one. */
    private static long lump(Dice dice, int periods, int period, boolean early, String item) {
        long position = early ? periods - period : period + 1L;
        boolean batch = dice.between(0, 2, "batch", item, period) == 0 || (!early && period == periods - 1);
        return 10 + (batch ? 200 * position / periods : 8 * position / periods);
    }

    private static long[] cumulated(long[] instalments) {
        long total = Arrays.stream(instalments).sum();
        long[] reached = new long[instalments.length];
        long sum = 0;
        for (int p = 0; p < instalments.length; p++) {
            sum += instalments[p];
            reached[p] = sum * WHOLE / total;
        }
        for (int p = instalments.length - 2; p >= 0; p--) {
            reached[p] = Math.max(reached[p], reached[p + 1] / STEEPEST);
        }
        return reached;
    }
}
