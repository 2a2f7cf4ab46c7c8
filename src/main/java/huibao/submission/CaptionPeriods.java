package huibao.submission;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Months and years of a caption made words that every year has: 2022年1—6月 is {last_year}{months}. */
final class CaptionPeriods {

    static final String LAST_YEAR = "{last_year}";

    private static final String DASH = "(?:[-‐‑–—―−－~～至到]+)";

    private record Word(Pattern pattern, String token) {}

    /** Between a month and the word it ran into without the space: endofseptember. */
    private static final String SEAM = "·";

    /** What a short month runs into. */
    private static final String BESIDE = "(?=last|prior|previous|this|cumul|ytd|actual|total)";

    private static final String LONG_MONTH =
            "(january|february|april|june|july|august|september|october|november|december)";
    private static final String YEAR = "(?<!\\d)((?:19|20)\\d{2})";

    /** Each with what stands for it, whose $ are groups. */
    private static final List<Word> SPELLINGS = List.of(
            word("(?<!\\d)(2\\d)年", "20$1年"),
            word(YEAR + "[-./](\\d{1,2})[-./](\\d{1,2})日?(?![\\d月])(?<![./]\\d{1,2}-\\d{1,2})", "$1年$2月$3日"),
            word(YEAR + "[./](\\d{1,2})" + DASH + "(?:\\1[.])?(\\d{1,2})月?(?!\\d)", "$1年$2-$3月"),
            word(YEAR + "(?![-\\d年./])", "$1年"),
            word(YEAR + "(0[1-9]|1[0-2])" + DASH + "(?:\\1)?(0[1-9]|1[0-2])(?!\\d)", "$1年$2-$3月"),
            word("(?<!\\d)1月1日" + DASH + "(?:\\d{4}年)?(\\d{1,2}月)(?:\\d{1,2}日)?", "1-$1"),
            word("[(]1" + DASH + "(\\d{1,2})[)]", "(1-$1月)"),
            word("前两季度", "前二季度"),
            word("前(\\d{1,2})个?月", "1-$1月"),
            word("(?i)(?<![a-z])jan(?:uary)?[.]?(?:to|through)(?=[a-z])", "jan-"),
            word("(?i)sincejan(?:uary)?", "ytd"),
            word("(?i)(?<![a-z])(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)" + BESIDE, "$1" + SEAM),
            word("(?i)(?<=ytd)(?=(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?![a-z]))", SEAM),
            word("(?i)(?<=[a-z])" + LONG_MONTH, SEAM + "$1"),
            word("(?i)" + LONG_MONTH + "(?=[a-z])", "$1" + SEAM),
            word("(?i)(?<![a-z])q1" + DASH + "q([1-4])", "1-$1季度"),
            word("(?i)(?<![a-z])first(?:two|2)quarters|(?<![a-z])first(?:half|sixmonths)|(?<![a-z])h1(?!\\d)", "1-6月"),
            word("(?i)(?<![a-z])first(?:three|3)quarters|(?<![a-z])firstninemonths", "1-9月"),
            word("(?i)(?<![a-z])secondhalf|(?<![a-z])h2(?!\\d)", "7-12月"),
            word("(?i)(?<![a-z])(?:first|1st)quarter", "Q1"),
            word("(?i)(?<![a-z])(?:second|2nd)quarter", "Q2"),
            word("(?i)(?<![a-z])(?:third|3rd)quarter", "Q3"),
            word("(?i)(?<![a-z])(?:fourth|4th)quarter", "Q4"),
            word("(?i)(?<![a-z\\d])(\\d{1,2})m(?![a-z²])(?!\\d(?!\\d{3}))", "1-$1月"));

    private static final Pattern IN_WORDS = Pattern.compile("前([一二三四五六七八九十]+)个月");

    private final List<Word> words;

    CaptionPeriods(int year) {
        this.words = List.of(
                word("(?<!\\d)" + year + "(?:年度?|(?!\\d))", ""),
                word("(?<!\\d)" + (year - 1) + "(?:年度?|(?!\\d))", LAST_YEAR),
                word("(?<!\\d)(?:19|20)\\d{2}(?:年度?|(?!\\d))", "{year}"),
                word("(?<!\\d)0?[1一]月?份?" + DASH + "(?:\\d{1,2}|本|当)月份?", "{months}"),
                word("(?<![a-z])jan(?:uary)?[.]?" + DASH + PeriodText.ENGLISH, "{months}"),
                word("(?<!\\d)[1一](?:季度)?" + DASH + "[1-4一二三四]季度|前[1-4一二三四]季度", "{months}"),
                word("(?<!\\d)\\d{1,2}月\\d{1,2}日", "{day}"),
                word("(?<!\\d)\\d{1,2}月份?(?!\\d*日)", "{month}"),
                word(PeriodText.ENGLISH, "{month}"));
    }

    /** Ways to write a period that only captions have, as others write it: 前9个月 is 1-9月, 22年 is 2022年. */
    static String spelled(String caption) {
        String spelled = PeriodText.inDigits(IN_WORDS.matcher(caption).replaceAll("前$1月"));
        for (Word word : SPELLINGS) {
            spelled = word.pattern().matcher(spelled).replaceAll(word.token());
        }
        return spelled;
    }

    /** The caption, whose letters are small, with the words in place of what stands there; this year goes without. */
    String named(String caption) {
        String named = spelled(caption);
        for (Word word : words) {
            named = word.pattern().matcher(named).replaceAll(m -> Matcher.quoteReplacement(word.token()));
        }
        return named.replace(SEAM, "");
    }

    private static Word word(String pattern, String token) {
        return new Word(Pattern.compile(pattern), token);
    }
}
