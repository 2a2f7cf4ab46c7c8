package huibao.submission;

import huibao.model.CaptionGroup;
import huibao.model.CaptionWords;
import huibao.spreadsheet.Memo;
import huibao.spreadsheet.Text;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What captions mean, by a job's words. Keys are texts as {@link Text#key} makes them; months and years in them are
 * compared by what they are, so that 1—6月累计, January–June and 2022年同期 are words like others.
 */
final class Captions {

    private static final Pattern DATED = Pattern.compile("\\{(last_)?year}");
    private static final Pattern PARENTHESES = Pattern.compile("[(【]([^()【】]*)[)】]");
    private static final Pattern SIGNS = Pattern.compile("[%:]");
    /** A month and not its end: 上年9月. */
    private static final Pattern MONTH_ALONE =
            Pattern.compile("(?<!end|endof|asof|asat|to|until|through|[-\\d至到截止])\\{month}(?![末底止\\d]|累计)");

    private static final Pattern COUNTED = Pattern.compile("[数额值]|年度|全年|累计|\\{\\w+}");
    private static final String BY_HOW_MUCH = "[%幅]";

    /** Words of figures that nobody has reached. */
    private static final List<CaptionGroup> NOT_REACHED =
            List.of(CaptionGroup.FORECAST, CaptionGroup.ASSIGNED, CaptionGroup.PLAN, CaptionGroup.CHANGE);

    /** Captions of text columns, in the order in which they are asked. */
    private static final Map<CaptionGroup, Column> TEXTS = new EnumMap<>(Map.of(
            CaptionGroup.NAME, Column.NAME,
            CaptionGroup.CODE, Column.CODE,
            CaptionGroup.UNIT, Column.UNIT,
            CaptionGroup.EXPLANATION, Column.EXPLANATION,
            CaptionGroup.REMARK, Column.REMARK));

    private final Map<CaptionGroup, Set<String>> words = new EnumMap<>(CaptionGroup.class);
    private final Pattern label;
    private final Map<CaptionGroup, Pattern> within = new EnumMap<>(CaptionGroup.class);
    private final CaptionPeriods periods;
    private final Memo<Pair, Optional<Column>> meanings = new Memo<>(pair -> meaning(pair.own(), pair.whole()));

    /** @param year the year the job collects */
    Captions(CaptionWords words, int year) {
        this.periods = new CaptionPeriods(year);
        for (CaptionGroup group : CaptionGroup.values()) {
            List<String> keys =
                    words.of(group).stream().map(Captions::plain).distinct().toList();
            this.words.put(group, new LinkedHashSet<>(keys));
            within.put(
                    group,
                    Pattern.compile(
                            keys.isEmpty()
                                    ? "(?!)"
                                    : keys.stream().map(Pattern::quote).collect(Collectors.joining("|"))));
        }
        label = HeaderBlock.pattern(HeaderBlock.labels().stream()
                .flatMap(group -> of(group).stream())
                .toList());
    }

    /** The words of a group, as they are compared, the first one first. */
    Collection<String> of(CaptionGroup group) {
        return words.getOrDefault(group, Set.of());
    }

    /** Any label with its colon. */
    Pattern label() {
        return label;
    }

    private record Pair(String own, String whole) {}

    /**
     * What a caption announces.
     *
     * @param own the caption nearest to the figures
     * @param whole all captions above the column, joined from the top
     */
    Optional<Column> of(String own, String whole) {
        return meanings.of(new Pair(own, whole));
    }

    /** Whether a caption names the rows: a table begins with it. */
    boolean isAnchor(String caption) {
        Optional<Column> column = of(caption, caption);
        return column.equals(Optional.of(Column.NAME)) || column.equals(Optional.of(Column.CODE));
    }

    /** Whether nothing is left of a caption without its parentheses and signs. */
    static boolean isAside(String caption) {
        return bare(caption).isEmpty();
    }

    /** Whether a caption can mean nothing but this year's figure, or is the sum among its parts. */
    boolean isWhole(String caption, Column column) {
        String own = bare(normal(caption));
        return is(CaptionGroup.TOTAL, own) || (column == Column.VALUE && is(CaptionGroup.PLAIN_VALUE, own));
    }

    /** Whether a caption is of a part of the figure: 其中：女. */
    boolean isPart(String caption) {
        return within(CaptionGroup.PART).matcher(plain(caption)).lookingAt();
    }

    /** Whether a caption is of a figure like ours but dated by another year: 2022年1—6月. What it means, others decide. */
    boolean isDated(String own, String whole) {
        String caption = normal(whole);
        return DATED.matcher(caption).find()
                && of(own, whole).isEmpty()
                && (has(CaptionGroup.FULL_YEAR, caption)
                        || figure(bare(DATED.matcher(caption).replaceAll(""))).isPresent());
    }

    /** Whether it is dated by the year before. */
    boolean isOfLastYear(String caption) {
        return normal(caption).contains(CaptionPeriods.LAST_YEAR);
    }

    /** Whether a text has one of the words. */
    boolean has(CaptionGroup group, String text) {
        return within(group).matcher(plain(text)).find();
    }

    /** Whether a text is one of the words. */
    boolean is(CaptionGroup group, String text) {
        return words.getOrDefault(group, Set.of()).contains(plain(text));
    }

