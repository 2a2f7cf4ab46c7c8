package huibao.message;

import huibao.model.Finding;
import huibao.model.FindingKind;
import huibao.model.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts in one language. Keys and placeholders are English; a text that is missing is a bug, not a blank. */
public final class Messages {

    private static final List<String> BUNDLES = List.of("word", "form", "summary", "command", "notice", "trouble");

    /** The bundle in which each text stands in both languages, under its key and the language's code. */
    private static final String PAIRS = "finding.properties";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z0-9_.]+(?::[a-z_.]+)?)}");
    private static final Pattern OPTIONAL_PART = Pattern.compile("\\[\\[(.*?)]]");

    /** Read when the first text of a language is asked for: many a command says nothing in one of them. */
    private static final Map<Locale, Map<String, String>> READ = new ConcurrentHashMap<>();

    private final Locale language;

    private Messages(Locale language) {
        this.language = language;
    }

    private Map<String, String> texts() {
        return READ.computeIfAbsent(language, Messages::read);
    }

    private static Map<String, String> read(Locale language) {
        Map<String, String> texts = new HashMap<>();
        String code = language.getLanguage();
        BUNDLES.forEach(bundle -> load(bundle + "_" + code + ".properties")
                .forEach((key, text) -> texts.put(key.toString(), text.toString())));
        load(PAIRS).forEach((key, text) -> {
            String name = key.toString();
            if (name.endsWith("." + code)) {
                texts.put(name.substring(0, name.length() - code.length() - 1), text.toString());
            }
        });
        return Map.copyOf(texts);
    }

    private static Properties load(String file) {
        Properties loaded = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no texts " + file);
            }
            loaded.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
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

    /** The text of a key, placeholders {@code {name}} filled from the parameters, those it does not know with nothing. */
    public String text(String key, Map<String, String> parameters) {
        return text(key, name -> parameters.getOrDefault(name, ""));
    }

    /**
     * The text of a key, each placeholder filled with what is said for it. A part in double square brackets is there
     * only if all its placeholders have a value.
     */
    public String text(String key, UnaryOperator<String> said) {
        String template = texts().get(key);
        if (template == null) {
            throw new IllegalArgumentException("no text for " + key + " in " + language);
        }
        // Parts first, values last: what a district typed is never taken for a template.
        String complete = OPTIONAL_PART
                .matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(isFilled(match.group(1), said) ? match.group(1) : ""));
        return PLACEHOLDER.matcher(complete).replaceAll(match -> Matcher.quoteReplacement(said.apply(match.group(1))));
    }

    /** Every key there is a text for. */
    public Set<String> keys() {
        return texts().keySet();
    }

    private static boolean isFilled(String part, UnaryOperator<String> said) {
        return PLACEHOLDER
                .matcher(part)
                .results()
                .noneMatch(match -> said.apply(match.group(1)).isEmpty());
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

    /** A finding's name: that of its kind, or that its rule is broken. */
    public String title(Finding finding) {
        return text(key(finding) + ".title");
    }

    /** What is wrong, one sentence. */
    public String message(Finding finding) {
        return text(key(finding) + ".message", parameters(finding));
    }

    /** What stands there, in short. */
    public String found(Finding finding) {
        return parameters(finding).getOrDefault(Finding.FOUND, "");
    }

    /** What should stand there. */
    public String expected(Finding finding) {
        return text(key(finding) + ".expected", parameters(finding));
    }

    /** What to do about it. */
    public String remedy(Finding finding) {
        return text(key(finding) + ".remedy", parameters(finding));
    }

    /** A rule that broke says so, instead of accusing the form. */
    private static String key(Finding finding) {
        return finding.outcome() == Outcome.BROKEN
                ? "RULE_BROKEN"
                : finding.kind().name();
    }

    private Map<String, String> parameters(Finding finding) {
        return FindingWords.parameters(finding, this);
    }

    /** The text of a key; the other one if there is none. */
    String textOr(String key, Map<String, String> parameters, String other) {
        return texts().containsKey(key) ? text(key, parameters) : other;
    }

    /** Why it usually happens. */
    public String cause(FindingKind kind) {
        return text(kind.name() + ".cause");
    }
}
