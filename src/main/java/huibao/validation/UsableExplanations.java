package huibao.validation;

import huibao.catalogue.JobSettings;
import huibao.model.Finding;
import huibao.model.ItemCode;
import huibao.model.Observation;
import huibao.model.Outcome;
import huibao.model.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 核实说明: which ones say something, and which finding each explains. */
final class UsableExplanations {

    /** Fewer different characters than this spell no word of a reason. */
    private static final int FEWEST_DIFFERENT = 3;

    private final int minLength;
    private final List<String> boilerplate;
    private final String boilerplateCharacters;

    UsableExplanations(JobSettings.Explanations settings) {
        this.minLength = settings.minLength();
        this.boilerplate = settings.boilerplate().stream()
                .map(UsableExplanations::essence)
                .filter(phrase -> !phrase.isEmpty())
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        this.boilerplateCharacters = String.join("", boilerplate);
    }

    /** Fewest characters that say something. */
    int minLength() {
        return minLength;
    }

    /** What is left of a text without spaces and punctuation. */
    static String essence(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** Long enough, and not boilerplate alone. */
    boolean usable(String text) {
        String essence = essence(text);
        return essence.codePointCount(0, essence.length()) >= minLength
                && essence.codePoints().distinct().count() >= Math.min(FEWEST_DIFFERENT, minLength)
                && essence.codePoints().anyMatch(Character::isLetter)
                && !madeOfBoilerplate(essence);
    }

    /** Boilerplate phrases, and what joins them using none but their own characters: 经核实，情况属实. */
    private boolean madeOfBoilerplate(String essence) {
        String rest = essence;
        for (String phrase : boilerplate) {
            rest = rest.replace(phrase, "");
        }
        return !rest.equals(essence) && rest.codePoints().allMatch(c -> boilerplateCharacters.indexOf(c) >= 0);
    }

    /**
     * A text beside a finding.
     *
     * @param text as typed
     * @param lapsed if it is repeated from earlier forms and its figures have changed since: how it was given
     */
    record Typed(String text, Optional<GivenExplanation> lapsed) {}

    /** Says something, and of these figures. */
    boolean usable(Typed typed) {
        return typed.lapsed().isEmpty() && usable(typed.text());
    }

    /** What the district wrote for these items: on their rows, or in general where there is no row. */
    List<Typed> typed(JudgedForm form, List<ItemCode> items) {
        List<Observation> rows = items.stream()
                .flatMap(item -> Optional.ofNullable(form.rows().get(item)).stream())
                .toList();
        Stream<Typed> texts = rows.isEmpty()
                ? Stream.of(new Typed(
                        form.submission().header().generalExplanation().strip(), Optional.empty()))
                : rows.stream().map(row -> typed(form, row));
        return texts.filter(typed -> !typed.text().isEmpty()).toList();
    }

    private static Typed typed(JudgedForm form, Observation row) {
        return new Typed(
                row.explanation().strip(),
                Optional.ofNullable(form.context().given().get(row.item()))
                        .filter(given -> given.isIn(row) && !given.holdsFor(row)));
    }

    /** The items whose row holds a usable text, whether anything is found or not. */
    Set<ItemCode> usable(JudgedForm form) {
        return form.rows().values().stream()
                .filter(row -> usable(typed(form, row)))
                .map(Observation::item)
                .collect(Collectors.toSet());
    }

    /** The finding with the usable explanation typed for it, if it is one that can be explained. */
    Finding explain(JudgedForm form, Finding finding, List<ItemCode> items) {
        if (finding.severity() != Severity.VERIFY || finding.outcome() != Outcome.FAILED) {
            return finding;
        }
        return typed(form, items).stream()
                .filter(this::usable)
                .findFirst()
                .map(typed -> finding.explained(typed.text()))
                .orElse(finding);
    }
}
