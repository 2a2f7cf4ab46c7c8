package huibao.submission;

import huibao.spreadsheet.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reporting period as written, before it is held against the job.
 *
 * @param year the year, if written
 * @param first the first month it names
 * @param last the last month it names
 * @param length what kind of period it names
 */
record PeriodText(OptionalInt year, int first, int last, Length length) {

    /** A cumulated period runs from January. */
    enum Length {
        MONTH,
        MONTHS,
        QUARTER,
        YEAR
    }

    private static final String Y = "(?:((?:19|20)\\d{2})(?:年度?|[-./]|_(?=\\d{2}))?)?";
    private static final String DASH = "(?:[-‐‑–—―−－~～至到]+)";
    private static final String NOT_IN_NUMBER = "(?<!\\d)(?<!\\d\\.)";

    /** A day: of sending or signing, not a period. */
    private static final Pattern DAY =
            Pattern.compile("(?:19|20)\\d{2}[-./年_]\\d{1,2}[-./月_]\\d{1,2}日?(?![\\d月])|(?<!\\d)(?:19|20)\\d{6}(?!\\d)");

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})年");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    /** A month by its English name or the beginning of it, in a text without spaces. */
    static final String ENGLISH = "(?<![A-Za-z])(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?"
            + "|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[.]?(?![A-Za-z])";

    private static final String DASH_EN = "(?:[-‐‑–—―−－~～]+)";

    private record Form(Pattern pattern, Function<Matcher, Optional<PeriodText>> reading) {}

    private static final List<Form> FORMS = List.of(
            new Form(
                    Pattern.compile(NOT_IN_NUMBER + Y + "(\\d{1,2})月?份?" + DASH + "(\\d{1,2})月份?"),
                    m -> months(year(m), number(m, 2), number(m, 3))),
            new Form(
                    Pattern.compile(NOT_IN_NUMBER + "((?:19|20)\\d{2})[-./年](\\d{1,2})[-./月](\\d{1,2})日?(?!\\d)"),
                    m -> number(m, 3) > 31 ? Optional.empty() : month(year(m), number(m, 2))),
            new Form(
                    Pattern.compile(Y + "(?:前|(?<!\\d)[1一](?:季度)?" + DASH + ")([一二三四1-4])季度"),
                    m -> months(year(m), 1, 3 * digit(m.group(2)))),
            new Form(Pattern.compile(Y + "(?:第?([一二三四1-4])季度?|[qQ]([1-4])(?!\\d))"), PeriodText::quarter),
            new Form(Pattern.compile(Y + "上半年"), m -> months(year(m), 1, 6)),
            new Form(Pattern.compile(Y + "下半年"), m -> months(year(m), 7, 12)),
            new Form(Pattern.compile(NOT_IN_NUMBER + Y + "(\\d{1,2})月份?(?!\\d*日)"), m -> month(year(m), number(m, 2))),
            new Form(
                    Pattern.compile(NOT_IN_NUMBER + "((?:19|20)\\d{2})(?:[-./](\\d{1,2})|_(\\d{2}))(?!\\.?\\d)"),
                    m -> month(year(m), number(m, m.group(2) == null ? 3 : 2))),
            new Form(
                    Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(0[1-9]|1[0-2])(?!\\d)"),
                    m -> month(year(m), number(m, 2))),
            new Form(
                    Pattern.compile("(?i)" + ENGLISH + DASH_EN + ENGLISH + "[,.]?((?:19|20)\\d{2})?"),
                    m -> months(yearIn(m.group(3)), month(m.group(1)), month(m.group(2)))),
            new Form(
                    Pattern.compile("(?i)" + ENGLISH + "[,.]?((?:19|20)\\d{2})?"),
                    m -> month(yearIn(m.group(2)), month(m.group(1)))),
            new Form(
                    Pattern.compile(Y + "(?:全年|年度|年报)"), m -> Optional.of(new PeriodText(year(m), 1, 12, Length.YEAR))),
            new Form(
                    Pattern.compile("(?<!\\d)((?:19|20)\\d{2})年?(?!\\d)"),
                    m -> Optional.of(new PeriodText(year(m), 1, 12, Length.YEAR))));

    /** The period that the whole text writes, if it writes nothing else. */
    static Optional<PeriodText> whole(String text) {
        String key = inDigits(text).replaceFirst("^报告期(别)?:?", "");
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(key);
            if (matcher.matches()) {
                return form.reading().apply(matcher);
            }
        }
        return Optional.empty();
    }

    /** The periods written somewhere in a text; days and bare years are none. */
    static List<PeriodText> within(String text) {
        String rest = DAY.matcher(inDigits(text)).replaceAll(" ");
        List<PeriodText> found = new ArrayList<>();
        for (Form form : FORMS.subList(0, FORMS.size() - 2)) {
            Matcher matcher = form.pattern().matcher(rest);
            StringBuilder remaining = new StringBuilder();
            while (matcher.find()) {
                Optional<PeriodText> period = form.reading().apply(matcher);
                period.ifPresent(found::add);
                matcher.appendReplacement(
                        remaining, period.isPresent() ? " " : Matcher.quoteReplacement(matcher.group()));
            }
            rest = matcher.appendTail(remaining).toString();
        }
        return found;
    }

    /** The years written somewhere in a text. */
    static List<Integer> yearsWithin(String text) {
        return YEAR.matcher(inDigits(text))
                .results()
                .map(year -> Integer.parseInt(year.group(1)))
                .toList();
    }

    /** A year written somewhere in a text. */
    static OptionalInt yearWithin(String text) {
        return yearsWithin(text).stream().mapToInt(Integer::intValue).findFirst();
    }

    /** The months that became a day because they were typed as 1-6 or 4-6; empty if the day can be one. */
    static Optional<PeriodText> stretchOf(LocalDate day) {
        int first = day.getMonthValue();
        int last = day.getDayOfMonth();
        boolean cumulated = first == 1 && last > 1 && last <= 12;
        boolean quarter = first % 3 == 1 && last == first + 2;
        return cumulated || quarter ? months(OptionalInt.of(day.getYear()), first, last) : Optional.empty();
    }

    static PeriodText ofDay(LocalDate day) {
        return new PeriodText(OptionalInt.of(day.getYear()), day.getMonthValue(), day.getMonthValue(), Length.MONTH);
    }

    private static Optional<PeriodText> month(OptionalInt year, int month) {
        return month < 1 || month > 12
                ? Optional.empty()
                : Optional.of(new PeriodText(year, month, month, Length.MONTH));
    }

    private static Optional<PeriodText> months(OptionalInt year, int first, int last) {
        return first < 1 || last > 12 || first > last
                ? Optional.empty()
                : Optional.of(new PeriodText(year, first, last, first == last ? Length.MONTH : Length.MONTHS));
    }

    private static Optional<PeriodText> quarter(Matcher matcher) {
        int quarter = digit(matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
        return Optional.of(new PeriodText(year(matcher), quarter * 3 - 2, quarter * 3, Length.QUARTER));
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private static OptionalInt year(Matcher matcher) {
        return yearIn(matcher.group(1));
    }

    private static OptionalInt yearIn(@Nullable String year) {
        if (year == null) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(year));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int digit(String one) {
        int chinese = "一二三四".indexOf(one);
        return chinese >= 0 ? chinese + 1 : Integer.parseInt(one);
    }

    /** Half-width, without spaces, years and months in digits: 二〇二三年十一月 is 2023年11月. */
    static String inDigits(String text) {
        String key = Text.key(text);
        Matcher year = Pattern.compile("([〇零○一二三四五六七八九]{4})年").matcher(key);
        key = year.replaceAll(m -> m.group(1)
                        .chars()
                        .mapToObj(c -> Integer.toString(Math.max(0, "零一二三四五六七八九".indexOf(c))))
                        .reduce("", String::concat)
                + "年");
        return Pattern.compile("(十[一二]?|[一二三四五六七八九])月").matcher(key).replaceAll(m -> chineseMonth(m.group(1)) + "月");
    }

    private static int chineseMonth(String word) {
        int tens = word.startsWith("十") ? 10 : 0;
        String ones = word.substring(tens == 0 ? 0 : 1);
        return tens + (ones.isEmpty() ? 0 : "一二三四五六七八九".indexOf(ones) + 1);
    }
}
