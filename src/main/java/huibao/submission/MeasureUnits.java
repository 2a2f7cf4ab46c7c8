package huibao.submission;

import huibao.model.MeasureWords;
import huibao.spreadsheet.SheetLimits;
import huibao.spreadsheet.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Units of measure of district forms and how many of one make another. Exact: a unit is a fraction of
 * the base of its dimension (1 亩 is 2000/3 平方米).
 */
final class MeasureUnits {

    /**
     * A unit.
     *
     * @param dimension what it measures
     * @param numerator over {@code denominator}: how many base units it is
     */
    private record Measure(String dimension, BigDecimal numerator, BigDecimal denominator) {

        Measure times(BigDecimal factor) {
            return new Measure(dimension, numerator.multiply(factor), denominator);
        }
    }

    /** 个 counts anything that is counted. */
    private static final String ANY_COUNT = "count";

    private static final Map<String, BigDecimal> SCALES = Map.of(
            "万亿", new BigDecimal("1000000000000"),
            "亿", new BigDecimal("100000000"),
            "千万", new BigDecimal("10000000"),
            "百万", new BigDecimal("1000000"),
            "十万", new BigDecimal("100000"),
            "万", new BigDecimal("10000"),
            "千", new BigDecimal("1000"),
            "百", new BigDecimal("100"));
    private static final List<String> SCALE_WORDS = List.of("万亿", "千万", "百万", "十万", "亿", "万", "千", "百");
    private static final Map<String, Measure> BASES = bases();

    private MeasureUnits() {}

    /** Whether this is a unit of measure, or a mark of percent. */
    static boolean isKnown(String unit) {
        return isPercent(unit) || find(unit).isPresent();
    }

    static boolean isPercent(String unit) {
        String key = key(unit);
        return key.equals("%") || key.equals("百分点") || key.equals("个百分点");
    }

    /** Whether two texts name the same unit: 名 and 人, ㎡ and 平方米. */
    static boolean isSame(String one, String other) {
        return key(one).equals(key(other))
                || (isPercent(one) && isPercent(other))
                || convert(BigDecimal.ONE, one, other)
                        .filter(v -> v.compareTo(BigDecimal.ONE) == 0)
                        .isPresent();
    }

    /** Whether both measure the same thing. */
    static boolean isComparable(String one, String other) {
        return convert(BigDecimal.ONE, one, other).isPresent();
    }

    /** A value of one unit in another; empty if they do not measure the same thing. */
    static Optional<BigDecimal> convert(BigDecimal value, String from, String to) {
        if (key(from).equals(key(to))) {
            return Optional.of(value);
        }
        Optional<Measure> source = find(from);
        Optional<Measure> target = find(to);
        if (source.isEmpty()
                || target.isEmpty()
                || !sameDimension(source.get().dimension(), target.get().dimension())) {
            return Optional.empty();
        }
        BigDecimal up = source.get().numerator().multiply(target.get().denominator());
        BigDecimal down = source.get().denominator().multiply(target.get().numerator());
        BigDecimal product = value.multiply(up);
        try {
            return Optional.of(product.divide(down));
        } catch (ArithmeticException endless) {
            int digits = Math.max(1, product.precision() - product.scale()) + SheetLimits.DECIMALS + down.precision();
            return Optional.of(product.divide(down, new MathContext(digits, RoundingMode.HALF_EVEN))
                    .setScale(SheetLimits.DECIMALS, RoundingMode.HALF_EVEN));
        }
    }

    /** The unit without its scale word: 万人 is 人, 亿元 is 元. */
    static String unscaled(String unit) {
        String key = key(unit);
        if (BASES.containsKey(key)) {
            return key;
        }
        for (String word : SCALE_WORDS) {
            if (key.startsWith(word) && key.length() > word.length()) {
                return key.substring(word.length());
            }
        }
        return key;
    }

    static boolean isScaleWord(String text) {
        return SCALES.containsKey(text);
    }

    private static boolean sameDimension(String one, String other) {
        return one.equals(other)
                || (one.equals(ANY_COUNT) && other.startsWith(ANY_COUNT))
                || (other.equals(ANY_COUNT) && one.startsWith(ANY_COUNT));
    }

    private static Optional<Measure> find(String unit) {
        String key = key(unit);
        Measure base = BASES.get(key);
        if (base != null) {
            return Optional.of(base);
        }
        for (String word : SCALE_WORDS) {
            if (key.startsWith(word)) {
                Measure scaled = BASES.get(key.substring(word.length()));
                BigDecimal factor = SCALES.get(word);
                if (scaled != null && factor != null) {
                    return Optional.of(scaled.times(factor));
                }
            }
        }
        return Optional.empty();
    }

    private static String key(String unit) {
        return Text.key(MeasureWords.chinese(unit).orElse(unit))
                .toLowerCase(Locale.ROOT)
                .replace("人民币", "")
                .replace("/间", "(间)");
    }

    private static Map<String, Measure> bases() {
        Map<String, Measure> bases = new HashMap<>();
        add(bases, "money", "1", "1", "元", "块");
        add(bases, "dollar", "1", "1", "美元");
        add(bases, "weight", "1", "1", "斤", "市斤");
        add(bases, "weight", "2", "1", "公斤", "千克", "kg");
        add(bases, "weight", "2000", "1", "吨", "t");
        add(bases, "area", "1", "1", "平方米", "m2", "平米", "平方");
        add(bases, "area", "2000", "3", "亩");
        add(bases, "area", "10000", "1", "公顷");
        add(bases, "area", "1000000", "1", "平方公里", "平方千米", "km2");
        add(bases, "length", "1", "1", "米", "m");
        add(bases, "length", "1000", "1", "公里", "千米", "km");
        add(bases, "power", "1", "1", "瓦", "w");
        add(bases, "power", "1000", "1", "千瓦", "kw");
        add(bases, "power", "1000000", "1", "兆瓦", "mw");
        add(bases, "power", "1000000000", "1", "gw", "吉瓦");
        add(bases, "energy", "1", "1", "千瓦时", "度", "kwh");
        add(bases, ANY_COUNT, "1", "1", "个");
        add(bases, ANY_COUNT + " persons", "1", "1", "人", "名", "位");
        add(bases, ANY_COUNT + " visits", "1", "1", "人次", "次");
        add(bases, ANY_COUNT + " things", "1", "1", "家", "所", "项", "条", "座", "处", "宗", "片");
        add(bases, ANY_COUNT + " households", "1", "1", "户");
        add(bases, ANY_COUNT + " pieces", "1", "1", "件");
        add(bases, ANY_COUNT + " beds", "1", "1", "张", "床");
        add(bases, ANY_COUNT + " animals", "1", "1", "头");
        add(bases, ANY_COUNT + " dwellings", "1", "1", "套(间)", "套", "间");
        add(bases, ANY_COUNT + " machines", "1", "1", "台", "辆");
        add(bases, "containers", "1", "1", "标箱", "标准箱", "teu", "个标箱");
        return Map.copyOf(bases);
    }

    private static void add(
            Map<String, Measure> bases, String dimension, String numerator, String denominator, String... names) {
        for (String name : names) {
            bases.put(name, new Measure(dimension, new BigDecimal(numerator), new BigDecimal(denominator)));
        }
    }
}
