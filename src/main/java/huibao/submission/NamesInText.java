package huibao.submission;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds which of many names stand in a text, in a time that does not depend on how many they are. */
final class NamesInText {

    private final Map<Integer, Set<String>> byLength = new HashMap<>();

    void add(String name) {
        if (!name.isEmpty()) {
            byLength.computeIfAbsent(name.length(), length -> new HashSet<>()).add(name);
        }
    }

    /** The names that stand anywhere in a text, in no order. */
    Set<String> in(String text) {
        Set<String> found = new HashSet<>();
        byLength.forEach((length, names) -> {
            for (int start = 0; start + length <= text.length(); start++) {
                String part = text.substring(start, start + length);
                if (names.contains(part)) {
                    found.add(part);
                }
            }
        });
        return found;
    }
}
