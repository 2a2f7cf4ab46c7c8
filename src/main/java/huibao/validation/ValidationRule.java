package huibao.validation;

import huibao.model.FindingKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What judges by the rules of one kind. {@link FindingKind} is the list of kinds, and the class of each is found
 * by its name: YEAR_SWING is {@link YearSwingRule}. It keeps nothing between two calls.
 */
sealed interface ValidationRule permits CityRule, FindingRule, FormRule {

    /** What judges by rules of a kind that a rule raises. */
    static ValidationRule of(FindingKind kind) {
        String name = Arrays.stream(kind.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("", ValidationRule.class.getPackageName() + ".", "Rule"));
        try {
            return Class.forName(name)
                    .asSubclass(ValidationRule.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("rules of kind " + kind + " need a class " + name, e);
        }
    }
}
