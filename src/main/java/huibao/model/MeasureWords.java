package huibao.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Units of measure in English, as {@code message/measures_en.txt} has them. */
public final class MeasureWords {

    private static final Map<String, String> ENGLISH = new HashMap<>();
    private static final Map<String, String> CHINESE = new HashMap<>();

    static {
        read("/huibao/message/measures_en.txt");
    }

    private MeasureWords() {}

    /** How a language names a unit of measure; the unit itself where no other name is known. */
    public static String in(Locale language, String unit) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? ENGLISH.getOrDefault(unit, unit) : unit;
    }

    /** The Chinese unit that a text names in English; empty if it names none. */
    public static Optional<String> chinese(String text) {
        return Optional.ofNullable(CHINESE.get(key(text)));
    }

    private static void read(String resource) {
        try (InputStream in = MeasureWords.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no units of measure " + resource);
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(MeasureWords::add);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static void add(String line) {
        int colon = line.indexOf(':');
        List<String> units = words(line.substring(0, colon));
        List<String> names = words(line.substring(colon + 1));
        units.forEach(unit -> ENGLISH.put(unit, names.get(0)));
        names.forEach(name -> CHINESE.putIfAbsent(key(name), units.get(0)));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("\\|")).map(String::strip).toList();
    }

    private static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }
}
