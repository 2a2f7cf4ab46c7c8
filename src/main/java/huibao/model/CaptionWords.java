package huibao.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words that captions and labels of forms are known by. Those that every job knows stand in
 * {@code message/captions_zh.txt} and {@code captions_en.txt}; a job adds its own.
 *
 * @param words by what they mean; the first one goes before the others
 */
public record CaptionWords(Map<CaptionGroup, List<String>> words) {

    /** No words. */
    public static final CaptionWords NONE = new CaptionWords(Map.of());

    private static final List<String> LANGUAGES = List.of("zh", "en");

    public CaptionWords {
        Map<CaptionGroup, List<String>> copy = new EnumMap<>(CaptionGroup.class);
        words.forEach((group, of) -> copy.put(group, List.copyOf(of)));
        words = copy;
    }

    /** What every job knows. */
    public static CaptionWords builtIn() {
        return LANGUAGES.stream()
                .map(language -> load("/huibao/message/captions_" + language + ".txt"))
                .reduce(NONE, CaptionWords::with);
    }

    /** These words, then the others. */
    public CaptionWords with(CaptionWords others) {
        Map<CaptionGroup, List<String>> all = new EnumMap<>(CaptionGroup.class);
        Stream.of(this, others)
                .forEach(some -> some.words.forEach((group, of) ->
                        all.computeIfAbsent(group, g -> new ArrayList<>()).addAll(of)));
        return new CaptionWords(all);
    }

    /** The words of a group, possibly none. */
    public List<String> of(CaptionGroup group) {
        return words.getOrDefault(group, List.of());
    }

    /** The group of that name in files. */
    public static Optional<CaptionGroup> group(String key) {
        return Stream.of(CaptionGroup.values())
                .filter(group -> group.key().equals(key))
                .findFirst();
    }

    private static CaptionWords load(String resource) {
        try (InputStream in = CaptionWords.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no captions " + resource);
            }
            return parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /**
     * Reads lines of a group's name, a colon and words with bars between them; lines with # in front are remarks.
     *
     * @throws IllegalArgumentException if a line is something else
     */
    static CaptionWords parse(String name, String text) {
        Map<CaptionGroup, List<String>> words = new EnumMap<>(CaptionGroup.class);
        List<String> lines = text.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int colon = Math.max(0, line.indexOf(':'));
            Optional<CaptionGroup> group = group(line.substring(0, colon).strip());
            if (group.isEmpty() || words.containsKey(group.get())) {
                throw new IllegalArgumentException(name + ", line " + (i + 1) + ": " + line);
            }
            words.put(
                    group.get(),
                    Stream.of(line.substring(colon + 1).split("\\|"))
                            .map(String::strip)
                            .filter(word -> !word.isEmpty())
                            .toList());
        }
        return new CaptionWords(words);
    }
}