    /** Whether a caption changes what the figure covers. */
    boolean narrows(String caption) {
        String rest = within(CaptionGroup.NO_SCOPE).matcher(plain(caption)).replaceAll("");
        return within(CaptionGroup.SCOPE).matcher(rest).find();
    }

    private Optional<Column> meaning(String ownKey, String wholeKey) {
        String own = normal(ownKey);
        String whole = normal(wholeKey);
        String bare = bare(own);
        if (bare.isEmpty() || is(CaptionGroup.NEEDS_ABOVE, bare)) {
            return decide(whole);
        }
        Optional<Column> found = decide(own);
        if (found.isPresent()) {
            boolean isValue = found.get() == Column.VALUE;
            if (isValue && isMeant(bare(whole.substring(0, Math.max(0, whole.length() - own.length()))))) {
                return Optional.empty();
            }
            return isValue ? ofYear(bare(whole)) : found;
        }
        // 1—6月 above a caption is the heading's period as often as the caption's; only the nearest words decide.
        return decide(within(CaptionGroup.CUMULATED).matcher(whole).replaceAll(""));
    }

    /** Whether the caption above says nothing but that the figure is planned, expected or a difference. */
    private boolean isMeant(String above) {
        String rest = COUNTED.matcher(above).replaceAll("");
        String left = rest;
        for (CaptionGroup group : NOT_REACHED) {
            left = within(group).matcher(left).replaceAll("");
        }
        return !rest.isEmpty() && left.isEmpty();
    }

    /** Whose figure it is, by all that stands above it. */
    private Optional<Column> ofYear(String whole) {
        if (has(CaptionGroup.PRIOR, whole)) {
            return Optional.of(Column.PRIOR);
        }
        return DATED.matcher(whole).find() ? Optional.empty() : Optional.of(Column.VALUE);
    }

    private Optional<Column> decide(String caption) {
        String bare = bare(caption);
        if (has(CaptionGroup.FOR_COMPARISON, caption)) {
            return Optional.empty();
        }
        for (Map.Entry<CaptionGroup, Column> text : TEXTS.entrySet()) {
            if (is(text.getKey(), bare)) {
                return Optional.of(text.getValue());
            }
        }
        boolean isChange = has(CaptionGroup.CHANGE, bare);
        boolean byHowMuch = Pattern.compile(BY_HOW_MUCH).matcher(caption).find();
        if (has(CaptionGroup.GROWTH, bare) || (isChange && byHowMuch)) {
            return has(CaptionGroup.FORECAST, bare) ? Optional.empty() : Optional.of(Column.GROWTH);
        }
        if (has(CaptionGroup.RATE, bare)) {
            return Optional.empty();
        }
        if (has(CaptionGroup.FORECAST, bare)
                || (is(CaptionGroup.FULL_YEAR, bare) && has(CaptionGroup.FORECAST, caption))) {
            return Optional.of(Column.FORECAST);
        }
        if (has(CaptionGroup.ASSIGNED, bare)) {
            return Optional.of(Column.ASSIGNED);
        }
        return isChange || has(CaptionGroup.PLAN, bare) || isTakenBack(caption) ? Optional.empty() : figure(bare);
    }

    private Optional<Column> figure(String bare) {
        boolean isCumulated = has(CaptionGroup.CUMULATED, bare);
        if (!isCumulated
                && (has(CaptionGroup.OTHER_PERIOD, bare)
                        || MONTH_ALONE.matcher(bare).find())) {
            return Optional.empty();
        }
        if (has(CaptionGroup.PRIOR, bare)) {
            return Optional.of(Column.PRIOR);
        }
        boolean isOurs = !DATED.matcher(bare).find() && (isCumulated || has(CaptionGroup.VALUE, bare));
        return isOurs ? Optional.of(Column.VALUE) : Optional.empty();
    }

    /** 本年累计（预计）: what stands in parentheses says that it is no figure reached. */
    private boolean isTakenBack(String caption) {
        Matcher aside = PARENTHESES.matcher(caption);
        while (aside.find()) {
            String text = aside.group(1);
            boolean isOther = NOT_REACHED.stream().anyMatch(group -> has(group, text));
            if (isOther) {
                return true;
            }
        }
        return false;
    }

    private Pattern within(CaptionGroup group) {
        return Objects.requireNonNull(within.get(group));
    }

    private String normal(String key) {
        return periods.named(plain(key));
    }

    /** A caption without what stands in parentheses, and without % and colons. */
    private static String bare(String caption) {
        return SIGNS.matcher(PARENTHESES.matcher(caption).replaceAll("")).replaceAll("");
    }

    /** A text as it is compared: no spaces, half width, small letters. */
    static String plain(String text) {
        return Text.key(text).toLowerCase(Locale.ROOT);
    }

    /** The unit of measure a caption names in parentheses. */
    static Optional<String> unitIn(String caption) {
        Matcher unit = PARENTHESES.matcher(caption);
        Optional<String> named = Optional.empty();
        while (unit.find()) {
            if (MeasureUnits.isKnown(unit.group(1))) {
                named = Optional.of(unit.group(1));
            }
        }
        return named;
    }
}
