package huibao.message;

import huibao.model.Finding;
import huibao.model.FindingKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts in one language. Keys and placeholders are English; a text that is missing is a bug, not a blank. */
public final class Messages {

    private static final List<String> BUNDLES = List.of("word", "finding", "form", "summary", "command");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");

    private final Locale language;
    private final Properties texts = new Properties();

    private Messages(Locale language) {
        this.language = language;
        for (String bundle : BUNDLES) {
            String file = bundle + "_" + language.getLanguage() + ".properties";
            try (InputStream in = Messages.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalArgumentException("no texts in language " + language + ": " + file);
                }
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
    }

    /** Texts in Chinese ({@code zh}) or English ({@code en}). */
    public static Messages in(Locale language) {
        return new Messages(language);
    }

    /** The language of the texts. */
    public Locale language() {
        return language;
    }

    /** The text of a key, placeholders {@code {name}} filled from the parameters. */
    public String text(String key, Map<String, String> parameters) {
        String template = texts.getProperty(key);
        if (template == null) {
            throw new IllegalArgumentException("no text for " + key + " in " + language);
        }
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(parameters.getOrDefault(match.group(1), "")));
    }

    /** Every key there is a text for. */
    public Set<String> keys() {
        return texts.stringPropertyNames();
    }

    /** The text of a key without placeholders. */
    public String text(String key) {
        return text(key, Map.of());
    }

    /** The word for a constant, as people read it: Severity.MANDATORY → 强制性. */
    public String word(Enum<?> constant) {
        return text(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** A kind's name as people read it. */
    public String title(FindingKind kind) {
        return text(kind.name() + ".title");
    }

    /** What is wrong, one sentence. */
    public String message(Finding finding) {
        return text(finding.kind().name() + ".message", finding.parameters());
    }

    /** What should stand there. */
    public String expected(Finding finding) {
        return text(finding.kind().name() + ".expected", finding.parameters());
    }

    /** What to do about it. */
    public String remedy(Finding finding) {
        return text(finding.kind().name() + ".remedy", finding.parameters());
    }

    /** Why it usually happens. */
    public String cause(FindingKind kind) {
        return text(kind.name() + ".cause");
    }
}
