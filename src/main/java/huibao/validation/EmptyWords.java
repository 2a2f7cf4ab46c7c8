package huibao.validation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that name no reason ({@code empty-words.txt}), and what is left of a text without them. */
final class EmptyWords {

    private static final String FILE = "empty-words.txt";
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}+");
    private static final List<String> KEYBOARD =
            List.of("qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz");
    /** A word of a reason has so many different letters, in Chinese; or there are so many words, in English. */
    private static final int FEWEST = 2;

    private static final int SHORTEST_WORD = 3;

    private static final Set<String> WORDS = read();
    private static final List<String> CHINESE = WORDS.stream()
            .filter(word -> !LATIN.matcher(word).matches())
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
            .toList();

    private EmptyWords() {}

    /** Whether a text has a word that is none of these. */
    static boolean leaveSomethingOf(String text) {
        String rest = text;
        for (String word : CHINESE) {
            rest = rest.replace(word, " ");
        }
        long chinese = rest.codePoints()
                .filter(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN)
                .distinct()
                .count();
        return chinese >= FEWEST || latinWords(text) >= FEWEST;
    }

    private static long latinWords(String text) {
        return BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT))
                .flatMap(word -> LATIN.matcher(word).results())
                .map(word -> word.group())
                .filter(word -> word.length() >= SHORTEST_WORD
                        && !WORDS.contains(word)
                        && word.chars().distinct().count() >= FEWEST
                        && KEYBOARD.stream().noneMatch(row -> row.contains(word)))
                .distinct()
                .count();
    }

    private static Set<String> read() {
        try (InputStream in = Objects.requireNonNull(EmptyWords.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
