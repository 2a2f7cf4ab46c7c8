package huibao.validation;

import huibao.model.CarriedExplanation;
import huibao.model.Observation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Joins what stands on the form and in the review. */
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
        List<String> parts = parts(shown).toList();
        String added = parts.stream()
                .filter(part -> !CarriedExplanation.isYes(part))
                .map(CarriedExplanation::bare)
                .filter(part -> given.filter(former -> isOf(former, part)).isEmpty())
                .collect(Collectors.joining(BETWEEN));
        if (parts.stream().anyMatch(CarriedExplanation::isConfirmed)) {
            String bare =
                    parts.stream().map(CarriedExplanation::bare).distinct().collect(Collectors.joining(BETWEEN));
            return new TypedExplanation(shown, bare, Optional.empty(), 1);
        }
        if (given.isPresent() && added.isEmpty() && parts.stream().anyMatch(CarriedExplanation::isYes)) {
            return new TypedExplanation(
                    shown, CarriedExplanation.confirmed(given.get().text()), Optional.empty(), 1);
        }
        if (parts.stream().anyMatch(CarriedExplanation::isMarked)) {
            return given.isPresent() && !added.isEmpty()
                    ? new TypedExplanation(shown, added, Optional.empty(), 1)
                    : new TypedExplanation(shown, shown, Optional.of(since(given)), 1);
        }
        Optional<GivenExplanation> lapsed =
                given.filter(former -> added.isEmpty() && former.says(shown) && !former.holdsFor(row));
        return new TypedExplanation(
                shown, shown, lapsed.map(former -> former.since().toString()), rows(form, shown));
    }

    private static String since(Optional<GivenExplanation> given) {
        return given.map(former -> former.since().toString()).orElse("");
    }

    private static Stream<String> parts(String text) {
        return Stream.of(text.split(BETWEEN, -1)).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static boolean isOf(GivenExplanation former, String part) {
        Set<String> said = parts(former.text()).map(UsableExplanations::essence).collect(Collectors.toSet());
        return said.contains(UsableExplanations.essence(part));
    }

    private static int rows(JudgedForm form, String text) {
        String essence = UsableExplanations.essence(text);
        return Math.toIntExact(form.rows().values().stream()
                .filter(row -> UsableExplanations.essence(row.explanation()).equals(essence))
                .count());
    }
}
