package huibao.submission;

import huibao.spreadsheet.Text;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number written in Chinese characters: 三百二十, 壹佰, 一点五亿元, 2点5.
 *
 * @param number what it says
 * @param unit what stands behind it, possibly empty
 */
record ChineseNumeral(BigDecimal number, String unit) {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final Map<Integer, Integer> VARIANTS = variants();
    private static final Map<Integer, BigDecimal> SMALL =
            Map.of((int) '十', BigDecimal.TEN, (int) '百', new BigDecimal(100), (int) '千', new BigDecimal(1000));
    private static final Map<Integer, BigDecimal> LARGE =
            Map.of((int) '万', new BigDecimal(10_000), (int) '亿', new BigDecimal(100_000_000));

    /** Up to sixteen characters of a number, and a unit. */
    private static final Pattern NUMERAL =
            Pattern.compile("([零一二三四五六七八九十百千万亿]{1,16})(点[零一二三四五六七八九]{1,8})?([万亿]?)(.{0,6})");

    private static final Pattern DOT = Pattern.compile("(\\d{1,9})点(\\d{1,8})([万亿]?)(.{0,6})");
    private static final String CHARACTERS = "[零一二三四五六七八九十百千万亿]";
    private static final Pattern APPROXIMATE = Pattern.compile("(大约|约|近|将近|超过|超|逾|不足|不到)" + CHARACTERS + "+.{0,6}|"
            + CHARACTERS + "*[十百千万亿][余多来几]" + CHARACTERS + "*.{0,6}|(几|数|好几)[十百千万亿]+.{0,6}|"
            + CHARACTERS + "+.{0,4}(以上|以下|左右|上下)");

    /** Whether a text says about how many, in words: 三百余, 几十, 约三百. */
    static boolean isApproximate(String text) {
        return APPROXIMATE.matcher(common(text)).matches();
    }

    /** The number a text says in words; empty if it says none. */
    static Optional<ChineseNumeral> of(String typed) {
        String text = common(typed);
        Matcher dot = DOT.matcher(text);
        if (dot.matches() && isUnit(dot.group(4))) {
            return Optional.of(new ChineseNumeral(
                    new BigDecimal(dot.group(1) + "." + dot.group(2)).multiply(scale(dot.group(3))), dot.group(4)));
        }
        Matcher words = NUMERAL.matcher(text);
        if (!words.matches() || !isUnit(words.group(4)) || !isNumber(words.group(1))) {
            return Optional.empty();
        }
        BigDecimal whole = whole(words.group(1));
        String fraction = words.group(2) == null ? "" : digits(words.group(2).substring(1));
        BigDecimal number = fraction.isEmpty() ? whole : whole.add(new BigDecimal("0." + fraction));
        return Optional.of(new ChineseNumeral(number.multiply(scale(words.group(3))), words.group(4)));
    }

    /** The number in a unit of measure, if what stands behind it is that unit or one that can be converted. */
    Optional<BigDecimal> in(String unitMeasure) {
        return unit.isEmpty() ? Optional.of(number) : MeasureUnits.convert(number, unit, unitMeasure);
    }

    private static boolean isUnit(String text) {
        return text.isEmpty() || MeasureUnits.isKnown(text);
    }

    /** 万 and 亿 alone are units, no numbers. */
    private static boolean isNumber(String text) {
        return text.codePoints().anyMatch(c -> DIGITS.indexOf(c) >= 0 || c == '十');
    }

    private static BigDecimal scale(String word) {
        return word.isEmpty() ? BigDecimal.ONE : LARGE.getOrDefault(word.codePointAt(0), BigDecimal.ONE);
    }

    /** 三百二十 place by place; 二〇二三 digit by digit. */
    private static BigDecimal whole(String text) {
        if (text.codePoints().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
            return new BigDecimal(digits(text));
        }
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal section = BigDecimal.ZERO;
        BigDecimal digit = BigDecimal.ZERO;
        for (int c : text.codePoints().toArray()) {
            if (DIGITS.indexOf(c) >= 0) {
                digit = BigDecimal.valueOf(DIGITS.indexOf(c));
            } else if (SMALL.containsKey(c)) {
                section = section.add((digit.signum() == 0 ? BigDecimal.ONE : digit).multiply(scaleOf(SMALL, c)));
                digit = BigDecimal.ZERO;
            } else {
                // 亿 counts all that stands before it (一万亿), 万 what has come since (一亿二千万).
                BigDecimal before = c == '亿' ? total : BigDecimal.ZERO;
                total = total.subtract(before)
                        .add(before.add(section).add(digit).multiply(scaleOf(LARGE, c)));
                section = BigDecimal.ZERO;
                digit = BigDecimal.ZERO;
            }
        }
        return total.add(section).add(digit);
    }

    private static BigDecimal scaleOf(Map<Integer, BigDecimal> scales, int character) {
        return scales.getOrDefault(character, BigDecimal.ONE);
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.codePoints().forEach(c -> digits.append(DIGITS.indexOf(c)));
        return digits.toString();
    }

    /** Without spaces, and in the characters of everyday use: 壹 is 一, 佰 is 百, 两 is 二, 〇 is 零, 廿 is 二十. */
    private static String common(String typed) {
        StringBuilder text = new StringBuilder();
        Text.key(typed).codePoints().map(c -> VARIANTS.getOrDefault(c, c)).forEach(text::appendCodePoint);
        return text.toString().replace("廿", "二十").replace("卅", "三十");
    }

    private static Map<Integer, Integer> variants() {
        String from = "〇○两壹贰叁肆伍陆柒捌玖拾佰仟萬億點";
        String to = "零零二一二三四五六七八九十百千万亿点";
        Map<Integer, Integer> variants = new HashMap<>();
        for (int i = 0; i < from.length(); i++) {
            variants.put((int) from.charAt(i), (int) to.charAt(i));
        }
        return Map.copyOf(variants);
    }
}
