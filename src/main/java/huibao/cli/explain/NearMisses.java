package huibao.cli.explain;

import huibao.catalogue.Catalogue;
import huibao.message.Messages;
import huibao.model.FindingKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What somebody may have meant by a code that there is not. */
final class NearMisses {

    private static final int SHOWN = 5;

    private final Map<String, String> names = new LinkedHashMap<>();

    NearMisses(Catalogue catalogue, Messages messages) {
        boolean chinese = messages.language().getLanguage().equals(Locale.CHINESE.getLanguage());
        catalogue
                .targets()
                .forEach(target -> names.put(target.code().value(), chinese ? target.nameZh() : target.nameEn()));
        catalogue.milestones().forEach(milestone -> names.put(milestone.code().value(), milestone.nameZh()));
        catalogue.items().forEach(item -> names.putIfAbsent(item.code().value(), item.nameZh()));
        catalogue.rules().forEach(rule -> names.putIfAbsent(rule.code(), messages.title(rule.kind())));
        for (FindingKind kind : FindingKind.values()) {
            names.putIfAbsent(kind.name(), messages.title(kind));
        }
    }

    private record Candidate(String code, int distance) {}

    /** Codes at most a third of their letters away, or whose name has the text in it; the nearest first. */
    List<String> of(String typed) {
        String wanted = typed.toUpperCase(Locale.ROOT);
        List<Candidate> candidates = new ArrayList<>();
        names.forEach((code, name) -> {
            String known = code.toUpperCase(Locale.ROOT);
            boolean named = wanted.length() > 1 && name.toUpperCase(Locale.ROOT).contains(wanted);
            boolean part = wanted.length() > 2 && known.contains(wanted);
            int distance = named || part ? 0 : distance(wanted, known);
            if (distance <= Math.max(1, Math.min(wanted.length(), known.length()) / 3)) {
                candidates.add(new Candidate(code, distance));
            }
        });
        return candidates.stream()
                .sorted(Comparator.comparingInt(Candidate::distance))
                .limit(SHOWN)
                .map(candidate -> candidate.code() + " " + names.get(candidate.code()))
                .toList();
    }

    /** Letters to change, drop, add or swap with their neighbour. */
    private static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int changed = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                steps[i][j] = Math.min(changed, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[a.length()][b.length()];
    }
}
