package huibao.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TroubleTextsTest {

    private static final Path SOURCES = Path.of("src/main/java/huibao");
    private static final Pattern TOLD = Pattern.compile("Trouble(?:\\.of)?\\(\\s*\"([^\"]+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z_]+}");

    @Test
    void everyTroubleOfTheProgramHasATextAndEveryTextATrouble() throws IOException {
        String code = code();
        Set<String> texts = texts("trouble_en").stringPropertyNames();
        Set<String> told = TOLD.matcher(code)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(told).hasSizeGreaterThan(30).isSubsetOf(texts);
        assertThat(texts).allMatch(key -> code.contains('"' + key + '"'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"word", "form", "summary", "command", "notice", "trouble"})
    void bothLanguagesHaveTheSameTextsWithTheSameParts(String bundle) throws IOException {
        Properties chinese = texts(bundle + "_zh");
        Properties english = texts(bundle + "_en");

        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        if (bundle.equals("trouble")) {
            for (String key : english.stringPropertyNames()) {
                assertThat(placeholders(chinese.getProperty(key)))
                        .as(key)
                        .isEqualTo(placeholders(english.getProperty(key)));
            }
        }
    }

    @Test
    void aTroubleWithinATroubleIsToldInTheSameLanguageAndOnOneLine() {
        Trouble trouble =
                Trouble.of("lock.refused", "folder", Path.of("/srv/out\nput"), "reason", Trouble.of("reason.no_space"));

        assertThat(trouble)
                .hasToString("cannot lock the folder /srv/out put: No space left on device; check that it exists and"
                        + " is writable");
        assertThat(trouble.in(Messages.in(Locale.SIMPLIFIED_CHINESE)))
                .isEqualTo("无法锁定目录 /srv/out put：磁盘空间不足（No space left on device）；请检查目录是否存在、是否可写");
    }

    private static String code() throws IOException {
        try (Stream<Path> walked = Files.walk(SOURCES)) {
            StringBuilder code = new StringBuilder();
            for (Path file :
                    walked.filter(path -> path.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file));
            }
            return code.toString();
        }
    }

    private static Properties texts(String bundle) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Objects.requireNonNull(Messages.class.getResourceAsStream(bundle + ".properties"))) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
