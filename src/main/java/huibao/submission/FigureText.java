package huibao.submission;

import huibao.model.Conversion;
import huibao.model.FindingKind;
import huibao.model.MissingReason;
import huibao.spreadsheet.Numbers;
import huibao.spreadsheet.SheetLimits;
import huibao.spreadsheet.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person typed where a figure belongs. */
sealed interface FigureText {

    /**
     * A number.
     *
     * @param number as typed, its unit not yet looked at
     * @param unit what stands behind it, half-width; empty if nothing
     * @param conversions what was done to the text
     * @param notice what has to be said of it, if anything
     */
    record Typed(BigDecimal number, String unit, List<Conversion> conversions, Optional<FindingKind> notice)
            implements FigureText {}

    /**
     * No number.
     *
     * @param reason why
     * @param kind what is said
     */
    record Refused(MissingReason reason, FindingKind kind) implements FigureText {}

    /** Reads a text that is not blank. */
    static FigureText of(String raw) {
        return new Parser(raw).parse();
    }

    /** The reading, step by step. */
    final class Parser {

        private static final Pattern NOT_APPLICABLE = Pattern.compile("-+|/+|\\\\|无|无此项|不适用|×");
        private static final Pattern BELOW_UNIT = Pattern.compile("\\.{3,}");
        private static final Pattern NO_DATA = Pattern.compile("(?i)n/?a|n\\.a\\.|null|none|nan|x+|保密|无数据|无资料|不详|缺|缺失");
        private static final Pattern PENDING = Pattern.compile("暂.*|待.*|未.*|尚未.*|.*统计中|.*待核.*");
        private static final Pattern ERROR = Pattern.compile("(?i)#(ref|div/0|value|name|num|null|n/a|spill|calc).*");
        private static final Pattern DATE =
                Pattern.compile("\\d{1,4}[-/]\\d{1,2}([-/]\\d{1,4})?|\\d{4}\\.\\d{1,2}\\.\\d{1,2}"
                        + "|(\\d{4}年)?\\d{1,2}月(\\d{1,2}日)?|\\d{4}年");
        /** A figure that says of itself that it is not final. */
        private static final Pattern UNCONFIRMED =
                Pattern.compile(".*(待核|待审|待定|待确认|待复核|未核|未审|未定|未确认|暂定|暂估|预计|预估|初步|初报|快报|估算|估计).*");

        private static final Pattern APPROXIMATE = Pattern.compile(
                "^[-+]?(大约|约|近|将近|超过|超|逾|不足|不到|≈|~|[<>≥≤]).*\\d.*|.*\\d.*[(]?(大约|约)[)]?|.*\\d.*(余|多|以上|以下|左右|上下|\\+|几|来).*|\\d[\\d.,]*[~～至到]\\d.*");
        private static final Pattern ARROW = Pattern.compile("[▲△▼▽]");
        private static final Pattern DOWN = Pattern.compile("^(下降|下滑|降低|减少|回落|降|减|负|↓)");
        private static final Pattern UP = Pattern.compile("^(同比增长|增长|增加|提高|上升|增|升|正|↑)");
        private static final Pattern PARENTHESES = Pattern.compile("[(]([^()]+)[)](.*)");
        private static final Pattern NUMBER =
                Pattern.compile("([-+]?)(\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+)([eE][-+]?\\d{1,3})?(.*)");
        private static final Pattern MINUS = Pattern.compile("[−–—‒‐‑―]");
        private static final Pattern APOSTROPHE = Pattern.compile("^['‘’]");
        private static final Pattern GROUPS = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
        private static final Pattern FULL_WIDTH =
                Pattern.compile("[\\uff01-\\uff5e\\u2212\\u2013\\u2014\\u2012\\u3002]");
        private static final Pattern WORD = Pattern.compile("[\\p{IsHan}()]{1,6}");
        /** ①, ², ½; the ² of m² and km² is a unit's. */
        private static final Pattern NOTE_MARK = Pattern.compile("(?<![mM])\\p{No}");

        /** Two lines of digits are two figures, and what turns the reading order around shows other digits. */
        private static final Pattern MISLEADING = Pattern.compile("\\d\\s*[\\n\\r\\t\\u2028]\\s*\\d|\\u202e");

        private static final Pattern SPACED = Pattern.compile("(?<=\\d)[\\s\\u00a0\\u2009\\u202f\\u3000]+(?=\\d)");

        private final String raw;
        private final List<Conversion> conversions = new ArrayList<>();

        private Parser(String raw) {
            this.raw = raw;
        }

        private FigureText parse() {
            String trimmed = Text.trim(raw);
            if (trimmed.length() > SheetLimits.FIGURE_CHARS) {
                return new Refused(MissingReason.UNREADABLE, FindingKind.NUMBER);
            }
            if (NOTE_MARK.matcher(trimmed).find()
                    || MISLEADING.matcher(Text.normalized(raw)).find()) {
                // Half-width, 40① would be 401.
                return new Refused(MissingReason.UNREADABLE, FindingKind.NUMBER);
            }
            String normal = MINUS.matcher(Text.normalized(trimmed)).replaceAll("-");
            String text = APOSTROPHE
                    .matcher(Text.squeeze(SPACED.matcher(normal).replaceAll(",")))
                    .replaceFirst("");
            Optional<FigureText> word = word(text);
            return word.isPresent() ? word.get() : number(text);
        }

