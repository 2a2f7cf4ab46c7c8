package huibao.validation;

import huibao.model.CellRef;
import huibao.model.Figure;
import huibao.model.Item;
import huibao.model.ItemCode;
import huibao.model.Observation;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Another content for a unit and period of which a version is accepted already (重报). A correction is
 * legitimate and a wrong file sent by mistake is not; which of them it is, only people know, so they are told
 * what would be replaced. A version that was returned never counted and is replaced without a word; the same
 * bytes are no version at all.
 */
final class ReplacesAcceptedRule implements FormRule {

    /** As many differences as a line can name. */
    private static final int NAMED = 3;

    private static final int LONGEST_NAME = 60;
    private static final String NONE = "—";
    private static final List<Function<Observation, Figure>> FIGURES =
            List.of(Observation::value, Observation::priorYear, Observation::forecast);

    @Override
    public List<RuleResult> judge(Limits limits, JudgedForm form) {
        return form.context()
                .standing()
                .filter(version -> !version.form()
                        .file()
                        .sha256()
                        .equals(form.submission().file().sha256()))
                .map(version -> List.of(replaces(form, version)))
                .orElse(List.of(RuleResult.PASSED));
    }

    private static RuleResult replaces(JudgedForm form, AcceptedVersion version) {
        List<Difference> differences = differences(form, JudgedForm.rowsOf(version.form()));
        String items = differences.stream().limit(NAMED).map(Difference::text).collect(Collectors.joining("; "));
        return RuleResult.failed(
                differences.stream().flatMap(one -> one.cell().stream()).toList(),
                Map.of(
                        "found",
                        Integer.toString(differences.size()),
                        "version",
                        version.submissionId(),
                        "file",
                        shortened(version.form().file().name()),
                        "received",
                        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
                                .withZone(form.catalogue().settings().zone())
                                .format(version.receivedAt()),
                        "items",
                        differences.size() > NAMED ? items + "; …" : items));
    }

    private static List<Difference> differences(JudgedForm form, Map<ItemCode, Observation> before) {
        List<Difference> differences = new ArrayList<>();
        for (Item item : form.items()) {
            for (Function<Observation, Figure> column : FIGURES) {
                Difference difference =
                        new Difference(item.code(), figure(before, item, column), figure(form.rows(), item, column));
                if (difference.exists()) {
                    differences.add(difference);
                }
            }
        }
        return differences;
    }

    private static Figure figure(Map<ItemCode, Observation> rows, Item item, Function<Observation, Figure> column) {
        return Optional.ofNullable(rows.get(item.code())).map(column).orElse(Figure.notAsked());
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }

    /**
     * One figure in both versions.
     *
     * @param item the item
     * @param then as accepted
     * @param now as it stands on the form judged
     */
    private record Difference(ItemCode item, Figure then, Figure now) {

        /** Missing for another reason is missing all the same. */
        boolean exists() {
            Optional<BigDecimal> before = then.amount().known();
            Optional<BigDecimal> after = now.amount().known();
            return before.isPresent() != after.isPresent()
                    || before.filter(figure -> figure.compareTo(after.orElseThrow()) != 0)
                            .isPresent();
        }

        /** The cell to look at; none where the form has no figure, since another finding speaks of that. */
        Optional<CellRef> cell() {
            return now.amount().known().flatMap(figure -> now.at());
        }

        /** "T0204 E13 40 → 44". */
        String text() {
            Optional<CellRef> place = now.at().or(then::at);
            return item + place.map(at -> " " + at.cell()).orElse("") + " " + plain(then) + " → " + plain(now);
        }

        private static String plain(Figure figure) {
            return figure.amount().known().map(Texts::plain).orElse(NONE);
        }
    }
}
