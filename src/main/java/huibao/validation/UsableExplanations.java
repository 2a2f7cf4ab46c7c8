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
    /** On so many rows one sentence is no reason of any of them. */
    static final int MANY_ROWS = 4;

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

    /**
     * Long enough, and not boilerplate alone: what is left without it must itself be long enough and have a word
     * that could be a reason; a text that repeats itself is as long as what it repeats.
     */
    boolean usable(String text) {
        String essence = once(essence(text));
        if (!isLongEnough(essence)
                || essence.codePoints().distinct().count() < Math.min(FEWEST_DIFFERENT, minLength)
                || essence.codePoints().noneMatch(Character::isLetter)
                || madeOfBoilerplate(essence)) {
            return false;
        }
        String rest = withoutBoilerplate(essence);
        return isLongEnough(rest) && EmptyWords.leaveSomethingOf(rest.equals(essence) ? text : rest);
    }

    private boolean isLongEnough(String essence) {
        return essence.codePointCount(0, essence.length()) >= minLength;
    }

    /** What a text repeats throughout; the text itself if nothing. */
    private static String once(String essence) {
        for (int length = 1; length <= essence.length() / 2; length++) {
            if (essence.length() % length == 0
                    && essence.substring(0, length)
                            .repeat(essence.length() / length)
                            .equals(essence)) {
                return essence.substring(0, length);
            }
        }
        return essence;
    }

    /** Boilerplate phrases, and what joins them using none but their own characters: 经核实，情况属实. */
    private boolean madeOfBoilerplate(String essence) {
        String rest = withoutBoilerplate(essence);
        return !rest.equals(essence) && rest.codePoints().allMatch(c -> boilerplateCharacters.indexOf(c) >= 0);
    }

    private String withoutBoilerplate(String essence) {
        String rest = essence;
        for (String phrase : boilerplate) {
            rest = rest.replace(phrase, "");
        }
        return rest;
    }

    /** Says something, of these figures, and not of every row alike. */
    boolean usable(TypedExplanation typed) {
        return typed.unconfirmed().isEmpty() && typed.rows() < MANY_ROWS && usable(typed.text());
    }

    /** What the district wrote for these items: on their rows, or in general where there is no row. */
    List<TypedExplanation> typed(JudgedForm form, List<ItemCode> items) {
        List<Observation> rows = items.stream()
                .flatMap(item -> Optional.ofNullable(form.rows().get(item)).stream())
                .toList();
        Stream<TypedExplanation> texts = rows.isEmpty()
                ? Stream.of(TypedExplanation.general(form.submission().header().generalExplanation()))
                : rows.stream().map(row -> TypedExplanation.of(form, row));
        return texts.filter(typed -> !typed.shown().isEmpty()).toList();
    }

    /** The items whose row holds a usable text, whether anything is found or not. */
    Set<ItemCode> usable(JudgedForm form) {
        return form.rows().values().stream()
                .filter(row -> usable(TypedExplanation.of(form, row)))
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
