package huibao.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is done to a clean form and to what it is compared with, step by step.
 *
 * @param all every step as written, {@code previous: T0204 本年累计 := 9} among them
 */
record Steps(List<String> all) {

    private static final String PREFIXES = "(previous|last year|zone \\S+|host|rule|unit|period|file name|file becomes|"
            + "form of a job with|job|figures of|accepted before|reported before|standing): .*";

    Steps {
        all = List.copyOf(all);
    }

    /** Steps joined by " ; ". */
    static Steps of(String text) {
        return new Steps(split(text, " ; "));
    }

    static List<String> split(String text, String separator) {
        return Arrays.stream(text.split(java.util.regex.Pattern.quote(separator)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The steps behind a prefix: "previous: T0204 本年累计 := 9" is one for "previous". */
    List<String> behind(String prefix) {
        return all.stream()
                .filter(step -> step.startsWith(prefix + ": "))
                .map(step -> step.substring(prefix.length() + 2))
                .toList();
    }

    /** The steps done to the form itself. */
    List<String> own() {
        return all.stream().filter(step -> !step.matches(PREFIXES)).toList();
    }

    /** The steps of each zone, by the zone's name. */
    Map<String, List<String>> zones() {
        Map<String, List<String>> zones = new LinkedHashMap<>();
        for (String step : all) {
            if (step.startsWith("zone ")) {
                String[] parts = step.substring("zone ".length()).split(": ", 2);
                zones.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1]);
            }
        }
        return zones;
    }
}
