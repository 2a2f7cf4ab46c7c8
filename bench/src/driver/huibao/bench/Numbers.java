package huibao.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Medians, and how numbers are printed. */
final class Numbers {

    private Numbers() {}

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The median of each figure by itself. */
    static Usage middle(List<Usage> usages) {
        return new Usage(
                medianOf(usages, Usage::cpuSeconds),
                medianOf(usages, Usage::wallSeconds),
                medianOf(usages, Usage::peakMegabytes));
    }

    /** Three digits at most: 0.123, 1.23, 12.3, 1234. */
    static String plain(double value) {
        double size = Math.abs(value);
        int decimals = value == Math.rint(value) || size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static double medianOf(List<Usage> usages, ToDoubleFunction<Usage> figure) {
        return median(
                usages.stream().map(figure::applyAsDouble).map(Double::valueOf).toList());
    }
}