        private static Optional<FigureText> word(String text) {
            if (NOT_APPLICABLE.matcher(text).matches()) {
                return refused(MissingReason.NOT_APPLICABLE, FindingKind.NOT_APPLICABLE);
            }
            if (BELOW_UNIT.matcher(text).matches()) {
                return refused(MissingReason.BELOW_UNIT, FindingKind.BELOW_UNIT);
            }
            if (NO_DATA.matcher(text).matches()) {
                return refused(MissingReason.NO_DATA, FindingKind.NO_DATA);
            }
            if (ERROR.matcher(text).matches()) {
                return refused(MissingReason.UNREADABLE, FindingKind.ERROR_VALUE);
            }
            if (ChineseNumeral.isApproximate(text)) {
                return refused(MissingReason.UNREADABLE, FindingKind.APPROXIMATE);
            }
            if (ChineseNumeral.of(text).isPresent()) {
                return refused(MissingReason.UNREADABLE, FindingKind.CHINESE_NUMERAL);
            }
            if (text.chars().noneMatch(Character::isDigit)) {
                return PENDING.matcher(text).matches()
                                || UNCONFIRMED.matcher(text).matches()
                        ? refused(MissingReason.PENDING, FindingKind.PENDING)
                        : refused(MissingReason.UNREADABLE, FindingKind.NUMBER);
            }
            if (UNCONFIRMED.matcher(text).matches()) {
                return refused(MissingReason.UNREADABLE, FindingKind.UNCONFIRMED);
            }
            if (DATE.matcher(text).matches()) {
                return refused(MissingReason.UNREADABLE, FindingKind.DATE_AS_NUMBER);
            }
            if (APPROXIMATE.matcher(text).matches()) {
                return refused(MissingReason.UNREADABLE, FindingKind.APPROXIMATE);
            }
            if (ARROW.matcher(text).find()) {
                return refused(MissingReason.UNREADABLE, FindingKind.SIGN_AMBIGUOUS);
            }
            return Optional.empty();
        }

        private FigureText number(String text) {
            if (FULL_WIDTH.matcher(raw).find()) {
                conversions.add(new Conversion(Conversion.Kind.FULL_WIDTH, text));
            }
            String rest = text;
            boolean negative = false;
            boolean signWord = false;
            Matcher down = DOWN.matcher(rest);
            Matcher up = UP.matcher(rest);
            Matcher parentheses = PARENTHESES.matcher(rest);
            if (down.find()) {
                negative = true;
                signWord = true;
                rest = rest.substring(down.end());
            } else if (up.find()) {
                signWord = true;
                rest = rest.substring(up.end());
            } else if (parentheses.matches()) {
                negative = true;
                signWord = true;
                rest = parentheses.group(1) + parentheses.group(2);
            }
            Matcher matcher = NUMBER.matcher(rest);
            if (!matcher.matches() || (signWord && !matcher.group(1).isEmpty())) {
                return new Refused(MissingReason.UNREADABLE, FindingKind.NUMBER);
            }
            String digits = matcher.group(2);
            if (digits.contains(",")) {
                if (!GROUPS.matcher(digits).matches()) {
                    return new Refused(MissingReason.UNREADABLE, FindingKind.GROUPING_MALFORMED);
                }
                digits = digits.replace(",", "");
                conversions.add(new Conversion(Conversion.Kind.GROUPING, digits));
            }
            String exponent = matcher.group(3) == null ? "" : matcher.group(3);
            Optional<BigDecimal> number = Numbers.exact(matcher.group(1).replace("+", "") + digits + exponent);
            if (number.isEmpty()) {
                return new Refused(MissingReason.UNREADABLE, FindingKind.TOO_PRECISE);
            }
            BigDecimal signed = negative ? number.get().negate() : number.get();
            if (signWord) {
                conversions.add(new Conversion(Conversion.Kind.SIGN_WORD, Numbers.plain(signed)));
            }
            String unit = matcher.group(4);
            if (!unit.isEmpty() && !MeasureUnits.isScaleWord(unit) && !MeasureUnits.isKnown(unit)) {
                return new Refused(
                        MissingReason.UNREADABLE,
                        WORD.matcher(unit).matches() ? FindingKind.UNIT_NOT_CONVERTIBLE : FindingKind.NUMBER);
            }
            conversions.add(0, new Conversion(Conversion.Kind.TEXT_NUMBER, Numbers.plain(signed)));
            return new Typed(
                    signed, unit, conversions, signWord ? Optional.of(FindingKind.SIGN_WORD) : Optional.empty());
        }

        private static Optional<FigureText> refused(MissingReason reason, FindingKind kind) {
            return Optional.of(new Refused(reason, kind));
        }
    }
}
