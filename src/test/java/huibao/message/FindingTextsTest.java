package huibao.message;

import static org.assertj.core.api.Assertions.assertThat;

import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Outcome;
import huibao.model.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTextsTest {

    /** What the finding texts may name; whoever makes a finding fills what its kind's texts name. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "found",
            "expected",
            "column",
            "name",
            "code",
            "suggestion",
            "other",
            "unit",
            "limit",
            "sheet",
            "previous",
            "prior_year",
            "change_percent",
            "factor",
            "computed",
            "points",
            "part",
            "whole",
            "min",
            "max",
            "rule",
            "version",
            "file",
            "received",
            "items",
            "own",
            "units",
            "down",
            "up",
            "visible",
            "hidden",
            "period",
            "at",
            "value",
            "rows",
            "lacks",
            "captions",
            "first",
            "what",
            "most",
            "row",
            "advice",
            "encoding",
            "extension",
            "near",
            "captions_at",
            "others",
            "others_at",
            "items_at",
            "form_at",
            "unit_at",
            "period_at",
            "title",
            "title_at",
            "unread_at",
            "left_out");

    private static final Pattern BRACES = Pattern.compile("\\{([^}]*)}");

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyKindHasEveryText(String language) throws IOException {
        Properties texts = texts(language);
        for (FindingKind kind : FindingKind.values()) {
            for (String text : List.of("title", "message", "expected", "remedy", "cause")) {
                assertThat(texts.getProperty(kind + "." + text, ""))
                        .as(kind + "." + text)
                        .isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyRuleSaysWhatItCompares(String language) throws IOException {
        Properties texts = texts(language);
        assertThat(FindingKind.values())
                .allSatisfy(kind -> assertThat(texts.containsKey(kind + ".compares"))
                        .as(kind.name())
                        .isEqualTo(kind.raisedBy() != FindingKind.RaisedBy.READING));
    }

    @Test
    void everyTextStandsInBothLanguages() throws IOException {
        assertThat(texts("zh").keySet()).isEqualTo(texts("en").keySet());
        assertThat(pairs()).hasSize(2 * texts("zh").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void textsNameOnlyDeclaredPlaceholders(String language) throws IOException {
        texts(language)
                .forEach((key, text) -> assertThat(
                                BRACES.matcher(text.toString()).results().map((MatchResult match) -> match.group(1)))
                        .as(key.toString())
                        .allMatch(PLACEHOLDERS::contains));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void readingTextsLookWholeWithoutAnyValue(String language) {
        Messages messages = Messages.in(Locale.forLanguageTag(language));
        Stream.of(FindingKind.values())
                .filter(kind -> kind.raisedBy() == FindingKind.RaisedBy.READING)
                .map(kind -> Finding.ofReading(kind, Optional.empty(), List.of(), Map.of()))
                .forEach(finding -> assertThat(messages.message(finding))
                        .as(finding.rule())
                        .doesNotContain("[[", "]]", "{", "“”", "\"\"", "()", "（）", "：。", ": .", "  "));
    }

    @Test
    void rendersAFindingInBothLanguages() {
        Finding finding = Finding.ofReading(
                FindingKind.REQUIRED,
                Optional.empty(),
                List.of(),
                Map.of("name", "技术交易额", "column", "PRIOR_YEAR", "unit", "亿元", "code", "T0204"));
        assertThat(Messages.in(Locale.CHINESE).message(finding)).isEqualTo("“技术交易额”的上年同期数没有填写（计量单位：亿元）。");
        assertThat(Messages.in(Locale.ENGLISH).message(finding))
                .isEqualTo("\"技术交易额\", prior-year value, is not filled in (unit of measure: 亿元).");
    }

    @Test
    void unitSlipSaysWhatItWasComparedWith() {
        Messages chinese = Messages.in(Locale.CHINESE);
        Map<String, String> common = Map.of("name", "技术交易额", "found", "610000", "factor", "10000");
        TreeMap<String, String> previous = new TreeMap<>(common);
        previous.put("previous", "50");
        TreeMap<String, String> priorYear = new TreeMap<>(common);
        priorYear.put("prior_year", "55");
        assertThat(chinese.message(Finding.ofReading(FindingKind.UNIT_SLIP, Optional.empty(), List.of(), previous)))
                .isEqualTo("“技术交易额”填写的是 610000，约为按上期（50）推算数的 10000 倍，疑似计量单位用错或多打、少打了一位。");
        assertThat(chinese.message(Finding.ofReading(FindingKind.UNIT_SLIP, Optional.empty(), List.of(), priorYear)))
                .isEqualTo("“技术交易额”填写的是 610000，约为上年同期（55）的 10000 倍，疑似计量单位用错或多打、少打了一位。");
    }

    @Test
    void brokenRuleAccusesTheRuleAndNotTheForm() {
        Finding broken = new Finding(
                "MY_RANGE",
                FindingKind.RANGE,
                Severity.MANDATORY,
                Outcome.BROKEN,
                false,
                Optional.empty(),
                List.of(),
                new TreeMap<>(Map.of("rule", "MY_RANGE", "found", "min is above max")),
                "");
        assertThat(Messages.in(Locale.ENGLISH).message(broken))
                .isEqualTo("The rule MY_RANGE cannot run: min is above max; this does not hold up the form.");
    }

    @Test
    void whatWasTypedIsNeverTakenForATemplate() {
        Finding finding = Finding.ofReading(
                FindingKind.NUMBER, Optional.empty(), List.of(), Map.of("name", "甲", "found", "[[{unit}]] $1 {name}"));
        assertThat(Messages.in(Locale.CHINESE).message(finding)).isEqualTo("“甲”填写的“[[{unit}]] $1 {name}”不是数字。");
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        pairs().forEach((key, text) -> {
            if (key.toString().endsWith("." + language)) {
                texts.put(key.toString().substring(0, key.toString().length() - 3), text);
            }
        });
        return texts;
    }

    private static Properties pairs() throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream("finding.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
