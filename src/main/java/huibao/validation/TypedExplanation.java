package huibao.validation;

import huibao.model.CarriedExplanation;
import huibao.model.Observation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A 核实说明 as the district left it, and what it comes to.
 *
 * @param shown as it stands on the form
 * @param text what it says: the former explanation where only that it still holds is said
 * @param unconfirmed if it is a former explanation that nobody has said to hold still: of which period; empty text
 *     if that is not known
 * @param rows on how many rows of the form it stands
 */
record TypedExplanation(String shown, String text, Optional<String> unconfirmed, int rows) {

    private static final String BETWEEN = "；";

    /** 其他说明. */
    static TypedExplanation general(String text) {
        return new TypedExplanation(text.strip(), text.strip(), Optional.empty(), 1);
    }

    /** That of a row. */
    static TypedExplanation of(JudgedForm form, Observation row) {
        String shown = row.explanation().strip();
        Optional<GivenExplanation> given =
                Optional.ofNullable(form.context().given().get(row.item()));
        String said = withoutYes(shown);
        if (!said.equals(shown)
                && given.filter(former -> said.isEmpty() || former.says(said)).isPresent()) {
            return new TypedExplanation(
                    shown, CarriedExplanation.confirmed(given.get().text()), Optional.empty(), 1);
        }
        if (CarriedExplanation.isMarked(shown)) {
            String bare = CarriedExplanation.bare(shown);
            String added = given.map(former -> former.addedIn(bare)).orElse("");
            return added.isEmpty()
                    ? new TypedExplanation(shown, bare, Optional.of(since(given)), 1)
                    : new TypedExplanation(shown, added, Optional.empty(), 1);
        }
        if (CarriedExplanation.isConfirmed(shown)) {
            return new TypedExplanation(shown, CarriedExplanation.bare(shown), Optional.empty(), 1);
        }
        Optional<GivenExplanation> lapsed = given.filter(former -> former.says(shown) && !former.holdsFor(row));
        return new TypedExplanation(
                shown, shown, lapsed.map(former -> former.since().toString()), rows(form, shown));
    }

    private static String since(Optional<GivenExplanation> given) {
        return given.map(former -> former.since().toString()).orElse("");
    }

    /** The text without the word that it holds still, which stands alone or behind it. */
    private static String withoutYes(String shown) {
        List<String> parts = Arrays.asList(shown.split(BETWEEN, -1));
        return parts.stream().anyMatch(CarriedExplanation::isYes)
                ? parts.stream()
                        .filter(part -> !CarriedExplanation.isYes(part))
                        .collect(Collectors.joining(BETWEEN))
                        .strip()
                : shown;
    }

    private static int rows(JudgedForm form, String text) {
        String essence = UsableExplanations.essence(text);
        return Math.toIntExact(form.rows().values().stream()
                .filter(row -> UsableExplanations.essence(row.explanation()).equals(essence))
                .count());
    }
}
