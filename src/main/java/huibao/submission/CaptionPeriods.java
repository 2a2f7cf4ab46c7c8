package huibao.submission;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Months and years of a caption made words that every year has: 2022年1—6月 is {last_year}{months}. */
final class CaptionPeriods {

    static final String LAST_YEAR = "{last_year}";

    private static final String DASH = "(?:[-‐‑–—―−－~～至到]+)";

    private record Word(Pattern pattern, String token) {}

    private final List<Word> words;

    CaptionPeriods(int year) {
        this.words = List.of(
                word("(?<!\\d)" + year + "(?:年度?|(?!\\d))", ""),
                word("(?<!\\d)" + (year - 1) + "(?:年度?|(?!\\d))", LAST_YEAR),
                word("(?<!\\d)(?:19|20)\\d{2}(?:年度?|(?!\\d))", "{year}"),
                word("(?<!\\d)[1一]月?份?" + DASH + "(?:\\d{1,2}|本|当)月份?", "{months}"),
                word("(?<![a-z])jan(?:uary)?[.]?" + DASH + PeriodText.ENGLISH, "{months}"),
                word("(?<!\\d)[1一](?:季度)?" + DASH + "[1-4一二三四]季度|前[1-4一二三四]季度", "{months}"),
                word("(?<!\\d)\\d{1,2}月\\d{1,2}日", "{day}"),
                word("(?<!\\d)\\d{1,2}月份?(?!\\d*日)", "{month}"),
                word(PeriodText.ENGLISH, "{month}"));
    }

    /** The caption, whose letters are small, with the words in place of what stands there; this year goes without. */
    String named(String caption) {
        String named = PeriodText.inDigits(caption);
        for (Word word : words) {
            named = word.pattern().matcher(named).replaceAll(m -> Matcher.quoteReplacement(word.token()));
        }
        return named;
    }

    private static Word word(String pattern, String token) {
        return new Word(Pattern.compile(pattern), token);
    }
}
